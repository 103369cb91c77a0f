#pragma once

#include <qcustomplot.h>

class TraceLayer;
struct PlotState;

/// Draws the template over the kept picture of the spectrum, because it moves with the redshift as the line
/// marks do. Internal to plotting.
class TemplateLayer : public QCPLayerable
{
public:
    TemplateLayer(QCustomPlot* plot, const PlotState& state, const TraceLayer& trace);

protected:
    void applyDefaultAntialiasingHint(QCPPainter* painter) const override;
    void draw(QCPPainter* painter) override;

private:
    const PlotState& m_state;
    const TraceLayer& m_trace;
};
