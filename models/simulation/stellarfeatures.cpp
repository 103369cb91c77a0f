#include "models/simulation/stellarfeatures.h"

#include "models/spectrum/wavelength.h"

namespace {

constexpr CurvePoint calciumIon[] {{3000, 0.6}, {4000, 1},    {5000, 1},     {5800, 0.85}, {6500, 0.6},
                                   {7500, 0.3}, {8500, 0.13}, {10000, 0.03}, {12000, 0}};
constexpr CurvePoint neutral[] {{3000, 1},    {4000, 1},    {4500, 0.8},  {5200, 0.5},
                                {6000, 0.28}, {7000, 0.12}, {8500, 0.03}, {10000, 0}};
constexpr CurvePoint coolNeutral[] {{3000, 1.2},  {3800, 1},    {4400, 0.6},
                                    {5000, 0.25}, {5800, 0.08}, {6500, 0}};
constexpr CurvePoint sodium[] {{3000, 1},    {3600, 0.8},  {4200, 0.5},  {4800, 0.22},
                               {5800, 0.09}, {7000, 0.05}, {10000, 0.02}};
constexpr CurvePoint veryCool[] {{3000, 1}, {3600, 0.6}, {4000, 0.25}, {4500, 0}};
constexpr CurvePoint triplet[] {{3000, 0.6},  {3700, 0.9},  {4500, 1}, {6000, 0.75},
                                {7500, 0.35}, {9000, 0.12}, {11000, 0}};
constexpr CurvePoint gBand[] {{3600, 0.2}, {4300, 0.7}, {5000, 1}, {5600, 0.95},
                              {6200, 0.5}, {6900, 0.1}, {7300, 0}};
constexpr CurvePoint ionised[] {{4000, 0.4}, {5500, 0.7}, {7000, 1}, {8500, 0.7}, {11000, 0.25}, {14000, 0}};
constexpr CurvePoint helium[] {{9800, 0},    {12000, 0.35}, {18000, 1},
                               {25000, 0.9}, {32000, 0.5},  {45000, 0.2}};
constexpr CurvePoint ionisedHelium[] {{27000, 0}, {32000, 0.45}, {38000, 0.9}, {45000, 1}};
constexpr CurvePoint silicon[] {{11000, 0}, {16000, 0.5}, {22000, 1}, {28000, 0.5}, {34000, 0}};

}

const std::vector<StellarFeature>& stellarFeatures()
{
    static const std::vector<StellarFeature> features {
        {3934.77, 11.0, calciumIon, 420},
        {3969.59, 9.0, calciumIon, 380},
        {8500.35, 1.6, triplet, 60, true, 1.3},
        {8544.44, 4.2, triplet, 110, true, 1.3},
        {8664.52, 3.3, triplet, 90, true, 1.3},
        {4227.92, 3.6, coolNeutral, 170, true, 0.6},
        {4305.61, 10.0, gBand, 520},
        {5168.76, 2.2, neutral, 90, true, 0.65},
        {5174.12, 2.6, neutral, 100, true, 0.65},
        {5185.04, 3.1, neutral, 120, true, 0.65},
        {5891.58, 6.0, sodium, 190, true, 0.5},
        {5897.55, 5.0, sodium, 170, true, 0.5},
        {7701.08, 2.4, veryCool, 80, true, 0.2},
        {7667.01, 2.4, veryCool, 80, true, 0.2},
        {8185.51, 1.9, veryCool, 60, true, 0.1},
        {8197.07, 2.5, veryCool, 70, true, 0.1},
        {4078.86, 0.5, ionised, 30, true, 2.5},
        {4216.71, 0.5, ionised, 30, true, 2.5},
        {4173.9, 0.4, ionised, 60},
        {4234.4, 0.5, ionised, 40},
        {4482.49, 0.7, ionised, 60},
        {4584.9, 0.4, ionised, 60},
        {4925.3, 0.4, ionised, 40},
        {5019.84, 0.4, ionised, 40},
        {5170.47, 0.4, ionised, 40},
        {6348.87, 0.4, ionised, 40},
        {7775.54, 1.1, ionised, 110, true, 1.8},
        {8448.68, 0.7, ionised, 60, true, 1.5},
        {4010.4, 0.6, helium, 90, false},
        {4027.33, 1.5, helium, 150, false},
        {4145.0, 0.7, helium, 100, false},
        {4389.16, 0.8, helium, 100, false},
        {4472.73, 1.6, helium, 150, false},
        {4714.5, 0.5, helium, 60, false},
        {4923.30, 0.8, helium, 90, false},
        {5017.08, 0.5, helium, 60, false},
        {5877.25, 1.0, helium, 70, false},
        {6679.99, 0.8, helium, 70, false},
        {7067.14, 0.6, helium, 60, false},
        {4201.0, 0.8, ionisedHelium, 110, false},
        {4542.86, 0.9, ionisedHelium, 110, false},
        {4687.01, 0.9, ionisedHelium, 100, false},
        {5413.02, 1.1, ionisedHelium, 100, false},
        {4090.1, 0.6, silicon, 60, false},
        {4117.3, 0.4, silicon, 60, false},
        {4553.90, 0.5, silicon, 50, false},
        {4651.0, 0.6, silicon, 120, false},
    };
    return features;
}

