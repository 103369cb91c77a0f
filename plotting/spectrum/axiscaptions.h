#pragma once

#include <qcustomplot.h>

struct PlotState;

/// The words at the axes that do not move with the redshift. Internal to plotting.
class AxisCaptions : public QCPLayerable
{
public:
    AxisCaptions(QCustomPlot* plot, const PlotState& state);

protected:
    void applyDefaultAntialiasingHint(QCPPainter* painter) const override;
    void draw(QCPPainter* painter) override;

private:
    QString fluxCaption() const;

    const PlotState& m_state;
};
