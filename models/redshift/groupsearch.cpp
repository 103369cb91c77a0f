#include "models/redshift/groupsearch.h"

#include "models/redshift/numbers.h"

namespace {
constexpr int fewShifts = 80;

/// `flux` from `first` on, zeros beyond its ends.
std::vector<float> window(const std::vector<float>& flux, int first, int size)
{
    std::vector<float> result(size, 0);
    for (int i = std::max(0, -first); i < size && first + i < static_cast<int>(flux.size()); ++i)
        result[i] = flux[first + i];
    return result;
}

std::size_t pairIndex(int i, int j)
{
    return static_cast<std::size_t>(i) * (i + 1) / 2 + j;
}
}

std::vector<int> GainCurve::peaks(int count, int separation) const
{
    const int size = static_cast<int>(gain.size());
    std::vector<int> all;
    for (int i = 0; i < size; ++i) {
        const bool overLeft = i == 0 || gain[i] >= gain[i - 1];
        const bool overRight = i == size - 1 || gain[i] > gain[i + 1];
        if (overLeft && overRight)
            all.push_back(i);
    }
    std::sort(all.begin(), all.end(), [&](int left, int right) { return gain[left] > gain[right]; });
    std::vector<int> chosen;
    for (const int peak : all) {
        if (static_cast<int>(chosen.size()) >= count)
            break;
        if (std::none_of(chosen.begin(), chosen.end(),
                         [&](int other) { return std::abs(other - peak) < separation; }))
            chosen.push_back(peak);
    }
    return chosen;
}

GroupSearch::GroupSearch(const GroupSamples& samples)
    : m_samples(&samples)
{
    const int factor = samples.searchFactor();
    m_firstShift = static_cast<int>(std::floor(shiftOf(samples.group().zMin, factor)));
    const int lastShift = static_cast<int>(std::ceil(shiftOf(samples.group().zMax, factor)));
    m_count = lastShift - m_firstShift + 1;
    if (m_count <= fewShifts)
        return;

    const int spectrumSize = observedGrid.size / factor;
    const int first = restToObserved / factor - lastShift;
    m_fourier = std::make_unique<Fourier>(spectrumSize + m_count);
    std::vector<std::vector<float>> windows;
    for (int i = 0; i < samples.components(); ++i) {
        windows.push_back(window(samples.component(i, factor), first, spectrumSize + m_count));
        m_components.push_back(m_fourier->transformed(windows.back()));
        for (int j = 0; j <= i; ++j) {
            std::vector<float> product(windows[i].size());
            multiply(windows[i].data(), windows[j].data(), static_cast<int>(product.size()), product.data());
            m_products.push_back(m_fourier->transformed(product));
        }
    }
}

GainCurve GroupSearch::search(const ContinuumModes& modes) const
{
    return m_fourier ? searchByFourier(modes) : searchOneByOne(modes);
}

GainCurve GroupSearch::searchOneByOne(const ContinuumModes& modes) const
{
    GainCurve curve {factor(), m_firstShift, std::vector<float>(m_count)};
    Amplitudes fit;
    for (int i = 0; i < m_count; ++i) {
        fit = fitGroup(*m_samples, modes, m_firstShift + i, fit);
        curve.gain[i] = static_cast<float>(fit.gain);
    }
    return curve;
}

GainCurve GroupSearch::searchByFourier(const ContinuumModes& modes) const
{
    const auto& level = modes.level();
    const int size = m_samples->components();
    const int modeCount = modes.size();
    std::vector<float> weightedFlux(level.size);
    multiply(level.weight.data(), level.flux.data(), level.size, weightedFlux.data());
    const auto flux = m_fourier->transformed(weightedFlux);
    const auto weight = m_fourier->transformed(level.weight);

    // Correlations run from the largest shift to the smallest.
    std::vector<std::vector<float>> b(size, std::vector<float>(m_count));
    std::vector<std::vector<float>> a(m_products.size(), std::vector<float>(m_count));
    std::vector<std::vector<float>> parts(static_cast<std::size_t>(size) * modeCount,
                                          std::vector<float>(m_count));
    for (int i = 0; i < size; ++i)
        m_fourier->correlate(flux, m_components[i], m_count, b[i].data());
    for (std::size_t pair = 0; pair < m_products.size(); ++pair)
        m_fourier->correlate(weight, m_products[pair], m_count, a[pair].data());
    for (int mode = 0; mode < modeCount; ++mode) {
        const auto transformed = m_fourier->transformed(modes.weighted(mode));
        for (int i = 0; i < size; ++i)
            m_fourier->correlate(transformed, m_components[i], m_count,
                                 parts[static_cast<std::size_t>(i) * modeCount + mode].data());
    }

    GainCurve curve {factor(), m_firstShift, std::vector<float>(m_count)};
    std::array<std::vector<float>, maxComponents> partsHere;
    Amplitudes fit;
    for (int lag = 0; lag < m_count; ++lag) {
        NormalEquations equations;
        equations.size = size;
        for (int i = 0; i < size; ++i) {
            equations.b[i] = static_cast<double>(b[i][lag]);
            partsHere[i].resize(modeCount);
            for (int mode = 0; mode < modeCount; ++mode)
                partsHere[i][mode] = parts[static_cast<std::size_t>(i) * modeCount + mode][lag];
            for (int j = 0; j <= i; ++j)
                equations.a[i][j] = static_cast<double>(a[pairIndex(i, j)][lag]);
        }
        takeOutContinuum(equations, modes, partsHere);
        fit = solveFit(equations, m_samples->group().nonNegative, fit);
        curve.gain[m_count - 1 - lag] = static_cast<float>(fit.gain);
    }
    return curve;
}
