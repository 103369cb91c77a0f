#include "db/fits/anonymousspectrum.h"
#include "db/fits/layouts.h"
#include "db/fits/refusal.h"
#include "db/fits/samplesaxis.h"
#include "db/fits/spectralaxis.h"

#include <QCoreApplication>

using namespace Qt::Literals::StringLiterals;

namespace {
constexpr qint64 mostObjects = 10000;

/// The first image with pixels; its header, or the primary one before it, has the axis.
std::optional<int> imageOf(const FitsFile& file)
{
    for (std::size_t index = 0; index < file.hdus().size(); ++index) {
        if (file.hdus()[index].pixels() > 0)
            return static_cast<int>(index);
    }
    return {};
}

std::optional<SpectralAxis> axisOf(const FitsFile& file, int image)
{
    const auto& hdu = file.hdus()[static_cast<std::size_t>(image)];
    auto axis = spectralAxis(hdu.header, hdu.pixels());
    return axis ? axis : spectralAxis(file.primary().header, hdu.pixels());
}

bool recognises(const FitsFile& file)
{
    const auto image = imageOf(file);
    if (!image)
        return false;
    const auto& hdu = file.hdus()[static_cast<std::size_t>(*image)];
    // A third axis is a grid of models or, with one row, IRAF's bands (flux first).
    const bool oneDimensional = hdu.axes.size() <= 2 || hdu.axes[1] == 1;
    return oneDimensional && hdu.pixels() > 1 && hdu.pixels() <= mostPixels && axisOf(file, *image);
}

/// IRAF says so where every row is the spectrum of an aperture; a picture of a detector, a cube's slice and a
/// set of templates have rows too.
bool rowsAreSpectra(const FitsHeader& header)
{
    return header.contains("APNUM1")
        || header.text("WAT0_001").value_or(QString()).contains("equispec"_L1, Qt::CaseInsensitive);
}

Error isPicture(const QString& name, qint64 rows)
{
    const auto sentence = QCoreApplication::translate(
        "ImageLayout", "%1 is an image of %2 rows and does not say that each of them is a spectrum.");
    return refusal(name, QString(sentence).replace(u"%2"_s, QString::number(rows)));
}

Result<std::vector<SpectrumPtr>> read(FitsFile& file, const ReadOptions&)
{
    const auto image = *imageOf(file);
    const auto& hdu = file.hdus()[static_cast<std::size_t>(image)];
    const auto pixels = hdu.pixels();
    const auto rows = hdu.imageRows();
    if (rows > 1 && !rowsAreSpectra(hdu.header))
        return isPicture(file.name(), rows);
    if (rows > mostObjects || !file.affords(pixels * rows))
        return tooLarge(file.name());
    const auto axis = *axisOf(file, image);
    std::vector<SpectrumPtr> spectra;
    for (qint64 row = 0; row < rows; ++row) {
        auto spectrum = std::make_shared<Spectrum>();
        spectrum->file = file.name();
        spectrum->indexInFile = static_cast<int>(row);
        spectrum->layout = Layout::Image;
        spectrum->header = file.primary().header;
        if (image != 0)
            spectrum->header.append(hdu.header);
        spectrum->frame.wasAir = axis.isAir;
        spectrum->frame.frameIsKnown = axis.frameIsKnown;
        spectrum->coadd.wavelengthAngstrom = axis.wavelengthAngstrom;
        spectrum->coadd.flux.resize(static_cast<std::size_t>(pixels));
        if (!file.readImage(image, row * pixels, pixels, spectrum->coadd.flux.data()))
            return file.failure();
        if (!settleAxis(spectrum->coadd, spectrum->sky))
            return noWavelengths(file.name());
        if (axis.isAir)
            toVacuum(spectrum->coadd.wavelengthAngstrom);
        describeAnonymous(*spectrum);
        spectra.push_back(std::move(spectrum));
    }
    return spectra;
}
}

LayoutFamily imageFamily()
{
    return {recognises, read};
}
