#pragma once

#include "models/simulation/fiberexposure.h"

class RandomStream;

/// What a good reduction still leaves: sky-line and telluric residuals, imperfect join of the arms, small
/// offsets of the sky level.
void leaveResiduals(PixelRows& rows, const SpectrographConditions& conditions, RandomStream& random);

/// Spoils a spectrum in the way of one defect (facts of the survey's 2D check).
void applyDefect(PixelRows& rows, const Defect& defect, RandomStream& random);

/// Cosmic rays, dead pixels and the empty red end, with their mask bits.
void leaveGaps(PixelRows& rows, RandomStream& random);
