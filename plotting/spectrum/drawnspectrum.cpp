#include "plotting/spectrum/drawnspectrum.h"

#include "models/spectrum/maskbits.h"
#include "plotting/tile/columns.h"

#include <algorithm>
#include <cmath>

namespace {
constexpr double skyLineHalfWidth = 6; // Å; residuals of a bright sky line at a resolving power of 1800

/// Without the zeros a file has before and behind its data.
UsablePixels drawablePixels(const Samples& samples, Layout layout)
{
    auto usable = usablePixels(samples, worthlessBits(layout));
    const auto [firstWithData, endOfData] = dataSpan(samples.flux);
    std::fill(usable.begin(), usable.begin() + std::ptrdiff_t(firstWithData), 0);
    std::fill(usable.begin() + std::ptrdiff_t(endOfData), usable.end(), 0);
    return usable;
}

UsablePixels trustedPixels(const Samples& samples, UsablePixels trusted)
{
    const auto& wavelength = samples.wavelengthAngstrom;
    for (const auto& feature : builtInSky().features) {
        if (feature.kind != SkyKind::EmissionLine || feature.importance > 1)
            continue;
        auto pixel = std::ranges::lower_bound(wavelength, feature.fromAngstrom - skyLineHalfWidth)
            - wavelength.begin();
        for (; pixel < std::ssize(wavelength)
             && wavelength[std::size_t(pixel)] <= feature.toAngstrom + skyLineHalfWidth;
             ++pixel)
            trusted[std::size_t(pixel)] = 0;
    }
    return trusted;
}

std::vector<PixelSpan> gapsIn(const UsablePixels& usable)
{
    std::vector<PixelSpan> gaps;
    for (std::size_t pixel = 0; pixel < usable.size(); ++pixel) {
        if (usable[pixel])
            continue;
        if (!gaps.empty() && gaps.back().end == pixel)
            ++gaps.back().end;
        else
            gaps.push_back({pixel, pixel + 1});
    }
    return gaps;
}

/// A text file may have no error, or fewer values than wavelengths; the plot must not read past an end.
bool isDrawable(const Samples& samples)
{
    return samples.size() > 1 && samples.flux.size() == samples.size()
        && (samples.inverseVariance.empty() || samples.inverseVariance.size() == samples.size());
}
}

bool DrawnSpectrum::hasGoodPixel() const
{
    return std::ranges::find(usable, 1) != usable.end();
}

PixelSpan DrawnSpectrum::between(double fromPosition, double toPosition) const
{
    const auto first = std::ranges::lower_bound(position, fromPosition) - position.begin();
    const auto end = std::ranges::upper_bound(position, toPosition) - position.begin();
    return {std::size_t(std::max<std::ptrdiff_t>(first - 1, 0)),
            std::min(std::size_t(end) + 1, position.size())};
}

double DrawnSpectrum::leftEdge(std::size_t pixel) const
{
    const bool isFirst = std::ranges::binary_search(stretches, pixel);
    return isFirst ? position[pixel] : (position[pixel - 1] + position[pixel]) / 2;
}

double DrawnSpectrum::rightEdge(std::size_t pixel) const
{
    const bool isLast = pixel + 1 == position.size() || std::ranges::binary_search(stretches, pixel + 1);
    return isLast ? position[pixel] : (position[pixel] + position[pixel + 1]) / 2;
}

qint32 DrawnSpectrum::pixelAt(double vacuumAngstrom) const
{
    if (isEmpty() || scale.isInFold(vacuumAngstrom))
        return -1;
    const auto& wavelength = spectrum->coadd.wavelengthAngstrom;
    const auto behind = std::ranges::lower_bound(wavelength, vacuumAngstrom) - wavelength.begin();
    const auto after =
        std::min<std::ptrdiff_t>(std::max<std::ptrdiff_t>(behind, 1), std::ssize(wavelength) - 1);
    const double right = wavelength[std::size_t(after)];
    const double left = wavelength[std::size_t(after - 1)];
    if (vacuumAngstrom < left - (right - left) || vacuumAngstrom > right + (right - left))
        return -1;
    return static_cast<qint32>(vacuumAngstrom - left < right - vacuumAngstrom ? after - 1 : after);
}

DrawnSpectrum drawnSpectrum(SpectrumPtr spectrum, int smoothing)
{
    DrawnSpectrum drawn;
    drawn.spectrum = std::move(spectrum);
    drawn.smoothing = smoothing;
    if (!drawn.spectrum || !isDrawable(drawn.spectrum->coadd))
        return drawn;
    const auto& samples = drawn.spectrum->coadd;
    drawn.scale = WavelengthScale(samples.wavelengthAngstrom);
    drawn.position.reserve(samples.size());
    for (const double wavelength : samples.wavelengthAngstrom)
        drawn.position.push_back(drawn.scale.position(wavelength));
    drawn.usable = drawablePixels(samples, drawn.spectrum->layout);
    drawn.trusted = trustedPixels(samples, drawn.usable);
    drawn.gaps = gapsIn(drawn.usable);
    for (const auto& span : drawn.scale.spans()) {
        const auto first = std::ranges::lower_bound(samples.wavelengthAngstrom, span.from);
        drawn.stretches.push_back(std::size_t(first - samples.wavelengthAngstrom.begin()));
    }
    drawn.raw = smoothed(samples.flux, samples.inverseVariance, drawn.usable, 1, drawn.stretches);
    smooth(drawn, smoothing);
    return drawn;
}

void smooth(DrawnSpectrum& drawn, int smoothing)
{
    drawn.smoothing = oddWidth(smoothing);
    if (drawn.isEmpty())
        return;
    const auto& samples = drawn.spectrum->coadd;
    drawn.trace = drawn.smoothing == 1
        ? drawn.raw
        : smoothed(samples.flux, samples.inverseVariance, drawn.usable, drawn.smoothing, drawn.stretches);
}

std::vector<SkyFeature> armJoins(const Spectrum& spectrum)
{
    std::vector<SkyFeature> joins;
    const auto isLowResolutionLamost = spectrum.layout == Layout::LamostImage
        || spectrum.layout == Layout::LamostTable || spectrum.layout == Layout::LamostNormalisedImage;
    if (isLowResolutionLamost && spectrum.arms.size() != 1) {
        std::ranges::copy_if(builtInSky().features, std::back_inserter(joins),
                             [](const SkyFeature& feature) { return feature.kind == SkyKind::ArmJoin; });
        return joins;
    }
    for (std::size_t arm = 1; arm < spectrum.arms.size(); ++arm) {
        const auto& blue = spectrum.arms[arm - 1];
        const auto& red = spectrum.arms[arm];
        if (red.fromAngstrom <= blue.toAngstrom)
            joins.push_back({QStringLiteral("join"), SkyKind::ArmJoin, red.fromAngstrom, blue.toAngstrom, 0});
    }
    return joins;
}
