#include "models/templates/qsotemplates.h"

#include "models/spectrum/wavelength.h"

#include <functional>

using namespace Qt::Literals::StringLiterals;
using namespace LineModel;

namespace {
// Ultraviolet lines stand where the composite has them, the highly ionised ones 100 to 600 km/s blueward of
// the laboratory's (Vanden Berk et al. 2001, AJ 122, 549, table 2).
const Lines lyman {{1216.25, 100}, {1239.85, 20}, {1033.03, 12}, {1025.72, 3},
                   {1262.59, 3},   {1305.42, 2},  {1336.60, 0.8}};
const Lines carbonFour {{1546.15, 25}, {1396.76, 9},  {1637.85, 3.5}, {1664.74, 2},
                        {1486.5, 0.4}, {1750.3, 0.5}, {1856.76, 0.4}};
const Lines carbonThree {{1907.3, 13}, {1890.5, 3}, {1856.76, 1.5}, {2324.73, 2}};
const Lines magnesium {{2798.75, 14}};
const Lines balmer {{6564.61, 100}, {4862.69, 30}, {4341.69, 13}, {4102.90, 6}, {3971.2, 3}, {5877.25, 5}};
const Lines ironUltraviolet {{2080, 3}, {2170, 2}, {2250, 4}, {2310, 4}, {2380, 9}, {2420, 6}, {2470, 6},
                             {2500, 8}, {2560, 5}, {2600, 7}, {2630, 6}, {2880, 2}, {2950, 4}, {3180, 3}};
const Lines ironOptical {{4179.2, 2},   {4234.2, 2.5}, {4304.2, 1.5}, {4352.2, 1.5}, {4386.2, 1.5},
                         {4490.3, 2},   {4516.3, 2},   {4524.3, 2},   {4550.3, 3},   {4584.3, 4},
                         {4630.3, 3},   {4669.3, 1.2}, {4925.4, 3},   {5019.4, 4},   {5170.4, 4},
                         {5199.4, 2.5}, {5235.5, 2.5}, {5277.5, 3.5}, {5317.5, 4.5}, {5364.5, 2}};
const Lines narrowHigh {{5008.24, 20}, {4960.3, 6.7}, {3728.5, 4}, {3869.86, 2}, {3426.85, 2}, {4364.4, 0.8}};
const Lines narrowLow {{6585.28, 5},   {6549.85, 1.7}, {6718.29, 1.5}, {6732.67, 1.5},
                       {6302.05, 0.6}, {6564.61, 4.5}, {4862.69, 1.4}, {4341.69, 0.6}};

/// What the forest leaves below Lyα, and the Lyman limit below 912 Å. The QSO's own light ionises the gas
/// next to it.
void absorbForest(Flux& flux, float forest, float limit)
{
    constexpr double firstAngstrom = 1212;
    for (int i = 0; i < restGrid.size; ++i) {
        const double wavelength = restGrid.wavelengthAt(i);
        if (wavelength < firstAngstrom)
            flux[i] *= wavelength < 912 ? limit : forest;
    }
}

/// Free-bound emission of hydrogen below 3646 Å at 15,000 K (Grandi 1982), smoothed by the motions.
Flux balmerContinuum()
{
    auto flux = zeros();
    for (int i = 0; i < restGrid.size; ++i) {
        const double wavelength = restGrid.wavelengthAt(i);
        if (wavelength < 3646)
            flux[i] = static_cast<float>(std::pow(wavelength / 3646, 3)
                                         * std::exp(-1.4387769e8 / 15000 * (1 / wavelength - 1 / 3646.0)));
    }
    return broadened(flux, 2500);
}

using Profile = std::function<Flux(const Lines&)>;

TemplateGroup qsoGroup(const QString& name, double zMin, double zMax)
{
    TemplateGroup group;
    group.name = u"QSO-"_s + name;
    group.spectralClass = SpectralClass::Qso;
    group.zMin = zMin;
    group.zMax = zMax;
    group.isBroad = true;
    return group;
}

Flux forested(Flux flux, float forest, float limit)
{
    absorbForest(flux, forest, limit);
    return flux;
}

/// Below z = 1.2: hydrogen and Mg II lines, Fe II, narrow lines and host. Mg II never comes without hydrogen.
TemplateGroup nearQso(const QString& name, const Profile& broad, double ironKmS, const Flux& host)
{
    auto group = qsoGroup(name, 0.005, 1.2);
    group.components = {
        {u"continuum"_s, false, powerLaw(-1.5)},
        {u"broad lines"_s, true,
         mixed({{1, broad(balmer)}, {3.3, broad(magnesium)}, {1, emission(ironUltraviolet, ironKmS)}})},
        {u"Balmer"_s, true, broad(balmer)},
        {u"Fe II"_s, true, emission(ironOptical, std::max(ironKmS * 0.7, 1500.0))},
        {u"[O III]"_s, true, emission(narrowHigh, 350)},
        {u"[O II]"_s, true, emission({{3728.5, 1}}, 350)},
        {u"[N II]"_s, true, emission(narrowLow, 350)},
        {u"Balmer continuum"_s, true, balmerContinuum()},
        {u"host"_s, false, host}};
    return group;
}

/// z = 0.9–3.9: ultraviolet lines that come together, at two ratios of high to low ionisation; Lyα forest.
TemplateGroup farQso(const QString& name, const Profile& broad, double ironKmS)
{
    auto group = qsoGroup(name, 0.9, 3.9);
    const auto high = mixed({{0.6, forested(broad(lyman), 0.85F, 0.2F)}, {1, broad(carbonFour)}});
    const auto low =
        mixed({{1, broad(carbonThree)}, {1, broad(magnesium)}, {0.25, emission(ironUltraviolet, ironKmS)}});
    group.components = {
        {u"continuum"_s, false, forested(powerLaw(-1.5), 0.9F, 0.3F)},
        {u"forest"_s, false, forested(powerLaw(-1.5), 0.5F, 0.02F)},
        {u"composite"_s, true, mixed({{1, high}, {1, low}})},
        {u"high ionisation"_s, true, high},
        {u"low ionisation"_s, true, low},
        {u"Lya"_s, true, mixed({{1, forested(broad(lyman), 0.85F, 0.2F)}, {0.3, broad(carbonFour)}})},
        {u"Fe II"_s, true, mixed({{1, emission(ironUltraviolet, ironKmS)}, {1, broad(magnesium)}})}};
    return group;
}

/// Above z = 3.5: little is left below Lyα.
TemplateGroup highQso(const QString& name, const Profile& broad)
{
    auto group = qsoGroup(name, 3.5, 6.5);
    const auto lya = forested(broad(lyman), 0.5F, 0.01F);
    // A break without a line (equivalent width here 15 Å) would be any cool star's.
    group.components = {
        {u"continuum"_s, false, mixed({{1, forested(powerLaw(-1.5), 0.4F, 0.01F)}, {1.4, lya}})},
        {u"forest"_s, false, mixed({{1, forested(powerLaw(-1.5), 0.1F, 0.0F)}, {1.4, lya}})},
        {u"Lya"_s, true, lya},
        {u"composite"_s, true, mixed({{0.6, lya}, {1, broad(carbonFour)}, {0.8, broad(carbonThree)}})}};
    return group;
}

/// Absorbs the resonance lines at an outflow's velocity.
Flux absorbedAt(Flux flux, double outflowKmS, double widthKmS, double depth)
{
    const double shift = 1 - outflowKmS / speedOfLightKmS;
    absorb(flux,
           {{1549.06 * shift, depth},
            {1398 * shift, 0.7 * depth},
            {1240.14 * shift, depth},
            {1033.8 * shift, 0.8 * depth},
            {1857.4 * shift, 0.1 * depth},
            {2798.75 * shift, 0.1 * depth}},
           widthKmS);
    return flux;
}

/// Troughs 2000–25,000 km/s blueward of the resonance lines: continua with slow, middling and fast outflows,
/// of which a sum makes troughs of any width.
TemplateGroup absorbedQso(const Profile& broad, double ironKmS)
{
    auto group = farQso(u"BAL"_s, broad, ironKmS);
    group.name = u"QSO-BAL"_s;
    group.zMin = 1.3;
    auto& components = group.components;
    const auto continuum = components[0].flux;
    for (auto& component : components)
        component.flux = absorbedAt(component.flux, 10500, 9000, 0.65);
    const std::vector<TemplateComponent> outflows {
        {u"slow outflow"_s, false, absorbedAt(continuum, 4000, 4500, 0.9)},
        {u"fast outflow"_s, false, absorbedAt(continuum, 17000, 10000, 0.7)}};
    components.insert(components.begin() + 1, outflows.begin(), outflows.end());
    return group;
}
}

