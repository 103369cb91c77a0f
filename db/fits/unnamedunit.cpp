#include "db/fits/unnamedunit.h"

#include <algorithm>
#include <cmath>

namespace {
constexpr double longestMicrometres = 30.0;
constexpr double shortestLogarithm = 3.3;
constexpr double longestLogarithm = 4.7;
constexpr double unevenness = 0.02; // of a step; printed with few decimals it is never quite even
constexpr qsizetype cardLength = 80; // FITS Standard 4.0, section 3.3.1

QByteArray unitCard(QByteArrayView unit)
{
    const QByteArray value = '\'' + unit.toByteArray().leftJustified(8) + '\'';
    return ("CUNIT1  = " + value.leftJustified(20) + " / assumed: the text names none")
        .leftJustified(cardLength);
}

bool risesByEqualSteps(const std::vector<double>& values)
{
    const auto steps = static_cast<double>(values.size() - 1);
    const double step = (values.back() - values.front()) / steps;
    double furthest = 0;
    for (std::size_t at = 0; at < values.size(); ++at)
        furthest = std::max(furthest, std::abs(values[at] - values.front() - step * static_cast<double>(at)));
    return step > 0 && furthest < std::max(unevenness * step, 1e-4); // four decimals are usual
}
}

UnnamedUnit unitByRange(const std::vector<double>& wavelengths)
{
    if (wavelengths.size() < 2)
        return {};
    const auto [least, most] = std::ranges::minmax(wavelengths);
    if (!(least > 0) || !(most < longestMicrometres))
        return {};
    if (least > shortestLogarithm && most < longestLogarithm && risesByEqualSteps(wavelengths))
        return {1.0, true, unitCard("log10(Angstrom)")};
    return {1.0e4, false, unitCard("um")};
}
