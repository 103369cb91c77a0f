#include "models/redshift/continuummodes.h"

#include "models/redshift/numbers.h"

#include <numbers>

namespace {
constexpr int freeCosines = 4;
/// Allowed relative deviation of the first cosine that is not free; errors of calibration are the smaller the
/// shorter they are. And of the freely fitted ones (only to keep the fit regular).
constexpr double tightPrior = 0.1;
constexpr double loosePrior = 1000;

struct RawModes
{
    int blocks = 0;
    std::vector<double> rows; ///< By mode, one value a block
    std::vector<double> priors;

    int count() const { return static_cast<int>(priors.size()); }
    double* row(int mode) { return rows.data() + static_cast<std::ptrdiff_t>(mode) * blocks; }
};

/// `first`: the block of observedGrid that the first of the `blocks` is.
RawModes rawModes(const PreparedSpectrum& spectrum, int first, int blocks, int cosines)
{
    RawModes modes;
    modes.blocks = blocks;
    const auto add = [&](double prior, auto value) {
        for (int k = 0; k < blocks; ++k)
            modes.rows.push_back(value(k));
        modes.priors.push_back(prior);
    };
    const double span = std::max(1, spectrum.lastBlock - spectrum.firstBlock);
    const auto place = [&](int k) { return std::clamp((first + k - spectrum.firstBlock) / span, 0.0, 1.0); };
    add(loosePrior, [](int) { return 1.0; });
    add(loosePrior, [&](int k) { return std::cos(std::numbers::pi * place(k)); });
    for (int order = 2; order < cosines; ++order) {
        // cos(n+1)x = 2 cos x · cos nx − cos(n−1)x
        add(order < freeCosines ? loosePrior : tightPrior * freeCosines / order,
            [&](int k) { return 2 * modes.row(1)[k] * modes.row(order - 1)[k] - modes.row(order - 2)[k]; });
    }
    add(loosePrior, [&](int k) { return place(k) - 0.5; });
    if (spectrum.joinAngstrom) {
        const double join =
            observedGrid.pixelOf(*spectrum.joinAngstrom) / PreparedSpectrum::blockPixels - first;
        add(loosePrior, [join](int k) { return k + 0.5 > join ? 1.0 : -1.0; });
        add(loosePrior, [join](int k) { return k + 0.5 > join ? (k + 0.5 - join) / 100 : 0.0; });
    }
    return modes;
}

/// Lower Cholesky factor of the modes' weighted products plus prior, row by row.
std::vector<double> choleskyFactor(RawModes& modes, const std::vector<float>& weights)
{
    const int count = modes.count();
    std::vector<double> lower(static_cast<std::size_t>(count) * count, 0.0);
    std::vector<double> weightedRow(weights.size());
    for (int i = 0; i < count; ++i) {
        for (int k = 0; k < modes.blocks; ++k)
            weightedRow[k] = static_cast<double>(weights[k]) * modes.row(i)[k];
        for (int j = 0; j <= i; ++j) {
            const double prior = i == j ? 1 / (modes.priors[i] * modes.priors[i]) : 0.0;
            const double sum = prior + dotProduct(weightedRow.data(), modes.row(j), modes.blocks)
                - dotProduct(&lower[i * count], &lower[j * count], j);
            lower[i * count + j] = i == j ? std::sqrt(std::max(sum, 1e-9)) : sum / lower[j * count + j];
        }
    }
    return lower;
}
}

ContinuumModes::ContinuumModes(const PreparedSpectrum& spectrum, const PreparedSpectrum::Level& level,
                               int cosines)
    : m_level(&level)
    , m_blocks(level.size / level.blockLength)
    , m_weightedShape(level.size)
{
    multiply(level.weight.data(), level.shape.data(), level.size, m_weightedShape.data());
    std::vector<float> weights(m_blocks);
    dotRuns(m_weightedShape.data(), level.shape.data(), level.size, level.blockLength, weights.data());

    auto raw = rawModes(spectrum, level.first / level.blockLength, m_blocks, cosines);
    const auto lower = choleskyFactor(raw, weights);
    m_size = raw.count();
    for (int i = 0; i < m_size; ++i) {
        for (int j = 0; j < i; ++j)
            addScaled(-lower[i * m_size + j], raw.row(j), m_blocks, raw.row(i));
        for (int k = 0; k < m_blocks; ++k)
            raw.row(i)[k] /= lower[i * m_size + i];
    }
    m_stride = (m_blocks + 15) / 16 * 16;
    m_modes.assign(static_cast<std::size_t>(m_size) * m_stride, 0);
    for (int i = 0; i < m_size; ++i) {
        float* row = &m_modes[static_cast<std::size_t>(i) * m_stride];
        std::copy_n(raw.row(i), m_blocks, row);
        m_rows.push_back(row);
    }

    m_spectrumParts.resize(paddedSize());
    project(level.flux.data(), m_spectrumParts.data());
    for (int i = 0; i < level.size; ++i)
        m_chi2 += static_cast<double>(level.weight[i]) * static_cast<double>(level.flux[i] * level.flux[i]);
    for (const float part : m_spectrumParts)
        m_chi2 -= static_cast<double>(part * part);
}

void ContinuumModes::project(const float* flux, float* parts) const
{
    thread_local std::vector<float> blocks;
    blocks.assign(m_stride, 0);
    dotRuns(m_weightedShape.data(), flux, m_level->size, m_level->blockLength, blocks.data());
    dotMany(blocks.data(), m_rows.data(), m_size, m_stride, parts);
    std::fill(parts + m_size, parts + paddedSize(), 0.0F);
}

std::vector<float> ContinuumModes::weighted(int mode) const
{
    std::vector<float> result(m_level->size);
    const int length = m_level->blockLength;
    for (int k = 0; k < m_blocks; ++k) {
        for (int i = k * length; i < (k + 1) * length; ++i)
            result[i] = m_weightedShape[i] * m_rows[mode][k];
    }
    return result;
}

std::vector<float> ContinuumModes::flux(const std::vector<float>& parts) const
{
    std::vector<float> blocks(m_blocks, 0);
    for (int mode = 0; mode < m_size; ++mode)
        addScaled(parts[mode], m_rows[mode], m_blocks, blocks.data());
    std::vector<float> result(m_level->size);
    const int length = m_level->blockLength;
    for (int k = 0; k < m_blocks; ++k) {
        for (int i = k * length; i < (k + 1) * length; ++i)
            result[i] = m_level->shape[i] * blocks[k];
    }
    return result;
}
