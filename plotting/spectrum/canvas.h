#pragma once

#include <qcustomplot.h>

#include <functional>

/// QCustomPlot that redraws what is stale when it is painted and never earlier, so any number of changes
/// between two frames cost one redraw and a frame never shows a stale state. The overlay layer goes onto a
/// kept picture of all the others, which costs a quarter of QCustomPlot's own buffered layers. Handles no
/// mouse or key itself. Internal to plotting.
class Canvas : public QCustomPlot
{
public:
    enum class Stale { Nothing, Overlay, Everything };

    explicit Canvas(QWidget* parent);

    /// Called with the viewport set and before everything is drawn: sets margins and ranges.
    std::function<void()> prepare;
    /// Called when a frame is drawn.
    std::function<void()> afterPaint;

    void markStale(Stale what);
    /// Brings axes and margins up to date for the present size, for those who ask for pixels before a paint.
    void layOut();
    /// Draws everything into a part of a page.
    void drawOnto(QCPPainter& painter, const QRect& area);

protected:
    void paintEvent(QPaintEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;

private:
    void drawLayers(QCPPainter& painter, bool overlay);
    void drawStill();

    QPixmap m_still; // all but the overlay
    Stale m_stale = Stale::Everything;
};
