#include "models/problems/hint.h"

#include "models/values/median.h"

#include <QCoreApplication>

#include <algorithm>
#include <cmath>
#include <functional>

using namespace Qt::Literals::StringLiterals;

namespace {
constexpr int bridge = 3; // fibres between two offenders of one range
constexpr double fewBright = 5; // S/N below: faint

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(Hint)
};

/// One way to be wrong: a number of each fibre over its limit; 1 and more offends.
struct Check
{
    QString kind;
    QString arm;
    std::function<double(const FiberMeasure&)> excess;
    std::function<QString(double)> reason; ///< From the median excess
    bool objectsOnly = true;
};

void collect(const std::vector<FiberMeasure>& fibers, const Check& check, std::size_t least, Hints& hints)
{
    std::vector<double> excesses;
    Hint hint;
    const auto close = [&] {
        if (!excesses.empty() && excesses.size() >= least) {
            const double typical = medianOf(excesses);
            hint.severity = typical * std::sqrt(double(excesses.size()));
            hint.reason = check.reason(typical);
            hints.push_back(hint);
        }
        excesses.clear();
    };
    for (const auto& fiber : fibers) {
        if (check.objectsOnly && !fiber.isObject)
            continue;
        const double excess = check.excess(fiber);
        if (!(excess >= 1))
            continue;
        if (excesses.empty() || fiber.fiberId - hint.lastFiber > bridge) {
            close();
            hint = {.kind = check.kind,
                    .firstFiber = fiber.fiberId,
                    .lastFiber = fiber.fiberId,
                    .arm = check.arm};
        }
        hint.lastFiber = fiber.fiberId;
        excesses.push_back(excess);
    }
    close();
}

/// Brighter than the catalogue's magnitude says by as much as the whole spectrograph is not, mag.
std::function<double(const FiberMeasure&)> brightExcess(const std::vector<FiberMeasure>& fibers, double limit)
{
    std::vector<double> offsets;
    for (const auto& fiber : fibers)
        if (fiber.isObject && fiber.magnitude && fiber.instrumentMagnitude)
            offsets.push_back(*fiber.magnitude - *fiber.instrumentMagnitude);
    const double usual = medianOf(offsets);
    return [usual, limit](const FiberMeasure& fiber) {
        return fiber.magnitude && fiber.instrumentMagnitude
            ? (*fiber.magnitude - *fiber.instrumentMagnitude - usual) / limit
            : 0;
    };
}

double stepExcess(const FiberMeasure& fiber, double share, double sigma)
{
    if (!fiber.armStep || fiber.hasOwnSteps || fiber.blue.snr < fewBright || fiber.red.snr < fewBright)
        return 0;
    return std::min(std::abs(*fiber.armStep) / share, std::abs(fiber.armStepSigma) / sigma);
}

double negativeExcess(const ArmMeasure& arm, double faint, double bright)
{
    return arm.empty > 0.9 ? 0 : arm.negative / (arm.snr < fewBright ? faint : bright);
}

/// What a header says of the whole spectrograph, as a hint over all its fibres.
void addHeaderHint(const std::vector<FiberMeasure>& fibers, std::optional<double> FiberMeasure::*value,
                   double limit, const QString& kind, const QString& keyword, Hints& hints)
{
    std::vector<double> values;
    for (const auto& fiber : fibers)
        if (fiber.*value)
            values.push_back(*(fiber.*value));
    const double usual = medianOf(values);
    if (values.empty() || !(usual > limit))
        return;
    hints.push_back(
        {.kind = kind,
         .firstFiber = fibers.front().fiberId,
         .lastFiber = fibers.back().fiberId,
         .arm = {},
         .severity = usual / limit * std::sqrt(double(fibers.size())) / 2,
         .reason = Text::tr("%1 is %2, at most %3 is usual").arg(keyword).arg(usual, 0, 'f', 1).arg(limit)});
}

void addIndexShift(const std::vector<FiberMeasure>& fibers, double limit, Hints& hints)
{
    const auto shift = indexShift(fibers);
    if (shift.fibers == 0 || !(shift.gain >= limit))
        return;
    hints.push_back({.kind = u"other"_s,
                     .firstFiber = fibers.front().fiberId,
                     .lastFiber = fibers.back().fiberId,
                     .arm = {},
                     .severity = shift.gain / limit * std::sqrt(double(fibers.size())),
                     .reason = Text::tr("fluxes fit the magnitudes of fibres %1 away").arg(shift.fibers)});
}
}

