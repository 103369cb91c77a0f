#include "db/fits/spectralaxis.h"

#include "db/fits/columnmeaning.h"
#include "db/fits/wavelengthunit.h"

#include <algorithm>
#include <array>
#include <cmath>

using namespace Qt::Literals::StringLiterals;

namespace {
constexpr double largestLog10 = 6.0; // 10^6 Å; ln begins at 7, 1,100 Å

struct LinearAxis
{
    double reference = 0;
    double pixel = 1;
    double step = 0;
};

std::optional<LinearAxis> linearAxis(const FitsHeader& header)
{
    const auto start = header.number("COEFF0");
    const auto logStep = header.number("COEFF1");
    if (start && logStep)
        return LinearAxis {*start, 1.0, *logStep};
    auto reference = header.number("CRVAL1");
    auto step = header.number("CD1_1");
    if (!step) { // PCi_j is the rotation that CDELTi scales (FITS Standard 4.0, 8.1.2); astropy writes CD so
        step = header.number("CDELT1").value_or(header.contains("PC1_1") ? 1.0 : 0.0);
        *step *= header.number("PC1_1").value_or(1.0);
    }
    const bool isBare = !reference && !*step && !header.contains("CRPIX1"); // Liverpool Telescope, in GAMA
    if (isBare) {
        reference = header.number("CRVAL");
        step = header.number("CDELT");
    }
    if (!reference || !step || *step == 0.0)
        return {};
    return LinearAxis {*reference, header.number(isBare ? "CRPIX" : "CRPIX1").value_or(1.0), *step};
}

/// What CTYPE1 says of axes that are no wavelengths (FITS Standard 4.0, sections 8.3 and 8.4).
bool isForeign(const QString& type)
{
    static constexpr std::array begins {"RA"_L1,   "DEC"_L1,    "GLON"_L1,     "GLAT"_L1, "ELON"_L1,
                                        "ELAT"_L1, "XLON"_L1,   "FREQ"_L1,     "VELO"_L1, "VRAD"_L1,
                                        "VOPT"_L1, "ENER"_L1,   "WAVN"_L1,     "ZOPT"_L1, "BETA"_L1,
                                        "TIME"_L1, "STOKES"_L1, "MULTISPE"_L1, "PIXEL"_L1};
    return type.endsWith("-TAB"_L1)
        || std::ranges::any_of(begins, [&type](QLatin1StringView word) { return type.startsWith(word); });
}

/// CUNIT1, or what IRAF writes instead.
QString unitOf(const FitsHeader& header)
{
    if (const auto unit = header.text("CUNIT1"))
        return *unit;
    const auto attributes = header.text("WAT1_001").value_or(QString());
    const auto at = attributes.indexOf("units="_L1);
    return at < 0 ? QString() : attributes.sliced(at + 6).section(u' ', 0, 0);
}

/// What the header says beside the unit; nothing where it says nothing.
std::optional<WavelengthUnit::Scale> statedScale(const FitsHeader& header, const LinearAxis& axis,
                                                 const QString& type)
{
    const bool logarithm = header.contains("COEFF0") || header.flag("DC-FLAG").value_or(false)
        || header.flag("LOGLAM").value_or(false) || header.flag("LOGSCALE").value_or(false)
        || type.contains("LOG10"_L1) || type.startsWith("LOG"_L1);
    if (!logarithm)
        return {};
    return axis.reference > largestLog10 ? WavelengthUnit::Scale::Ln : WavelengthUnit::Scale::Log10;
}

/// The numbers of the axis, in whatever unit; WAVE-LOG (FITS Standard 4.0, 8.4) undone.
std::vector<double> numbersOf(const LinearAxis& axis, qint64 pixels, bool waveLog)
{
    std::vector<double> numbers(static_cast<std::size_t>(pixels));
    for (qint64 pixel = 0; pixel < pixels; ++pixel) {
        const auto offset = (static_cast<double>(pixel) + 1.0 - axis.pixel) * axis.step;
        numbers[static_cast<std::size_t>(pixel)] =
            waveLog ? axis.reference * std::exp(offset / axis.reference) : axis.reference + offset;
    }
    return numbers;
}
}

std::optional<bool> statedVacuum(const FitsHeader& header)
{
    if (const auto flag = header.flag("VACUUM"))
        return flag;
    const auto word = header.text("AIRORVAC").value_or(QString());
    if (word.startsWith("vac"_L1, Qt::CaseInsensitive))
        return true;
    return word.startsWith("air"_L1, Qt::CaseInsensitive) ? std::optional(false) : std::nullopt;
}

bool isHeliocentric(const FitsHeader& header)
{
    return !header.text("SPECSYS").value_or(QString()).startsWith("TOPO"_L1, Qt::CaseInsensitive);
}

std::optional<SpectralAxis> spectralAxis(const FitsHeader& header, qint64 pixels, const QString& file)
{
    const auto linear = linearAxis(header);
    if (!linear)
        return {};
    const auto type = header.text("CTYPE1").value_or(QString()).toUpper();
    if (isForeign(type))
        return {};
    const bool waveLog = type.startsWith("WAVE-LOG"_L1) || type.startsWith("AWAV-LOG"_L1);
    const auto scale = waveLog ? std::nullopt : statedScale(header, *linear, type);
    SpectralAxis axis;
    axis.wavelengthAngstrom = numbersOf(*linear, pixels, waveLog);
    const auto unit = unitOf(header);
    if (const auto done = toAngstroms(axis.wavelengthAngstrom, unit, scale, file); !done)
        axis.problem = done.error();
    const auto vacuum = statedVacuum(header);
    const bool isAir = type.startsWith("AWAV"_L1) || namesAir(unit);
    axis.isAir = vacuum ? !*vacuum : isAir;
    axis.frameIsKnown =
        vacuum || isAir || namesVacuum(unit) || type.startsWith("WAVE-"_L1) || type == u"WAVE";
    return axis;
}
