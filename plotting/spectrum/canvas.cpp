#include "plotting/spectrum/canvas.h"

#include <algorithm>

Canvas::Canvas(QWidget* parent)
    : QCustomPlot(parent)
{
    setObjectName(QStringLiteral("spectrumCanvas"));
    setMouseTracking(true);
    setPlottingHint(QCP::phCacheLabels);
    setNotAntialiasedElements(QCP::aeAll);
    setAttribute(Qt::WA_OpaquePaintEvent); // the background covers it all
}

void Canvas::markStale(Stale what)
{
    m_stale = std::max(m_stale, what);
    update();
}

void Canvas::layOut()
{
    if (viewport() != rect()) { // a hidden widget has not been told of its size yet
        setViewport(rect());
        m_stale = Stale::Everything;
    }
    if (m_stale != Stale::Everything)
        return;
    if (prepare)
        prepare();
    updateLayout();
}

void Canvas::redraw()
{
    // QCustomPlot asks for a repaint after drawing its buffers; this is that repaint.
    setAttribute(Qt::WA_UpdatesDisabled);
    if (m_stale == Stale::Everything) {
        layOut();
        replot(rpQueuedRefresh);
    } else {
        axisRect()->update(QCPLayoutElement::upPreparation); // the rest axis has new ticks
        layer(QStringLiteral("overlay"))->replot();
    }
    setAttribute(Qt::WA_UpdatesDisabled, false);
    m_stale = Stale::Nothing;
}

void Canvas::paintEvent(QPaintEvent* event)
{
    if (m_stale != Stale::Nothing)
        redraw();
    QCustomPlot::paintEvent(event);
}

void Canvas::resizeEvent(QResizeEvent* /*event*/)
{
    setViewport(rect());
    markStale(Stale::Everything);
}

void Canvas::drawOnto(QCPPainter& painter, const QRect& area)
{
    const auto onScreen = viewport();
    setViewport(area);
    if (prepare)
        prepare();
    draw(&painter);
    setViewport(onScreen);
    markStale(Stale::Everything);
}
