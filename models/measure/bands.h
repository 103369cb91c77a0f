#pragma once

#include "models/spectrum/spectrum.h"

#include <optional>

/// A number with its 1 σ error.
struct Measured
{
    double value = 0;
    double error = 0;
};

/// A range of wavelengths at rest, vacuum Å.
struct Band
{
    double from = 0;
    double to = 0;

    double width() const { return to - from; }
    double middle() const { return 0.5 * (from + to); }
    /// The band of air wavelengths.
    static Band fromAir(double fromAngstrom, double toAngstrom);
};

/// Measures bands of one spectrum at the redshift of its object. Pixels cut by a band's edge count by the
/// part inside; pixels without information (inverse variance 0, no number) are left out. Errors come from the
/// inverse variance, pixels taken as independent.
class BandMeter
{
public:
    /// `samples` must outlive the meter; without inverse variances nothing can be measured.
    BandMeter(const Samples& samples, double z);

    /// Mean flux; absent where less than half of the band carries information.
    std::optional<Measured> meanFlux(Band band) const;
    /// Mean flux of one band over that of another.
    std::optional<Measured> ratio(Band line, Band reference) const;
    /// Equivalent width ∫(1 − F/Fc) dλ in Å at rest, positive in absorption; Fc is the straight line through
    /// the mean fluxes of two side bands at their middles. Missing pixels are taken to be like the others.
    std::optional<Measured> equivalentWidth(Band line, Band blue, Band red) const;
    /// Width in Å at rest of the line around `centre` where the flux, averaged over 3 pixels, is 20 % below
    /// the straight line through the side bands; 0 for a line that is not so deep.
    std::optional<Measured> widthAtFourFifths(double centre, Band blue, Band red) const;

private:
    struct Continuum;
    std::optional<Continuum> continuum(Band blue, Band red) const;
    /// Calls use(pixel, overlap in Å) for informed pixels of a band.
    template<typename Use>
    void eachPixel(Band band, Use use) const;
    double edge(std::size_t pixel) const;
    bool isInformed(std::size_t pixel) const;
    std::size_t pixelAt(double restAngstrom) const;
    /// Flux over continuum, mean of 3 pixels, with its error.
    std::optional<Measured> depth(std::size_t pixel, const Continuum& level) const;

    const Samples& m_samples;
    double m_stretch;
};
