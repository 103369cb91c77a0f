#pragma once

#include "widgets/frame/actions.h"

#include <QPointer>
#include <QWidget>

class QLabel;
class QLineEdit;
class QScrollArea;

/// What the page on the screen can do, with keys and mouse, over the whole window; made from the action list
/// each time it opens. Typing finds the same on every page. Escape, `?`, Enter, a key with Ctrl or Alt, or a
/// click beside it closes it.
class HelpOverlay : public QWidget
{
    Q_OBJECT
public:
    explicit HelpOverlay(const Actions& actions, QWidget* window);

    /// Opens it over its window, or closes it.
    void toggle();

protected:
    bool event(QEvent* event) override;
    bool eventFilter(QObject* watched, QEvent* event) override;
    void paintEvent(QPaintEvent* event) override;
    void mousePressEvent(QMouseEvent* event) override;
    void hideEvent(QHideEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;

private:
    struct Line
    {
        QString what;
        QString keys;
        QString id;
    };
    struct Block
    {
        QString title;
        std::vector<Line> lines;
    };

    std::vector<Block> blocks() const;
    std::vector<Block> blocksOf(const QWidget* owner, const QString& pageName, const QString& wanted) const;
    bool isOffered(const QWidget* page) const;
    void fill();
    QWidget* drawn(const Block& block, QWidget* parent) const;
    void place();

    const Actions& m_actions;
    QWidget* m_sheet;
    QLabel* m_title;
    QLineEdit* m_search;
    QScrollArea* m_scroll;
    QPointer<QWidget> m_focusBefore;
};
