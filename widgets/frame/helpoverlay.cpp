#include "widgets/frame/helpoverlay.h"

#include "widgets/frame/caption.h"
#include "widgets/frame/theme.h"

#include <QAction>
#include <QGridLayout>
#include <QKeyEvent>
#include <QLabel>
#include <QLineEdit>
#include <QPainter>
#include <QScrollArea>
#include <QScrollBar>

#include <algorithm>

using namespace Qt::Literals::StringLiterals;

namespace {
constexpr int mostColumns = 4;
constexpr int narrowestColumn = 34 * gridUnit;

QString keysOf(const QAction* action)
{
    QStringList keys;
    for (const auto& key : action->shortcuts())
        if (const auto text = keyText(key); !keys.contains(text))
            keys << text;
    return keys.join(u"  "_s);
}

bool isModifier(int key)
{
    constexpr int modifiers[] = {Qt::Key_Shift, Qt::Key_Control, Qt::Key_Alt, Qt::Key_AltGr, Qt::Key_Meta};
    return std::ranges::find(modifiers, key) != std::end(modifiers);
}

/// Which column each block goes into: blocks in their order, the longest column as short as can be.
std::vector<int> spread(const std::vector<int>& heights, int columns)
{
    std::vector<int> places(heights.size(), 0);
    int low = heights.empty() ? 0 : *std::ranges::max_element(heights);
    for (;; ++low) {
        int column = 0;
        int filled = 0;
        for (std::size_t at = 0; at < heights.size(); ++at) {
            if (filled > 0 && filled + heights[at] > low) {
                ++column;
                filled = 0;
            }
            filled += heights[at];
            places[at] = column;
        }
        if (column < columns)
            return places;
    }
}
}

HelpOverlay::HelpOverlay(const Actions& actions, QWidget* window)
    : QWidget(window)
    , m_actions(actions)
    , m_sheet(new QWidget(this))
    , m_title(new QLabel(m_sheet))
    , m_search(new QLineEdit(m_sheet))
    , m_scroll(new QScrollArea(m_sheet))
{
    setObjectName(u"help"_s);
    m_title->setObjectName(u"helpTitle"_s);
    m_title->setFont(textFont(TextSize::Title));
    m_search->setObjectName(u"helpSearch"_s);
    m_search->setAccessibleName(tr("Find a key on any page"));
    m_search->setPlaceholderText(tr("Type to find a key on any page"));
    m_search->setClearButtonEnabled(true);
    m_search->setFixedWidth(36 * gridUnit);
    m_search->installEventFilter(this);
    m_scroll->setWidgetResizable(true);
    m_scroll->setFrameShape(QFrame::NoFrame);
    m_scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_scroll->setFocusPolicy(Qt::NoFocus);
    m_scroll->viewport()->setAutoFillBackground(false);

    auto* head = new QHBoxLayout;
    head->setSpacing(2 * gridUnit);
    head->addWidget(m_title);
    head->addStretch(1);
    head->addWidget(new Caption(tr("Esc closes"), m_sheet));
    head->addWidget(m_search);
    auto* layout = new QVBoxLayout(m_sheet);
    layout->setContentsMargins(3 * gridUnit, 2 * gridUnit, 2 * gridUnit, 2 * gridUnit);
    layout->setSpacing(gridUnit);
    layout->addLayout(head);
    layout->addWidget(m_scroll, 1);
    connect(m_search, &QLineEdit::textChanged, this, &HelpOverlay::fill);
    hide();
}

void HelpOverlay::toggle()
{
    if (isVisible()) {
        hide();
        return;
    }
    m_focusBefore = window()->focusWidget();
    setGeometry(parentWidget()->rect());
    m_search->clear();
    show();
    raise();
    fill();
    m_search->setFocus(Qt::OtherFocusReason);
}

