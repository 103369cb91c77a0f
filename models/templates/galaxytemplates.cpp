#include "models/templates/galaxytemplates.h"

#include "models/templates/templatebuilder.h"

using namespace Qt::Literals::StringLiterals;
using namespace LineModel;

namespace {
/// Absorption of a population's ultraviolet that stars observed from the ground do not show.
void absorbUltraviolet(Flux& flux)
{
    absorb(flux,
           {{2796.4, 0.45},
            {2803.5, 0.45},
            {2853.0, 0.35},
            {2600.2, 0.3},
            {2586.7, 0.25},
            {2382.8, 0.3},
            {2374.5, 0.2},
            {2344.2, 0.25}},
           900);
    for (int i = 0; i < restGrid.size; ++i) {
        const double wavelength = restGrid.wavelengthAt(i);
        if (wavelength < 2640) // the break of late stars at 2640 Å
            flux[i] *= 0.6F;
    }
}
}

Flux oldPopulation(const StellarLibrary& stars)
{
    auto flux = mixed({{0.35, stars.types[u"K1"_s]},
                       {0.35, stars.types[u"K3"_s]},
                       {0.15, stars.types[u"M0"_s]},
                       {0.15, stars.types[u"G3"_s]}});
    absorbUltraviolet(flux);
    return broadened(flux, 200);
}

TemplateGroup galaxyTemplates(const StellarLibrary& stars)
{
    TemplateGroup group;
    group.name = u"GALAXY"_s;
    group.spectralClass = SpectralClass::Galaxy;
    // Nearer ones are seen star by star, or as nebulae; their integrated light looks like stars'.
    group.zMin = 0.0015;
    group.zMax = 1.3;

    auto young = mixed({{0.5, stars.types[u"A1"_s]}, {0.5, stars.types[u"A6"_s]}});
    auto middle = mixed({{0.6, stars.types[u"F5"_s]}, {0.4, stars.types[u"F0"_s]}});
    auto mature =
        mixed({{0.5, stars.types[u"G8"_s]}, {0.25, stars.types[u"K3"_s]}, {0.25, stars.types[u"F9"_s]}});
    for (auto* flux : {&middle, &mature})
        absorbUltraviolet(*flux);
    const auto hot = StellarModel::hotStar(18000, 0.4, {{4472.7, 0.12}, {4027.3, 0.1}, {5877.3, 0.1}});
    group.components = {
        {u"early"_s, false, oldPopulation(stars)},
        {u"mature"_s, false, broadened(mature, 150)},
        {u"late"_s, false, broadened(middle, 150)},
        {u"post-starburst"_s, false, broadened(young, 150)},
        {u"starburst"_s, false, broadened(hot, 150)},
        {u"H II"_s, true, emission(balmerEmission(), 200)},
        {u"[O III]"_s, true, emission({{5008.24, 2.98}, {4960.30, 1}, {3869.86, 0.3}}, 200)},
        {u"[O II]"_s, true, emission({{3727.09, 1}, {3729.88, 1.3}}, 150)},
        {u"[N II]"_s, true,
         emission({{6585.28, 3.06}, {6549.85, 1}, {6718.29, 1.4}, {6732.67, 1.05}, {6302.05, 0.4}}, 200)}};
    return group;
}
