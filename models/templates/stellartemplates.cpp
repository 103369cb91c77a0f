#include "models/templates/stellartemplates.h"

#include "models/redshift/numbers.h"

using namespace Qt::Literals::StringLiterals;

namespace {
struct TypeRange
{
    QString name;
    QStringList subclasses; ///< Without luminosity class and the d, g of LAMOST
    double kelvin;
};

const std::vector<TypeRange>& typeRanges()
{
    static const std::vector<TypeRange> ranges {
        {u"A1"_s, {u"A0"_s, u"A1"_s, u"A2"_s, u"A3"_s}, 9300},
        {u"A6"_s, {u"A4"_s, u"A5"_s, u"A6"_s, u"A7"_s, u"A8"_s, u"A9"_s}, 8000},
        {u"F0"_s, {u"F0"_s, u"F1"_s, u"F2"_s}, 7200},
        {u"F5"_s, {u"F3"_s, u"F4"_s, u"F5"_s, u"F6"_s, u"F7"_s}, 6500},
        {u"F9"_s, {u"F8"_s, u"F9"_s, u"G0"_s}, 6000},
        {u"G3"_s, {u"G1"_s, u"G2"_s, u"G3"_s, u"G4"_s, u"G5"_s}, 5700},
        {u"G8"_s, {u"G6"_s, u"G7"_s, u"G8"_s, u"G9"_s}, 5400},
        {u"K1"_s, {u"K0"_s, u"K1"_s, u"K2"_s}, 5000},
        {u"K3"_s, {u"K3"_s, u"K4"_s}, 4700},
        {u"K5"_s, {u"K5"_s, u"K6"_s}, 4400},
        {u"K7"_s, {u"K7"_s}, 4000},
        {u"M0"_s, {u"M0"_s}, 3800},
        {u"M2"_s, {u"M1"_s, u"M2"_s}, 3500},
        {u"M3"_s, {u"M3"_s, u"M4"_s}, 3300},
        {u"M5"_s, {u"M5"_s, u"M6"_s, u"M7"_s}, 3000}};
    return ranges;
}

/// "dM3" → "M3", "A7III" → "A7"
QString plainType(QString subclass)
{
    if (subclass.startsWith(u'd') || subclass.startsWith(u'g'))
        subclass.remove(0, 1);
    return subclass.left(2);
}

/// Hydrogen's lines beyond the reach of most spectra, P7 … P17, as deep as A stars show where `strength`
/// is 1.
LineModel::Lines paschenAbsorption(double strength)
{
    LineModel::Lines lines {{10052.1, 0.4}, {9548.6, 0.38}, {9231.5, 0.36}, {9017.4, 0.33},
                            {8865.2, 0.29}, {8752.9, 0.24}, {8667.4, 0.18}, {8600.8, 0.14},
                            {8547.7, 0.1},  {8504.8, 0.07}, {8469.6, 0.05}};
    for (auto& line : lines)
        line.strength *= strength;
    return lines;
}

/// A weighted mean that grows spectrum by spectrum.
class Stack
{
public:
    bool add(const VerifiedSpectrum& star)
    {
        const auto grid = rebinned(star.spectrum->coadd, restGrid, star.z);
        std::vector<float> middle;
        for (int i = static_cast<int>(restGrid.pixelOf(5000)); i < static_cast<int>(restGrid.pixelOf(6800));
             ++i) {
            if (grid.weight[i] > 0)
                middle.push_back(grid.flux[i]);
        }
        if (middle.size() < 500)
            return false;
        const float scale = medianOf(middle);
        if (!(scale > 0))
            return false;
        for (int i = 0; i < restGrid.size; ++i) {
            if (grid.weight[i] <= 0)
                continue;
            const float weight =
                1 / (1 / (grid.weight[i] * scale * scale) + 4e-4F); // 2 % that S/N cannot beat
            m_sum[i] += weight * grid.flux[i] / scale;
            m_weight[i] += weight;
            ++m_seen[i];
        }
        ++m_count;
        return true;
    }

    int count() const { return m_count; }

