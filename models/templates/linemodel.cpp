#include "models/templates/linemodel.h"

#include "models/spectrum/wavelength.h"

#include <algorithm>

namespace LineModel {
namespace {
constexpr double fwhmOfSigma = 2.3548;
/// LAMOST and SDSS at R ≈ 1900.
constexpr double instrumentFwhmKmS = 160;
const double pixelKmS = restGrid.step * std::log(10.0) * speedOfLightKmS;

template<typename Function>
Flux onGrid(Function function)
{
    Flux flux(restGrid.size);
    for (int i = 0; i < restGrid.size; ++i)
        flux[i] = static_cast<float>(function(restGrid.wavelengthAt(i)));
    return flux;
}

double planckAt(double wavelengthAngstrom, double kelvin)
{
    const double exponent = std::min(1.4387769e8 / (wavelengthAngstrom * kelvin), 600.0); // hc/λkT
    return std::pow(wavelengthAngstrom / 5500, -5) / std::expm1(exponent);
}

void addGaussian(Flux& flux, double wavelengthAngstrom, double strength, double fwhmKmS)
{
    const double sigmaPixels = std::hypot(fwhmKmS, instrumentFwhmKmS) / fwhmOfSigma / pixelKmS;
    const double centre = restGrid.pixelOf(wavelengthAngstrom);
    const double sigmaAngstrom = sigmaPixels * pixelKmS / speedOfLightKmS * wavelengthAngstrom;
    const int reach = static_cast<int>(5 * sigmaPixels) + 1;
    const int first = std::max(0, static_cast<int>(centre) - reach);
    const int last = std::min(restGrid.size - 1, static_cast<int>(centre) + reach);
    for (int i = first; i <= last; ++i) {
        const double x = (i - centre) / sigmaPixels;
        flux[i] += static_cast<float>(strength / (sigmaAngstrom * 2.50663) * std::exp(-0.5 * x * x));
    }
}
}

Flux zeros()
{
    return Flux(restGrid.size, 0.0F);
}

Flux planck(double kelvin)
{
    const double norm = planckAt(5500, kelvin);
    return onGrid([=](double wavelength) { return planckAt(wavelength, kelvin) / norm; });
}

Flux powerLaw(double index)
{
    return onGrid([=](double wavelength) { return std::pow(wavelength / 5500, index); });
}

Flux emission(const Lines& lines, double fwhmKmS)
{
    auto flux = zeros();
    for (const auto& line : lines)
        addGaussian(flux, line.wavelengthAngstrom, line.strength, fwhmKmS);
    return flux;
}

Flux doublePeaked(const Lines& lines, double fwhmKmS, double separationKmS)
{
    auto flux = zeros();
    for (const auto& line : lines) {
        for (const double side : {-0.5, 0.5})
            addGaussian(flux, line.wavelengthAngstrom * (1 + side * separationKmS / speedOfLightKmS),
                        line.strength / 2, fwhmKmS);
    }
    return flux;
}

void absorb(Flux& flux, const Lines& lines, double fwhmKmS)
{
    for (int i = 0; i < restGrid.size; ++i) {
        const double wavelength = restGrid.wavelengthAt(i);
        double left = 1;
        for (const auto& line : lines) {
            const double x = (wavelength / line.wavelengthAngstrom - 1) * speedOfLightKmS / (fwhmKmS / 2);
            left *= 1 - line.strength / (1 + x * x);
        }
        flux[i] *= static_cast<float>(left);
    }
}

void absorbBands(Flux& flux, const std::vector<Band>& bands)
{
    for (int i = 0; i < restGrid.size; ++i) {
        const double wavelength = restGrid.wavelengthAt(i);
        for (const auto& band : bands) {
            const double beyond = (wavelength - band.headAngstrom) / band.extentAngstrom;
            if (beyond > 0)
                flux[i] *= static_cast<float>(1 - band.depth * std::exp(-beyond));
        }
    }
}

Flux broadened(const Flux& flux, double sigmaKmS)
{
    const double sigma = sigmaKmS / pixelKmS;
    const int reach = static_cast<int>(4 * sigma) + 1;
    std::vector<double> kernel(2 * reach + 1);
    double total = 0;
    for (int k = -reach; k <= reach; ++k)
        total += kernel[k + reach] = std::exp(-0.5 * k * k / (sigma * sigma));
    Flux result(flux.size());
    for (int i = 0; i < restGrid.size; ++i) {
        double sum = 0;
        for (int k = -reach; k <= reach; ++k)
            sum += kernel[k + reach] * static_cast<double>(flux[std::clamp(i + k, 0, restGrid.size - 1)]);
        result[i] = static_cast<float>(sum / total);
    }
    return result;
}

Flux mixed(const std::vector<std::pair<double, Flux>>& parts)
{
    auto result = zeros();
    for (const auto& [weight, flux] : parts) {
        for (int i = 0; i < restGrid.size; ++i)
            result[i] += static_cast<float>(weight) * flux[i];
    }
    return result;
}

void normalise(Flux& flux, double fromAngstrom, double toAngstrom)
{
    const int first = static_cast<int>(restGrid.pixelOf(fromAngstrom));
    const int last = static_cast<int>(restGrid.pixelOf(toAngstrom));
    double sum = 0;
    for (int i = first; i <= last; ++i)
        sum += static_cast<double>(flux[i]);
    const auto scale = static_cast<float>(sum / (last - first + 1));
    for (auto& value : flux)
        value /= scale;
}

const Lines& balmerEmission()
{
    static const Lines lines {{6564.61, 2.86},  {4862.69, 1},     {4341.69, 0.468}, {4102.90, 0.259},
                              {3971.19, 0.159}, {3890.15, 0.105}, {3836.47, 0.073}, {3798.98, 0.053},
                              {3771.70, 0.040}, {3751.22, 0.031}};
    return lines;
}
}