Hints hintsFor(std::vector<FiberMeasure> fibers, const HintLimits& limits, const QDate& night)
{
    Hints hints;
    if (fibers.empty())
        return hints;
    std::ranges::sort(fibers, {}, &FiberMeasure::fiberId);
    const auto limit = [&](QStringView name) { return limits.value(name, night); };
    const auto share = limit(u"arm-step");
    const auto faint = limit(u"negative-share-faint");
    const auto bright = limit(u"negative-share");
    const auto sky = limit(u"sky-residual");
    const auto missing = limit(u"missing-arm");
    const auto excess = limit(u"bright-excess");
    const auto block = static_cast<std::size_t>(std::max(1.0, std::min(limit(u"block"), 1e6)));

    collect(fibers,
            {u"arm-join"_s,
             {},
             [&](const FiberMeasure& fiber) { return stepExcess(fiber, share, limit(u"arm-step-sigma")); },
             [&](double typical) {
                 return Text::tr("arms differ by %1 %").arg(100 * share * typical, 0, 'f', 0);
             }},
            1, hints);
    const auto negative = [&](const QString& arm, ArmMeasure FiberMeasure::*of) {
        collect(fibers,
                {u"negative-flux"_s, arm,
                 [&, of](const FiberMeasure& fiber) { return negativeExcess(fiber.*of, faint, bright); },
                 [](double typical) {
                     return Text::tr("negative pixels %1 times the limit").arg(typical, 0, 'f', 1);
                 }},
                1, hints);
        collect(fibers,
                {u"missing-arm"_s, arm,
                 [&, of](const FiberMeasure& fiber) { return (fiber.*of).empty / missing; },
                 [](double) { return Text::tr("no signal in the arm"); }, false},
                1, hints);
    };
    negative(u"blue"_s, &FiberMeasure::blue);
    negative(u"red"_s, &FiberMeasure::red);
    collect(fibers,
            {u"sky"_s, u"red"_s,
             [sky](const FiberMeasure& fiber) { return fiber.skyResidual.value_or(0) / sky; },
             [sky](double typical) {
                 return Text::tr("red scatter %1 times the green").arg(sky * typical, 0, 'f', 1);
             }},
            block, hints);
    collect(
        fibers,
        {u"stray-light"_s,
         {},
         brightExcess(fibers, excess),
         [excess](double typical) { return Text::tr("%1 mag too bright").arg(excess * typical, 0, 'f', 1); }},
        block, hints);
    const auto lines = limit(u"sky-lines");
    collect(fibers,
            {u"sky"_s,
             {},
             [lines](const FiberMeasure& fiber) { return fiber.skyLines.value_or(0) / lines; },
             [lines](double typical) {
                 return Text::tr("sky lines stand out %1 times").arg(lines * typical, 0, 'f', 1);
             }},
            block, hints);
    addHeaderHint(fibers, &FiberMeasure::scatteredLightAdu, limit(u"scattered-light"), u"stray-light"_s,
                  u"SCAMEAN"_s, hints);
    addHeaderHint(fibers, &FiberMeasure::skyChi2, limit(u"sky-chi2"), u"sky"_s, u"SKYCHI2"_s, hints);
    addHeaderHint(fibers, &FiberMeasure::skyChi2Max, limit(u"sky-chi2-max"), u"sky"_s, u"SCHI2MAX"_s, hints);
    addIndexShift(fibers, limit(u"index-lag-gain"), hints);
    std::ranges::stable_sort(hints, std::greater(), &Hint::severity);
    return hints;
}

Hints failureHints(const std::vector<FiberRecord>& records, const HintLimits& limits, const QDate& night)
{
    qint64 observations = 0;
    qint64 failures = 0;
    for (const auto& record : records) {
        observations += record.observations;
        failures += record.failures;
    }
    Hints hints;
    if (observations == 0)
        return hints;
    const double usual = double(failures) / double(observations);
    const double chance = limits.value(u"failure-probability", night);
    for (const auto& record : records) {
        if (double(record.observations) < limits.value(u"failure-observations", night))
            continue;
        const double tail = binomialTail(record.observations, record.failures, usual);
        const double rate = double(record.failures) / double(record.observations);
        if (tail < chance && rate > usual)
            hints.push_back({.kind = u"other"_s,
                             .firstFiber = record.fiberId,
                             .lastFiber = record.fiberId,
                             .arm = {},
                             .severity = std::min(std::log10(tail) / std::log10(chance), 20.0),
                             .reason = Text::tr("%1 % of %2 spectra unknown, its spectrograph %3 %")
                                           .arg(100 * rate, 0, 'f', 0)
                                           .arg(record.observations)
                                           .arg(100 * usual, 0, 'f', 0)});
    }
    std::ranges::stable_sort(hints, std::greater(), &Hint::severity);
    return hints;
}

double binomialTail(qint64 trials, qint64 failures, double probability)
{
    if (failures <= 0)
        return 1;
    if (probability <= 0 || failures > trials)
        return 0;
    if (probability >= 1)
        return 1;
    const double n = double(trials);
    double sum = 0;
    for (qint64 k = failures; k <= trials; ++k) {
        const double term =
            std::exp(std::lgamma(n + 1) - std::lgamma(double(k) + 1) - std::lgamma(n - double(k) + 1)
                     + double(k) * std::log(probability) + (n - double(k)) * std::log1p(-probability));
        sum += term;
        if (term < sum * 1e-12)
            break;
    }
    return std::min(sum, 1.0);
}