/// What one page, or the window, offers; of what has other words than the wanted ones nothing.
std::vector<HelpOverlay::Block> HelpOverlay::blocksOf(const QWidget* owner, const QString& pageName,
                                                      const QString& wanted) const
{
    const auto fits = [&wanted](const QString& what, const QString& keys) {
        return wanted.isEmpty() || what.contains(wanted, Qt::CaseInsensitive)
            || keys.split(u' ', Qt::SkipEmptyParts).contains(wanted, Qt::CaseInsensitive);
    };
    const auto titled = [&](const QString& title) {
        return pageName.isEmpty() ? title : u"%1 · %2"_s.arg(pageName, title);
    };
    std::vector<Block> blocks;
    for (const auto group : Actions::groups()) {
        Block block {titled(Actions::title(group)), {}};
        for (const auto* action : m_actions.inGroup(group, owner))
            if ((owner != window() || action->isEnabled()) && fits(action->text(), keysOf(action)))
                block.lines.push_back({action->text(), keysOf(action), action->objectName()});
        if (!block.lines.empty())
            blocks.push_back(std::move(block));
    }
    Block mouse {titled(tr("Mouse")), {}};
    for (const auto& gesture : m_actions.gestures())
        if (gesture.owner == owner && fits(gesture.deed, gesture.hand))
            mouse.lines.push_back({gesture.deed, gesture.hand, {}});
    if (!mouse.lines.empty())
        blocks.push_back(std::move(mouse));
    return blocks;
}

/// Whether the person's rights reach a page.
bool HelpOverlay::isOffered(const QWidget* page) const
{
    const auto* shows = m_actions.action(page->property("pageId").toString());
    return !shows || shows->isEnabled();
}

std::vector<HelpOverlay::Block> HelpOverlay::blocks() const
{
    const auto wanted = m_search->text().trimmed();
    std::vector<Block> found;
    const auto take = [&found](std::vector<Block> more) {
        std::ranges::move(more, std::back_inserter(found));
    };
    const auto owners = m_actions.owners();
    for (const auto* owner : owners)
        if (owner != window() && owner->isVisible())
            take(blocksOf(owner, {}, wanted));
    take(blocksOf(window(), {}, wanted));
    if (!wanted.isEmpty())
        for (const auto* owner : owners)
            if (owner != window() && !owner->isVisible() && isOffered(owner))
                take(blocksOf(owner, owner->accessibleName(), wanted));
    return found;
}

void HelpOverlay::fill()
{
    if (!isVisible())
        return;
    QString page;
    for (const auto* owner : m_actions.owners())
        if (owner != window() && owner->isVisible())
            page = owner->accessibleName();
    m_title->setText(page.isEmpty() ? tr("Keys") : tr("%1: keys and mouse").arg(page));

    auto* content = new QWidget;
    content->setObjectName(u"helpContent"_s);
    auto* columns = new QHBoxLayout(content);
    columns->setContentsMargins(0, 0, gridUnit, 0);
    columns->setSpacing(4 * gridUnit);
    const auto shown = blocks();
    if (shown.empty())
        columns->addWidget(new Caption(tr("Nothing is called that. Other words?"), content), 0, Qt::AlignTop);
    const int count = std::clamp((width() - 10 * gridUnit) / narrowestColumn, 1, mostColumns);
    std::vector<int> heights;
    std::vector<QWidget*> drawnBlocks;
    for (const auto& block : shown) {
        drawnBlocks.push_back(drawn(block, content));
        heights.push_back(drawnBlocks.back()->sizeHint().height() + 2 * gridUnit);
    }
    const auto places = spread(heights, count);
    for (int column = 0; column < count; ++column) {
        auto* stack = new QVBoxLayout;
        stack->setSpacing(2 * gridUnit);
        for (std::size_t at = 0; at < places.size(); ++at)
            if (places[at] == column)
                stack->addWidget(drawnBlocks[at]);
        stack->addStretch(1);
        columns->addLayout(stack, 1);
    }
    m_scroll->setWidget(content);
    content->setAutoFillBackground(false);
    content->show();
    place();
}

