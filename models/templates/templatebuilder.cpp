#include "models/templates/templatebuilder.h"

#include "models/templates/galaxytemplates.h"
#include "models/templates/qsotemplates.h"

using namespace Qt::Literals::StringLiterals;
using namespace LineModel;

namespace {
/// Stars are bound to the Galaxy: ±1300 km/s holds all but the rarest.
constexpr double fastestStar = 0.0043;

TemplateGroup starGroup(const QString& name, std::vector<TemplateComponent> components)
{
    TemplateGroup group;
    group.name = u"STAR-"_s + name;
    group.spectralClass = SpectralClass::Star;
    group.zMin = -fastestStar;
    group.zMax = fastestStar;
    group.components = std::move(components);
    return group;
}

QString stackedFrom(const StellarLibrary& stars, const QStringList& types)
{
    QStringList parts;
    for (const auto& type : types) {
        const int count = stars.stacked.value(type);
        parts.append(count > 0 ? u"%1: mean of %2 spectra"_s.arg(type).arg(count)
                               : u"%1: model from the nearest type"_s.arg(type));
    }
    return parts.join(u"; "_s);
}

void addObservedStars(TemplateSet& set, const StellarLibrary& stars)
{
    for (qsizetype i = 0; i + 2 < stars.sequence.size(); i += 2) {
        const auto types = stars.sequence.mid(i, 3);
        std::vector<TemplateComponent> components;
        for (const auto& type : types)
            components.push_back({type, false, stars.types[type]});
        auto group = starGroup(types.first() + types.last(), std::move(components));
        group.provenance = u"LAMOST stars, "_s + stackedFrom(stars, types);
        set.push_back(std::move(group));
    }
}

void addModelStars(TemplateSet& set, const StellarLibrary& stars)
{
    using namespace StellarModel;
    const Lines heliumOne {{4472.7, 0.15}, {4027.3, 0.15}, {5877.3, 0.12},
                           {4389.2, 0.06}, {4923.3, 0.06}, {6680.0, 0.08}};
    const Lines heliumTwo {{4472.7, 0.08}, {4687.0, 0.1}, {4542.9, 0.1},
                           {5413.0, 0.1},  {4201, 0.07},  {5877.3, 0.08}};
    set.push_back(starGroup(u"OB"_s,
                            {{u"O"_s, false, hotStar(40000, 0.2, heliumTwo)},
                             {u"B"_s, false, hotStar(18000, 0.45, heliumOne)},
                             {u"A1"_s, false, stars.types[u"A1"_s]}}));
    set.push_back(starGroup(u"DA"_s,
                            {{u"DA hot"_s, false, hydrogenDwarf(35000, 0.35, 2500)},
                             {u"DA"_s, false, hydrogenDwarf(15000, 0.6, 3500)},
                             {u"DA cool"_s, false, hydrogenDwarf(9000, 0.35, 2000)}}));
    set.push_back(starGroup(u"DB"_s,
                            {{u"DB hot"_s, false, heliumDwarf(22000, 1.2, 2400)},
                             {u"DB"_s, false, heliumDwarf(18000, 1, 1500)},
                             {u"DB cool"_s, false, heliumDwarf(13000, 0.7, 3500)}}));
    set.push_back(starGroup(u"DZ"_s, {{u"DZ"_s, false, metalDwarf()}}));
    set.push_back(starGroup(u"DQ"_s,
                            {{u"DQ"_s, false, carbonDwarf(9000, 0.6, 0, 550)},
                             {u"DQ"_s, false, carbonDwarf(8000, 1.2, 0, 1000)},
                             {u"DQ"_s, false, carbonDwarf(7000, 1.4, 120, 3000)}}));
    set.push_back(starGroup(u"WDM"_s,
                            {{u"DA+M"_s, false, hydrogenDwarf(15000, 0.6, 3500)},
                             {u"DA+M"_s, false, stars.types[u"M2"_s]},
                             {u"DA+M"_s, false, stars.types[u"M5"_s]},
                             {u"H emission"_s, true, emission(balmerEmission(), 150)}}));
    const Lines disk {{6564.61, 100}, {4862.69, 60}, {4341.69, 45}, {4102.9, 35}, {3971.2, 28}, {3890, 22},
                      {5877.3, 20},   {4472.7, 12},  {6680, 9},     {7067, 8},    {4923.3, 6}};
    const Lines heliumAndNitrogen {{4687, 30}, {4641.9, 15}};
    set.push_back(starGroup(
        u"CV"_s,
        {{u"CV"_s, false, planck(15000)},
         {u"CV"_s, true, emission(disk, 1300)},
         // Helium II never comes without hydrogen.
         {u"CV"_s, true, mixed({{1, emission(disk, 1300)}, {1, emission(heliumAndNitrogen, 1300)}})},
         {u"CV"_s, false, stars.types[u"M3"_s]}}));
    set.push_back(starGroup(u"C"_s,
                            {{u"Carbon"_s, false, carbonStar(stars.types[u"K5"_s], 1)},
                             {u"CH"_s, false, carbonStar(stars.types[u"G8"_s], 0.5)},
                             {u"K3"_s, false, stars.types[u"K3"_s]}}));
    set.push_back(starGroup(u"C-N"_s,
                            {{u"Carbon"_s, false, coolCarbonStar(2900, 1)},
                             {u"Carbon"_s, false, coolCarbonStar(3500, 0.5)},
                             {u"Carbon"_s, false, coolCarbonStar(4200, 1.15)}}));
    set.push_back(starGroup(u"M"_s,
                            {{u"M0"_s, false, modelledDwarf(3700, 0.3)},
                             {u"M3"_s, false, modelledDwarf(3300, 0.8)},
                             {u"M6"_s, false, modelledDwarf(2800, 1.3)},
                             {u"H emission"_s, true, emission(balmerEmission(), 150)}}));
    // Planetary nebulae and H II regions of the Local Group: lines stronger than any star beneath.
    set.push_back(starGroup(
        u"Nebula"_s,
        {{u"Nebula"_s, false, planck(30000)},
         {u"Nebula"_s, true, emission(balmerEmission(), 100)},
         {u"Nebula"_s, true, emission({{5008.24, 2.98}, {4960.30, 1}}, 100)},
         {u"Nebula"_s, true, emission({{6585.28, 3.06}, {6549.85, 1}, {6718.29, 0.8}, {6732.67, 0.7}}, 100)},
         {u"Nebula"_s, true, emission({{3727.09, 1}, {3729.88, 1.3}}, 100)},
         {u"Nebula"_s, true, emission({{5877.25, 1}, {4472.7, 0.3}, {6680, 0.3}, {7067.1, 0.3}}, 100)}}));
    set.push_back(starGroup(u"ML"_s,
                            {{u"M5"_s, false, stars.types[u"M5"_s]},
                             {u"M8"_s, false, lateDwarf(stars.types[u"M5"_s])},
                             {u"L2"_s, false, brownDwarf()},
                             {u"H emission"_s, true, emission(balmerEmission(), 150)}}));
    set.push_back(starGroup(u"Em"_s,
                            {{u"A1"_s, false, stars.types[u"A1"_s]},
                             {u"B"_s, false, hotStar(18000, 0.45, heliumOne)},
                             {u"K7"_s, false, stars.types[u"K7"_s]},
                             {u"Emission-line star"_s, true, emission(balmerEmission(), 300)}}));
}
}

TemplateSet buildTemplates(const VerifiedSpectra& spectra, const TemplateRecipe& recipe)
{
    const auto stars = stellarLibrary(spectra, recipe.leastSnr);
    TemplateSet set;
    addObservedStars(set, stars);
    addModelStars(set, stars);
    set.push_back(galaxyTemplates(stars));
    set.back().provenance = u"Mixed from the stellar types ("_s + stackedFrom(stars, stars.sequence)
        + u"), broadened; nebular lines modelled"_s;
    for (auto& group : qsoTemplates(oldPopulation(stars))) {
        group.provenance =
            u"Model: power law, Ly-alpha forest, line families after Vanden Berk et al. 2001 (AJ 122, 549), Fe II, Balmer continuum; host mixed from stars"_s;
        set.push_back(std::move(group));
    }
    for (auto& group : set) {
        group.version = recipe.version;
        if (group.provenance.isEmpty())
            group.provenance = u"Model: continuum and lines; where it holds observed types, "_s
                + stackedFrom(stars, stars.sequence);
    }
    return set;
}
