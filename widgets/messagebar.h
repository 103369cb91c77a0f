#pragma once

#include <QFrame>

class QLabel;

/// One line above the page that says what happened and what to do; goes away on Escape or by its button.
class MessageBar : public QFrame
{
    Q_OBJECT
public:
    enum class Tone { Information, Attention, Failure };

    explicit MessageBar(QWidget* parent = nullptr);

    void show(Tone tone, const QString& sentence);
    QString text() const;

private:
    QLabel* m_sign;
    QLabel* m_sentence;
};
