#include "models/measure/bands.h"

#include "models/spectrum/wavelength.h"

#include <algorithm>
#include <cmath>

Band Band::fromAir(double fromAngstrom, double toAngstrom)
{
    return {vacuumFromAir(fromAngstrom), vacuumFromAir(toAngstrom)};
}

/// A straight line through two measured points.
struct BandMeter::Continuum
{
    double blueAt;
    double redAt;
    Measured blue;
    Measured red;

    double redShare(double angstrom) const { return (angstrom - blueAt) / (redAt - blueAt); }
    double operator()(double angstrom) const
    {
        return blue.value + (red.value - blue.value) * redShare(angstrom);
    }
};

BandMeter::BandMeter(const Samples& samples, double z)
    : m_samples(samples)
    , m_stretch(1.0 / (1.0 + z))
{
}

double BandMeter::edge(std::size_t pixel) const
{
    const auto& grid = m_samples.wavelengthAngstrom;
    const auto last = grid.size() - 1;
    const double observed = pixel == 0 ? grid[0] - 0.5 * (grid[1] - grid[0])
        : pixel > last                 ? grid[last] + 0.5 * (grid[last] - grid[last - 1])
                                       : 0.5 * (grid[pixel - 1] + grid[pixel]);
    return observed * m_stretch;
}

bool BandMeter::isInformed(std::size_t pixel) const
{
    return m_samples.inverseVariance[pixel] > 0 && std::isfinite(m_samples.flux[pixel]);
}

std::size_t BandMeter::pixelAt(double restAngstrom) const
{
    const auto& grid = m_samples.wavelengthAngstrom;
    const auto above = std::ranges::lower_bound(grid, restAngstrom / m_stretch);
    const auto index = static_cast<std::size_t>(above - grid.begin());
    return index > 0 && (index == grid.size() || restAngstrom < edge(index)) ? index - 1 : index;
}

template<typename Use>
void BandMeter::eachPixel(Band band, Use use) const
{
    if (m_samples.size() < 2 || m_samples.inverseVariance.size() != m_samples.size())
        return;
    for (auto pixel = pixelAt(band.from); pixel < m_samples.size() && edge(pixel) < band.to; ++pixel) {
        const double overlap = std::min(edge(pixel + 1), band.to) - std::max(edge(pixel), band.from);
        if (overlap > 0 && isInformed(pixel))
            use(pixel, overlap);
    }
}

std::optional<Measured> BandMeter::meanFlux(Band band) const
{
    double informed = 0;
    double sum = 0;
    double variance = 0;
    eachPixel(band, [&](std::size_t pixel, double overlap) {
        informed += overlap;
        sum += overlap * static_cast<double>(m_samples.flux[pixel]);
        variance += overlap * overlap / static_cast<double>(m_samples.inverseVariance[pixel]);
    });
    if (informed < 0.5 * band.width())
        return {};
    return Measured {sum / informed, std::sqrt(variance) / informed};
}

std::optional<Measured> BandMeter::ratio(Band line, Band reference) const
{
    const auto above = meanFlux(line);
    const auto below = meanFlux(reference);
    if (!above || !below || below->value <= 0)
        return {};
    const double value = above->value / below->value;
    return Measured {value, std::hypot(above->error, value * below->error) / below->value};
}

std::optional<BandMeter::Continuum> BandMeter::continuum(Band blue, Band red) const
{
    const auto left = meanFlux(blue);
    const auto right = meanFlux(red);
    if (!left || !right || left->value <= 0 || right->value <= 0)
        return {};
    return Continuum {blue.middle(), red.middle(), *left, *right};
}

std::optional<Measured> BandMeter::equivalentWidth(Band line, Band blue, Band red) const
{
    const auto level = continuum(blue, red);
    if (!level)
        return {};
    double informed = 0;
    double width = 0;
    double variance = 0;
    double byBlue = 0; // dEW/dB and dEW/dR
    double byRed = 0;
    eachPixel(line, [&](std::size_t pixel, double overlap) {
        const double angstrom = m_samples.wavelengthAngstrom[pixel] * m_stretch;
        const double height = (*level)(angstrom);
        const double flux = m_samples.flux[pixel];
        informed += overlap;
        width += overlap * (1 - flux / height);
        variance +=
            overlap * overlap / (height * height * static_cast<double>(m_samples.inverseVariance[pixel]));
        byBlue += overlap * flux / (height * height) * (1 - level->redShare(angstrom));
        byRed += overlap * flux / (height * height) * level->redShare(angstrom);
    });
    if (informed < 0.5 * line.width())
        return {};
    const double whole = line.width() / informed;
    const double error =
        std::sqrt(variance + std::pow(byBlue * level->blue.error, 2) + std::pow(byRed * level->red.error, 2));
    return Measured {width * whole, error * whole};
}

std::optional<Measured> BandMeter::depth(std::size_t pixel, const Continuum& level) const
{
    if (pixel == 0 || pixel + 1 >= m_samples.size())
        return {};
    double sum = 0;
    double variance = 0;
    int count = 0;
    for (auto near = pixel - 1; near <= pixel + 1; ++near) {
        if (!isInformed(near))
            continue;
        const double height = level(m_samples.wavelengthAngstrom[near] * m_stretch);
        sum += static_cast<double>(m_samples.flux[near]) / height;
        variance += 1 / (height * height * static_cast<double>(m_samples.inverseVariance[near]));
        ++count;
    }
    if (count == 0)
        return {};
    return Measured {sum / count, std::sqrt(variance) / count};
}

std::optional<Measured> BandMeter::widthAtFourFifths(double centre, Band blue, Band red) const
{
    constexpr double level20 = 0.8;
    if (m_samples.size() < 3 || m_samples.inverseVariance.size() != m_samples.size())
        return {};
    const auto level = continuum(blue, red);
    const auto middle = pixelAt(centre);
    const auto core = level ? depth(middle, *level) : std::nullopt;
    if (!core)
        return {};
    if (core->value >= level20)
        return Measured {0, core->error};
    double ends[2] {};
    double variance = 0;
    for (const int direction : {-1, 1}) {
        auto inside = *core;
        for (auto pixel = middle;;) {
            pixel += static_cast<std::size_t>(direction);
            const double angstrom =
                pixel < m_samples.size() ? m_samples.wavelengthAngstrom[pixel] * m_stretch : 0;
            const auto here = angstrom > blue.from && angstrom < red.to ? depth(pixel, *level) : std::nullopt;
            if (!here)
                return {};
            if (here->value < level20) {
                inside = *here;
                continue;
            }
            const double before =
                m_samples.wavelengthAngstrom[pixel - static_cast<std::size_t>(direction)] * m_stretch;
            const double slope = (here->value - inside.value) / (angstrom - before);
            ends[direction > 0] = before + (level20 - inside.value) / slope;
            variance += std::pow(std::max(here->error, inside.error) / slope, 2);
            break;
        }
    }
    return Measured {ends[1] - ends[0], std::sqrt(variance)};
}
