#include "db/fits/spectralaxis.h"

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
    const auto reference = header.number("CRVAL1");
    auto step = header.number("CD1_1");
    if (!step)
        step = header.number("CDELT1");
    if (!reference || !step || *step == 0.0)
        return {};
    return LinearAxis {*reference, header.number("CRPIX1").value_or(1.0), *step};
}

/// Å in one of the header's units.
double angstromsPerUnit(const QString& unit)
{
    const auto word = unit.trimmed().toLower();
    if (word == u"nm" || word == u"nanometer" || word == u"nanometers")
        return 10.0;
    if (word == u"um" || word == u"micron" || word == u"microns" || word == u"micrometer")
        return 1.0e4;
    if (word == u"m" || word == u"meter" || word == u"meters")
        return 1.0e10;
    return 1.0;
}

bool isLog10(const FitsHeader& header, const LinearAxis& axis, const QString& type, const QString& unit)
{
    return header.contains("COEFF0") || header.flag("DC-FLAG").value_or(false)
        || header.flag("LOGLAM").value_or(false) || header.flag("LOGSCALE").value_or(false)
        || type.contains("log10"_L1, Qt::CaseInsensitive) || type.startsWith("log"_L1, Qt::CaseInsensitive)
        || unit.contains("log"_L1, Qt::CaseInsensitive)
        || (axis.reference > 0 && axis.reference < largestLog10 && std::abs(axis.step) < 0.01);
}
}

std::optional<SpectralAxis> spectralAxis(const FitsHeader& header, qint64 pixels)
{
    const auto linear = linearAxis(header);
    if (!linear)
        return {};
    const auto type = header.text("CTYPE1").value_or(QString());
    const auto unit = header.text("CUNIT1").value_or(QString());
    const bool naturalLog = type.startsWith("WAVE-LOG"_L1) || type.startsWith("AWAV-LOG"_L1);
    const bool log10 = !naturalLog && isLog10(header, *linear, type, unit);
    const auto scale = log10 ? 1.0 : angstromsPerUnit(unit);
    SpectralAxis axis;
    axis.wavelengthAngstrom.resize(static_cast<std::size_t>(pixels));
    for (qint64 pixel = 0; pixel < pixels; ++pixel) {
        const auto offset = (static_cast<double>(pixel) + 1.0 - linear->pixel) * linear->step;
        double value = linear->reference + offset;
        if (naturalLog)
            value = linear->reference * std::exp(offset / linear->reference);
        else if (log10)
            value = std::pow(10.0, value);
        axis.wavelengthAngstrom[static_cast<std::size_t>(pixel)] = scale * value;
    }
    const auto vacuum = header.flag("VACUUM");
    axis.isAir = vacuum ? !*vacuum : type.startsWith("AWAV"_L1, Qt::CaseInsensitive);
    axis.frameIsKnown =
        vacuum || type.startsWith("AWAV"_L1) || type.startsWith("WAVE-"_L1) || type == u"WAVE";
    return axis;
}
