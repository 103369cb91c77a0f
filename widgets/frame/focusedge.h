#pragma once

#include <QWidget>

/// A line at the left edge of a list, a plot or a map while it has the focus: fields and buttons draw their
/// own.
class FocusEdge : public QWidget
{
public:
    /// Belongs to `target` and follows it.
    explicit FocusEdge(QWidget* target);

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;
    void paintEvent(QPaintEvent* event) override;

private:
    void follow();
};
