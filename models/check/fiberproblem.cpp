#include "models/check/fiberproblem.h"

#include <QCoreApplication>

using namespace Qt::Literals::StringLiterals;

namespace {
struct Text
{
    Q_DECLARE_TR_FUNCTIONS(FiberProblem)
};
}

QString originName(ProblemOrigin origin)
{
    return origin == ProblemOrigin::Raw ? u"raw"_s : u"2d"_s;
}

ProblemOrigin problemOriginFrom(QStringView name)
{
    return name == "raw"_L1 ? ProblemOrigin::Raw : ProblemOrigin::Reduction;
}

QStringList problemKinds()
{
    return {u"stray-light"_s, u"negative-flux"_s, u"sky"_s,        u"flux-calibration"_s, u"wavelength"_s,
            u"arm-join"_s,    u"missing-arm"_s,   u"saturation"_s, u"crosstalk"_s,        u"other"_s};
}

QString stateName(ProblemState state)
{
    switch (state) {
    case ProblemState::Open:
        return u"open"_s;
    case ProblemState::Confirmed:
        return u"confirmed"_s;
    case ProblemState::Rejected:
        return u"refuted"_s;
    case ProblemState::Reprocessed:
        return u"fixed"_s;
    }
    return {};
}

std::optional<ProblemState> problemStateFrom(QStringView name)
{
    for (const auto state :
         {ProblemState::Open, ProblemState::Confirmed, ProblemState::Rejected, ProblemState::Reprocessed})
        if (stateName(state) == name)
            return state;
    return {};
}

bool FiberProblem::holdsBack() const
{
    return state != ProblemState::Rejected; // also when mended: that is said of another version's spectra
}

QString complaintAbout(const FiberProblem& problem)
{
    if (problem.planId.isEmpty() || problem.spectrographId < 1)
        return Text::tr("A problem needs a plate and a spectrograph.");
    if (!QDate::fromString(problem.obsDate, Qt::ISODate).isValid())
        return Text::tr("A problem needs the night of observation, such as 2018-11-23.");
    if (problem.origin == ProblemOrigin::Reduction && problem.pipelineVersion.isEmpty())
        return Text::tr("A problem of the 2D reduction needs the pipeline version that was looked at.");
    if (problem.firstFiber < 1 || problem.lastFiber < problem.firstFiber)
        return Text::tr("The range of fibres must go from a smaller to a larger number, from 1 on.");
    if (!problemKinds().contains(problem.kind))
        return Text::tr("“%1” is no kind of problem.").arg(problem.kind);
    if (!problem.arm.isEmpty() && problem.arm != "blue"_L1 && problem.arm != "red"_L1)
        return Text::tr("An arm is blue or red.");
    if (problem.fromAngstrom && problem.toAngstrom && *problem.fromAngstrom >= *problem.toAngstrom)
        return Text::tr("The range of wavelengths must go from a smaller to a larger one.");
    if (problem.kind == "other"_L1 && problem.description.trimmed().isEmpty())
        return Text::tr("Please describe the problem.");
    return {};
}
