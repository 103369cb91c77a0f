#include "widgets/frame/mainwindow.h"

#include "widgets/frame/hairline.h"
#include "widgets/frame/helpoverlay.h"
#include "widgets/frame/messagebar.h"
#include "widgets/frame/pagerail.h"
#include "widgets/frame/statusline.h"

#include <QActionGroup>
#include <QApplication>
#include <QDragEnterEvent>
#include <QFileDialog>
#include <QMimeData>
#include <QStackedWidget>
#include <QVBoxLayout>

#include <algorithm>

using namespace Qt::Literals::StringLiterals;

namespace {
constexpr int widestMessage = 640; // keeps clear of the side panel at 1366 pixels

/// What Tab goes to below a widget, in the order of the chain.
QList<QWidget*> tabStops(const QWidget* part)
{
    QList<QWidget*> stops;
    for (auto* widget = part->nextInFocusChain(); widget != part; widget = widget->nextInFocusChain())
        if (part->isAncestorOf(widget) && (widget->focusPolicy() & Qt::TabFocus) && !widget->focusProxy())
            stops << widget;
    return stops;
}

/// Tab goes through the top line from left to right and then through the page. Both were made as one widget
/// of their own, whose chain has the controls in the order they were made in.
void orderTabs(const QWidget* topLine, const QWidget* page)
{
    auto stops = tabStops(topLine);
    std::ranges::stable_sort(stops, {},
                             [topLine](const QWidget* stop) { return stop->mapTo(topLine, QPoint()).x(); });
    stops += tabStops(page);
    for (qsizetype at = 1; at < stops.size(); ++at)
        QWidget::setTabOrder(stops[at - 1], stops[at]);
}

/// Keys belong to a popup while one is open: Qt still offers them to the actions of the window behind it,
/// where the Enter that picks a task would store a verdict.
class PopupKeys : public QObject
{
public:
    using QObject::QObject;

    bool eventFilter(QObject* watched, QEvent* event) override
    {
        if (event->type() == QEvent::ShortcutOverride && QApplication::activePopupWidget())
            event->accept();
        return QObject::eventFilter(watched, event); // on to the popup: a combo box closes at this event
    }
};
}

MainWindow::MainWindow(Theme& theme, QWidget* parent)
    : QMainWindow(parent)
    , m_theme(theme)
    , m_rail(new PageRail(this))
    , m_topLines(new QStackedWidget(this))
    , m_messages(new MessageBar(this))
    , m_pages(new QStackedWidget(this))
    , m_status(new StatusLine(this))
{
    setWindowTitle(u"SpecDesk"_s);
    setAcceptDrops(true);
    m_topLines->setObjectName(u"topLines"_s);
    m_topLines->setFixedHeight(5 * gridUnit);
    m_topLines->setContentsMargins(2 * gridUnit, 0, 2 * gridUnit, 0);

    auto* centre = new QWidget(this);
    auto* columns = new QHBoxLayout(centre);
    columns->setContentsMargins(0, 0, 0, 0);
    columns->setSpacing(0);
    auto* rows = new QVBoxLayout;
    rows->setSpacing(0);
    columns->addWidget(m_rail);
    columns->addWidget(new Hairline(Qt::Vertical, centre));
    columns->addLayout(rows, 1);
    rows->addWidget(m_topLines);
    rows->addWidget(new Hairline(Qt::Horizontal, centre));
    rows->addWidget(m_pages, 1);
    rows->addWidget(new Hairline(Qt::Horizontal, centre));
    rows->addWidget(m_status);
    setCentralWidget(centre);
    m_messages->setParent(centre); // over the page, which it must not push about
    m_messages->hide();
    m_messages->installEventFilter(this);
    connect(m_messages, &MessageBar::changed, this, &MainWindow::placeMessages);
    m_pages->installEventFilter(this);

    QApplication::instance()->installEventFilter(new PopupKeys(this));

    addWindowActions();
    m_help = new HelpOverlay(m_actions, this);
}

void MainWindow::addWindowActions()
{
    const auto add = [this](const QString& id, const QString& text, const QKeySequence& key, auto act) {
        auto* action = m_actions.add(id, ActionGroup::Window, text, {key}, this);
        connect(action, &QAction::triggered, this, act);
        return action;
    };
    m_rail->setMenu(
        {add(u"open"_s, tr("Open a folder …"), QKeySequence(u"Ctrl+O"_s), [this] { askForFolder(); }),
         add(u"logIn"_s, tr("Log in …"), QKeySequence(u"Ctrl+L"_s), [this] { emit loginWanted(); }),
         add(u"help"_s, tr("Keys"), Qt::Key_Question, [this] { m_help->toggle(); }),
         add(u"theme"_s, tr("Light or dark"), Qt::Key_F9, [this] { cycleTheme(); }),
         add(u"systemTheme"_s, tr("Light or dark as the desktop"), QKeySequence(u"Shift+F9"_s),
             [this] {
                 m_theme.apply(ThemeChoice::System);
                 emit themeChosen(ThemeChoice::System);
             }),
         add(u"fullScreen"_s, tr("Full screen"), Qt::Key_F11, [this] { toggleFullScreen(); }),
         add(u"dismiss"_s, tr("Dismiss the message"), QKeySequence(u"Shift+Esc"_s),
             [this] { m_messages->hide(); }),
         add(u"messageDetails"_s, tr("Show all that a message is about"), QKeySequence(u"Ctrl+M"_s),
             [this] { m_messages->showDetails(); }),
         add(u"quit"_s, tr("Quit"), QKeySequence(u"Ctrl+Q"_s), [this] { close(); })});
    setLoginOffered(false);
}

