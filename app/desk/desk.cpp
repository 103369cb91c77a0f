#include "app/desk/desk.h"

#include "app/controllers/inspectcontroller.h"
#include "app/desk/linefolder.h"
#include "app/desk/queuefeed.h"
#include "app/desk/queueloader.h"
#include "app/desk/reconnection.h"
#include "app/desk/workpages.h"
#include "db/journal/draftjournal.h"
#include "models/items/queuefiltermodel.h"
#include "models/lines/linelist.h"
#include "plotting/spectrum/spectrumplot.h"
#include "widgets/frame/mainwindow.h"
#include "widgets/frame/messagebar.h"
#include "widgets/frame/statusline.h"
#include "widgets/inspect/inspectpage.h"
#include "widgets/team/taskchoice.h"

#include <QApplication>
#include <QEvent>
#include <QFileInfo>
#include <QProcess>
#include <QScreen>

using namespace Qt::Literals::StringLiterals;

namespace {
ThemeChoice themeChoice(const QString& name)
{
    return name == "light"_L1 ? ThemeChoice::Light
        : name == "dark"_L1   ? ThemeChoice::Dark
                              : ThemeChoice::System;
}

QString themeName(ThemeChoice choice)
{
    return choice == ThemeChoice::Light ? u"light"_s : choice == ThemeChoice::Dark ? u"dark"_s : QString();
}

QString listName(const QStringList& paths)
{
    if (paths.isEmpty())
        return {};
    const auto name = QFileInfo(QFileInfo(paths.first()).absoluteFilePath()).fileName();
    return paths.size() == 1
        ? name
        : Desk::tr("%1 and %n more", nullptr, static_cast<int>(paths.size()) - 1).arg(name);
}

/// Folder by folder, as the sentences name the files without it.
QString refusedText(const IngestReport& report)
{
    QStringList lines;
    QString folder;
    for (const auto& file : report.refused) {
        const auto here = file.file.left(file.file.lastIndexOf(u'/') + 1);
        if (std::exchange(folder, here) != here)
            lines << here;
        lines << u"    "_s + file.sentence;
    }
    return lines.join(u'\n');
}
}

Desk::Desk(const Settings& settings, QObject* parent)
    : QObject(parent)
    , m_settings(settings)
    , m_theme(*qobject_cast<QApplication*>(QCoreApplication::instance()))
    , m_queue(std::make_unique<QueueModel>())
    , m_list(std::make_unique<QueueFilterModel>(m_queue.get()))
{
    m_theme.apply(themeChoice(settings.theme));
    m_window = std::make_unique<MainWindow>(m_theme);
    m_inspectPage = new InspectPage(m_window->actions(), builtInLines());
    m_inspectPage->setModel(m_list.get());
    m_window->addPage(u"inspect"_s, tr("Inspect"), u"inspect"_s, QKeySequence(u"Ctrl+1"_s), m_inspectPage,
                      m_inspectPage->topLine());
    m_inspector = std::make_unique<InspectController>(*m_inspectPage, *m_queue, *m_list);
    m_inspector->setAccount(settings.account);
    m_window->statusLine().setPerson(settings.account);
    m_window->statusLine().setServer(StatusLine::State::Attention, tr("Connecting"));
    followInspector();
    openJournal(settings.journalProfile());
    m_lineFolder = std::make_unique<LineFolder>(ownLineFolder());
    addWorkPages();
    followFeed();
    m_window->installEventFilter(this);
    connect(m_lineFolder.get(), &LineFolder::changed, m_inspectPage, &InspectPage::setLineSets);
    connect(m_lineFolder.get(), &LineFolder::complained, this, [this](const QString& sentence) {
        m_window->messages().show(MessageBar::Tone::Attention, sentence);
    });
    m_lineFolder->read();
    connect(m_window.get(), &MainWindow::openWanted, this, &Desk::openBeside);
    connect(m_window.get(), &MainWindow::themeChosen, this,
            [](ThemeChoice choice) { saveTheme(themeName(choice)); });
}

Desk::~Desk()
{
    keepDrafts();
    m_feed.reset();
    m_reconnection.reset();
    m_loader.reset();
}

void Desk::open(const QStringList& paths)
{
    m_files = !paths.isEmpty();
    m_listName = listName(paths);
    m_inspectPage->setListName(m_listName);
    m_window->setWindowTitle(paths.isEmpty() ? u"SpecDesk"_s : u"%1 – SpecDesk"_s.arg(listName(paths)));
    m_pages->setFiles(!paths.isEmpty(), listName(paths));
    m_inspectPage->showNothing(
        m_settings.server ? tr("Connecting to %1 …").arg(m_settings.server->host)
                          : tr("SpecDesk's own database server starts; the first time takes some seconds."));
    m_loader = std::make_unique<QueueLoader>(m_settings, paths);
    followLoader();
    m_loader->start();
}

