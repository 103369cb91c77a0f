#pragma once

#include <QtGlobal>

#include <array>
#include <cmath>
#include <initializer_list>
#include <span>

/// A reproducible stream of random numbers: xoshiro256++ (Blackman & Vigna 2019), its state filled by
/// splitmix64 from a seed and the ids of what the numbers are for, so that every fibre has a stream of
/// its own whatever the order in which threads take them. The distributions are written here because
/// those of the standard library differ between implementations.
class RandomStream
{
public:
    RandomStream(quint64 seed, std::initializer_list<quint64> ids);

    quint64 bits()
    {
        const quint64 result = rotated(m_state[0] + m_state[3], 23) + m_state[0];
        const quint64 t = m_state[1] << 17;
        m_state[2] ^= m_state[0];
        m_state[3] ^= m_state[1];
        m_state[1] ^= m_state[2];
        m_state[0] ^= m_state[3];
        m_state[2] ^= t;
        m_state[3] = rotated(m_state[3], 45);
        return result;
    }

    /// Uniform in (0, 1), never 0 or 1.
    double uniform() { return (static_cast<double>(bits() >> 11) + 0.5) * 0x1p-53; }
    double uniform(double from, double to) { return from + (to - from) * uniform(); }
    /// Uniform integer in [from, to].
    int integer(int from, int to) { return from + static_cast<int>(uniform() * (to - from + 1)); }
    bool chance(double probability) { return uniform() < probability; }
    /// Normal deviate with mean 0 and standard deviation 1.
    double normal() { return normalQuantile(uniform()); }
    double normal(double mean, double sigma) { return mean + sigma * normal(); }
    /// Log-normal deviate: `median` times exp(normal · sigma), sigma in natural logarithm.
    double logNormal(double median, double sigma) { return median * std::exp(sigma * normal()); }
    /// Exponential deviate with the given mean.
    double exponential(double mean) { return -mean * std::log(uniform()); }
    /// Index drawn with probability proportional to its weight.
    std::size_t choice(std::span<const double> weights);

    /// Inverse of the normal distribution function, relative error below 1.2e-9 (Acklam 2003).
    static double normalQuantile(double probability);

private:
    static quint64 rotated(quint64 x, int k) { return (x << k) | (x >> (64 - k)); }

    std::array<quint64, 4> m_state;
};
