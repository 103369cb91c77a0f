#pragma once

#include <QObject>

class Canvas;
class QCPAxis;
struct PlotState;

/// Pixels of label rows that the axes and the overlay share.
struct LabelBands
{
    double top = 0; ///< Emission labels, below the upper axis
    double bottom = 0; ///< Absorption labels and sky captions, above the lower axis
    int rows = 2; ///< Rows of line labels in each
    double rowHeight = 0;
    double skyHeight = 0; ///< Row of sky captions at the very bottom
};
LabelBands labelBands(const PlotState& state, double plotHeight);

/// The axes of a spectrum plot: observed wavelength below, rest wavelength on top, flux at the left, and
/// their captions. Keeps margins that do not depend on the spectrum, so that nothing jumps from one to the
/// next.
class PlotAxes
{
public:
    PlotAxes(Canvas& canvas, const PlotState& state);

    /// Takes over fonts and colours of the state.
    void applyLook();
    /// Sets margins and tick distances for the canvas's size, and the flux range for what is in view.
    void prepare();

    /// Shows the whole spectrum.
    void showAll();
    /// Range of the scale in view, kept inside the spectrum and not narrower than ten pixels of it.
    void setPositionRange(double from, double to);
    double positionFrom() const;
    double positionTo() const;
    double wavelengthAtX(double x) const;
    double xOfWavelength(double vacuumAngstrom) const;

private:
    void followFlux();

    Canvas& m_canvas;
    const PlotState& m_state;
};