std::vector<TemplateGroup> qsoTemplates(const Flux& host)
{
    const auto gaussian = [](double fwhmKmS) {
        return [fwhmKmS](const Lines& lines) { return emission(lines, fwhmKmS); };
    };
    const auto disk = [](const Lines& lines) { return doublePeaked(lines, 4500, 7000); };
    const auto ledBy = [](const QString& lead, TemplateGroup group) {
        group.lead = lead;
        return group;
    };
    const auto near = u"QSO-near-5000"_s;
    const auto far = u"QSO-far-5500"_s;
    return {nearQso(u"near-5000"_s, gaussian(5000), 4000, host),
            ledBy(near, nearQso(u"near-2000"_s, gaussian(2000), 2000, host)),
            ledBy(near, nearQso(u"near-10000"_s, gaussian(10000), 6000, host)),
            ledBy(near, nearQso(u"near-disk"_s, disk, 5000, host)),
            farQso(u"far-5500"_s, gaussian(5500), 4000),
            ledBy(far, farQso(u"far-2500"_s, gaussian(2500), 2500)),
            ledBy(far, farQso(u"far-10000"_s, gaussian(10000), 6000)),
            absorbedQso(gaussian(5000), 4000),
            highQso(u"high-3000"_s, gaussian(3000)),
            ledBy(u"QSO-high-3000"_s, highQso(u"high-8000"_s, gaussian(8000)))};
}
