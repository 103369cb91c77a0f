#pragma once

#include <QPushButton>

/// A small flat button of a row of choices: its word in the middle, its key faint at the right. Chosen, it is
/// filled. A push button to keyboard and screen readers.
class Cell : public QPushButton
{
    Q_OBJECT
public:
    explicit Cell(const QString& text, const QString& key = {}, QWidget* parent = nullptr);

    void setKey(const QString& key);
    /// Shows that the key is awaited now.
    void setKeyCalled(bool called);
    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;

protected:
    void paintEvent(QPaintEvent* event) override;
    void enterEvent(QEnterEvent* event) override;
    void leaveEvent(QEvent* event) override;

private:
    QString m_key;
    bool m_keyCalled = false;
};
