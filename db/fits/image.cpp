#include "db/fits/anonymousspectrum.h"
#include "db/fits/columnmeaning.h"
#include "db/fits/framehabit.h"
#include "db/fits/imageerrors.h"
#include "db/fits/imagerows.h"
#include "db/fits/layouts.h"
#include "db/fits/multispec.h"
#include "db/fits/refusal.h"
#include "db/fits/samplesaxis.h"
#include "db/fits/spectralaxis.h"
#include "db/fits/tablesamples.h"
#include "db/fits/wavelengthunit.h"

#include <QCoreApplication>
#include <QRegularExpression>

#include <algorithm>

using namespace Qt::Literals::StringLiterals;

namespace {
constexpr qint64 mostObjects = 10000;

std::optional<SpectralAxis> axisOf(const FitsFile& file, const Hdu& hdu)
{
    auto axis = spectralAxis(hdu.header, hdu.pixels(), file.name());
    const bool saysItself = hdu.header.contains("CTYPE1") || hdu.header.contains("CRVAL1");
    return axis || saysItself ? axis : spectralAxis(file.primary().header, hdu.pixels(), file.name());
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

/// Extensions of masks, models and the like, which lie on the same axis as the flux.
bool isCompanion(const Hdu& hdu)
{
    static const QRegularExpression form(
        u"^(DQ|QUAL|MASK|BPM|BAD|FLAG|SKY|CONT|MODEL|RES|TELL|WEIGHT|NPIX|EXP|BACK|BKG|COV)"_s);
    const auto meaning = columnMeaning(hdu.name);
    return (meaning != ColumnMeaning::Unknown && meaning != ColumnMeaning::Flux)
        || form.match(hdu.name).hasMatch();
}

QString withoutNumber(QString name)
{
    while (!name.isEmpty() && (name.back().isDigit() || name.back() == u'_'))
        name.chop(1);
    return name;
}

/// The first image whose first axis is a wavelength, and those of the same size and name: SCI of several
/// objects, SPEC1, SPEC2 …
std::vector<int> imagesOf(const FitsFile& file)
{
    std::vector<int> images;
    for (std::size_t index = 0; index < file.hdus().size(); ++index) {
        const auto& hdu = file.hdus()[index];
        const auto* first = images.empty() ? nullptr : &file.hdus()[static_cast<std::size_t>(images.front())];
        const bool isMore = first && !first->name.isEmpty() && hdu.axes == first->axes && !isCompanion(hdu)
            && withoutNumber(hdu.name) == withoutNumber(first->name);
        if ((!first || isMore) && isSpectral(file, hdu))
            images.push_back(static_cast<int>(index));
    }
    if (!images.empty())
        return images;
    const auto isTable = [](const Hdu& hdu) { return hdu.isTable() && spectrumColumns(hdu).isSpectrum(); };
    if (std::ranges::any_of(file.hdus(), isTable))
        return {};
    for (std::size_t index = 0; index < file.hdus().size(); ++index) {
        const auto& hdu = file.hdus()[index];
        if (hdu.pixels() > 1 && hdu.pixels() <= mostPixels && hdu.imageRows() == 1 && !isCompanion(hdu)
            && wavelengthImage(file, static_cast<int>(index)))
            return {static_cast<int>(index)};
    }
    return {};
}

bool recognises(const FitsFile& file)
{
    return !imagesOf(file).empty();
}

/// The axis of an image of its own.
Result<SpectralAxis> axisOfImage(FitsFile& file, int image)
{
    const auto index = *wavelengthImage(file, image);
    const auto& hdu = file.hdus()[static_cast<std::size_t>(index)];
    SpectralAxis axis;
    axis.wavelengthAngstrom.resize(static_cast<std::size_t>(hdu.pixels()));
    if (!file.readImage(index, 0, hdu.pixels(), axis.wavelengthAngstrom.data()))
        return file.failure();
    const auto meaning = columnMeaning(hdu.name);
    const auto scale = meaning == ColumnMeaning::Log10Wavelength ? std::optional(WavelengthUnit::Scale::Log10)
        : meaning == ColumnMeaning::LnWavelength                 ? std::optional(WavelengthUnit::Scale::Ln)
                                                                 : std::nullopt;
    const auto unit = hdu.header.text("BUNIT").value_or(QString());
    if (const auto done = toAngstroms(axis.wavelengthAngstrom, unit, scale, file.name()); !done)
        return done.error();
    const auto stated = statedVacuum(hdu.header);
    axis.isAir = stated ? !*stated : namesAir(hdu.name) || namesAir(unit);
    axis.frameIsKnown = stated || axis.isAir || namesVacuum(hdu.name) || namesVacuum(unit);
    return axis;
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
    auto mask = imageMask(file, image, row);
    if (!mask)
        return mask.error();
    samples.andMask = std::move(mask).value();
    dropUnlikelyMask(samples);
    if (!settleAxis(samples, noSky))
        return noWavelengths(file.name());
    return read;
}

/// What is known of the frame, and what the observatory's habit makes of what is not.
void settleFrame(SpectralAxis& axis, const FitsHeader& header)
{
    if (statedVacuum(header) || axis.wavelengthAngstrom.empty() || axis.isAir)
        return;
    if (!axis.frameIsKnown || isFromAat(header)) {
        axis.isAir = isAirByHabit(header, axis.wavelengthAngstrom.front());
        axis.frameIsKnown = false;
    }
}

Result<std::shared_ptr<Spectrum>> readSpectrum(FitsFile& file, int image, qint64 row, SpectralAxis axis,
                                               std::size_t number)
{
    if (axis.problem)
        return *axis.problem;
    const auto& hdu = file.hdus()[static_cast<std::size_t>(image)];
    auto spectrum = newSpectrum(file, Layout::Image, number);
    if (image != 0)
        spectrum->header.append(hdu.header);
    settleFrame(axis, spectrum->header);
    auto read = readRow(file, image, row, std::move(axis.wavelengthAngstrom));
    if (!read)
        return read.error();
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

/// The axes of the rows; of IRAF's the calibrated ones only.
Result<std::vector<std::pair<qint64, SpectralAxis>>> axesOf(FitsFile& file, int image)
{
    const auto& hdu = file.hdus()[static_cast<std::size_t>(image)];
    std::vector<std::pair<qint64, SpectralAxis>> axes;
    if (!isMultispec(hdu.header)) {
        const auto stated = axisOf(file, hdu);
        const auto axis = stated ? Result(*stated) : axisOfImage(file, image);
        if (!axis)
            return axis.error();
        for (qint64 row = 0; row < hdu.imageRows(); ++row)
            axes.emplace_back(row, axis.value());
        return axes;
    }
    const auto vacuum = statedVacuum(hdu.header);
    qint64 row = 0;
    for (auto& aperture : multispecAxes(hdu.header, hdu.pixels(), hdu.imageRows())) {
        if (!aperture.wavelengthAngstrom.empty())
            axes.emplace_back(
                row,
                SpectralAxis {
                    std::move(aperture.wavelengthAngstrom), vacuum && !*vacuum, vacuum.has_value(), {}});
        ++row;
    }
    if (axes.empty())
        return isNotCalibrated(file.name());
    return axes;
}

/// Adds the spectra of one image; what is wrong with it, if anything.
Result<void> addImage(FitsFile& file, int image, std::vector<SpectrumPtr>& spectra)
{
    const auto& hdu = file.hdus()[static_cast<std::size_t>(image)];
    const auto rows = hdu.imageRows();
    if (rows > 1 && !rowsAreSpectra(hdu.header))
        return isPicture(file.name(), rows);
    if (rows > mostObjects || !file.affords(hdu.pixels() * rows))
        return tooLarge(file.name());
    auto axes = axesOf(file, image);
    if (!axes)
        return axes.error();
    const auto before = spectra.size();
    for (auto& [row, axis] : axes.value()) {
        auto spectrum =
            readSpectrum(file, image, row, std::move(axis), before + static_cast<std::size_t>(row));
        if (!spectrum)
            return spectrum.error();
        spectra.push_back(std::move(spectrum).value());
    }
    return {};
}

Result<std::vector<SpectrumPtr>> read(FitsFile& file, const ReadOptions&)
{
    std::vector<SpectrumPtr> spectra;
    for (const auto image : imagesOf(file)) {
        if (const auto added = addImage(file, image, spectra); !added)
            return added.error();
    }
    return spectra;
}
}

LayoutFamily imageFamily()
{
    return {recognises, read};
}
