#include "models/measure/starindices.h"

#include "models/spectrum/wavelength.h"

#include <cmath>

namespace {
struct SideBands
{
    double blueFrom, blueTo, redFrom, redTo; // air Å

    Band blue() const { return Band::fromAir(blueFrom, blueTo); }
    Band red() const { return Band::fromAir(redFrom, redTo); }
};

constexpr SideBands besideK {3903, 3923, 4000, 4020};
constexpr SideBands besideDelta {4000, 4020, 4144, 4164};
constexpr SideBands besideGamma {4247, 4267, 4415, 4435};
constexpr SideBands besideBeta {4770, 4790, 4935, 4955};
constexpr SideBands besideAlpha {6490, 6510, 6615, 6635};
constexpr SideBands besidePaschen17 {8450, 8459, 8476, 8485};
constexpr SideBands besidePaschen14 {8560, 8576, 8620, 8636};
constexpr SideBands besidePaschen12 {8708, 8728, 8774, 8794};

struct LineIndex
{
    const char* column;
    double centre; // air Å
    double width; // Å
    SideBands beside;
};

constexpr LineIndex lineIndices[] {{"kp12", 3933.7, 12, besideK},
                                   {"kp18", 3933.7, 18, besideK},
                                   {"kp6", 3933.7, 6, besideK},
                                   {"hdelta12", 4101.8, 12, besideDelta},
                                   {"hdelta24", 4101.8, 24, besideDelta},
                                   {"hdelta48", 4101.8, 48, besideDelta},
                                   {"hdelta64", 4102.0, 64, besideDelta},
                                   {"hgamma12", 4340.5, 12, besideGamma},
                                   {"hgamma24", 4340.5, 24, besideGamma},
                                   {"hgamma48", 4340.5, 48, besideGamma},
                                   {"hgamma54", 4340.5, 54, besideGamma},
                                   {"hbeta12", 4862.3, 12, besideBeta},
                                   {"hbeta24", 4862.3, 24, besideBeta},
                                   {"hbeta48", 4862.3, 48, besideBeta},
                                   {"hbeta60", 4862.3, 60, besideBeta},
                                   {"halpha12", 6562.8, 12, besideAlpha},
                                   {"halpha24", 6562.8, 24, besideAlpha},
                                   {"halpha48", 6562.8, 48, besideAlpha},
                                   {"halpha70", 6562.8, 70, besideAlpha},
                                   {"paschen13", 8467.5, 13, besidePaschen17},
                                   {"paschen142", 8598.0, 42, besidePaschen14},
                                   {"paschen242", 8751.0, 42, besidePaschen12}};

constexpr LineIndex lineWidths[] {{"halpha_d02", 6562.80, 0, besideAlpha},
                                  {"hbeta_d02", 4861.33, 0, besideBeta},
                                  {"hgamma_d02", 4340.47, 0, besideGamma},
                                  {"hdelta_d02", 4101.74, 0, besideDelta}};

struct BandRatio
{
    const char* column;
    double lineFrom, lineTo, referenceFrom, referenceTo; // air Å
};

constexpr BandRatio bandRatios[] {{"tio5", 7126, 7135, 7042, 7046}, {"cah2", 6814, 6846, 7042, 7046},
                                  {"cah3", 6960, 6990, 7042, 7046}, {"tio1", 6718, 6723, 6703, 6708},
                                  {"tio2", 7058, 7061, 7043, 7046}, {"tio3", 7092, 7097, 7079, 7084},
                                  {"tio4", 7130, 7135, 7115, 7120}};

/// CaH1 lies between two reference bands: Reid et al. 1995.
std::optional<Measured> calciumHydride1(const BandMeter& meter)
{
    const auto line = meter.meanFlux(Band::fromAir(6380, 6390));
    const auto blue = meter.meanFlux(Band::fromAir(6345, 6355));
    const auto red = meter.meanFlux(Band::fromAir(6410, 6420));
    if (!line || !blue || !red || blue->value + red->value <= 0)
        return {};
    const double reference = 0.5 * (blue->value + red->value);
    const double value = line->value / reference;
    return Measured {value,
                     std::hypot(line->error, value * 0.5 * std::hypot(blue->error, red->error)) / reference};
}

/// ζ = (1 − TiO5) / (1 − TiO5⊙) with TiO5⊙ a cubic in CaH2 + CaH3. The three ratios share their reference
/// band, so its error is taken once.
std::optional<Measured> zeta(const BandMeter& meter)
{
    const auto tio5 = meter.meanFlux(Band::fromAir(7126, 7135));
    const auto cah2 = meter.meanFlux(Band::fromAir(6814, 6846));
    const auto cah3 = meter.meanFlux(Band::fromAir(6960, 6990));
    const auto reference = meter.meanFlux(Band::fromAir(7042, 7046));
    if (!tio5 || !cah2 || !cah3 || !reference || reference->value <= 0)
        return {};
    const double t = tio5->value / reference->value;
    const double x = (cah2->value + cah3->value) / reference->value;
    const double below = 1 - (-0.164 * x * x * x + 0.670 * x * x - 0.118 * x - 0.050);
    if (std::abs(below) < 1e-3)
        return {};
    const double value = (1 - t) / below;
    const double byT = -1 / below;
    const double byX = value * (-0.492 * x * x + 1.340 * x - 0.118) / below;
    const double ofBands = std::hypot(byT * tio5->error, byX * cah2->error, byX * cah3->error);
    return Measured {value, std::hypot(ofBands, (byT * t + byX * x) * reference->error) / reference->value};
}
}

std::vector<IndexValue> aStarIndices(const Samples& samples, double z)
{
    const BandMeter meter(samples, z);
    std::vector<IndexValue> values;
    for (const auto& [column, centre, width, beside] : lineIndices)
        values.push_back({column,
                          meter.equivalentWidth(Band::fromAir(centre - width / 2, centre + width / 2),
                                                beside.blue(), beside.red())});
    for (const auto& [column, centre, width, beside] : lineWidths)
        values.push_back(
            {column, meter.widthAtFourFifths(vacuumFromAir(centre), beside.blue(), beside.red())});
    return values;
}

std::vector<IndexValue> mStarIndices(const Samples& samples, double z)
{
    const BandMeter meter(samples, z);
    std::vector<IndexValue> values;
    values.push_back({"ewha",
                      meter.equivalentWidth(Band::fromAir(6557.6, 6571.6), Band::fromAir(6545, 6555),
                                            Band::fromAir(6575, 6585))});
    for (const auto& [column, lineFrom, lineTo, referenceFrom, referenceTo] : bandRatios)
        values.push_back(
            {column,
             meter.ratio(Band::fromAir(lineFrom, lineTo), Band::fromAir(referenceFrom, referenceTo))});
    const auto tio5 = values[1].measured;
    values.push_back({"cah1", calciumHydride1(meter)});
    values.push_back({"caoh", meter.ratio(Band::fromAir(6230, 6240), Band::fromAir(6345, 6354))});
    values.push_back({"zeta", zeta(meter)});
    // Reid et al. 1995, eq. 1: ± 0.5 subclasses
    values.push_back(
        {"type",
         tio5 ? std::optional(Measured {-10.775 * tio5->value + 8.2, 10.775 * tio5->error}) : std::nullopt});
    values.push_back({"na", meter.ratio(Band::fromAir(8174, 8204), Band::fromAir(8135, 8165))});
    return values;
}

std::optional<int> magneticActivity(const std::optional<Measured>& ewha)
{
    if (!ewha)
        return {};
    const double emission = -ewha->value;
    return emission > 0.75 && emission > 3 * ewha->error ? 1 : 0;
}
