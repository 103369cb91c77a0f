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

/// Values of a level at their places on observedGrid.
std::vector<float> placed(const std::vector<float>& values, const PreparedSpectrum::Level& level)
{
    std::vector<float> result(level.first, 0);
    result.insert(result.end(), values.begin(), values.end());
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
    std::vector<std::vector<float>> products;
    for (int i = 0; i < samples.components(); ++i) {
        windows.push_back(window(samples.component(i, factor), first, spectrumSize + m_count));
        for (int j = 0; j <= i; ++j) {
            std::vector<float> product(windows[i].size());
            multiply(windows[i].data(), windows[j].data(), static_cast<int>(product.size()), product.data());
            products.push_back(std::move(product));
        }
    }
    m_components = coupled(windows);
    m_products = coupled(products);
}

std::vector<GroupSearch::Couple> GroupSearch::coupled(const std::vector<std::vector<float>>& sequences) const
{
    std::vector<std::size_t> present;
    for (std::size_t i = 0; i < sequences.size(); ++i) {
        if (std::any_of(sequences[i].begin(), sequences[i].end(), [](float value) { return value != 0; }))
            present.push_back(i);
    }
    std::vector<Couple> couples;
    for (std::size_t i = 0; i + 1 < present.size(); i += 2)
        couples.push_back({present[i], present[i + 1],
                           m_fourier->paired(sequences[present[i]], sequences[present[i + 1]])});
    if (present.size() % 2 == 1)
        couples.push_back({present.back(), {}, m_fourier->paired(sequences[present.back()], {})});
    return couples;
}

void GroupSearch::correlate(const Fourier::Spectrum& x, const std::vector<Couple>& couples,
                            std::vector<float>& rows) const
{
    for (const auto& couple : couples)
        m_fourier->correlate(x, couple.transforms, m_count, row(rows, couple.first),
                             couple.second ? row(rows, *couple.second) : nullptr);
}

GainCurve GroupSearch::search(const ContinuumModes& modes) const
{
    return m_fourier ? searchByFourier(modes) : searchOneByOne(modes);
}

GainCurve GroupSearch::searchOneByOne(const ContinuumModes& modes) const
{
    GainCurve curve {factor(), m_firstShift, std::vector<float>(m_count)};
    std::vector<bool> known(m_count, false);
    Amplitudes fit;
    const auto fitAt = [&](int i) {
        if (i < 0 || i >= m_count || known[i])
            return;
        fit = fitGroup(*m_samples, modes, m_firstShift + i, fit);
        curve.gain[i] = static_cast<float>(fit.gain);
        known[i] = true;
    };
    // Every other shift; all of them beside the best; what lies between is theirs.
    for (int i = 0; i < m_count; i += 2)
        fitAt(i);
    fitAt(m_count - 1);
    const int best =
        static_cast<int>(std::max_element(curve.gain.begin(), curve.gain.end()) - curve.gain.begin());
    fitAt(best - 1);
    fitAt(best + 1);
    for (int i = 1; i + 1 < m_count; ++i) {
        if (!known[i])
            curve.gain[i] = std::min(curve.gain[i - 1], curve.gain[i + 1]);
    }
    return curve;
}

const float* GroupSearch::row(const std::vector<float>& rows, std::size_t index) const
{
    return rows.data() + index * static_cast<std::size_t>(m_count);
}

float* GroupSearch::row(std::vector<float>& rows, std::size_t index) const
{
    return rows.data() + index * static_cast<std::size_t>(m_count);
}

GainCurve GroupSearch::searchByFourier(const ContinuumModes& modes) const
{
    const int size = m_samples->components();
    const Correlations sums = correlations(modes);
    GainCurve curve {factor(), m_firstShift, std::vector<float>(m_count)};
    Amplitudes fit;
    NormalEquations equations;
    equations.size = size;
    for (int lag = 0; lag < m_count; ++lag) {
        for (int i = 0; i < size; ++i) {
            equations.b[i] = static_cast<double>(sums.b[i * m_count + lag]);
            for (int j = 0; j <= i; ++j)
                equations.a[j][i] = equations.a[i][j] =
                    static_cast<double>(sums.a[pairIndex(i, j) * m_count + lag]);
            const double raw = static_cast<double>(sums.raw[i * m_count + lag]);
            equations.usable[i] = isTellable(*m_samples, i, modes.level(), equations.a[i][i], raw);
        }
        fit = solveFit(equations, m_samples->group().nonNegative, fit);
        // Correlations run from the largest shift to the smallest.
        curve.gain[m_count - 1 - lag] = static_cast<float>(fit.gain);
    }
    return curve;
}

GroupSearch::Correlations GroupSearch::correlations(const ContinuumModes& modes) const
{
    const auto& level = modes.level();
    const int size = m_samples->components();
    const auto rows = [&](std::size_t count) {
        return std::vector<float>(count * static_cast<std::size_t>(m_count));
    };
    Correlations sums {rows(size), rows(pairIndex(size, 0)), rows(size)};

    // The spectrum without the part the continuum can do: its correlation is b with that part taken out.
    std::vector<float> residual = modes.flux(modes.spectrumParts());
    for (int i = 0; i < level.size; ++i)
        residual[i] = level.weight[i] * (level.flux[i] - residual[i]);
    const auto [flux, weight] = m_fourier->transformed(placed(residual, level), placed(level.weight, level));
    correlate(flux, m_components, sums.b);
    correlate(weight, m_products, sums.a);
    for (int i = 0; i < size; ++i)
        std::copy_n(row(sums.a, pairIndex(i, i)), m_count, row(sums.raw, i));

    auto parts = rows(size);
    const auto takeOut = [&](const Fourier::Spectrum& mode) {
        correlate(mode, m_components, parts);
        for (int i = 0; i < size; ++i) {
            for (int j = 0; j <= i; ++j)
                subtractProduct(row(parts, i), row(parts, j), m_count, row(sums.a, pairIndex(i, j)));
        }
    };
    for (int mode = 0; mode < modes.size(); mode += 2) {
        const bool isLast = mode + 1 == modes.size();
        const auto [one, other] =
            m_fourier->transformed(placed(modes.weighted(mode), level),
                                   isLast ? std::vector<float>() : placed(modes.weighted(mode + 1), level));
        takeOut(one);
        if (!isLast)
            takeOut(other);
    }
    return sums;
}
