#pragma once

#include "models/lines/linelist.h"
#include "plotting/palette.h"
#include "plotting/spectrum/drawnspectrum.h"
#include "plotting/spectrum/spectrumplot.h"

#include <QFont>

#include <optional>

/// What the layers of a spectrum plot draw from.
struct PlotState
{
    DrawnSpectrum drawn;
    QString hint; ///< Words on an empty page
    LineList lines = builtInLines().lines;
    double z = 0;
    bool emission = true;
    bool absorption = true;
    bool error = true;
    bool sky = true;
    bool exposures = false;
    std::vector<std::size_t> shownExposures; ///< Which of them; empty: all
    std::vector<float> templateFlux; ///< By pixel of the coadd; empty: none
    bool templateShown = true;
    std::optional<MeasuredLine> measured; ///< What was dragged over last
    PlotPalette palette = PlotPalette::light();
    QFont font; ///< Axis numbers and line labels, sized in pixels
    QFont captionFont; ///< Captions of axes and sky, sized in pixels
    bool isPicture = false; ///< Drawn for a file: no trace of the mouse
    double cursorX = -1; ///< Where the mouse is, pixels; negative: not over the plot
    int hoveredLine = -1; ///< Index of the line whose mark is under the mouse or dragged
    double bandFromX = 0; ///< Rubber band of a zoom or a measurement, pixels; equal: none
    double bandToX = 0;
    bool bandMeasures = false; ///< The rubber band is over a line to be measured.
};
