#include "models/measure/lineevidence.h"

#include "models/measure/windowfit.h"
#include "models/spectrum/wavelength.h"

#include <algorithm>
#include <cmath>

namespace {
constexpr double lowestAlternative = -0.01;
constexpr double starNarrowKmS = 150; // stellar lines are wider than the instrument
constexpr double sameLineKmS = 1500;

LineFrame usualFrame(SpectralClass spectralClass, double z)
{
    LineFrame frame;
    frame.z = z;
    if (spectralClass != SpectralClass::Qso)
        frame.narrowKmS = starNarrowKmS;
    return frame;
}

/// By how much the pixels scatter more than their errors say, at least 1: from the median, as a line of
/// another width than the usual leaves a few pixels far off.
double scatterOf(const WindowFit& fit)
{
    constexpr double sigmaOfMedian = 1.4826;
    std::vector<double> sizes;
    for (const double value : fit.residual)
        if (value != 0)
            sizes.push_back(std::abs(value));
    if (sizes.empty())
        return 1;
    const auto middle = sizes.begin() + std::ptrdiff_t(sizes.size() / 2);
    std::ranges::nth_element(sizes, middle);
    return std::max(1.0, sigmaOfMedian * *middle);
}

/// Σ of the components' amplitudes as flux, with its σ.
void measure(LineEvidence& evidence, const WindowFit& fit, std::size_t firstFunction, const LineFrame& frame)
{
    const double sigma = evidence.observedAngstrom * frame.sigmaKmS(evidence.line) / speedOfLightKmS;
    const double area = std::sqrt(2 * M_PI) * sigma;
    const auto count = evidence.line.components.size();
    double variance = 0;
    for (auto row = firstFunction; row < firstFunction + count; ++row) {
        evidence.flux += area * fit.linear.values[row];
        for (auto column = firstFunction; column < firstFunction + count; ++column)
            variance += area * area * fit.linear.covariance[row][column];
    }
    evidence.signalToNoise = variance > 0 ? evidence.flux / (std::sqrt(variance) * scatterOf(fit)) : 0;
}
}

bool LineEvidence::isSeen() const
{
    switch (line.kind) {
    case LineKind::Emission:
        return signalToNoise >= seenSignalToNoise;
    case LineKind::Absorption:
        return signalToNoise <= -seenSignalToNoise;
    case LineKind::Both:
        break;
    }
    return std::abs(signalToNoise) >= seenSignalToNoise;
}

std::vector<LineEvidence> lineEvidence(const Spectrum& spectrum, SpectralClass spectralClass, double z)
{
    const auto lines = expectedLines(spectralClass);
    const auto weights = pixelWeights(spectrum);
    const WindowFitter fitter(spectrum.coadd, weights);
    const auto frame = usualFrame(spectralClass, z);
    std::vector<LineEvidence> evidence;
    for (const auto& line : lines)
        evidence.push_back({.line = line, .observedAngstrom = observedWavelength(line.vacuumAngstrom, z)});
    if (spectrum.coadd.flux.size() != spectrum.coadd.size())
        return evidence;
    for (const auto& window : fitter.windows(lines, frame)) {
        // With free signs: what stands there against expectation is to be told.
        const auto fit = fitter.fit(window, lines, frame, AmplitudeSigns::Free);
        for (std::size_t at = 0; at < window.lines.size(); ++at) {
            auto& line = evidence[window.lines[at]];
            line.covered = true;
            if (fit.linear.solved)
                measure(line, fit, fit.firstAmplitude[at], frame);
        }
    }
    return evidence;
}

std::vector<Identification> identificationsOf(const Spectrum& spectrum, double observedAngstrom,
                                              SpectralClass spectralClass)
{
    std::vector<Identification> readings;
    for (const auto& as : alternativeLines()) {
        Identification reading {.as = as, .z = redshiftOf(as.line.vacuumAngstrom, observedAngstrom)};
        if (reading.z < lowestAlternative)
            continue;
        if (spectralClass == SpectralClass::Qso)
            reading.as.spectralClass = SpectralClass::Qso;
        for (const auto& line : lineEvidence(spectrum, reading.as.spectralClass, reading.z)) {
            const double off = (line.observedAngstrom / observedAngstrom - 1) * speedOfLightKmS;
            if (!line.covered || std::abs(off) < sameLineKmS)
                continue;
            ++reading.covered;
            reading.seen += line.isSeen() ? 1 : 0;
        }
        readings.push_back(reading);
    }
    return readings;
}

std::optional<double> strongestLine(const std::vector<LineEvidence>& evidence)
{
    const LineEvidence* strongest = nullptr;
    for (const auto& line : evidence) {
        const bool stronger = !strongest || line.signalToNoise > strongest->signalToNoise;
        if (line.isSeen() && line.signalToNoise > 0 && stronger)
            strongest = &line;
    }
    return strongest ? std::optional(strongest->observedAngstrom) : std::nullopt;
}
