#pragma once

#include <QDate>
#include <QString>

/// Night numbers of the LAMOST survey. LMJM counts minutes of Beijing time (UTC+8) since local MJD 0; LMJD is
/// the local MJD of the morning that ends the night, so it is not floor(LMJM / 1440). Verified on 320
/// released headers.

/// MJD of the evening's date: LMJD − 1. DR1-era headers carry a wrong MJD, so derive it instead of reading
/// it.
inline int mjdOfLmjd(int lmjd)
{
    return lmjd - 1;
}

/// Calendar date of the evening, by which the survey names its folders; invalid outside 1858–9999.
QDate eveningOfLmjd(int lmjd);

/// eveningOfLmjd() as "yyyy-MM-dd", empty where it is invalid.
QString obsDateOfLmjd(int lmjd);
