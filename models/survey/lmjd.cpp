#include "models/survey/lmjd.h"

#include <cmath>

namespace {
constexpr qint64 julianDayOfMjdZero = 2400001; // 1858-11-17, as QDate counts days
}

int lmjdOfLmjm(qint64 lmjm)
{
    return static_cast<int>(std::floor(static_cast<double>(lmjm) / 1440.0 + 0.5));
}

QDate eveningOfLmjd(int lmjd)
{
    const auto date = QDate::fromJulianDay(julianDayOfMjdZero + mjdOfLmjd(lmjd));
    return lmjd > 0 && date.isValid() && date.year() <= 9999 ? date : QDate();
}

QString obsDateOfLmjd(int lmjd)
{
    return eveningOfLmjd(lmjd).toString(Qt::ISODate);
}

double julianDateOfLmjm(qint64 lmjm)
{
    return static_cast<double>(lmjm) / 1440.0 - 8.0 / 24.0 + 2400000.5;
}
