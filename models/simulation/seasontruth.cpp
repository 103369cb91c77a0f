#include "models/simulation/season.h"
#include "models/spectrum/wavelength.h"

#include <QRegularExpression>

#include <algorithm>
#include <cmath>

using namespace Qt::Literals::StringLiterals;

namespace {
struct Judged
{
    const SeasonPlate& plate;
    const SeasonSpectrum& spectrum;
    const SeasonVersion& version; ///< The newest
    const SeasonVerdict* eye = nullptr; ///< Recheck or newest standing verdict
    const SeasonModuleAnswer* module = nullptr; ///< When it is sure enough
    SpectralClass spectralClass = SpectralClass::Unknown;
};

/// As resources/rules/conflicts.json has it; nobody gives a grade here.
bool differ(const SeasonVerdict& a, const SeasonVerdict& b)
{
    if (a.spectralClass != b.spectralClass || a.z.has_value() != b.z.has_value())
        return true;
    if (!a.z)
        return false;
    const double apart = std::abs(*a.z - *b.z);
    return a.spectralClass == SpectralClass::Star ? apart * speedOfLightKmS >= 200
                                                  : apart / (1 + std::min(*a.z, *b.z)) >= 0.0033;
}

/// Nobody settled that two inspectors said different things. Each of them speaks once.
bool isDisputed(const SeasonVersion& version)
{
    const auto stands = [](const SeasonVerdict& verdict) { return !verdict.isWithdrawn; };
    for (const auto& a : version.verdicts)
        for (const auto& b : version.verdicts)
            if (!version.recheck && stands(a) && stands(b) && differ(a, b))
                return true;
    return false;
}

/// Each inspector's last word that he did not take back; of those the one given last.
const SeasonVerdict* standingVerdict(const SeasonVersion& version)
{
    for (auto verdict = version.verdicts.rbegin(); verdict != version.verdicts.rend(); ++verdict)
        if (!verdict->isWithdrawn)
            return &*verdict;
    return nullptr;
}

bool has(const QVariantMap& values, const QString& list, const QString& word)
{
    return !word.isEmpty() && values.value(list).toString().split(u',').contains(word);
}

bool isInProblem(const Judged& in, bool raw)
{
    return std::ranges::any_of(in.plate.problems, [&](const SeasonProblem& problem) {
        return problem.raw == raw && (raw || problem.version == in.version.version)
            && problem.state != "refuted"_L1 && problem.spectrographId == in.spectrum.fiber.spectrographId
            && in.spectrum.fiber.fiberId >= problem.firstFiber
            && in.spectrum.fiber.fiberId <= problem.lastFiber;
    });
}

QString reasonOf(const Judged& in, const QString& queueReason, const QVariantMap& values, bool formal)
{
    const auto& snr = in.spectrum.snr;
    if (has(values, u"not_objects"_s, in.spectrum.fiber.fiberType))
        return u"not-object"_s;
    if (in.spectrum.isWithdrawn)
        return u"withdrawn"_s;
    if (!in.plate.plan.science)
        return u"plate-test"_s;
    if (in.plate.isLogged && !in.plate.plan.valid)
        return u"plate-invalid"_s;
    if (formal && !in.plate.isConfirmed)
        return u"plate-unconfirmed"_s;
    if (isInProblem(in, true))
        return u"raw-problem"_s;
    if (isInProblem(in, false))
        return u"2d-problem"_s;
    if (std::max({snr[1], snr[2], snr[3]}) < values.value(u"minimum_snr"_s).toDouble())
        return u"low-snr"_s;
    if (formal && isDisputed(in.version))
        return u"disputed"_s;
    if (formal && !in.eye && has(values, u"must_be_checked"_s, queueReason))
        return u"unchecked"_s;
    if (in.spectralClass == SpectralClass::Unknown)
        return u"unknown-class"_s;
    return {};
}

void decide(SeasonTruth& truth, const Judged& in)
{
    const auto published = [](QString subclass) {
        return subclass.isEmpty() || subclass.compare("Non"_L1, Qt::CaseInsensitive) == 0 ? u"Non"_s
                                                                                          : subclass;
    };
    truth.spectralClass =
        in.spectralClass == SpectralClass::Unknown ? u"Unknown"_s : className(in.spectralClass);
    if (in.eye) {
        truth.subclass = published(in.eye->subclass);
        truth.z = in.eye->z;
        truth.zFlag = u"PIPELINE AND EYECHECK"_s;
        truth.decidedBy = in.version.recheck ? u"recheck"_s
            : isDisputed(in.version)         ? u"disputed"_s
                                             : u"verdict"_s;
    } else if (in.module) {
        truth.subclass = u"Non"_s;
        truth.z = in.module->z;
        truth.zFlag = u"g&Q PIPELINE"_s;
        truth.decidedBy = u"module"_s;
    } else {
        truth.subclass = published(in.version.answer.subclass);
        truth.z = in.version.answer.z;
        truth.zFlag = in.version.answer.zMethod.isEmpty() ? u"PIPELINE"_s : in.version.answer.zMethod;
        truth.decidedBy = u"pipeline"_s;
    }
}

std::optional<SeasonParameters> stellarRow(const SeasonTruth& truth, const Judged& in,
                                           const QVariantMap& values)
{
    const QRegularExpression afgk(values.value(u"afgk_subclasses"_s).toString());
    const double moon = in.plate.plan.weather.moonPhaseDays;
    const bool dark = moon < values.value(u"bright_moon_from_day"_s).toDouble()
        || moon > values.value(u"bright_moon_until_day"_s).toDouble();
    const double limit = values.value(dark ? u"afgk_snrg_dark"_s : u"afgk_snrg_bright"_s).toDouble();
    if (!truth.reason.isEmpty() || truth.spectralClass != "STAR"_L1 || !afgk.match(truth.subclass).hasMatch()
        || in.spectrum.snr[1] < limit)
        return {};
    return in.version.flattenedParameters ? in.version.flattenedParameters : in.version.parameters;
}
}

SeasonTruth truthOf(const SeasonPlate& plate, const SeasonSpectrum& spectrum, const QString& queueReason,
                    const ReleaseRules& rules, bool formal)
{
    const auto& version = spectrum.versions.back();
    Judged in {plate, spectrum, version};
    in.eye = version.recheck ? &*version.recheck : standingVerdict(version);
    if (version.module && version.module->confidence >= rules.values.value(u"module_confidence"_s).toDouble())
        in.module = &*version.module;
    in.spectralClass = in.eye ? in.eye->spectralClass
        : in.module           ? in.module->spectralClass
                              : version.answer.spectralClass;
    SeasonTruth truth;
    truth.obsid = spectrum.fiber.obsid;
    truth.version = version.version;
    truth.reason = reasonOf(in, queueReason, rules.values, formal);
    decide(truth, in);
    truth.stellar = stellarRow(truth, in, rules.values);
    return truth;
}
