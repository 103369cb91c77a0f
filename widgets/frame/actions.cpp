#include "widgets/frame/actions.h"

#include <QAbstractButton>
#include <QAbstractItemView>
#include <QAbstractSlider>
#include <QAbstractSpinBox>
#include <QApplication>
#include <QComboBox>
#include <QKeyEvent>
#include <QLineEdit>
#include <QPlainTextEdit>

#include <algorithm>

using namespace Qt::Literals::StringLiterals;

QAction* Actions::add(const QString& id, ActionGroup group, const QString& text,
                      const QList<QKeySequence>& keys, QWidget* owner)
{
    auto* action = new QAction(text, this);
    action->setObjectName(id);
    action->setAutoRepeat(false);
    owner->addAction(action);
    owner->installEventFilter(this);
    m_entries.push_back({group, action, owner});
    setKeys(id, keys);
    return action;
}

QAction* Actions::action(const QString& id) const
{
    const auto found = std::ranges::find_if(
        m_entries, [&id](const Entry& entry) { return entry.action->objectName() == id; });
    return found == m_entries.end() ? nullptr : found->action;
}

QList<QAction*> Actions::inGroup(ActionGroup group) const
{
    QList<QAction*> actions;
    for (const auto& entry : m_entries)
        if (entry.group == group)
            actions << entry.action;
    return actions;
}

QList<QAction*> Actions::inGroup(ActionGroup group, const QWidget* owner) const
{
    QList<QAction*> actions;
    for (const auto& entry : m_entries)
        if (entry.group == group && entry.owner == owner)
            actions << entry.action;
    return actions;
}

QList<const QWidget*> Actions::owners() const
{
    QList<const QWidget*> owners;
    for (const auto& entry : m_entries)
        if (!owners.contains(entry.owner))
            owners << entry.owner;
    return owners;
}

QList<QAction*> Actions::all() const
{
    QList<QAction*> actions;
    for (const auto group : groups())
        actions << inGroup(group);
    return actions;
}

void Actions::setKeys(const QString& id, const QList<QKeySequence>& keys)
{
    auto* found = action(id);
    if (!found)
        return;
    found->setShortcuts(keys);
    const auto key = keyText(found);
    found->setToolTip(key.isEmpty() ? found->text() : u"%1 (%2)"_s.arg(found->text(), key));
}

bool Actions::eventFilter(QObject* watched, QEvent* event)
{
    if (event->type() != QEvent::ShortcutOverride
        || !isWantedByFocus(*static_cast<QKeyEvent*>(event), QApplication::focusWidget()))
        return QObject::eventFilter(watched, event);
    event->accept();
    return true;
}

QString Actions::title(ActionGroup group)
{
    switch (group) {
    case ActionGroup::Verdict:
        return tr("Verdict");
    case ActionGroup::Redshift:
        return tr("Redshift");
    case ActionGroup::LineMarks:
        return tr("The feature at the cursor is");
    case ActionGroup::View:
        return tr("View");
    case ActionGroup::List:
        return tr("List");
    case ActionGroup::Window:
        return tr("Window");
    }
    return {};
}

QList<ActionGroup> Actions::groups()
{
    return {ActionGroup::Verdict, ActionGroup::Redshift, ActionGroup::LineMarks,
            ActionGroup::View,    ActionGroup::List,     ActionGroup::Window};
}

QString keyText(const QKeySequence& key)
{
    auto text = key.toString(QKeySequence::PortableText);
    if (text.size() == 1)
        return text.toLower();
    const std::pair<QLatin1StringView, char16_t> signs[] = {
        {"Return"_L1, u'⏎'}, {"Right"_L1, u'→'}, {"Left"_L1, u'←'}, {"Up"_L1, u'↑'}, {"Down"_L1, u'↓'}};
    const auto plus = text.lastIndexOf(u'+', -2) + 1; // behind the modifiers; "Ctrl++" ends in the key itself
    for (const auto& [name, sign] : signs)
        if (text.mid(plus) == name)
            return text.left(plus) + QChar(sign);
    return text;
}

QString keyText(const QAction* action)
{
    return action ? keyText(action->shortcut()) : QString();
}

bool isWantedByFocus(const QKeyEvent& key, const QWidget* focus)
{
    const auto isText = qobject_cast<const QLineEdit*>(focus) || qobject_cast<const QPlainTextEdit*>(focus)
        || qobject_cast<const QAbstractSpinBox*>(focus);
    const auto deletes = key.key() == Qt::Key_Delete || key.key() == Qt::Key_Backspace;
    if (isText && deletes && !(key.modifiers() & (Qt::AltModifier | Qt::MetaModifier)))
        return true;
    if (!focus || key.key() == Qt::Key_Escape
        || (key.modifiers() & (Qt::ControlModifier | Qt::AltModifier | Qt::MetaModifier)))
        return false;
    const auto isFunctionKey = key.key() >= Qt::Key_F1 && key.key() <= Qt::Key_F35;
    if (isText)
        return !isFunctionKey;

    const auto isArrow = key.key() >= Qt::Key_Left && key.key() <= Qt::Key_Down;
    const auto isPage = key.key() == Qt::Key_PageUp || key.key() == Qt::Key_PageDown
        || key.key() == Qt::Key_Home || key.key() == Qt::Key_End;
    if (qobject_cast<const QAbstractItemView*>(focus) || qobject_cast<const QAbstractSlider*>(focus))
        return isArrow || isPage;
    if (qobject_cast<const QComboBox*>(focus))
        return isArrow || isPage || key.key() == Qt::Key_Space;
    if (qobject_cast<const QAbstractButton*>(focus))
        return isArrow || key.key() == Qt::Key_Space;
    return false;
}