QWidget* HelpOverlay::drawn(const Block& block, QWidget* parent) const
{
    auto* drawn = new QWidget(parent);
    auto* grid = new QGridLayout(drawn);
    grid->setContentsMargins(0, 0, 0, 0);
    grid->setHorizontalSpacing(2 * gridUnit);
    grid->setVerticalSpacing(1);
    grid->setColumnStretch(0, 1);
    auto* title = new QLabel(block.title, drawn);
    auto bold = textFont(TextSize::Text);
    bold.setBold(true);
    title->setFont(bold);
    grid->addWidget(title, 0, 0, 1, 2);
    int row = 1;
    for (const auto& line : block.lines) {
        auto* what = new Caption(line.what, drawn);
        what->setTone(Caption::Tone::Text);
        what->setWordWrap(true);
        auto* keys = new Caption(line.keys, drawn);
        if (!line.id.isEmpty())
            keys->setObjectName(u"keysOf_"_s + line.id);
        keys->setAlignment(Qt::AlignRight | Qt::AlignVCenter);
        grid->addWidget(what, row, 0);
        grid->addWidget(keys, row++, 1);
    }
    return drawn;
}

/// As large as its content needs and the window allows.
void HelpOverlay::place()
{
    if (!m_scroll->widget())
        return;
    const int most = height() - 4 * gridUnit;
    const auto wanted = m_scroll->widget()->sizeHint();
    const int head = m_sheet->layout()->sizeHint().height() - m_scroll->sizeHint().height();
    const int wide = width() - 6 * gridUnit;
    const int high = std::min(most, wanted.height() + std::max(head, 7 * gridUnit) + gridUnit);
    m_sheet->setGeometry((width() - wide) / 2, 2 * gridUnit, wide, high); // typing does not move its head
    update();
}

bool HelpOverlay::event(QEvent* event)
{
    if (event->type() == QEvent::ShortcutOverride) {
        event->accept(); // no key reaches the page below
        return true;
    }
    return QWidget::event(event);
}

bool HelpOverlay::eventFilter(QObject* watched, QEvent* event)
{
    const bool pressed = event->type() == QEvent::KeyPress;
    if (!pressed && event->type() != QEvent::ShortcutOverride)
        return QWidget::eventFilter(watched, event);
    const auto* key = static_cast<QKeyEvent*>(event);
    const bool withControl = key->modifiers() & (Qt::ControlModifier | Qt::AltModifier | Qt::MetaModifier);
    const bool edits =
        withControl && (key->matches(QKeySequence::Paste) || key->matches(QKeySequence::SelectAll));
    const bool scrolls = key->key() == Qt::Key_PageDown || key->key() == Qt::Key_PageUp
        || key->key() == Qt::Key_Down || key->key() == Qt::Key_Up;
    const bool types = !withControl && !key->text().isEmpty() && key->text().front().isPrint()
        && key->key() != Qt::Key_Question;
    const bool moves = key->key() == Qt::Key_Backspace || key->key() == Qt::Key_Delete
        || key->key() == Qt::Key_Left || key->key() == Qt::Key_Right || key->key() == Qt::Key_Home
        || key->key() == Qt::Key_End;
    if (!pressed) {
        event->accept();
        return true;
    }
    if (scrolls) {
        const bool page = key->key() == Qt::Key_PageDown || key->key() == Qt::Key_PageUp;
        const bool down = key->key() == Qt::Key_PageDown || key->key() == Qt::Key_Down;
        auto* bar = m_scroll->verticalScrollBar();
        bar->setValue(bar->value() + (down ? 1 : -1) * (page ? bar->pageStep() : 3 * gridUnit));
        return true;
    }
    if (types || moves || edits || isModifier(key->key()))
        return false;
    hide();
    return true;
}

void HelpOverlay::paintEvent(QPaintEvent*)
{
    const auto colours = ThemeColours::of(palette());
    QPainter painter(this);
    auto veil = colours.window;
    veil.setAlphaF(0.85F);
    painter.fillRect(rect(), veil);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(colours.hairline);
    painter.setBrush(colours.base);
    painter.drawRoundedRect(QRectF(m_sheet->geometry()).adjusted(-0.5, -0.5, 0.5, 0.5), 8, 8);
}

void HelpOverlay::mousePressEvent(QMouseEvent* event)
{
    if (!m_sheet->geometry().contains(event->position().toPoint()))
        hide();
}

void HelpOverlay::hideEvent(QHideEvent* event)
{
    QWidget::hideEvent(event);
    if (m_focusBefore)
        m_focusBefore->setFocus(Qt::OtherFocusReason);
}

void HelpOverlay::resizeEvent(QResizeEvent* event)
{
    QWidget::resizeEvent(event);
    fill();
}
