#pragma once

#include "models/simulation/lamostgrid.h"

#include <algorithm>
#include <cmath>
#include <vector>

/// How a molecular band fades from its head.
enum class BandFades { Redward, Blueward };

/// The noise-free flux of one object, built up in its rest frame and sampled on LAMOST's grid as seen
/// at a redshift. Wavelengths passed in are vacuum Å at rest; flux is relative. Lines are as broad as
/// the instrument profile, the object's own velocity dispersion and the line's width together.
class ModelFlux
{
public:
    /// `sigmaKmS`: velocity dispersion of the whole object (stars moving in a galaxy, rotation).
    explicit ModelFlux(double z, double sigmaKmS = 0);

    double z() const { return m_z; }
    const std::vector<float>& flux() const { return m_flux; }

    /// Adds continuum(λ rest). The continuum is smooth: it is asked for at every fourth pixel and straight
    /// between.
    template<typename Continuum>
    void addContinuum(Continuum continuum)
    {
        constexpr std::size_t step = 4;
        const auto& grid = LamostGrid::wavelengths();
        const std::size_t last = m_flux.size() - 1;
        const auto at = [&](std::size_t pixel) {
            return static_cast<float>(continuum(grid[pixel] / (1 + m_z)));
        };
        float from = at(0);
        for (std::size_t start = 0; start < last; start += step) {
            const std::size_t end = std::min(start + step, last);
            const float to = at(end);
            const float slope = (to - from) / static_cast<float>(end - start);
            for (std::size_t i = start; i < end; ++i)
                m_flux[i] += from + slope * static_cast<float>(i - start);
            from = to;
        }
        m_flux[last] += from;
    }

    /// Multiplies every pixel by factor(λ rest).
    template<typename Factor>
    void multiply(Factor factor)
    {
        const auto& grid = LamostGrid::wavelengths();
        for (std::size_t i = 0; i < m_flux.size(); ++i)
            m_flux[i] *= static_cast<float>(factor(grid[i] / (1 + m_z)));
    }

    /// Absorption line of a weak line's equivalent width (Å at rest).
    void absorb(double restAngstrom, double equivalentWidth, double sigmaKmS = 0);
    /// Line with a core of the given central depth (0 … 1) and wings of half-width `wingAngstrom`.
    void absorbWinged(double restAngstrom, double depth, double wingAngstrom);
    /// Molecular band: sharp at the head, optical depth falling by e over `lengthAngstrom`.
    void absorbBand(double headAngstrom, double opticalDepth, double lengthAngstrom, BandFades fades);
    /// What was absorbed so far takes effect on the flux there is now; later flux is not touched by it.
    void applyAbsorption();

    /// Emission line with an area of `area` (flux unit × Å at rest).
    void addLine(double restAngstrom, double area, double sigmaKmS = 0);
    /// Emission line of an equivalent width (Å at rest) over the flux at its centre.
    void addLineOfWidth(double restAngstrom, double equivalentWidth, double sigmaKmS);

    /// Adds another object's flux times `weight`.
    void add(const ModelFlux& other, double weight);

private:
    double sigmaPixels(double restAngstrom, double sigmaKmS) const;
    double restPixelAngstrom(double restAngstrom) const;
    double observedPixel(double restAngstrom) const;

    double m_z;
    double m_sigmaKmS;
    std::vector<float> m_flux;
    std::vector<float> m_opticalDepth;
};
