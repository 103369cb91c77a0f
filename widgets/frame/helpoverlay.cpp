#include "widgets/frame/helpoverlay.h"

#include "widgets/frame/caption.h"
#include "widgets/frame/theme.h"

#include <QGridLayout>
#include <QKeyEvent>
#include <QLabel>
#include <QPainter>

#include <algorithm>

using namespace Qt::Literals::StringLiterals;

namespace {
constexpr int columnCount = 4;

QString keysOf(const QAction* action)
{
    QStringList keys;
    for (const auto& key : action->shortcuts())
        if (const auto text = keyText(key); !keys.contains(text))
            keys << text;
    return keys.join(u"  "_s);
}

/// The groups in the columns they are shown in, so that all columns are about equally long.
const QList<ActionGroup>* columns()
{
    static const QList<ActionGroup> shown[columnCount] = {{ActionGroup::Verdict},
                                                          {ActionGroup::Redshift, ActionGroup::List},
                                                          {ActionGroup::LineMarks},
                                                          {ActionGroup::View, ActionGroup::Window}};
    return shown;
}
}

HelpOverlay::HelpOverlay(const Actions& actions, QWidget* window)
    : QWidget(window)
    , m_actions(actions)
{
    setObjectName(u"help"_s);
    setFocusPolicy(Qt::StrongFocus);
    hide();
}

void HelpOverlay::toggle()
{
    if (isVisible()) {
        hide();
        return;
    }
    m_focusBefore = window()->focusWidget();
    fill();
    setGeometry(parentWidget()->rect());
    show();
    raise();
    setFocus(Qt::OtherFocusReason);
}

void HelpOverlay::fill()
{
    delete m_sheet;
    delete layout();
    m_sheet = new QWidget(this);
    auto* sheetLayout = new QGridLayout(m_sheet);
    sheetLayout->setContentsMargins(3 * gridUnit, 2 * gridUnit, 3 * gridUnit, 2 * gridUnit);
    sheetLayout->setHorizontalSpacing(4 * gridUnit);
    auto* title = new QLabel(tr("Keys"), m_sheet);
    title->setFont(textFont(TextSize::Title));
    sheetLayout->addWidget(title, 0, 0);
    sheetLayout->addWidget(new Caption(tr("Any key closes this page."), m_sheet), 0, 1, 1, columnCount - 1,
                           Qt::AlignBottom | Qt::AlignRight);
    for (auto column = 0; column < columnCount; ++column) {
        auto* stack = new QVBoxLayout;
        stack->setSpacing(2 * gridUnit);
        for (const auto group : columns()[column])
            if (const auto actions = m_actions.inGroup(group); !actions.isEmpty())
                stack->addWidget(block(group, actions));
        stack->addStretch(1);
        sheetLayout->addLayout(stack, 1, column);
        sheetLayout->setColumnStretch(column, 1);
    }
    auto* outer = new QVBoxLayout(this);
    outer->addWidget(m_sheet, 0, Qt::AlignCenter);
}

QWidget* HelpOverlay::block(ActionGroup group, const QList<QAction*>& actions)
{
    auto* block = new QWidget(m_sheet);
    auto* grid = new QGridLayout(block);
    grid->setContentsMargins(0, 0, 0, 0);
    grid->setHorizontalSpacing(2 * gridUnit);
    grid->setVerticalSpacing(1);
    grid->setColumnStretch(0, 1);
    auto* title = new QLabel(Actions::title(group), block);
    auto bold = textFont(TextSize::Text);
    bold.setBold(true);
    title->setFont(bold);
    grid->addWidget(title, 0, 0, 1, 2);
    auto row = 1;
    for (const auto* action : actions) {
        auto* text = new QLabel(action->text(), block);
        text->setFont(textFont(TextSize::Caption));
        auto* keys = new Caption(keysOf(action), block);
        keys->setObjectName(u"keysOf_"_s + action->objectName());
        keys->setAlignment(Qt::AlignRight | Qt::AlignVCenter);
        grid->addWidget(text, row, 0);
        grid->addWidget(keys, row++, 1);
    }
    return block;
}

bool HelpOverlay::event(QEvent* event)
{
    if (event->type() == QEvent::ShortcutOverride) {
        event->accept(); // every key closes the page and does nothing else
        return true;
    }
    return QWidget::event(event);
}

void HelpOverlay::paintEvent(QPaintEvent*)
{
    const auto colours = ThemeColours::of(palette());
    QPainter painter(this);
    auto veil = colours.window;
    veil.setAlphaF(0.85F);
    painter.fillRect(rect(), veil);
    if (!m_sheet)
        return;
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(colours.hairline);
    painter.setBrush(colours.base);
    painter.drawRoundedRect(QRectF(m_sheet->geometry()).adjusted(-0.5, -0.5, 0.5, 0.5), 8, 8);
}

void HelpOverlay::mousePressEvent(QMouseEvent*)
{
    hide();
}

void HelpOverlay::keyPressEvent(QKeyEvent* event)
{
    const auto modifiers = {Qt::Key_Shift, Qt::Key_Control, Qt::Key_Alt, Qt::Key_AltGr, Qt::Key_Meta};
    if (std::find(modifiers.begin(), modifiers.end(), event->key()) == modifiers.end())
        hide();
}

void HelpOverlay::hideEvent(QHideEvent* event)
{
    QWidget::hideEvent(event);
    if (m_focusBefore)
        m_focusBefore->setFocus(Qt::OtherFocusReason);
}
