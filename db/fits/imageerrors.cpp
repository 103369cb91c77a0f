#include "db/fits/imageerrors.h"

#include "db/fits/columnmeaning.h"
#include "db/fits/framehabit.h"
#include "db/fits/imagerows.h"
#include "db/fits/samplesaxis.h"

#include <algorithm>
#include <array>
#include <ranges>

using namespace Qt::Literals::StringLiterals;

namespace {
using Meaning = ColumnMeaning;

/// The meaning of an extension as the spread of a flux. Extensions of several spectra are numbered: VAR1.
Meaning meaningOf(const QString& name)
{
    auto word = name;
    while (!word.isEmpty() && word.back().isDigit())
        word.chop(1);
    const auto meaning = columnMeaning(word);
    const bool isSpread =
        meaning == Meaning::Error || meaning == Meaning::Variance || meaning == Meaning::InverseVariance;
    return isSpread ? meaning : Meaning::Unknown;
}

std::vector<float> weights(std::vector<float> values, Meaning meaning, int fluxPower)
{
    scaleByPower(values,
                 meaning == Meaning::Error          ? fluxPower
                     : meaning == Meaning::Variance ? 2 * fluxPower
                                                    : -2 * fluxPower);
    if (meaning == Meaning::Error)
        inverseOfError(values);
    else if (meaning == Meaning::Variance)
        inverseOfVariance(values);
    else
        cleanInverseVariance(values);
    return values;
}

/// The image of the same size that `is` one; of several the one with the same EXTVER, else the first behind
/// the flux.
template<typename Is>
std::optional<int> companionOf(const FitsFile& file, int image, Is is)
{
    const auto& flux = file.hdus()[static_cast<std::size_t>(image)];
    const auto version = flux.header.integer("EXTVER");
    std::optional<int> best;
    int bestRank = 0;
    for (int index = 0; index < static_cast<int>(file.hdus().size()); ++index) {
        const auto& hdu = file.hdus()[static_cast<std::size_t>(index)];
        if (index == image || hdu.kind != Hdu::Kind::Image || hdu.pixels() != flux.pixels()
            || (hdu.axes != flux.axes && hdu.imageRows() != 1) || !is(hdu))
            continue;
        const bool isSameVersion = version && hdu.header.integer("EXTVER") == version;
        const int rank = isSameVersion ? 3 : index > image ? 2 : 1;
        if (rank <= bestRank)
            continue;
        best = index;
        bestRank = rank;
    }
    return best;
}

/// XIDL's and linetools' files: flux, error and wavelength in three images without names.
bool isFluxErrorWavelength(const FitsFile& file)
{
    const auto& hdus = file.hdus();
    return hdus.size() >= 3 && hdus[0].pixels() > 1
        && std::ranges::all_of(hdus | std::views::take(3), [&](const Hdu& hdu) {
               return hdu.kind == Hdu::Kind::Image && hdu.axes == hdus[0].axes && hdu.imageRows() == 1
                   && hdu.name.isEmpty() && !hdu.header.contains("CRVAL1");
           });
}

struct Unnamed
{
    int hdu = 1;
    Meaning meaning = Meaning::Unknown;
};

/// The extension behind the flux, where the file's kind says what it is though it has no name.
std::optional<Unnamed> unnamedSpread(const FitsFile& file, int image)
{
    const auto& hdus = file.hdus();
    if (image != 0 || hdus.size() < 2 || !hdus[1].name.isEmpty() || hdus[1].axes != hdus[0].axes)
        return {};
    if (isFluxErrorWavelength(file))
        return Unnamed {1, Meaning::Error};
    return isFromAat(hdus[0].header) ? std::optional(Unnamed {1, Meaning::Variance}) : std::nullopt;
}

/// The band of a stack that BANDIDn calls sigma.
std::optional<qint64> sigmaBand(const Hdu& hdu)
{
    for (qint64 band = 1; hdu.axes.size() == 3 && band <= std::min<qint64>(hdu.axes[2], 9); ++band) {
        const auto name = hdu.header.text(("BANDID" + QByteArray::number(band)).constData());
        if (name.value_or(QString()).startsWith("sigma"_L1, Qt::CaseInsensitive))
            return band - 1;
    }
    return {};
}
}

Result<std::vector<float>> imageWeights(FitsFile& file, int image, qint64 row, int fluxPower)
{
    const auto& hdu = file.hdus()[static_cast<std::size_t>(image)];
    if (const auto band = sigmaBand(hdu)) {
        std::vector<float> values(static_cast<std::size_t>(hdu.pixels()));
        const auto begin = (*band * hdu.imageRows() + row) * hdu.pixels();
        if (!file.readImage(image, begin, hdu.pixels(), values.data()))
            return file.failure();
        return weights(std::move(values), Meaning::Error, fluxPower);
    }
    if (const auto index = companionOf(
            file, image, [](const Hdu& other) { return meaningOf(other.name) != Meaning::Unknown; })) {
        auto values = imageRow(file, *index, row, hdu.pixels());
        if (!values)
            return values.error();
        const auto meaning = meaningOf(file.hdus()[static_cast<std::size_t>(*index)].name);
        return weights(std::move(values).value(), meaning, fluxPower);
    }
    if (const auto unnamed = unnamedSpread(file, image)) {
        auto values = imageRow(file, unnamed->hdu, row, hdu.pixels());
        if (!values)
            return values.error();
        return weights(std::move(values).value(), unnamed->meaning, fluxPower);
    }
    return std::vector<float>();
}

Result<PixelMask> imageMask(FitsFile& file, int image, qint64 row)
{
    static const std::array names {u"DQ"_s, u"QUAL"_s, u"MASK"_s, u"BPM"_s, u"BAD_PIX"_s, u"BADPIX"_s};
    const auto index = companionOf(
        file, image, [](const Hdu& other) { return std::ranges::find(names, other.name) != names.end(); });
    const bool isJwst = file.primary().header.text("TELESCOP") == u"JWST"; // DO_NOT_USE is its first bit
    return maskRow(file, index, row, file.hdus()[static_cast<std::size_t>(image)].pixels(),
                   isJwst ? 1U : ~0U);
}

std::optional<int> wavelengthImage(const FitsFile& file, int image)
{
    const auto named = companionOf(file, image, [](const Hdu& other) {
        const auto meaning = columnMeaning(other.name);
        return other.imageRows() == 1
            && (meaning == Meaning::Wavelength || meaning == Meaning::Log10Wavelength
                || meaning == Meaning::LnWavelength);
    });
    return named ? named : isFluxErrorWavelength(file) && image == 0 ? std::optional(2) : std::nullopt;
}
