#pragma once

#include "widgets/frame/actions.h"

#include <QPointer>
#include <QWidget>

/// Everything that can be done, with its keys, over the whole window; made from the action list each time it
/// opens. Any key or click closes it.
class HelpOverlay : public QWidget
{
    Q_OBJECT
public:
    explicit HelpOverlay(const Actions& actions, QWidget* window);

    /// Opens it over its window, or closes it.
    void toggle();

protected:
    bool event(QEvent* event) override;
    void paintEvent(QPaintEvent* event) override;
    void mousePressEvent(QMouseEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;
    void hideEvent(QHideEvent* event) override;

private:
    void fill();
    QWidget* block(ActionGroup group, const QList<QAction*>& actions);

    const Actions& m_actions;
    QWidget* m_sheet = nullptr;
    QPointer<QWidget> m_focusBefore;
};
