#pragma once

#include <QFrame>
#include <QTimer>

#include <vector>

class QLabel;

/// A card over the foot of the page that says what happened and what to do; goes away on Escape or by its
/// button, mere information also by itself. What stands there stays when more comes, the newest below;
/// information gives way to information.
class MessageBar : public QFrame
{
    Q_OBJECT
public:
    enum class Tone { Information, Attention, Failure };

    explicit MessageBar(QWidget* parent = nullptr);

    void show(Tone tone, const QString& sentence);
    /// Takes this sentence away if it still stands there: it is true no longer.
    void withdraw(const QString& sentence);
    /// All that stands there, a line each.
    QString text() const;

signals:
    /// Other sentences stand there: it may want another height.
    void changed();

private:
    struct Message
    {
        Tone tone;
        QString sentence;
    };

    void pass();
    void showStanding();

    std::vector<Message> m_standing;
    QTimer m_passing;
    QLabel* m_sign;
    QLabel* m_sentence;
};
