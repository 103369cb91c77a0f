#pragma once

#include <QPushButton>

/// The one main button: what it does in one line, what it stores in a second, its key at the right.
class AcceptButton : public QPushButton
{
    Q_OBJECT
public:
    explicit AcceptButton(QWidget* parent = nullptr);

    void setAnswer(const QString& deed, const QString& answer);
    void setKey(const QString& key);
    QSize sizeHint() const override;
    QSize minimumSizeHint() const override { return {80, sizeHint().height()}; }

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    QString m_answer;
    QString m_key;
};
