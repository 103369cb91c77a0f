#include "models/survey/designation.h"

#include <cmath>

using namespace Qt::Literals::StringLiterals;

namespace {
/// Header coordinates carry six decimals of a degree (0.24 ms of time): what lies closer to the next digit
/// than a tenth of that is binary rounding of a decimal that stands on the digit.
constexpr double roundingGuard = 1.0e-3;

QString digits(qint64 number, int width)
{
    return u"%1"_s.arg(number, width, 10, QChar(u'0'));
}
}

QString designationOf(double raDeg, double decDeg)
{
    if (!(raDeg >= 0.0 && raDeg < 360.0 && std::abs(decDeg) <= 90.0))
        return {};
    const auto centiseconds = static_cast<qint64>(std::floor(raDeg * 24000.0 + roundingGuard));
    const auto deciarcsec = static_cast<qint64>(std::floor(std::abs(decDeg) * 36000.0 + roundingGuard));
    const auto hours = digits(centiseconds / 360000 % 24, 2) + digits(centiseconds / 6000 % 60, 2)
        + digits(centiseconds / 100 % 60, 2) + u'.' + digits(centiseconds % 100, 2);
    const auto degrees = digits(deciarcsec / 36000, 2) + digits(deciarcsec / 600 % 60, 2)
        + digits(deciarcsec / 10 % 60, 2) + u'.' + digits(deciarcsec % 10, 1);
    return u'J' + hours + (decDeg < 0 ? u'-' : u'+') + degrees;
}
