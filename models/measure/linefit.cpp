#include "models/measure/linefit.h"

#include "models/spectrum/wavelength.h"

#include <QCoreApplication>

#include <algorithm>
#include <array>
#include <cmath>
#include <numeric>

namespace {
constexpr int mostSteps = 40;
constexpr double narrowReachKmS = 1500;
constexpr double broadReachKmS = 6000;
constexpr double convergedStep = 0.01; // of σ
constexpr double takesPart = 2; // σ
constexpr double standsOutAlone = 4; // σ; among a dozen lines noise makes one of 3 σ often enough
constexpr double standsOutWithAnother = 3;

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(LineFit)
};

/// What is moved: ln(1+z), ln σ of narrow and of broad lines.
using Moved = std::array<double, 3>;
constexpr Moved derivativeStep {2e-6, 0.01, 0.01};
constexpr Moved lowest {-0.5, 3.7, 6.2}; // ln of 40 and 500 km/s
constexpr Moved highest {3, 6.4, 8.9}; // ln of 600 and 7300 km/s

LineFrame frameOf(const Moved& at)
{
    return {std::expm1(at[0]), std::exp(at[1]), std::exp(at[2])};
}

class LineSearch
{
public:
    LineSearch(const WindowFitter& fitter, const std::vector<ExpectedLine>& lines, const Moved& start)
        : m_fitter(fitter)
        , m_lines(lines)
        , m_windows(fitter.windows(lines, frameOf(start)))
    {
        for (const auto& window : m_windows)
            for (const auto line : window.lines)
                m_free[lines[line].isBroad ? 2 : 1] = true;
    }

    bool isEmpty() const { return m_windows.empty(); }
    const std::vector<LineWindow>& windows() const { return m_windows; }
    bool isFree(std::size_t which) const { return m_free[which]; }

    std::vector<WindowFit> fits(const Moved& at) const
    {
        std::vector<WindowFit> fits;
        for (const auto& window : m_windows)
            fits.push_back(m_fitter.fit(window, m_lines, frameOf(at), AmplitudeSigns::Wanted));
        return fits;
    }

    std::vector<double> residuals(const Moved& at, const std::vector<WindowFit>& with) const
    {
        std::vector<double> all;
        for (std::size_t window = 0; window < m_windows.size(); ++window) {
            const auto fit = m_fitter.fitAgain(with[window], m_windows[window], m_lines, frameOf(at));
            all.insert(all.end(), fit.residual.begin(), fit.residual.end());
        }
        return all;
    }

    /// JᵀJ and Jᵀr of the projected residuals at a point, over the free parameters.
    struct Slope
    {
        std::vector<std::size_t> which;
        std::vector<std::vector<double>> normal;
        std::vector<double> right;
        double chi2 = 0;
    };
    Slope slope(const Moved& at) const
    {
        const auto with = fits(at);
        const auto here = residuals(at, with);
        Slope slope;
        std::vector<std::vector<double>> columns;
        for (std::size_t which = 0; which < at.size(); ++which) {
            if (!m_free[which])
                continue;
            auto above = at;
            auto below = at;
            above[which] += derivativeStep[which];
            below[which] -= derivativeStep[which];
            auto column = residuals(above, with);
            const auto left = residuals(below, with);
            for (std::size_t pixel = 0; pixel < column.size(); ++pixel)
                column[pixel] = (column[pixel] - left[pixel]) / (2 * derivativeStep[which]);
            if (std::ranges::all_of(column, [](double value) { return value == 0; }))
                continue; // a width that no line in use has
            slope.which.push_back(which);
            columns.push_back(std::move(column));
        }
        for (const double value : here)
            slope.chi2 += value * value;
        for (const auto& column : columns) {
            slope.normal.emplace_back();
            for (const auto& other : columns)
                slope.normal.back().push_back(
                    std::inner_product(column.begin(), column.end(), other.begin(), 0.0));
            slope.right.push_back(std::inner_product(column.begin(), column.end(), here.begin(), 0.0));
        }
        return slope;
    }

    double chi2(const Moved& at) const
    {
        double sum = 0;
        for (const auto& fit : fits(at))
            for (const double value : fit.residual)
                sum += value * value;
        return sum;
    }

    Moved held(Moved at) const
    {
        for (std::size_t which = 0; which < at.size(); ++which)
            at[which] = std::clamp(at[which], lowest[which], highest[which]);
        return at;
    }

private:
    const WindowFitter& m_fitter;
    const std::vector<ExpectedLine>& m_lines;
    std::vector<LineWindow> m_windows;
    std::array<bool, 3> m_free {true, false, false};
};

