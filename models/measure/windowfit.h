#pragma once

#include "models/lines/expectedline.h"
#include "models/measure/linearfit.h"
#include "models/measure/pixelweights.h"

/// Where lines stand and how wide they are.
struct LineFrame
{
    double z = 0;
    double narrowKmS = 120; ///< σ of narrow lines, the instrument's among it
    double broadKmS = 1800; ///< σ of broad lines

    double sigmaKmS(const ExpectedLine& line) const { return line.isBroad ? broadKmS : narrowKmS; }
};

/// Lines so near to each other that they are fitted together, with the pixels about them.
struct LineWindow
{
    PixelRange pixels;
    std::vector<std::size_t> lines; ///< Indices into the list of lines
};

/// The fit of a window: a smooth continuum and a Gaussian for each line.
struct WindowFit
{
    LinearFit linear; ///< Continuum terms first, then one amplitude for each component
    std::vector<bool> active; ///< By function
    std::vector<std::size_t> firstAmplitude; ///< By line of the window: its first function
    std::vector<double> residual; ///< (flux − model)/σ by pixel of the window; 0 where the weight is 0
};

/// Which signs amplitudes may have.
enum class AmplitudeSigns {
    Wanted, ///< Lines of the wrong sign are left out one by one.
    Free
};

/// Fits Gaussian lines to a spectrum's pixels: everything but z and the widths is linear.
class WindowFitter
{
public:
    /// Both are kept by reference.
    WindowFitter(const Samples& samples, const std::vector<double>& weights);

    /// True when at least 60 % of the pixels within 1.5 σ of the line are known.
    bool covers(const ExpectedLine& line, const LineFrame& frame) const;
    /// The windows of the covered lines, blue to red.
    std::vector<LineWindow> windows(const std::vector<ExpectedLine>& lines, const LineFrame& frame) const;
    WindowFit fit(const LineWindow& window, const std::vector<ExpectedLine>& lines, const LineFrame& frame,
                  AmplitudeSigns signs) const;
    /// The same with the functions that an earlier fit of this window used, whatever sign they get.
    WindowFit fitAgain(const WindowFit& earlier, const LineWindow& window,
                       const std::vector<ExpectedLine>& lines, const LineFrame& frame) const;

    const Samples& samples() const { return m_samples; }
    const std::vector<double>& weights() const { return m_weights; }

private:
    struct Functions;
    Functions functionsOf(const LineWindow& window, const std::vector<ExpectedLine>& lines,
                          const LineFrame& frame) const;

    const Samples& m_samples;
    const std::vector<double>& m_weights;
};