void Desk::show()
{
    m_window->show();
}

void Desk::showAsBefore()
{
    m_remembersWindow = true;
    const auto before = savedWindow();
    if (before.isEmpty() || !m_window->restoreGeometry(before)) {
        const auto screen = m_window->screen()->availableGeometry();
        m_window->resize(screen.size() * 4 / 5); // once it is not maximized any more
        m_window->move(screen.center() - m_window->rect().center());
        m_window->setWindowState(Qt::WindowMaximized);
    }
    m_window->show();
}

void Desk::useTheme(const QString& name)
{
    m_theme.apply(themeChoice(name));
}

/// What was dropped or chosen gets a window of its own, so that the work in this one stays as it is.
void Desk::openBeside(const QStringList& paths)
{
    if (!QProcess::startDetached(QCoreApplication::applicationFilePath(), paths))
        m_window->messages().show(MessageBar::Tone::Failure, tr("No other window can be opened."));
    else
        m_window->messages().show(MessageBar::Tone::Information,
                                  tr("%1 opens in a window of its own.").arg(listName(paths)));
}

void Desk::useSession(const std::shared_ptr<Session>& session)
{
    m_inspector->setSession(session);
    m_pages->setSession(session);
    const auto readOnly = WorkPages::readOnlyReason(*session);
    m_inspectPage->setReadOnly(readOnly);
    m_window->statusLine().setPerson(readOnly.isEmpty() ? session->account()
                                                        : tr("%1 (may look only)").arg(session->account()));
    if (!readOnly.isEmpty())
        m_window->messages().show(MessageBar::Tone::Attention, readOnly);
    m_window->statusLine().setServer(StatusLine::State::Ok, session->serverText());
    m_feed->setSession(session);
    if (!m_files)
        m_feed->start();
}

void Desk::followLoader()
{
    connect(m_loader.get(), &QueueLoader::sessionOpened, this, &Desk::useSession);
    const auto sayReading = [this] {
        if (m_queue->rowCount() == 0)
            m_inspectPage->showNothing(tr("Reading …"));
    };
    connect(m_loader.get(), &QueueLoader::sessionOpened, this, sayReading);
    connect(m_loader.get(), &QueueLoader::sessionFailed, this, sayReading);
    connect(m_loader.get(), &QueueLoader::sessionFailed, this, &Desk::reconnect);
    connect(m_loader.get(), &QueueLoader::entriesArrived, m_inspector.get(), &InspectController::addEntries);
    connect(m_loader.get(), &QueueLoader::progressed, &m_window->statusLine(), &StatusLine::setReading);
    connect(m_loader.get(), &QueueLoader::entriesArrived, m_pages.get(), &WorkPages::addEntries);
    connect(m_loader.get(), &QueueLoader::failed, this, [this](const Error& error) {
        m_window->statusLine().setReading(0, 0);
        m_window->messages().show(MessageBar::Tone::Failure,
                                  tr("%1 The spectra can be looked at all the same.").arg(error.message));
        emit loaded();
    });
    connect(m_loader.get(), &QueueLoader::finished, this, &Desk::showRefused);
}

QString Desk::emptyText() const
{
    const auto why = m_files ? tr("No spectrum was found in %1.\nSpecDesk reads FITS files, gzipped or not, "
                                  "and text files of wavelength "
                                  "and flux.")
                                   .arg(m_listName)
        : m_inspector->serverText().isEmpty() ? tr("The list comes from the server, which is not connected.")
                                              : tr("Nothing is queued for inspection.");
    return why + u'\n' + tr("Ctrl+O opens a folder of spectra; one can also be dropped here.");
}

void Desk::showRefused(const IngestReport& report)
{
    const auto refused = static_cast<int>(report.refused.size());
    m_window->statusLine().setReading(0, 0);
    if (refused > 0)
        m_window->messages().show(MessageBar::Tone::Attention,
                                  tr("%n files were not read. The first: %1", nullptr, refused)
                                      .arg(report.refused.front().sentence),
                                  {tr("Files that were not read"), refusedText(report), refused});
    if (m_queue->rowCount() == 0)
        m_inspectPage->showNothing(refused > 0 ? tr("None of these files holds a spectrum.")
                                       : m_feed->taskId() != 0
                                       ? tr("Nothing of this task is free now. Choose another one.")
                                       : emptyText());
    emit loaded();
}

