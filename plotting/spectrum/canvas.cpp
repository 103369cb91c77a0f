#include "plotting/spectrum/canvas.h"

#include <algorithm>

Canvas::Canvas(QWidget* parent)
    : QCustomPlot(parent)
{
    setObjectName(QStringLiteral("spectrumCanvas"));
    setMouseTracking(true);
    setFocusPolicy(Qt::NoFocus); // a click gives it to the plot around it
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

void Canvas::drawLayers(QCPPainter& painter, bool overlay)
{
    auto* moving = layer(QStringLiteral("overlay"));
    for (int index = 0; index < layerCount(); ++index)
        layer(index)->setVisible((layer(index) == moving) == overlay);
    draw(&painter);
    for (int index = 0; index < layerCount(); ++index)
        layer(index)->setVisible(true);
}

void Canvas::drawStill()
{
    const qreal ratio = devicePixelRatioF();
    if (m_still.size() != size() * ratio || m_still.devicePixelRatio() != ratio) {
        m_still = QPixmap(size() * ratio);
        m_still.setDevicePixelRatio(ratio);
    }
    QCPPainter painter(&m_still);
    painter.fillRect(rect(), mBackgroundBrush);
    drawLayers(painter, false);
}

void Canvas::paintEvent(QPaintEvent* /*event*/)
{
    layOut();
    if (m_stale == Stale::Everything || m_still.devicePixelRatio() != devicePixelRatioF())
        drawStill();
    m_stale = Stale::Nothing;
    QCPPainter painter(this);
    painter.drawPixmap(0, 0, m_still);
    drawLayers(painter, true);
    if (afterPaint)
        afterPaint();
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
