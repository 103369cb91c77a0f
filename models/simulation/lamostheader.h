#pragma once

#include "models/simulation/surveynight.h"

#include <QByteArray>

/// Cards of a released LAMOST low-resolution file behind the mandatory ones, in the survey's order: the DR7
/// form for Layout::LamostImage, the DR9 form for Layout::LamostTable. AUTHOR, ORIGIN and the target's
/// catalog say that the file is simulated. `snr`: S/N in u, g, r, i, z, -9999 unknown.
QByteArray lamostCards(const PlatePlan& plate, const SpectrographPlan& spectrograph, const FiberPlan& fiber,
                       const std::array<double, 5>& snr, Layout layout);

/// "spec-58575-HD103621N361936B01_sp03-002.fits"
QString lamostFileName(const PlatePlan& plate, int spectrographId, int fiberId);

/// "20190401/HD103621N361936B01": folder of a plate inside a night's folder.
QString lamostFolder(const PlatePlan& plate);

/// "J103250.26+354136.2" from a position in degrees, digits cut as the survey does, not rounded.
QString designation(double raDeg, double decDeg);
