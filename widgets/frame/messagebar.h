#pragma once

#include <QFrame>
#include <QTimer>

#include <vector>

class QLabel;
class QToolButton;

/// What stands behind a sentence that is too short for all of it.
struct MessageDetails
{
    QString title;
    QString text {};
    int count = 0; ///< Of what the text tells; 0: there is nothing behind it
};

/// A card over the foot of the page that says what happened and what to do; goes away on Escape or by its
/// button, mere information also by itself. What stands there stays when more comes, the newest below;
/// information gives way to information.
class MessageBar : public QFrame
{
    Q_OBJECT
public:
    enum class Tone { Information, Attention, Failure };

    explicit MessageBar(QWidget* parent = nullptr);

    /// With details there is a button that shows them all, and a click on the text does the same.
    void show(Tone tone, const QString& sentence, const MessageDetails& details = {});
    bool hasDetails() const;
    /// Opens what stands behind the newest sentence that has something behind it.
    void showDetails();
    /// Takes this sentence away if it still stands there: it is true no longer.
    void withdraw(const QString& sentence);
    /// All that stands there, a line each.
    QString text() const;

signals:
    /// Other sentences stand there: it may want another height.
    void changed();

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    struct Message
    {
        Tone tone;
        QString sentence;
        MessageDetails details;
    };

    void pass();
    void showStanding();
    const MessageDetails* details() const;

    std::vector<Message> m_standing;
    QTimer m_passing;
    QLabel* m_sign;
    QLabel* m_sentence;
    QToolButton* m_all;
};
