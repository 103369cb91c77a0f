#pragma once

#include <vector>

/// A stretch of wavelength with pixels in it, Å.
struct WavelengthSpan
{
    double from = 0;
    double to = 0;
    bool operator==(const WavelengthSpan&) const = default;
};

/// The horizontal scale of a plot: wavelength itself, except that a wide stretch between two arms
/// without any pixel (LAMOST medium resolution: 5350–6300 Å) is folded to a narrow one.
/// Strictly increasing and piecewise linear; outside the pixels it goes on as wavelength does.
class WavelengthScale
{
public:
    WavelengthScale() = default;
    /// Folds each stretch between neighbouring pixels that is wider than 5 % of the whole.
    explicit WavelengthScale(const std::vector<double>& wavelengthAngstrom);

    /// Position on the scale (Å from the same origin as wavelength at the blue end).
    double position(double wavelengthAngstrom) const;
    double wavelength(double position) const;
    bool isFolded() const { return m_spans.size() > 1; }
    /// The stretches with pixels, blue to red; empty without a spectrum.
    const std::vector<WavelengthSpan>& spans() const { return m_spans; }
    /// True inside a folded stretch, where no pixel can be.
    bool isInFold(double wavelengthAngstrom) const;

private:
    std::vector<WavelengthSpan> m_spans;
    std::vector<WavelengthSpan> m_positions; // the same stretches on the scale
};
