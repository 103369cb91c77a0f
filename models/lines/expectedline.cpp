#include "models/lines/expectedline.h"

#include <algorithm>

namespace {
struct Expectation
{
    const char* name;
    LineKind kind;
    bool isBroad;
    std::initializer_list<const char*> components; // empty: itself
};

const SpectralLine& lineNamed(const char* name)
{
    const auto& lines = builtInLines().lines;
    const auto found = std::ranges::find(lines, QString::fromLatin1(name), &SpectralLine::name);
    if (found == lines.end())
        qFatal("lines.tsv has no %s", name);
    return *found;
}

std::vector<ExpectedLine> linesOf(std::initializer_list<Expectation> expectations)
{
    std::vector<ExpectedLine> lines;
    for (const auto& expected : expectations) {
        const auto& line = lineNamed(expected.name);
        lines.push_back({line.name, line.label, line.vacuumAngstrom, expected.kind, expected.isBroad, {}});
        for (const auto* component : expected.components)
            lines.back().components.push_back(lineNamed(component).vacuumAngstrom);
        if (lines.back().components.empty())
            lines.back().components = {line.vacuumAngstrom};
    }
    std::ranges::sort(lines, {}, &ExpectedLine::vacuumAngstrom);
    return lines;
}
}

std::vector<ExpectedLine> expectedLines(SpectralClass spectralClass)
{
    using enum LineKind;
    static const auto galaxy =
        linesOf({{"[O II] 3728 blend", Emission, false, {"[O II] 3727", "[O II] 3729"}},
                 {"Ca II K", Absorption, false, {}},
                 {"Ca II H", Absorption, false, {}},
                 {"CH G band", Absorption, false, {}},
                 {"H-beta", Both, false, {}},
                 {"[O III] 4959", Emission, false, {}},
                 {"[O III] 5007", Emission, false, {}},
                 {"Mg b blend", Absorption, false, {"Mg b4 5167", "Mg b2 5173", "Mg b1 5183"}},
                 {"Na I D blend", Absorption, false, {"Na I D2", "Na I D1"}},
                 {"H-alpha", Both, false, {}},
                 {"[N II] 6583", Emission, false, {"[N II] 6583", "[N II] 6548"}},
                 {"[S II] 6716", Emission, false, {}},
                 {"[S II] 6731", Emission, false, {}}});
    static const auto qso = linesOf({{"Ly-alpha", Emission, true, {}},
                                     {"N V 1240 blend", Emission, true, {}},
                                     {"Si IV 1400 blend", Emission, true, {}},
                                     {"C IV 1549 blend", Emission, true, {}},
                                     {"C III] 1909", Emission, true, {}},
                                     {"Mg II 2799 blend", Emission, true, {}},
                                     {"[O II] 3728 blend", Emission, false, {"[O II] 3727", "[O II] 3729"}},
                                     {"H-gamma", Emission, true, {}},
                                     {"H-beta", Emission, true, {}},
                                     {"[O III] 4959", Emission, false, {}},
                                     {"[O III] 5007", Emission, false, {}},
                                     {"H-alpha", Emission, true, {}}});
    static const auto star =
        linesOf({{"Ca II K", Absorption, false, {}},
                 {"Ca II H", Absorption, false, {}},
                 {"H-delta", Both, false, {}},
                 {"CH G band", Absorption, false, {}},
                 {"H-gamma", Both, false, {}},
                 {"H-beta", Both, false, {}},
                 {"Mg b blend", Absorption, false, {"Mg b4 5167", "Mg b2 5173", "Mg b1 5183"}},
                 {"Na I D blend", Absorption, false, {"Na I D2", "Na I D1"}},
                 {"H-alpha", Both, false, {}},
                 {"Ca II 8498", Absorption, false, {}},
                 {"Ca II 8542", Absorption, false, {}},
                 {"Ca II 8662", Absorption, false, {}}});
    switch (spectralClass) {
    case SpectralClass::Galaxy:
        return galaxy;
    case SpectralClass::Qso:
        return qso;
    case SpectralClass::Star:
        return star;
    case SpectralClass::Unknown:
        break;
    }
    return {};
}

const std::vector<AlternativeLine>& alternativeLines()
{
    static const std::vector<AlternativeLine> lines {{lineNamed("H-alpha"), SpectralClass::Galaxy},
                                                     {lineNamed("[O III] 5007"), SpectralClass::Galaxy},
                                                     {lineNamed("H-beta"), SpectralClass::Galaxy},
                                                     {lineNamed("[O II] 3728 blend"), SpectralClass::Galaxy},
                                                     {lineNamed("Mg II 2799 blend"), SpectralClass::Qso},
                                                     {lineNamed("C III] 1909"), SpectralClass::Qso},
                                                     {lineNamed("C IV 1549 blend"), SpectralClass::Qso},
                                                     {lineNamed("Ly-alpha"), SpectralClass::Qso}};
    return lines;
}
