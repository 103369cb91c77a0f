#pragma once

#include "models/redshift/preparedspectrum.h"

/// Whether a spectrum is brighter blueward of Lyα, or of the Lyman limit, than any QSO of this redshift could
/// be seen through the intergalactic hydrogen. Slow errors of the flux calibration are fitted along, so
/// templates alone do not tell. Mean optical depth: 0.0018 (1 + z)^3.92 (Faucher-Giguère et al. 2008, ApJ
/// 681, 831).
bool isRefutedByForest(const PreparedSpectrum& spectrum, double z);
