#include "models/simulation/randomstream.h"

#include <numeric>

namespace {

quint64 splitMix(quint64& state)
{
    quint64 z = (state += 0x9e3779b97f4a7c15U);
    z = (z ^ (z >> 30)) * 0xbf58476d1ce4e5b9U;
    z = (z ^ (z >> 27)) * 0x94d049bb133111ebU;
    return z ^ (z >> 31);
}

double tailQuantile(double probability)
{
    const double q = std::sqrt(-2 * std::log(probability));
    return (((((-7.784894002430293e-03 * q - 3.223964580411365e-01) * q - 2.400758277161838) * q
              - 2.549732539343734)
                 * q
             + 4.374664141464968)
                * q
            + 2.938163982698783)
        / ((((7.784695709041462e-03 * q + 3.224671290700398e-01) * q + 2.445134137142996) * q
            + 3.754408661907416)
               * q
           + 1);
}

}

RandomStream::RandomStream(quint64 seed, std::initializer_list<quint64> ids)
{
    quint64 state = seed;
    for (const quint64 id : ids) {
        state = splitMix(state) ^ id;
    }
    for (quint64& word : m_state)
        word = splitMix(state);
}

std::size_t RandomStream::choice(std::span<const double> weights)
{
    double left = uniform() * std::accumulate(weights.begin(), weights.end(), 0.0);
    for (std::size_t index = 0; index + 1 < weights.size(); ++index) {
        left -= weights[index];
        if (left < 0)
            return index;
    }
    return weights.size() - 1;
}

double RandomStream::normalQuantile(double probability)
{
    constexpr double lowerTail = 0.02425;
    if (probability < lowerTail)
        return tailQuantile(probability);
    if (probability > 1 - lowerTail)
        return -tailQuantile(1 - probability);
    const double q = probability - 0.5;
    const double r = q * q;
    return (((((-3.969683028665376e+01 * r + 2.209460984245205e+02) * r - 2.759285104469687e+02) * r
              + 1.383577518672690e+02)
                 * r
             - 3.066479806614716e+01)
                * r
            + 2.506628277459239)
        * q
        / (((((-5.447609879822406e+01 * r + 1.615858368580409e+02) * r - 1.556989798598866e+02) * r
             + 6.680131188771972e+01)
                * r
            - 1.328068155288572e+01)
               * r
           + 1);
}
