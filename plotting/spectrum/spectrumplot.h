#pragma once

#include "models/lines/spectralline.h"
#include "models/spectrum/spectrum.h"
#include "models/values/result.h"

#include <QImage>
#include <QWidget>

#include <memory>
#include <optional>

/// What stands under the mouse.
struct CursorReadout
{
    double vacuumAngstrom = 0; ///< Observed
    double airAngstrom = 0; ///< Observed
    double restAngstrom = 0; ///< Vacuum, at the plot's redshift
    std::optional<double> flux; ///< Of the drawn (smoothed) trace, in Spectrum::fluxUnit
    std::optional<double> error; ///< 1 σ of that flux
    std::optional<double> velocityKmS; ///< c·Δλ/λ from the nearest line at the plot's redshift
    QString nearestLine; ///< Name of that line, empty: none in the list
    QString maskText; ///< Names of the mask bits of this pixel, empty: none set
};
Q_DECLARE_METATYPE(CursorReadout)

/// A line whose strength was measured: between two wavelengths, against a straight continuum.
struct MeasuredLine
{
    double fromAngstrom = 0; ///< Observed vacuum
    double toAngstrom = 0;
    double fromContinuum = 0; ///< At either end, in flux units
    double toContinuum = 0;
};

/// Words around an exported plot.
struct PictureText
{
    QString title; ///< Above the plot; empty: none
    QString caption; ///< One line below it; empty: none
};

/// Draws one spectrum as large as it is allowed to be: trace, error band, sky under it, line overlay over it,
/// observed wavelength (vacuum Å) below and rest wavelength on top. Lives on the GUI thread.
class SpectrumPlot : public QWidget
{
    Q_OBJECT
public:
    explicit SpectrumPlot(QWidget* parent = nullptr);
    ~SpectrumPlot() override;

    /// Shows a spectrum in full; nullptr: an empty page with a hint. Leaves redshift, lines and switches as
    /// they are.
    void setSpectrum(SpectrumPtr spectrum);
    SpectrumPtr spectrum() const;
    /// The words on an empty page.
    void setHint(const QString& hint);

    /// Moves the line overlay and the rest axis, nothing else.
    void setRedshift(double z);
    double redshift() const;

    /// The lines of the overlay; the built-in list until this is called.
    void setLines(LineList lines);
    const LineList& lines() const;
    void setEmissionVisible(bool visible);
    bool isEmissionVisible() const;
    void setAbsorptionVisible(bool visible);
    bool isAbsorptionVisible() const;

    /// Width of the running mean weighted with inverse variance, in pixels; made odd, 1 = none.
    void setSmoothing(int pixels);
    int smoothing() const;
    void setErrorVisible(bool visible);
    bool isErrorVisible() const;
    /// Sky lines, telluric bands, the join of the arms, and the sky spectrum where the file has it.
    void setSkyVisible(bool visible);
    bool isSkyVisible() const;
    /// The single exposures behind the coadd.
    void setExposuresVisible(bool visible);
    bool areExposuresVisible() const;
    /// Which exposures of this spectrum are drawn when they are; empty, as for every new spectrum: all.
    void setShownExposures(std::vector<std::size_t> exposures);
    /// A model in the spectrum's own flux unit, one value a pixel of its coadd, drawn over it; empty: none.
    /// A new spectrum has none.
    void setTemplate(std::vector<float> flux);
    const std::vector<float>& templateFlux() const;
    void setTemplateVisible(bool visible);
    bool isTemplateVisible() const;
    /// Shades a measured line; a new spectrum has none.
    void setMeasuredLine(const std::optional<MeasuredLine>& measured);

    void resetZoom();
    /// Magnifies about the cursor, or the middle when the mouse is elsewhere: 2 shows half the range.
    void zoom(double factor);
    /// Moves the view by a part of its width, positive to the red.
    void pan(double fractionOfWidth);
    /// Shows this range of observed vacuum wavelengths, in Å.
    void setWavelengthRange(double fromAngstrom, double toAngstrom);
    double rangeFromAngstrom() const;
    double rangeToAngstrom() const;
    /// Shows ±3000 km/s around a line at the current redshift.
    void zoomToLine(const SpectralLine& line);

    /// Observed vacuum wavelength under the mouse in Å; NaN when it is not over the plot area.
    double cursorAngstrom() const;
    /// The area inside the axes, in this widget's logical pixels.
    QRectF plotArea() const;
    /// Horizontal position of an observed vacuum wavelength, in this widget's logical pixels.
    double xOfWavelength(double vacuumAngstrom) const;
    /// The names of the lines whose labels are drawn now, in the order of their wavelength.
    QStringList labelledLines() const;

    /// The plot at another size than the widget's (logical pixels), with the widget's theme and view.
    QImage render(QSize size, qreal devicePixelRatio = 1, const PictureText& text = {}) const;
    /// Writes a picture; the ending of `path` (png, pdf, svg) decides what. `size` in pixels of 1/96 inch.
    Result<void> exportTo(const QString& path, QSize size, const PictureText& text = {}) const;
    /// The widths of the pens that draw the traces; 0 is one device pixel. Others are ninety times slower.
    std::vector<double> tracePenWidths() const;

signals:
    void cursorMoved(const CursorReadout& readout);
    void cursorLeft();
    /// While a line mark is dragged onto a feature; the plot is already at this redshift.
    void redshiftDragged(double z, const QString& lineName);
    void redshiftDragFinished();
    /// Ctrl + wheel: `steps` up or down; with Shift too they are fine ones.
    void redshiftStepped(int steps, bool fine);
    /// The wavelength range in view has changed.
    void zoomChanged();
    /// Ctrl + drag: the line between these observed vacuum wavelengths is to be measured.
    void measureWished(double fromAngstrom, double toAngstrom);
    /// A right click on the spectrum: which line is under the cursor?
    void lineWished();
    /// A new spectrum is on the screen for the first time.
    void painted();

public:
    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;

protected:
    void changeEvent(QEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;

private:
    void showPositions(double from, double to);
    void layOut() const;

    struct Parts;
    std::unique_ptr<Parts> m_parts;
};
