#include "models/spectrum/wavelengthscale.h"

#include <algorithm>
#include <cstddef>

namespace {
constexpr double smallestFold = 0.05; // of the whole range
constexpr double foldWidth = 0.04; // of the range that has pixels

/// Linear from one stretch onto another of perhaps different length.
double mapped(double value, double from, double to, double ontoFrom, double ontoTo)
{
    return ontoFrom + (value - from) * (ontoTo - ontoFrom) / (to - from);
}

double mappedThrough(double value, const std::vector<WavelengthSpan>& from,
                     const std::vector<WavelengthSpan>& onto)
{
    if (from.empty() || value <= from.front().to)
        return value;
    for (std::size_t span = 1; span < from.size(); ++span) {
        if (value < from[span].from)
            return mapped(value, from[span - 1].to, from[span].from, onto[span - 1].to, onto[span].from);
        if (value <= from[span].to)
            return onto[span].from + (value - from[span].from);
    }
    return onto.back().to + (value - from.back().to);
}
}

WavelengthScale::WavelengthScale(const std::vector<double>& wavelengthAngstrom)
{
    if (wavelengthAngstrom.empty())
        return;
    const double first = wavelengthAngstrom.front();
    const double last = wavelengthAngstrom.back();
    const double widest = smallestFold * (last - first);
    double from = first;
    double covered = 0;
    for (std::size_t pixel = 1; pixel < wavelengthAngstrom.size(); ++pixel) {
        const double before = wavelengthAngstrom[pixel - 1];
        // A pixel alone on both sides is coarse sampling, not an arm.
        if (wavelengthAngstrom[pixel] - before > widest && wavelengthAngstrom.size() > 100) {
            m_spans.push_back({from, before});
            covered += before - from;
            from = wavelengthAngstrom[pixel];
        }
    }
    m_spans.push_back({from, last});
    covered += last - from;

    double at = first;
    for (const auto& span : m_spans) {
        m_positions.push_back({at, at + (span.to - span.from)});
        at = m_positions.back().to + foldWidth * covered;
    }
}

double WavelengthScale::position(double wavelengthAngstrom) const
{
    return mappedThrough(wavelengthAngstrom, m_spans, m_positions);
}

double WavelengthScale::wavelength(double position) const
{
    return mappedThrough(position, m_positions, m_spans);
}

bool WavelengthScale::isInFold(double wavelengthAngstrom) const
{
    for (std::size_t span = 1; span < m_spans.size(); ++span) {
        if (wavelengthAngstrom > m_spans[span - 1].to && wavelengthAngstrom < m_spans[span].from)
            return true;
    }
    return false;
}
