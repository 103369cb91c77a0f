#pragma once

#include <QLabel>

/// A line of small, quiet text that shortens itself with "…" where it does not fit.
class Caption : public QLabel
{
    Q_OBJECT
public:
    explicit Caption(const QString& text = {}, QWidget* parent = nullptr);

    /// Figures of one width, for text that changes while it is read.
    void useFigures();
    void setElided(bool elided);
    QSize minimumSizeHint() const override;

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    bool m_elided = false;
};