const std::vector<MolecularBand>& molecularBands()
{
    constexpr auto red = BandFades::Redward;
    constexpr auto blue = BandFades::Blueward;
    static const auto bands = [] {
        std::vector<MolecularBand> list {
            {Molecule::TiO, 4761, 0.45, 90, red},  {Molecule::TiO, 4954, 0.65, 110, red},
            {Molecule::TiO, 5167, 0.75, 150, red}, {Molecule::TiO, 5448, 0.60, 90, red},
            {Molecule::TiO, 5598, 0.25, 60, red},  {Molecule::TiO, 5759, 0.35, 60, red},
            {Molecule::TiO, 5847, 0.55, 90, red},  {Molecule::TiO, 6158, 0.90, 160, red},
            {Molecule::TiO, 6651, 0.38, 160, red}, {Molecule::TiO, 6681, 0.25, 120, red},
            {Molecule::TiO, 6715, 0.25, 60, red},  {Molecule::TiO, 7054, 0.75, 120, red},
            {Molecule::TiO, 7088, 0.35, 90, red},  {Molecule::TiO, 7126, 0.30, 90, red},
            {Molecule::TiO, 7589, 0.32, 110, red}, {Molecule::TiO, 7666, 0.20, 90, red},
            {Molecule::TiO, 8206, 0.20, 70, red},  {Molecule::TiO, 8432, 0.38, 130, red},
            {Molecule::TiO, 8859, 0.25, 120, red}, {Molecule::CaH, 6389, 0.35, 25, blue},
            {Molecule::CaH, 6846, 0.40, 45, blue}, {Molecule::CaH, 6990, 0.40, 45, blue},
            {Molecule::CaH, 5556, 0.25, 30, blue}, {Molecule::CaH, 6240, 0.15, 20, blue},
            {Molecule::MgH, 5211, 0.55, 90, blue}, {Molecule::MgH, 4780, 0.25, 60, blue},
            {Molecule::VO, 7334, 0.35, 110, red},  {Molecule::VO, 7851, 0.35, 110, red},
            {Molecule::VO, 5737, 0.25, 60, red},   {Molecule::CN, 4216, 0.30, 60, blue},
            {Molecule::CN, 3883, 0.40, 60, blue},  {Molecule::CN, 7876, 0.06, 120, red},
        };
        for (auto& band : list)
            band.vacuumAngstrom = vacuumFromAir(band.vacuumAngstrom);
        return list;
    }();
    return bands;
}
