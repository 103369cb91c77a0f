#pragma once

#include "models/spectrum/tracepath.h"

#include <qcustomplot.h>

struct PlotState;

/// Draws the spectrum: error band, exposures, unsmoothed and smoothed trace, hatched gaps. Internal to
/// plotting.
class TraceLayer : public QCPLayerable
{
public:
    TraceLayer(QCustomPlot* plot, const PlotState& state);

    /// Pens of the traces: cosmetic, one device pixel. Any other width is ninety times slower to draw.
    QPen tracePen() const;
    QPen rawPen() const;
    /// Draws values by pixel of the coadd with the painter's pen, where the trace is drawn.
    void drawValues(QCPPainter& painter, const std::vector<float>& values) const;
    /// True when the usual error is more than two pixels of the screen, or unknown.
    bool isNoisyOnScreen(const QCPPainter& painter) const;

protected:
    void applyDefaultAntialiasingHint(QCPPainter* painter) const override;
    void draw(QCPPainter* painter) override;

private:
    PixelMap pixelMap(const QCPPainter& painter) const;
    QRectF traceArea() const;
    void drawErrorBand(QCPPainter& painter, const PixelMap& map) const;
    void drawExposures(QCPPainter& painter, const PixelMap& map) const;
    void drawGaps(QCPPainter& painter, const PixelMap& map) const;
    void drawWords(QCPPainter& painter, const QString& words) const;

    const PlotState& m_state;
};
