#include "plotting/spectrum/templatelayer.h"

#include "plotting/spectrum/plotstate.h"
#include "plotting/spectrum/tracelayer.h"

TemplateLayer::TemplateLayer(QCustomPlot* plot, const PlotState& state, const TraceLayer& trace)
    : QCPLayerable(plot, QStringLiteral("overlay"))
    , m_state(state)
    , m_trace(trace)
{
}

void TemplateLayer::applyDefaultAntialiasingHint(QCPPainter* painter) const
{
    painter->setAntialiasing(false);
}

void TemplateLayer::draw(QCPPainter* painter)
{
    if (!m_state.templateShown || m_state.templateFlux.empty() || !m_state.drawn.hasGoodPixel())
        return;
    painter->setPen(QPen(m_state.palette.templateFlux, 0));
    m_trace.drawValues(*painter, m_state.templateFlux);
    // Over noise the template would vanish below the trace, over a smooth trace it would hide it.
    if (m_trace.isNoisyOnScreen(*painter))
        return;
    painter->setPen(m_trace.tracePen());
    m_trace.drawValues(*painter, m_state.drawn.trace.flux);
}