/// Levenberg & Marquardt's walk to the least χ².
Moved walk(const LineSearch& search, Moved at)
{
    double damping = 1e-2;
    auto slope = search.slope(at);
    for (int step = 0; step < mostSteps && damping < 1e8; ++step) {
        auto damped = slope.normal;
        for (std::size_t row = 0; row < damped.size(); ++row)
            damped[row][row] *= 1 + damping;
        const auto inverse = inverseOf(damped);
        if (inverse.empty())
            break;
        auto next = at;
        for (std::size_t row = 0; row < inverse.size(); ++row)
            for (std::size_t column = 0; column < inverse.size(); ++column)
                next[slope.which[row]] -= inverse[row][column] * slope.right[column];
        next = search.held(next);
        if (!(search.chi2(next) <= slope.chi2)) {
            damping *= 10;
            continue;
        }
        const double moved = std::abs(next[0] - at[0]) * std::sqrt(slope.normal[0][0]);
        at = next;
        slope = search.slope(at);
        damping = std::max(damping / 10, 1e-6);
        if (moved < convergedStep)
            break;
    }
    return at;
}

struct NamedSignal
{
    QString name;
    double signalToNoise = 0;
};

/// The lines' signals at the end of the walk, strongest first.
std::vector<NamedSignal> signalsOf(const LineSearch& search, const std::vector<ExpectedLine>& lines,
                                   const Moved& at, double errorScale)
{
    std::vector<NamedSignal> signalsFound;
    const auto fits = search.fits(at);
    for (std::size_t window = 0; window < fits.size(); ++window) {
        const auto& fit = fits[window];
        const auto& members = search.windows()[window].lines;
        for (std::size_t member = 0; member < members.size(); ++member) {
            const auto& line = lines[members[member]];
            double square = 0;
            for (std::size_t part = 0; part < line.components.size(); ++part) {
                const auto function = fit.firstAmplitude[member] + part;
                if (fit.active[function] && fit.linear.errors[function] > 0)
                    square += std::pow(fit.linear.values[function] / fit.linear.errors[function], 2);
            }
            signalsFound.push_back({line.name, std::sqrt(square) / errorScale});
        }
    }
    std::ranges::sort(signalsFound, std::ranges::greater(), &NamedSignal::signalToNoise);
    return signalsFound;
}
}

Result<LineFit> fitLines(const Spectrum& spectrum, SpectralClass spectralClass, double z)
{
    const auto lines = expectedLines(spectralClass);
    const auto weights = pixelWeights(spectrum);
    const WindowFitter fitter(spectrum.coadd, weights);
    const Moved start {std::log1p(z), std::log(120.0), std::log(1800.0)};
    const LineSearch search(fitter, lines, start);
    if (search.isEmpty())
        return Error {ErrorKind::BadInput,
                      Text::tr("The spectrum covers no line of class %1 at this redshift.")
                          .arg(className(spectralClass)),
                      {}};
    const auto end = walk(search, start);
    const double reach = (search.isFree(2) ? broadReachKmS : narrowReachKmS) / speedOfLightKmS;
    if (std::abs(end[0] - start[0]) > reach)
        return Error {ErrorKind::BadInput, Text::tr("The lines lead away from this redshift."), {}};

    const auto slope = search.slope(end);
    double pixels = 0;
    for (const auto& window : search.windows())
        for (auto pixel = window.pixels.first; pixel < window.pixels.end; ++pixel)
            pixels += weights[pixel] > 0 ? 1 : 0;
    const double excess = std::max(1.0, slope.chi2 / std::max(1.0, pixels));
    const auto inverse = inverseOf(slope.normal);
    const auto signalsFound = signalsOf(search, lines, end, std::sqrt(excess));
    const bool standOut = signalsFound.front().signalToNoise >= standsOutAlone
        || (signalsFound.size() > 1 && signalsFound[1].signalToNoise >= standsOutWithAnother);
    if (inverse.empty() || !standOut)
        return Error {ErrorKind::BadInput, Text::tr("None of the expected lines stands out here."), {}};

    LineFit fit;
    fit.z = std::expm1(end[0]);
    fit.zError = (1 + fit.z) * std::sqrt(inverse[0][0] * excess);
    fit.narrowKmS = search.isFree(1) ? std::exp(end[1]) : 0;
    fit.broadKmS = search.isFree(2) ? std::exp(end[2]) : 0;
    fit.chi2PerPixel = slope.chi2 / std::max(1.0, pixels);
    for (const auto& signal : signalsFound)
        if (signal.signalToNoise >= takesPart)
            fit.lines << signal.name;
    return fit;
}