void MainWindow::setLoginOffered(bool offered)
{
    m_actions.action(u"logIn"_s)->setEnabled(offered);
    m_actions.action(u"logIn"_s)->setVisible(offered);
}

void MainWindow::addPage(const QString& id, const QString& name, const QString& icon, const QKeySequence& key,
                         QWidget* page, QWidget* topLine)
{
    auto* action = m_actions.add(id, ActionGroup::Window, name, {key}, this);
    action->setCheckable(true);
    m_pages->addWidget(page);
    m_topLines->addWidget(topLine);
    m_rail->addPage(action, icon);
    connect(action, &QAction::triggered, this, [this, id] { showPage(id); });
    page->setProperty("pageId", id);
    // A page that stands for one of its parts would be a stop of the Tab key, from which it goes on behind
    // that part.
    page->setProperty("firstFocus", QVariant::fromValue(page->focusProxy()));
    page->setFocusProxy(nullptr);
    page->setAccessibleName(name);
    if (m_pages->count() == 1)
        showPage(id);
}

void MainWindow::showPage(const QString& id)
{
    for (auto index = 0; index < m_pages->count(); ++index) {
        const auto pageId = m_pages->widget(index)->property("pageId").toString();
        m_actions.action(pageId)->setChecked(pageId == id);
        if (pageId != id)
            continue;
        m_pages->setCurrentIndex(index);
        m_topLines->setCurrentIndex(index);
        if (auto* layout = m_topLines->currentWidget()->layout())
            layout->activate(); // its controls have their places from here on
        orderTabs(m_topLines->currentWidget(), m_pages->currentWidget());
        if (auto* first = m_pages->widget(index)->property("firstFocus").value<QWidget*>())
            first->setFocus(Qt::OtherFocusReason);
        showPlace();
        emit pageShown(id);
    }
}

QString MainWindow::shownPage() const
{
    return m_pages->currentWidget() ? m_pages->currentWidget()->property("pageId").toString() : QString();
}

void MainWindow::setPosition(const QString& pageId, int row, int count)
{
    auto& place = m_places[pageId];
    place.row = row;
    place.count = count;
    showPlace();
}

void MainWindow::setWavelengths(const QString& pageId, const QString& text)
{
    m_places[pageId].wavelengths = text;
    showPlace();
}

void MainWindow::showPlace()
{
    const auto place = m_places.constFind(shownPage());
    const bool hasList = place != m_places.constEnd();
    m_status->setPositionShown(hasList);
    m_status->setPosition(hasList ? place->row : -1, hasList ? place->count : 0);
    m_status->setWavelengths(hasList ? place->wavelengths : QString());
}

void MainWindow::setPageOffered(const QString& id, bool offered)
{
    auto* action = m_actions.action(id);
    if (!action)
        return;
    action->setEnabled(offered);
    action->setVisible(offered);
    m_rail->setOffered(action, offered);
    if (!offered && shownPage() == id)
        showPage(m_pages->widget(0)->property("pageId").toString());
}

void MainWindow::cycleTheme()
{
    const auto choice = m_theme.isDark() ? ThemeChoice::Light : ThemeChoice::Dark;
    m_theme.apply(choice);
    emit themeChosen(choice);
}

void MainWindow::askForFolder()
{
    const auto folder = QFileDialog::getExistingDirectory(this, tr("Open a folder of spectra"));
    if (!folder.isEmpty())
        emit openWanted({folder});
}

void MainWindow::dragEnterEvent(QDragEnterEvent* event)
{
    if (event->mimeData()->hasUrls())
        event->acceptProposedAction();
}

void MainWindow::dropEvent(QDropEvent* event)
{
    QStringList paths;
    for (const auto& url : event->mimeData()->urls())
        paths << (url.isLocalFile() ? url.toLocalFile() : url.toString());
    if (paths.isEmpty())
        return;
    event->acceptProposedAction();
    emit openWanted(paths);
}

void MainWindow::toggleFullScreen()
{
    setWindowState(windowState() ^ Qt::WindowFullScreen);
}

bool MainWindow::event(QEvent* event)
{
    if (event->type() == QEvent::ThemeChange)
        m_theme.followSystem();
    return QMainWindow::event(event);
}

bool MainWindow::eventFilter(QObject* watched, QEvent* event)
{
    const auto type = event->type();
    if (type == QEvent::Resize || type == QEvent::Show || type == QEvent::LayoutRequest)
        placeMessages();
    return QMainWindow::eventFilter(watched, event);
}

void MainWindow::placeMessages()
{
    const auto page = m_pages->geometry();
    const auto width = std::min(page.width() - 2 * gridUnit, widestMessage);
    m_messages->layout()->invalidate(); // the text may be another one
    const auto height = std::max(m_messages->heightForWidth(width), m_messages->minimumSizeHint().height());
    m_messages->setGeometry(page.left() + gridUnit, page.bottom() - height - gridUnit, width, height);
    m_messages->layout()->activate();
    m_messages->raise();
}

void MainWindow::resizeEvent(QResizeEvent* event)
{
    QMainWindow::resizeEvent(event);
    if (m_help && m_help->isVisible())
        m_help->setGeometry(rect());
}
