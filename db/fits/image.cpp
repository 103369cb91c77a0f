#include "db/fits/anonymousspectrum.h"
#include "db/fits/imageerrors.h"
#include "db/fits/imagerows.h"
#include "db/fits/layouts.h"
#include "db/fits/multispec.h"
#include "db/fits/refusal.h"
#include "db/fits/samplesaxis.h"
#include "db/fits/spectralaxis.h"

#include <QCoreApplication>

using namespace Qt::Literals::StringLiterals;

namespace {
constexpr qint64 mostObjects = 10000;

std::optional<SpectralAxis> axisOf(const FitsFile& file, const Hdu& hdu)
{
    auto axis = spectralAxis(hdu.header, hdu.pixels());
    const bool saysItself = hdu.header.contains("CTYPE1") || hdu.header.contains("CRVAL1");
    return axis || saysItself ? axis : spectralAxis(file.primary().header, hdu.pixels());
}

/// A third axis is a grid of models or a cube, unless it has one row, or IRAF says that it stacks bands of an
/// aperture's spectrum (flux first).
bool hasRows(const Hdu& hdu)
{
    return hdu.axes.size() <= 2 || hdu.axes[1] == 1
        || (hdu.axes.size() == 3 && (hdu.header.contains("BANDID1") || isMultispec(hdu.header)));
}

bool isSpectral(const FitsFile& file, const Hdu& hdu)
{
    return hdu.pixels() > 1 && hdu.pixels() <= mostPixels && hasRows(hdu)
        && (isMultispec(hdu.header) || axisOf(file, hdu));
}

/// The first image whose first axis is a wavelength.
std::optional<int> imageOf(const FitsFile& file)
{
    for (std::size_t index = 0; index < file.hdus().size(); ++index) {
        if (isSpectral(file, file.hdus()[index]))
            return static_cast<int>(index);
    }
    return {};
}

bool recognises(const FitsFile& file)
{
    return imageOf(file).has_value();
}

/// IRAF says so where every row is the spectrum of an aperture; a picture of a detector, a cube's slice and a
/// set of templates have rows too.
bool rowsAreSpectra(const FitsHeader& header)
{
    return header.contains("APNUM1") || isMultispec(header)
        || header.text("WAT0_001").value_or(QString()).contains("equispec"_L1, Qt::CaseInsensitive);
}

Error isPicture(const QString& name, qint64 rows)
{
    const auto sentence = QCoreApplication::translate(
        "ImageLayout", "%1 is an image of %2 rows and does not say that each of them is a spectrum.");
    return refusal(name, QString(sentence).replace(u"%2"_s, QString::number(rows)));
}

Error isNotCalibrated(const QString& name)
{
    return refusal(name,
                   QCoreApplication::translate("ImageLayout",
                                               "%1 has no wavelengths: IRAF's dispersion of its apertures is "
                                               "missing or of a kind that is not known."));
}

struct RowSamples
{
    Samples samples;
    int fluxPower = 0; ///< See powerForSmallUnits()
};

/// The samples of one row on its axis, cut to the axis' length.
Result<RowSamples> readRow(FitsFile& file, int image, qint64 row, std::vector<double> axis)
{
    const auto pixels = file.hdus()[static_cast<std::size_t>(image)].pixels();
    auto flux = imageRow(file, image, row, pixels);
    if (!flux)
        return flux.error();
    RowSamples read;
    auto& samples = read.samples;
    samples.flux = std::move(flux).value();
    read.fluxPower = powerForSmallUnits(samples.flux);
    scaleByPower(samples.flux, read.fluxPower);
    auto weights = imageWeights(file, image, row, read.fluxPower);
    if (!weights)
        return weights.error();
    samples.inverseVariance = std::move(weights).value();
    samples.flux.resize(axis.size());
    if (!samples.inverseVariance.empty())
        samples.inverseVariance.resize(axis.size());
    samples.wavelengthAngstrom = std::move(axis);
    std::vector<float> noSky;
    if (!settleAxis(samples, noSky))
        return noWavelengths(file.name());
    return read;
}

Result<std::shared_ptr<Spectrum>> readSpectrum(FitsFile& file, int image, qint64 row, SpectralAxis axis)
{
    const auto& hdu = file.hdus()[static_cast<std::size_t>(image)];
    auto read = readRow(file, image, row, std::move(axis.wavelengthAngstrom));
    if (!read)
        return read.error();
    auto spectrum = newSpectrum(file, Layout::Image, static_cast<std::size_t>(row));
    if (image != 0)
        spectrum->header.append(hdu.header);
    spectrum->coadd = std::move(read.value().samples);
    spectrum->frame.wasAir = axis.isAir;
    spectrum->frame.frameIsKnown = axis.frameIsKnown;
    spectrum->frame.heliocentric = isHeliocentric(spectrum->header);
    if (axis.isAir)
        toVacuum(spectrum->coadd.wavelengthAngstrom);
    describeAnonymous(*spectrum, hdu.header);
    spectrum->fluxUnit = scaledUnit(spectrum->fluxUnit, read.value().fluxPower);
    return spectrum;
}

/// IRAF's axes of the rows; calibrated ones only.
Result<std::vector<std::pair<qint64, SpectralAxis>>> axesOf(const FitsFile& file, int image)
{
    const auto& hdu = file.hdus()[static_cast<std::size_t>(image)];
    std::vector<std::pair<qint64, SpectralAxis>> axes;
    if (!isMultispec(hdu.header)) {
        const auto axis = *axisOf(file, hdu);
        for (qint64 row = 0; row < hdu.imageRows(); ++row)
            axes.emplace_back(row, axis);
        return axes;
    }
    const auto vacuum = statedVacuum(hdu.header);
    qint64 row = 0;
    for (auto& aperture : multispecAxes(hdu.header, hdu.pixels(), hdu.imageRows())) {
        if (!aperture.wavelengthAngstrom.empty())
            axes.emplace_back(row,
                              SpectralAxis {std::move(aperture.wavelengthAngstrom), vacuum && !*vacuum,
                                            vacuum.has_value(), {}});
        ++row;
    }
    if (axes.empty())
        return isNotCalibrated(file.name());
    return axes;
}

Result<std::vector<SpectrumPtr>> read(FitsFile& file, const ReadOptions&)
{
    const auto image = *imageOf(file);
    const auto& hdu = file.hdus()[static_cast<std::size_t>(image)];
    const auto rows = hdu.imageRows();
    if (rows > 1 && !rowsAreSpectra(hdu.header))
        return isPicture(file.name(), rows);
    if (rows > mostObjects || !file.affords(hdu.pixels() * rows))
        return tooLarge(file.name());
    auto axes = axesOf(file, image);
    if (!axes)
        return axes.error();
    std::vector<SpectrumPtr> spectra;
    for (auto& [row, axis] : axes.value()) {
        auto spectrum = readSpectrum(file, image, row, std::move(axis));
        if (!spectrum)
            return spectrum.error();
        spectra.push_back(std::move(spectrum).value());
    }
    return spectra;
}
}

LayoutFamily imageFamily()
{
    return {recognises, read};
}
