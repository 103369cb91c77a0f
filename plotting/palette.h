#pragma once

#include <QColor>

class QPalette;

/// The colours of everything drawn from a spectrum, in one place; they follow light and dark.
struct PlotPalette
{
    QColor background;
    QColor axis; ///< Axes, ticks and their labels
    QColor grid;
    QColor flux;
    QColor rawFlux; ///< The unsmoothed trace behind the smoothed one
    QColor error; ///< Error band
    QColor emission; ///< Emission-line marks
    QColor absorption; ///< Absorption-line marks
    QColor templateFlux;
    QColor sky; ///< Sky lines, telluric bands, the join of the arms
    QColor masked; ///< Hatching of masked pixels
    QColor problem; ///< Reported problem ranges

    static PlotPalette light();
    static PlotPalette dark();
    /// The one that fits a widget's palette.
    static PlotPalette of(const QPalette& palette);
};
