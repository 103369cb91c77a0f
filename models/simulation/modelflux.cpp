#include "models/simulation/modelflux.h"

#include <algorithm>
#include <numbers>

namespace {

constexpr double rootTwoPi = 2.5066282746310002;

struct PixelRange
{
    int from;
    int to; // one past the last
};

PixelRange pixelsAround(double centre, double reach)
{
    const double last = LamostGrid::pixelCount;
    return {static_cast<int>(std::clamp(std::ceil(centre - reach), 0.0, last)),
            static_cast<int>(std::clamp(std::floor(centre + reach) + 1, 0.0, last))};
}

void addGaussian(std::vector<float>& values, double centre, double sigma, double peak)
{
    const auto range = pixelsAround(centre, 5 * sigma);
    for (int i = range.from; i < range.to; ++i) {
        const auto x = static_cast<float>((i - centre) / sigma);
        values[static_cast<std::size_t>(i)] += static_cast<float>(peak) * std::exp(-0.5F * x * x);
    }
}

}

ModelFlux::ModelFlux(double z, double sigmaKmS)
    : m_z(z)
    , m_sigmaKmS(sigmaKmS)
    , m_flux(LamostGrid::pixelCount, 0.0F)
    , m_opticalDepth(LamostGrid::pixelCount, 0.0F)
{
}

double ModelFlux::sigmaPixels(double restAngstrom, double sigmaKmS) const
{
    const double own = std::hypot(sigmaKmS, m_sigmaKmS) / LamostGrid::kmSPerPixel;
    return std::hypot(own, LamostGrid::profileSigmaPixels(restAngstrom * (1 + m_z)));
}

double ModelFlux::restPixelAngstrom(double restAngstrom) const
{
    return restAngstrom * LamostGrid::stepLog10 * std::numbers::ln10;
}

double ModelFlux::observedPixel(double restAngstrom) const
{
    return LamostGrid::pixelOf(restAngstrom * (1 + m_z));
}

void ModelFlux::absorb(double restAngstrom, double equivalentWidth, double sigmaKmS)
{
    const double sigma = sigmaPixels(restAngstrom, sigmaKmS);
    const double peak = equivalentWidth / (rootTwoPi * sigma * restPixelAngstrom(restAngstrom));
    addGaussian(m_opticalDepth, observedPixel(restAngstrom), sigma, peak);
}

void ModelFlux::absorbWinged(double restAngstrom, double depth, double wingAngstrom)
{
    if (depth <= 0)
        return;
    const double total = -std::log1p(-std::min(depth, 0.98));
    const double centre = observedPixel(restAngstrom);
    const double profile = sigmaPixels(restAngstrom, 0);
    addGaussian(m_opticalDepth, centre, std::hypot(profile, 0.5), 0.35 * total);
    const double wing = std::hypot(wingAngstrom / restPixelAngstrom(restAngstrom), profile);
    const auto range = pixelsAround(centre, 12 * wing);
    for (int i = range.from; i < range.to; ++i) {
        const double x = (i - centre) / wing;
        const double u = 1 + x * x;
        m_opticalDepth[static_cast<std::size_t>(i)] += static_cast<float>(0.65 * total / (u * std::sqrt(u)));
    }
}

void ModelFlux::absorbBand(double headAngstrom, double opticalDepth, double lengthAngstrom, BandFades fades)
{
    const double direction = fades == BandFades::Redward ? 1 : -1;
    const double head = observedPixel(headAngstrom);
    const double length = lengthAngstrom / restPixelAngstrom(headAngstrom);
    const double edge = sigmaPixels(headAngstrom, 0) * 0.6;
    const auto range = direction > 0 ? pixelsAround(head + 3 * length - 4 * edge, 3 * length + 8 * edge)
                                     : pixelsAround(head - 3 * length + 4 * edge, 3 * length + 8 * edge);
    for (int i = range.from; i < range.to; ++i) {
        const auto x = static_cast<float>(direction * (i - head));
        const float rise = 1 / (1 + std::exp(-x / static_cast<float>(edge)));
        m_opticalDepth[static_cast<std::size_t>(i)] += static_cast<float>(
            opticalDepth * rise * std::exp(-std::max(x, 0.0F) / static_cast<float>(length)));
    }
}

void ModelFlux::applyAbsorption()
{
    for (std::size_t i = 0; i < m_flux.size(); ++i) {
        if (m_opticalDepth[i] > 0)
            m_flux[i] *= std::exp(-m_opticalDepth[i]);
    }
    std::fill(m_opticalDepth.begin(), m_opticalDepth.end(), 0.0F);
}

void ModelFlux::addLine(double restAngstrom, double area, double sigmaKmS)
{
    const double sigma = sigmaPixels(restAngstrom, sigmaKmS);
    addGaussian(m_flux, observedPixel(restAngstrom), sigma,
                area / (rootTwoPi * sigma * restPixelAngstrom(restAngstrom)));
}

void ModelFlux::addLineOfWidth(double restAngstrom, double equivalentWidth, double sigmaKmS)
{
    const double centre = observedPixel(restAngstrom);
    const auto pixel = static_cast<std::size_t>(std::clamp(centre, 0.0, LamostGrid::pixelCount - 1.0));
    addLine(restAngstrom, equivalentWidth * m_flux[pixel], sigmaKmS);
}

void ModelFlux::add(const ModelFlux& other, double weight)
{
    const auto w = static_cast<float>(weight);
    for (std::size_t i = 0; i < m_flux.size(); ++i)
        m_flux[i] += w * other.m_flux[i];
}
