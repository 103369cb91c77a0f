#pragma once

#include <QAction>
#include <QKeySequence>

#include <vector>

/// What an action is about; the help page has one block for each.
enum class ActionGroup { Verdict, Redshift, LineMarks, View, List, Window };

/// Everything a person can do, once: buttons, tooltips, shortcuts and the help page read this list.
class Actions : public QObject
{
    Q_OBJECT
public:
    using QObject::QObject;

    /// Adds an action that works while `owner` is visible in the active window. `id` is stable, for settings
    /// and tests; the first key is the one that is shown.
    QAction* add(const QString& id, ActionGroup group, const QString& text, const QList<QKeySequence>& keys,
                 QWidget* owner);
    /// nullptr when there is no such action.
    QAction* action(const QString& id) const;
    /// The actions of a group in the order they were added.
    QList<QAction*> inGroup(ActionGroup group) const;
    QList<QAction*> all() const;
    /// Other keys for an action; tooltips and help follow.
    void setKeys(const QString& id, const QList<QKeySequence>& keys);

    static QString title(ActionGroup group);
    static QList<ActionGroup> groups();

private:
    struct Entry
    {
        ActionGroup group;
        QAction* action;
    };
    std::vector<Entry> m_entries;
};

/// A key as printed on it: "n", "Shift+A", "⏎", "Alt+→".
QString keyText(const QKeySequence& key);
/// The first key of an action, empty when it has none.
QString keyText(const QAction* action);

class QKeyEvent;
class QWidget;

/// True when `focus` needs this key for itself (typing in a field, moving in a list or among choices), so
/// that it must not be taken as a shortcut. Escape and keys with Ctrl or Alt stay shortcuts; Ctrl+Delete and
/// Ctrl+Backspace belong to a text field.
bool isWantedByFocus(const QKeyEvent& key, const QWidget* focus);
