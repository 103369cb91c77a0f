#include "models/spectrum/tracepath.h"

#include "models/spectrum/pixeledges.h"

#include <algorithm>
#include <cmath>
#include <limits>

namespace {
constexpr double farOutside = 1e5; // pixels; beyond this painters lose precision

/// The edges of a sample on the screen, see pixelEdges().
struct Edges
{
    double left;
    double right;
};

class Screen
{
public:
    Screen(const std::vector<double>& position, const std::vector<float>& value, const PixelMap& map)
        : m_position(position)
        , m_value(value)
        , m_map(map)
    {
    }

    double x(std::size_t sample) const { return m_map.x(m_position[sample]); }
    double y(std::size_t sample) const { return clipped(m_map.y(double(m_value[sample]))); }
    double clipped(double y) const { return std::clamp(y, -farOutside, farOutside); }
    bool isGap(std::size_t sample) const { return !std::isfinite(m_value[sample]); }
    long column(double x) const { return std::lround(std::floor(x * m_map.columnsPerPixel)); }

    Edges edges(std::size_t sample) const
    {
        const auto [left, right] =
            pixelEdges([this](std::size_t i) { return x(i); }, sample, m_position.size());
        return {left, right};
    }

    double pixelsPerSample(std::size_t first, std::size_t end) const
    {
        return end - first < 2 ? 0 : (x(end - 1) - x(first)) / double(end - first - 1);
    }

private:
    const std::vector<double>& m_position;
    const std::vector<float>& m_value;
    const PixelMap& m_map;
};

/// Adds the samples [first, end), which share a column, as at most four points.
void appendColumn(std::vector<QPointF>& points, const Screen& screen, std::size_t first, std::size_t end)
{
    const auto add = [&](std::size_t sample) { points.emplace_back(screen.x(sample), screen.y(sample)); };
    if (end - first <= 2) {
        for (auto sample = first; sample < end; ++sample)
            add(sample);
        return;
    }
    auto lowest = first;
    auto highest = first;
    for (auto sample = first; sample < end; ++sample) {
        if (screen.y(sample) < screen.y(lowest))
            lowest = sample;
        if (screen.y(sample) > screen.y(highest))
            highest = sample;
    }
    std::size_t previous = end;
    for (const auto sample : {first, std::min(lowest, highest), std::max(lowest, highest), end - 1}) {
        if (sample != previous)
            add(sample);
        previous = sample;
    }
}

void appendStairs(std::vector<QPointF>& points, const Screen& screen, std::size_t first, std::size_t end)
{
    for (auto sample = first; sample < end; ++sample) {
        const auto edges = screen.edges(sample);
        points.emplace_back(edges.left, screen.y(sample));
        points.emplace_back(edges.right, screen.y(sample));
    }
}

void appendLine(std::vector<QPointF>& points, const Screen& screen, std::size_t first, std::size_t end)
{
    for (auto sample = first; sample < end;) {
        const auto column = screen.column(screen.x(sample));
        auto next = sample + 1;
        while (next < end && screen.column(screen.x(next)) == column)
            ++next;
        appendColumn(points, screen, sample, next);
        sample = next;
    }
}
}

TracePath tracePath(const std::vector<double>& position, const std::vector<float>& value, std::size_t first,
                    std::size_t end, const PixelMap& map, double stepFrom)
{
    const Screen screen(position, value, map);
    const bool stairs = screen.pixelsPerSample(first, end) > stepFrom;
    TracePath path;
    path.points.reserve(std::min<std::size_t>(2 * (end - first), 16384));
    for (auto sample = first; sample < end;) {
        if (screen.isGap(sample)) {
            ++sample;
            continue;
        }
        auto next = sample;
        while (next < end && !screen.isGap(next))
            ++next;
        path.starts.push_back(path.points.size());
        if (stairs)
            appendStairs(path.points, screen, sample, next);
        else
            appendLine(path.points, screen, sample, next);
        sample = next;
    }
    return path;
}

namespace {
/// Collects the extent of a band in each device column.
class Columns
{
public:
    Columns(long first, long last)
        : m_first(first)
        , m_top(static_cast<std::size_t>(std::max(last - first + 1, 0L)), std::numeric_limits<double>::max())
        , m_bottom(m_top.size(), std::numeric_limits<double>::lowest())
    {
    }

    void cover(long column, double top, double bottom)
    {
        const auto at = column - m_first;
        if (at < 0 || at >= static_cast<long>(m_top.size()))
            return;
        const auto index = static_cast<std::size_t>(at);
        m_top[index] = std::min(m_top[index], top);
        m_bottom[index] = std::max(m_bottom[index], bottom);
    }

    std::vector<BandStroke> strokes(double columnsPerPixel) const
    {
        std::vector<BandStroke> strokes;
        strokes.reserve(m_top.size());
        for (std::size_t index = 0; index < m_top.size(); ++index) {
            if (m_bottom[index] >= m_top[index])
                strokes.push_back(
                    {(double(m_first + long(index)) + 0.5) / columnsPerPixel, m_top[index], m_bottom[index]});
        }
        return strokes;
    }

private:
    long m_first;
    std::vector<double> m_top;
    std::vector<double> m_bottom;
};
}

std::vector<BandStroke> bandStrokes(const std::vector<double>& position, const std::vector<float>& value,
                                    const std::vector<float>& halfWidth, std::size_t first, std::size_t end,
                                    const PixelMap& map, double stepFrom)
{
    if (first >= end)
        return {};
    const Screen screen(position, value, map);
    const bool stairs = screen.pixelsPerSample(first, end) > stepFrom;
    Columns columns(screen.column(screen.x(first)), screen.column(screen.x(end - 1)));
    const auto isGap = [&](std::size_t at) { return screen.isGap(at) || !std::isfinite(halfWidth[at]); };
    const auto top = [&](std::size_t at) { return screen.clipped(map.y(double(value[at] + halfWidth[at]))); };
    const auto bottom = [&](std::size_t at) {
        return screen.clipped(map.y(double(value[at] - halfWidth[at])));
    };

    for (auto sample = first; sample < end; ++sample) {
        if (isGap(sample))
            continue;
        const auto column = screen.column(screen.x(sample));
        columns.cover(column, top(sample), bottom(sample));
        if (stairs) {
            const auto edges = screen.edges(sample);
            for (auto at = screen.column(edges.left); at < screen.column(edges.right); ++at)
                columns.cover(at, top(sample), bottom(sample));
        } else if (sample + 1 < end && !isGap(sample + 1)) {
            const auto next = screen.column(screen.x(sample + 1));
            for (auto at = column + 1; at < next; ++at) {
                const double part = double(at - column) / double(next - column);
                columns.cover(at, std::lerp(top(sample), top(sample + 1), part),
                              std::lerp(bottom(sample), bottom(sample + 1), part));
            }
        }
    }
    return columns.strokes(map.columnsPerPixel);
}
