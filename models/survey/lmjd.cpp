#include "models/survey/lmjd.h"

namespace {
constexpr qint64 julianDayOfMjdZero = 2400001; // 1858-11-17, as QDate counts days
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
