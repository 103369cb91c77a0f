#pragma once

#include <cstddef>

/// Loops that every pixel of every spectrum goes through, compiled for vector instructions.

/// Turns `count` big-endian 32-bit floats, as FITS stores them, into the machine's own, in place.
void fromBigEndian(float* values, std::size_t count);

/// Copies floats into doubles.
void widen(const float* from, std::size_t count, double* to);

/// True when each value is larger than the one before; never with a NaN among them (`count` ≥ 2).
bool strictlyRises(const double* values, std::size_t count);

/// Makes inverse variances that are negative, infinite or no number 0.
void clearBadWeights(float* values, std::size_t count);
