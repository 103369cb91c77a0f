#pragma once

#include <QAction>
#include <QKeySequence>

#include <vector>

/// What an action is about; the help page has one block for each.
enum class ActionGroup { Verdict, Redshift, LineMarks, View, List, Window };

/// What a hand can do with the mouse, for the help page: "Ctrl + drag over a line", "measures it".
struct Gesture
{
    QString hand;
    QString deed;
    const QWidget* owner = nullptr; ///< The page it works on
};

/// Everything a person can do, once: buttons, tooltips, shortcuts and the help page read this list.
class Actions : public QObject
{
    Q_OBJECT
public:
    using QObject::QObject;

    /// Adds an action that works while `owner` is visible in the active window. `id` is stable, for settings
    /// and tests; the first key is the one that is shown. What has the focus below `owner` keeps the keys it
    /// needs itself.
    QAction* add(const QString& id, ActionGroup group, const QString& text, const QList<QKeySequence>& keys,
                 QWidget* owner);
    /// nullptr when there is no such action.
    QAction* action(const QString& id) const;
    /// The actions of a group in the order they were added.
    QList<QAction*> inGroup(ActionGroup group) const;
    /// The same, those of one page or of the window alone.
    QList<QAction*> inGroup(ActionGroup group, const QWidget* owner) const;
    /// Pages and the window in the order in which their first action was added.
    QList<const QWidget*> owners() const;
    void addGesture(const Gesture& gesture) { m_gestures.push_back(gesture); }
    const std::vector<Gesture>& gestures() const { return m_gestures; }
    QList<QAction*> all() const;
    /// Other keys for an action; tooltips and help follow.
    void setKeys(const QString& id, const QList<QKeySequence>& keys);

    bool eventFilter(QObject* watched, QEvent* event) override;

    static QString title(ActionGroup group);
    static QList<ActionGroup> groups();

private:
    struct Entry
    {
        ActionGroup group;
        QAction* action;
        const QWidget* owner;
    };
    std::vector<Entry> m_entries;
    std::vector<Gesture> m_gestures;
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
