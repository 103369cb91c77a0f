#include "models/redshift/continuummodes.h"

#include "models/redshift/numbers.h"

#include <numbers>

namespace {
constexpr int freeCosines = 4;
/// Allowed relative deviation of the other cosines, and of the freely fitted ones (only to keep the fit
/// regular).
constexpr double tightPrior = 0.1;
constexpr double loosePrior = 1000;

struct RawModes
{
    std::vector<std::vector<double>> rows; ///< By mode, one value a block
    std::vector<double> priors;
};

RawModes rawModes(const PreparedSpectrum& spectrum, int blocks, int cosines)
{
    RawModes modes;
    const auto add = [&](double prior, auto value) {
        std::vector<double> row(blocks);
        for (int k = 0; k < blocks; ++k) {
            const double span = std::max(1, spectrum.lastBlock - spectrum.firstBlock);
            row[k] = value(k, std::clamp((k - spectrum.firstBlock) / span, 0.0, 1.0));
        }
        modes.rows.push_back(std::move(row));
        modes.priors.push_back(prior);
    };
    for (int order = 0; order < cosines; ++order) {
        add(order < freeCosines ? loosePrior : tightPrior,
            [order](int, double x) { return std::cos(std::numbers::pi * order * x); });
    }
    add(loosePrior, [](int, double x) { return x - 0.5; });
    if (spectrum.joinAngstrom) {
        const double join = observedGrid.pixelOf(*spectrum.joinAngstrom) / PreparedSpectrum::blockPixels;
        add(loosePrior, [join](int k, double) { return k + 0.5 > join ? 1.0 : -1.0; });
        add(loosePrior, [join](int k, double) { return k + 0.5 > join ? (k + 0.5 - join) / 100 : 0.0; });
    }
    return modes;
}

/// Lower Cholesky factor of the modes' weighted products plus prior, row by row.
std::vector<double> choleskyFactor(const RawModes& modes, const std::vector<float>& weights)
{
    const int count = static_cast<int>(modes.rows.size());
    std::vector<double> lower(static_cast<std::size_t>(count) * count, 0.0);
    std::vector<double> weightedRow(weights.size());
    for (int i = 0; i < count; ++i) {
        for (std::size_t k = 0; k < weights.size(); ++k)
            weightedRow[k] = static_cast<double>(weights[k]) * modes.rows[i][k];
        for (int j = 0; j <= i; ++j) {
            double sum = i == j ? 1 / (modes.priors[i] * modes.priors[i]) : 0.0;
            for (std::size_t k = 0; k < weights.size(); ++k)
                sum += weightedRow[k] * modes.rows[j][k];
            for (int k = 0; k < j; ++k)
                sum -= lower[i * count + k] * lower[j * count + k];
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

    const auto raw = rawModes(spectrum, m_blocks, cosines);
    const auto lower = choleskyFactor(raw, weights);
    m_size = static_cast<int>(raw.rows.size());
    std::vector<std::vector<double>> rows;
    for (int i = 0; i < m_size; ++i) {
        auto row = raw.rows[i];
        for (int j = 0; j < i; ++j) {
            for (int k = 0; k < m_blocks; ++k)
                row[k] -= lower[i * m_size + j] * rows[j][k];
        }
        for (auto& value : row)
            value /= lower[i * m_size + i];
        m_modes.insert(m_modes.end(), row.begin(), row.end());
        rows.push_back(std::move(row));
    }

    m_spectrumParts.resize(m_size);
    project(level.flux.data(), m_spectrumParts.data());
    for (int i = 0; i < level.size; ++i)
        m_chi2 += static_cast<double>(level.weight[i]) * static_cast<double>(level.flux[i] * level.flux[i]);
    for (const float part : m_spectrumParts)
        m_chi2 -= static_cast<double>(part * part);
}

void ContinuumModes::project(const float* flux, float* parts) const
{
    thread_local std::vector<float> blocks;
    blocks.resize(m_blocks);
    dotRuns(m_weightedShape.data(), flux, m_level->size, m_level->blockLength, blocks.data());
    for (int mode = 0; mode < m_size; ++mode)
        parts[mode] =
            dotProduct(&m_modes[static_cast<std::size_t>(mode) * m_blocks], blocks.data(), m_blocks);
}

std::vector<float> ContinuumModes::weighted(int mode) const
{
    std::vector<float> result(m_level->size);
    for (int i = 0; i < m_level->size; ++i)
        result[i] = m_weightedShape[i]
            * m_modes[static_cast<std::size_t>(mode) * m_blocks + i / m_level->blockLength];
    return result;
}

std::vector<float> ContinuumModes::flux(const std::vector<float>& parts) const
{
    std::vector<float> blocks(m_blocks, 0);
    for (int mode = 0; mode < m_size; ++mode)
        addScaled(parts[mode], &m_modes[static_cast<std::size_t>(mode) * m_blocks], m_blocks, blocks.data());
    std::vector<float> result(m_level->size);
    for (int i = 0; i < m_level->size; ++i)
        result[i] = m_level->shape[i] * blocks[i / m_level->blockLength];
    return result;
}
