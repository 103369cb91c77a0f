#include "db/fits/spectralaxis.h"

#include <algorithm>
#include <array>
#include <cmath>

using namespace Qt::Literals::StringLiterals;

namespace {
constexpr double largestLog10 = 6.0; // a first wavelength below 6 "Å" with a step below 0.01 is a logarithm

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
    if (!step)
        step = header.number("CDELT1");
    const bool isBare = !reference && !step && !header.contains("CRPIX1"); // Liverpool Telescope, in GAMA
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

bool isLog10(const FitsHeader& header, const LinearAxis& axis, const QString& type, const QString& unit)
{
    return header.contains("COEFF0") || header.flag("DC-FLAG").value_or(false)
        || header.flag("LOGLAM").value_or(false) || header.flag("LOGSCALE").value_or(false)
        || type.contains("log10"_L1, Qt::CaseInsensitive) || type.startsWith("log"_L1, Qt::CaseInsensitive)
        || unit.contains("log"_L1, Qt::CaseInsensitive)
        || (angstromsPerUnit(unit) == 1.0 && axis.reference > 0 && axis.reference < largestLog10
            && std::abs(axis.step) < 0.01);
}

/// Without a word on it: ln of 1,100 Å to 160,000 Å, where an axis in Å or nm would be a few hundredths wide.
bool isNaturalLog(const LinearAxis& axis, const QString& unit)
{
    return angstromsPerUnit(unit) == 1.0 && axis.reference > 7.0 && axis.reference < 12.0
        && std::abs(axis.step) < 0.01;
}

double wavelengthAt(const LinearAxis& axis, double offset, bool waveLog, bool naturalLog, bool log10)
{
    if (waveLog)
        return axis.reference * std::exp(offset / axis.reference);
    const double value = axis.reference + offset;
    return naturalLog ? std::exp(value) : log10 ? std::pow(10.0, value) : value;
}
}

double angstromsPerUnit(const QString& unit)
{
    const auto word = unit.trimmed().toLower();
    if (word == u"nm" || word.startsWith("nanomet"_L1))
        return 10.0;
    if (word == u"um" || word == u"µm" || word.startsWith("micro"_L1))
        return 1.0e4;
    if (word == u"m" || word == u"meter" || word == u"meters" || word == u"metre" || word == u"metres")
        return 1.0e10;
    return 1.0;
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

std::optional<SpectralAxis> spectralAxis(const FitsHeader& header, qint64 pixels)
{
    const auto linear = linearAxis(header);
    if (!linear)
        return {};
    const auto type = header.text("CTYPE1").value_or(QString()).toUpper();
    if (isForeign(type))
        return {};
    const auto unit = unitOf(header);
    const bool waveLog = type.startsWith("WAVE-LOG"_L1) || type.startsWith("AWAV-LOG"_L1);
    const bool log10 = !waveLog && isLog10(header, *linear, type, unit);
    const bool naturalLog =
        !waveLog && (log10 ? linear->reference > largestLog10 : isNaturalLog(*linear, unit));
    const auto scale = log10 || naturalLog ? 1.0 : angstromsPerUnit(unit);
    SpectralAxis axis;
    axis.wavelengthAngstrom.resize(static_cast<std::size_t>(pixels));
    for (qint64 pixel = 0; pixel < pixels; ++pixel) {
        const auto offset = (static_cast<double>(pixel) + 1.0 - linear->pixel) * linear->step;
        axis.wavelengthAngstrom[static_cast<std::size_t>(pixel)] =
            scale * wavelengthAt(*linear, offset, waveLog, naturalLog, log10);
    }
    const auto vacuum = statedVacuum(header);
    axis.isAir = vacuum ? !*vacuum : type.startsWith("AWAV"_L1);
    axis.frameIsKnown =
        vacuum || type.startsWith("AWAV"_L1) || type.startsWith("WAVE-"_L1) || type == u"WAVE";
    return axis;
}
