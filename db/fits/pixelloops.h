#pragma once

#include <cstddef>
#include <cstdint>

/// Loops that every pixel of every spectrum goes through, compiled for vector instructions.

/// Copies `count` big-endian numbers, as FITS stores them, into the machine's own.
void fromBigEndian(const char* bytes, std::size_t count, float* values);
void fromBigEndian(const char* bytes, std::size_t count, double* values);

/// Copies `count` big-endian floats into doubles.
void widenBigEndian(const char* bytes, std::size_t count, double* values);

/// True when every byte is 0.
bool allZero(const char* bytes, std::size_t size);

/// True when each value is larger than the one before; never with a NaN among them (`count` ≥ 2).
bool strictlyRises(const double* values, std::size_t count);

/// Makes inverse variances that are negative, infinite or no number 0.
void clearBadWeights(float* values, std::size_t count);

/// The sum of big-endian words of four bytes; bytes behind the last whole word do not count.
std::uint64_t sumOfBigEndianWords(const char* bytes, std::size_t size);
