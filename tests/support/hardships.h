#pragma once

#include "models/spectrum/spectrum.h"

#include <QString>

#include <functional>
#include <random>
#include <vector>

/// Something that may befall a spectrum and must not change its redshift, or changes it by a known factor.
struct Hardship
{
    QString name;
    std::function<void(Spectrum&, std::mt19937&)> apply;
    double stretch = 1; ///< By which it multiplies 1 + z
};

/// Noise, lost arms and ranges, calibration errors, a step where arms join, cosmic rays, other redshifts.
std::vector<Hardship> hardships();

/// Median flux · √inverse variance of the known pixels.
double medianSnr(const Samples& samples);
