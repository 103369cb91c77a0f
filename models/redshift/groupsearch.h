#pragma once

#include "models/redshift/fourier.h"
#include "models/redshift/groupfit.h"

#include <memory>
#include <optional>

/// The gain in χ² of a group at every whole shift of its search level.
struct GainCurve
{
    int factor = 2;
    int firstShift = 0;
    std::vector<float> gain;

    /// Indices of up to `count` highest peaks, highest first, at least `separation` apart; the ends count as
    /// peaks.
    std::vector<int> peaks(int count, int separation) const;
};

/// Fits a group at all redshifts of its range at once: every sum of the normal equations of a weighted fit is
/// a cross-correlation of the spectrum's weights, or weighted flux, with a template or a product of two of
/// them, so that the whole of χ²(z) takes a few hundred short Fourier transforms. Few shifts are fitted one
/// by one.
class GroupSearch
{
public:
    explicit GroupSearch(const GroupSamples& samples);

    GainCurve search(const ContinuumModes& modes) const;
    int factor() const { return m_samples->searchFactor(); }
    const GroupSamples& samples() const { return *m_samples; }

private:
    /// The terms of the normal equations at every shift, the continuum taken out; rows of m_count.
    struct Correlations
    {
        std::vector<float> b; ///< By component
        std::vector<float> a; ///< By pair of components
        std::vector<float> raw; ///< Diagonal of a before the continuum was taken out
    };

    Correlations correlations(const ContinuumModes& modes) const;
    GainCurve searchOneByOne(const ContinuumModes& modes) const;
    GainCurve searchByFourier(const ContinuumModes& modes) const;

    const GroupSamples* m_samples;
    int m_firstShift = 0;
    int m_count = 0;
    std::unique_ptr<Fourier> m_fourier; ///< Null for few shifts
    /// Two sequences that are transformed together.
    struct Couple
    {
        std::size_t first = 0; ///< Row of its results
        std::optional<std::size_t> second; ///< Nothing: the first is alone.
        Fourier::Pair transforms;
    };
    const float* row(const std::vector<float>& rows, std::size_t index) const;
    float* row(std::vector<float>& rows, std::size_t index) const;
    std::vector<Couple> coupled(const std::vector<std::vector<float>>& sequences) const;
    void correlate(const Fourier::Spectrum& x, const std::vector<Couple>& couples,
                   std::vector<float>& rows) const;

    std::vector<Couple> m_components;
    std::vector<Couple> m_products; ///< Of components i ≥ j, at i(i+1)/2 + j; not those that never overlap
};
