#pragma once

#include <QString>

/// IAU-style name "Jhhmmss.ss±ddmmss.s" of a position in degrees (ICRS); digits are cut, not rounded, as the
/// IAU asks and LAMOST does. Empty where the position is not on the sky.
QString designationOf(double raDeg, double decDeg);
