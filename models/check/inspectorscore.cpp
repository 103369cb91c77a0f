#include "models/check/inspectorscore.h"

#include <algorithm>

double InspectorScore::wrongShare() const
{
    const int decided = judged - unsure;
    return decided > 0 ? static_cast<double>(wrongClass + wrongRedshift) / decided : 0;
}

void addToScore(InspectorScore& score, const Verdict& verdict, const GoldStandard& truth,
                const ConflictRules& rules)
{
    Verdict known;
    known.spectralClass = truth.spectralClass;
    known.subclass = truth.subclass;
    known.z = truth.z;
    const auto conflicts = conflictsBetween(verdict, known, rules);
    const auto has = [&](Conflict conflict) {
        return std::ranges::find(conflicts, conflict) != conflicts.end();
    };
    ++score.judged;
    if (verdict.grade && *verdict.grade <= Grade::Possible)
        ++score.unsure;
    else if (has(Conflict::Class) || has(Conflict::Subclass))
        ++score.wrongClass;
    else if (has(Conflict::Redshift) || (truth.z && has(Conflict::RedshiftMissing)))
        ++score.wrongRedshift;
}
