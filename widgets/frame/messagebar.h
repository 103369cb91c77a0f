#pragma once

#include <QFrame>
#include <QTimer>

class QLabel;

/// A card over the foot of the page that says what happened and what to do; goes away on Escape or by its
/// button, mere information also by itself. Information never hides a failure.
class MessageBar : public QFrame
{
    Q_OBJECT
public:
    enum class Tone { Information, Attention, Failure };

    explicit MessageBar(QWidget* parent = nullptr);

    void show(Tone tone, const QString& sentence);
    /// Takes this sentence away if it still stands there: it is true no longer.
    void withdraw(const QString& sentence);
    QString text() const;

private:
    Tone m_tone = Tone::Information;
    QTimer m_passing;
    QLabel* m_sign;
    QLabel* m_sentence;
};
