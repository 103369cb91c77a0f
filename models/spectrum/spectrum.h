#pragma once

#include "models/spectrum/fitsheader.h"
#include "models/spectrum/pixelmask.h"
#include "models/spectrum/spectralclass.h"

#include <array>
#include <memory>
#include <optional>
#include <vector>

/// The file layouts SpecDesk reads.
enum class Layout {
    LamostNormalisedImage, ///< LAMOST pilot/DR1: image, row 2 is continuum-normalised flux
    LamostImage, ///< LAMOST DR2–DR8: image with a wavelength row
    LamostTable, ///< LAMOST DR8 v2 and later: binary table COADD
    LamostMrs, ///< LAMOST medium resolution: COADD_B, COADD_R and exposures
    Sdss, ///< SDSS/BOSS spec-PLATE-MJD-FIBER
    Desi, ///< DESI coadd or spectra file, several objects
    SixDf, ///< 6dFGS table WAVE, FLUX
    TwoDf, ///< 2dF/AAOmega/Marz image, one or several objects
    Image, ///< any other one-dimensional FITS image with a spectral axis
    Table, ///< any other FITS table with wavelength and flux columns
    Text ///< columns of text: wavelength, flux[, error]
};

/// The word for a layout in tables and JSON, e.g. "lamost-table"; never translated.
QString layoutName(Layout layout);

/// Sampled flux. All vectors have the same length, or are empty where the file does not say.
struct Samples
{
    std::vector<double>
        wavelengthAngstrom; ///< Vacuum, heliocentric unless the spectrum says otherwise; strictly increasing.
    std::vector<float> flux; ///< In Spectrum::fluxUnit; NaN where the file has no value.
    std::vector<float> inverseVariance; ///< 1/σ² in flux units; 0 = no information. Empty: errors unknown.
    PixelMask andMask; ///< Bits set in every exposure (or the only mask the survey has).
    PixelMask orMask; ///< Bits set in any exposure.

    std::size_t size() const { return wavelengthAngstrom.size(); }
};

/// One camera of the spectrograph.
struct Arm
{
    QString name; ///< "B", "R", "Z"
    double fromAngstrom = 0; ///< First and last vacuum wavelength it contributes.
    double toAngstrom = 0;
};

/// One single exposure in one arm, on its own wavelength grid.
struct Exposure
{
    QString name; ///< As the file calls it, e.g. "B-84398392".
    QString arm; ///< "B", "R", "Z"
    qint64 lmjm = 0; ///< Local modified Julian minute of its start; 0 unknown.
    std::optional<double> seconds;
    Samples samples;
};

/// What the pipeline says of the object. Unknown numbers are absent, never sentinels.
struct PipelineAnswer
{
    SpectralClass spectralClass = SpectralClass::Unknown;
    bool saysUnknown = false; ///< The file itself says Unknown; else Unknown means that it has no class.
    QString subclass; ///< Empty where the file has none ("Non").
    std::optional<double> z;
    std::optional<double> zError;
    QString zMethod; ///< LAMOST ZFLAG: which method found z.
    std::optional<qint64> zWarning; ///< SDSS ZWARNING bits.
    std::optional<double> deltaChi2; ///< χ² distance to the next solution.

    /// The class the file states, which may be Unknown; nothing where it states none.
    std::optional<SpectralClass> statedClass() const
    {
        return spectralClass != SpectralClass::Unknown || saysUnknown ? std::optional(spectralClass)
                                                                      : std::nullopt;
    }
    /// Takes over the text of a file's class; an absent one means that the file states none.
    void setClass(const std::optional<QString>& text);
};

/// Who and where the object is, and with which fibre it was seen.
struct Target
{
    qint64 obsid = 0; ///< Unique id; see spectrumId() for files without one.
    bool obsidIsDerived = false; ///< True where the file carries no id and SpecDesk made one.
    QString survey; ///< "LAMOST", "SDSS", "DESI", "6dF", "2dF" or empty
    QString designation; ///< "J042429.00+340750.0" or the survey's object name
    QString objectType; ///< Input-catalog type of the target, e.g. "Star", "gal", "QSO"
    QString targetSource; ///< Input catalog the target came from
    QString fiberType; ///< "Obj", "Sky", "F-Std", "Unused", "PosErr", "Dead"
    std::optional<double> raDeg; ///< ICRS
    std::optional<double> decDeg;
    QString planId; ///< Plate (plan) name
    std::optional<int> spectrographId;
    std::optional<int> fiberId;
    std::optional<int> lmjd; ///< Night number (LAMOST) or MJD of the night (others)
    QString obsDate; ///< Evening date "yyyy-MM-dd", empty unknown
    std::optional<double> magnitude; ///< Brightest known magnitude of the input catalog, any band
};

/// What stands at a wavelength axis in the file, before it became vacuum and heliocentric.
struct WavelengthFrame
{
    bool wasAir = false; ///< The file's wavelengths are air; the ones in memory are vacuum.
    bool frameIsKnown =
        true; ///< False where the file does not say and vacuum (FITS) or the survey's habit was assumed.
    bool heliocentric = true; ///< False: still in the frame of the telescope.
    std::optional<double>
        heliocentricKmS; ///< Correction from the header that was not applied to the pixels, km/s.
};

/// A one-dimensional spectrum of one object. Never changed after it is built, so threads share it
/// as SpectrumPtr without locks.
struct Spectrum
{
    QString file; ///< Path or URL it was read from.
    int indexInFile = 0; ///< Position among the objects of a multi-object file, 0 in others.
    Layout layout = Layout::Text;
    QString release; ///< DATA_V, e.g. "LAMOST DR7"
    QString pipelineVersion; ///< VERSPIPE, RUN2D …; empty unknown
    Target target;
    PipelineAnswer pipeline;
    std::array<std::optional<double>, 5> snr; ///< Median S/N per pixel in u, g, r, i, z
    Samples coadd; ///< All exposures and arms joined: what is looked at.
    std::vector<Arm> arms; ///< Blue to red; a missing arm is not listed.
    std::vector<Exposure> exposures;
    std::vector<float> sky; ///< Sky flux on the coadd's grid where the file has it, else empty.
    WavelengthFrame frame;
    QString fluxUnit; ///< Empty: relative flux
    FitsHeader header; ///< Primary header, and the table's cards behind it.
};

using SpectrumPtr = std::shared_ptr<const Spectrum>;