void Desk::followInspector()
{
    auto& status = m_window->statusLine();
    connect(m_inspector.get(), &InspectController::firstShown, m_inspectPage,
            [this] { m_inspectPage->plot().setFocus(); });
    connect(m_inspectPage, &InspectPage::positionChanged, this,
            [this](int row, int count) { m_window->setPosition(u"inspect"_s, row, count); });
    connect(m_inspectPage, &InspectPage::wavelengthsDescribed, this,
            [this](const QString& text) { m_window->setWavelengths(u"inspect"_s, text); });
    connect(&m_inspector->sender(), &VerdictSender::waitingChanged, &status, &StatusLine::setWaiting);
    connect(m_inspector.get(), &InspectController::paceChanged, &status, &StatusLine::setPace);
    connect(m_inspectPage, &InspectPage::workRested, this, &Desk::keepDrafts);
    hear(*m_inspector);
    connect(m_inspectPage, &InspectPage::complained, this, [this](const QString& sentence) {
        m_window->messages().show(MessageBar::Tone::Attention, sentence);
    });
    const auto closeAtLast = [this] {
        const auto& sender = m_inspector->sender();
        if (m_closesWhenSent && (sender.waiting() == 0 || sender.isHeld()))
            m_window->close();
    };
    connect(&m_inspector->sender(), &VerdictSender::waitingChanged, this, closeAtLast, Qt::QueuedConnection);
    connect(&m_inspector->sender(), &VerdictSender::held, this, closeAtLast, Qt::QueuedConnection);
    connect(&m_inspector->sender(), &VerdictSender::held, this,
            [this] { m_window->statusLine().setServer(StatusLine::State::Stopped, tr("Server away")); });
    connect(&m_inspector->sender(), &VerdictSender::resumed, this,
            [this] { m_window->statusLine().setServer(StatusLine::State::Ok, m_inspector->serverText()); });
}

void Desk::followFeed()
{
    m_feed = std::make_unique<QueueFeed>(*m_inspector, *m_queue);
    hear(*m_feed);
    connect(m_feed.get(), &QueueFeed::tasksListed, m_pages.get(), &WorkPages::setTasks);
    connect(m_feed.get(), &QueueFeed::tasksListed, this, [this](Tasks tasks) {
        std::erase_if(tasks, [](const Task& task) { return task.filter.page == WorkPage::Browse; });
        m_inspectPage->tasks().setTasks(tasks);
    });
    connect(&m_inspectPage->tasks(), &TaskChoice::taskWanted, m_feed.get(), &QueueFeed::choose);
    connect(m_feed.get(), &QueueFeed::chosen, this, [this](const Task& task) {
        m_inspectPage->setListName({});
        m_inspectPage->tasks().setChosen(task.id);
    });
    connect(m_feed.get(), &QueueFeed::filled, this, [this] { showRefused({}); });
    connect(m_feed.get(), &QueueFeed::failed, this, [this](const QString& sentence) {
        if (m_queue->rowCount() == 0)
            m_inspectPage->showNothing(tr("The list could not be read. %1").arg(sentence));
    });
    connect(m_pages.get(), &WorkPages::tasksChanged, m_feed.get(), &QueueFeed::refreshTasks);
    connect(m_pages.get(), &WorkPages::taskWanted, this, [this](const Task& task) {
        m_window->showPage(u"inspect"_s);
        m_feed->choose(task.id);
        m_inspectPage->plot().setFocus();
    });
}

void Desk::addWorkPages()
{
    m_pages = std::make_unique<WorkPages>(*m_window, m_inspector->sender(), m_settings);
    hear(*m_pages);
    connect(m_pages.get(), &WorkPages::inspectWanted, this, [this](const QueueEntries& entries) {
        if (entries.empty())
            return;
        QueueEntries fresh;
        for (const auto& entry : entries)
            if (m_queue->rowOf(entry.obsid, entry.pipelineVersion) < 0)
                fresh.push_back(entry);
        m_inspector->addEntries(fresh, {});
        m_window->showPage(u"inspect"_s);
        m_inspector->showQueueRow(m_queue->rowOf(entries.front().obsid, entries.front().pipelineVersion));
        m_inspectPage->plot().setFocus();
    });
}

template<typename Controller>
void Desk::hear(Controller& controller)
{
    connect(&controller, &Controller::said, this, [this](const QString& sentence) {
        m_window->messages().show(MessageBar::Tone::Information, sentence);
    });
    connect(&controller, &Controller::complained, this, [this](const QString& sentence) {
        m_window->messages().show(MessageBar::Tone::Failure, sentence);
    });
    if constexpr (requires { &Controller::mended; })
        connect(&controller, &Controller::mended, &m_window->messages(), &MessageBar::withdraw);
}

bool Desk::eventFilter(QObject* watched, QEvent* event)
{
    if (watched == m_window.get() && event->type() == QEvent::Close) {
        if (!mayClose()) {
            event->ignore();
            return true;
        }
        keepDrafts();
        if (m_remembersWindow)
            saveWindow(m_window->saveGeometry());
    }
    return QObject::eventFilter(watched, event);
}
