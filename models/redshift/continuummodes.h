#pragma once

#include "models/redshift/preparedspectrum.h"

/// The slow deviations between a spectrum and any template: flux calibration, reddening, a step where the
/// arms join.
///
/// Cosines over the known range, times the spectrum's own smooth shape, are fitted along with every template,
/// the first few freely and the others held to 10 % of the flux and less. The modes are made orthonormal
/// under the spectrum's weights (and that prior), so that fitting them is one projection.
class ContinuumModes
{
public:
    /// `cosines`: their number; more follow flux calibration more closely and cost more time.
    ContinuumModes(const PreparedSpectrum& spectrum, const PreparedSpectrum::Level& level, int cosines);

    ContinuumModes(const ContinuumModes&) = delete;
    ContinuumModes& operator=(const ContinuumModes&) = delete;

    int size() const { return m_size; }
    const PreparedSpectrum::Level& level() const { return *m_level; }
    /// size() and up to the next multiple of 16: how many parts project() writes, zeros at the end.
    int paddedSize() const { return (m_size + 15) / 16 * 16; }
    /// The part of each mode in `flux` (one value a pixel of the level, weighted as the spectrum is).
    void project(const float* flux, float* parts) const;
    const std::vector<float>& spectrumParts() const { return m_spectrumParts; }
    /// χ² of the spectrum with the modes alone.
    double chi2() const { return m_chi2; }
    /// Weight · shape · mode at every pixel, for correlations.
    std::vector<float> weighted(int mode) const;
    /// The modes with the amplitudes `parts`, in flux, at every pixel.
    std::vector<float> flux(const std::vector<float>& parts) const;

private:
    const PreparedSpectrum::Level* m_level;
    int m_size = 0;
    int m_blocks = 0;
    int m_stride = 0; ///< m_blocks and up to the next multiple of 16
    std::vector<float> m_modes; ///< m_size rows of m_stride, zeros at the end
    std::vector<const float*> m_rows; ///< The beginning of each
    std::vector<float> m_weightedShape;
    std::vector<float> m_spectrumParts;
    double m_chi2 = 0;
};