    /// The mean, continued by a Planck curve; cool stars fade faster to the ultraviolet than that.
    LineModel::Flux mean(double kelvin) const
    {
        auto flux = LineModel::zeros();
        // Ends of stacks are of few spectra; LAMOST's last 50 Å are not to be trusted.
        const auto isWellSeen = [&](int i) { return 2 * m_seen[i] >= m_count; };
        int first = 0;
        while (first < restGrid.size / 2 && !isWellSeen(first))
            ++first;
        first += 60; // poor calibration
        int last = static_cast<int>(restGrid.pixelOf(9040));
        while (last > restGrid.size / 2 && !isWellSeen(last))
            --last;
        float before = 0;
        for (int i = first; i <= last; ++i) {
            before = m_weight[i] > 0 ? m_sum[i] / m_weight[i] : before;
            flux[i] = before;
        }
        auto planck = LineModel::planck(kelvin);
        LineModel::absorb(planck, paschenAbsorption(std::clamp((kelvin - 6000) / 3300, 0.0, 1.0)), 900);
        const auto ratio = [&](int from) {
            std::vector<float> ratios;
            for (int i = from; i < from + 100; ++i)
                ratios.push_back(flux[i] / planck[i]);
            return medianOf(ratios);
        };
        const float blue = ratio(first);
        const float red = ratio(last - 100);
        for (int i = 0; i < first; ++i) {
            const double fading =
                kelvin < 9000 ? std::pow(10.0, -0.5 * (first - i) * restGrid.step / 0.1) : 1.0;
            flux[i] = blue * planck[i] * static_cast<float>(fading);
        }
        for (int i = last; i < restGrid.size; ++i)
            flux[i] = red * planck[i];
        return flux;
    }

private:
    std::vector<float> m_sum = LineModel::zeros();
    std::vector<float> m_weight = LineModel::zeros();
    std::vector<int> m_seen = std::vector<int>(restGrid.size, 0); ///< By how many spectra
    int m_count = 0;
};

double medianSnrOf(const Samples& samples)
{
    std::vector<float> values;
    for (std::size_t i = 0; i < samples.inverseVariance.size(); ++i) {
        if (samples.inverseVariance[i] > 0 && std::isfinite(samples.flux[i]))
            values.push_back(samples.flux[i] * std::sqrt(samples.inverseVariance[i]));
    }
    return values.empty() ? 0.0 : static_cast<double>(medianOf(values));
}

/// Types nobody observed stand between those that were.
void fillTypes(StellarLibrary& library)
{
    QStringList present;
    for (const auto& range : typeRanges()) {
        if (library.types.contains(range.name))
            present.append(range.name);
    }
    for (const auto& range : typeRanges()) {
        library.sequence.append(range.name);
        if (library.types.contains(range.name))
            continue;
        library.stacked[range.name] = 0;
        library.types[range.name] = present.isEmpty() ? LineModel::planck(range.kelvin) : LineModel::Flux();
        if (present.isEmpty())
            continue;
        // The nearest observed type, bent to this temperature.
        const auto own = [&](const QString& name) {
            return std::find_if(typeRanges().begin(), typeRanges().end(),
                                [&](const auto& other) { return other.name == name; });
        };
        auto nearest = present.first();
        for (const auto& name : present) {
            if (std::abs(std::log(own(name)->kelvin / range.kelvin))
                < std::abs(std::log(own(nearest)->kelvin / range.kelvin)))
                nearest = name;
        }
        auto flux = library.types[nearest];
        const auto from = LineModel::planck(own(nearest)->kelvin);
        const auto to = LineModel::planck(range.kelvin);
        for (int i = 0; i < restGrid.size; ++i)
            flux[i] *= to[i] / from[i];
        library.types[range.name] = std::move(flux);
    }
}
}

StellarLibrary stellarLibrary(const VerifiedSpectra& spectra, double leastSnr)
{
    StellarLibrary library;
    for (const auto& range : typeRanges()) {
        Stack stack;
        for (const auto& star : spectra) {
            // Only LAMOST's resolution and calibration, so that types differ by the stars alone.
            if (star.spectralClass == SpectralClass::Star
                && range.subclasses.contains(plainType(star.subclass)) && std::abs(star.z) < 0.003
                && star.spectrum->target.survey == "LAMOST"_L1
                && medianSnrOf(star.spectrum->coadd) >= leastSnr)
                stack.add(star);
        }
        if (stack.count() > 0) {
            library.types[range.name] = stack.mean(range.kelvin);
            library.stacked[range.name] = stack.count();
        }
    }
    fillTypes(library);
    return library;
}

