#include "models/check/verdictchange.h"

VerdictChanges changesOf(const Verdicts& rows)
{
    VerdictChanges changes;
    Verdicts standing; // the newest last; a withdrawal takes the last one off
    for (const auto& row : rows) {
        VerdictChange change {.verdict = row, .from = {}, .to = {}};
        if (!standing.empty())
            change.from = standing.back();
        if (row.withdraws && !standing.empty())
            standing.pop_back();
        else if (!row.withdraws)
            standing.push_back(row);
        if (!standing.empty())
            change.to = standing.back();
        changes.push_back(change);
    }
    return changes;
}
