#pragma once

#include "models/lines/skyfeature.h"

#include <qcustomplot.h>

struct PlotState;

/// Draws what is not the object's under the trace: telluric bands, sky lines, the join of the arms, the sky
/// spectrum, and where the scale is folded. Internal to plotting.
class SkyLayer : public QCPLayerable
{
public:
    SkyLayer(QCustomPlot* plot, const PlotState& state);

protected:
    void applyDefaultAntialiasingHint(QCPPainter* painter) const override;
    void draw(QCPPainter* painter) override;

private:
    double x(double vacuumAngstrom) const;
    QRectF bandOf(const SkyFeature& feature) const;
    void drawFolds(QCPPainter& painter) const;
    void drawBands(QCPPainter& painter, const std::vector<SkyFeature>& features) const;
    void drawSkySpectrum(QCPPainter& painter) const;
    void drawCaptions(QCPPainter& painter, const std::vector<SkyFeature>& features) const;

    const PlotState& m_state;
};