namespace StellarModel {
using namespace LineModel;

namespace {
Lines balmerAbsorption(double depth)
{
    Lines lines;
    for (const auto& line : balmerEmission())
        lines.push_back({line.wavelengthAngstrom, depth * (line.wavelengthAngstrom > 6000 ? 0.6 : 1.0)});
    return lines;
}
}

Flux hotStar(double kelvin, double balmerDepth, const Lines& helium)
{
    auto flux = planck(kelvin);
    absorb(flux, balmerAbsorption(balmerDepth), 800);
    absorb(flux, paschenAbsorption(1.3 * balmerDepth), 800);
    absorb(flux, helium, 350);
    return flux;
}

Flux hydrogenDwarf(double kelvin, double depth, double fwhmKmS)
{
    auto flux = planck(kelvin);
    absorb(flux, balmerAbsorption(depth), fwhmKmS);
    absorb(flux, paschenAbsorption(0.5 * depth), fwhmKmS);
    return flux;
}

Flux heliumDwarf(double kelvin, double strength, double fwhmKmS)
{
    auto flux = planck(kelvin);
    Lines lines {{4472.7, 0.35}, {4027.3, 0.25}, {5877.3, 0.30}, {4389.2, 0.15},
                 {4923.3, 0.20}, {5017.1, 0.15}, {4714.5, 0.12}, {6680.0, 0.20},
                 {7067.1, 0.15}, {3890.0, 0.25}, {3820.7, 0.20}, {4121.9, 0.08}};
    for (auto& line : lines)
        line.strength *= strength;
    absorb(flux, lines, fwhmKmS);
    return flux;
}

Flux metalDwarf()
{
    auto flux = planck(8000);
    absorb(flux, {{3934.8, 0.6}, {3969.6, 0.6}, {4227.9, 0.2}}, 2200);
    return flux;
}

Flux carbonDwarf(double kelvin, double strength, double shiftAngstrom, double sigmaKmS)
{
    auto flux = planck(kelvin);
    absorbBands(flux,
                {{4383.2 - shiftAngstrom, -200, 0.3 * strength},
                 {4738.3 - shiftAngstrom, -260, 0.45 * strength},
                 {5166.4 - shiftAngstrom, -300, 0.6 * strength},
                 {5637.6 - shiftAngstrom, -280, 0.35 * strength},
                 {6192.7 - shiftAngstrom, -200, 0.15 * strength}});
    return broadened(flux, sigmaKmS);
}

Flux carbonStar(const Flux& base, double strength)
{
    auto flux = base;
    // C2 Swan and CN bands shade to the blue; facts on LAMOST spectra, section 9.1, in vacuum.
    absorbBands(flux,
                {{4383.2, -120, 0.35 * strength},
                 {4738.3, -220, 0.5 * strength},
                 {5166.4, -280, 0.6 * strength},
                 {5637.6, -250, 0.45 * strength},
                 {6192.7, -180, 0.25 * strength},
                 {4217.2, -90, 0.25 * strength},
                 {6927, -350, 0.2 * strength},
                 {7878, -250, 0.2 * strength},
                 {8152, -180, 0.15 * strength}});
    return flux;
}

Flux coolCarbonStar(double kelvin, double strength)
{
    auto flux = planck(kelvin);
    // Carbon molecules leave little light in the violet.
    for (int i = 0; i < restGrid.size; ++i)
        flux[i] *= static_cast<float>(1 / (1 + std::exp((4400 - restGrid.wavelengthAt(i)) / 160)));
    absorbBands(flux,
                {{4383.2, -100, 0.5 * strength},
                 {4738.3, -140, 0.7 * strength},
                 {5166.4, -170, 0.8 * strength},
                 {5637.6, -150, 0.65 * strength},
                 {6192.7, -110, 0.3 * strength},
                 {4217.2, -90, 0.5 * strength},
                 {6207.7, 90, 0.15 * strength},
                 {6927, 100, 0.25 * strength},
                 {7090, 110, 0.25 * strength},
                 {7285, 90, 0.15 * strength},
                 {7878, 120, 0.3 * strength},
                 {8069, 100, 0.2 * strength}});
    absorb(flux, {{5891.6, 0.4}, {5897.6, 0.4}}, 250);
    return flux;
}

Flux modelledDwarf(double kelvin, double strength)
{
    auto flux = planck(kelvin);
    absorbBands(flux,
                {{4762.3, 90, 0.35 * strength},
                 {4955.4, 110, 0.45 * strength},
                 {5168.4, 150, 0.5 * strength},
                 {5449.5, 90, 0.4 * strength},
                 {5848.6, 90, 0.4 * strength},
                 {6159.7, 160, 0.55 * strength},
                 {6652.8, 170, 0.4 * strength},
                 {7055.9, 200, 0.65 * strength},
                 {7591.1, 190, 0.45 * strength},
                 {8434.3, 110, 0.3 * strength},
                 {8861.4, 110, 0.2 * strength},
                 {6382.8, 30, 0.3 * strength}});
    absorb(flux, {{4227.9, 0.6}, {5891.6, 0.6}, {5897.6, 0.6}, {8185.5, 0.3}, {8197.1, 0.35}}, 500);
    return flux;
}

Flux lateDwarf(const Flux& mDwarf)
{
    auto flux = mDwarf;
    const auto warm = planck(3000);
    const auto cool = planck(2500);
    for (int i = 0; i < restGrid.size; ++i)
        flux[i] *= cool[i] / warm[i];
    absorbBands(flux,
                {{7054, 90, 0.3}, {7336, 130, 0.35}, {7853, 110, 0.3}, {8434, 60, 0.2}, {8694, 60, 0.15}});
    return flux;
}

Flux brownDwarf()
{
    auto flux = planck(1900);
    absorb(flux, {{5893, 0.9}}, 25000);
    absorb(flux, {{7685, 0.85}}, 14000);
    absorb(flux, {{7802, 0.3}, {7950, 0.3}, {8523.5, 0.4}, {8946, 0.25}, {8185.5, 0.2}, {8197, 0.2}}, 500);
    absorbBands(flux,
                {{8613, 90, 0.35}, {8694, 120, 0.35}, {6390, 60, 0.3}, {6752, 100, 0.3}, {9900, 120, 0.4}});
    return flux;
}
}
