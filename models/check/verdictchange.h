#pragma once

#include "models/check/verdict.h"

/// One line of the audit: who changed what from what to what. Follows from humanverify, where nothing is
/// overwritten.
struct VerdictChange
{
    Verdict
        verdict {}; ///< The row itself: who, when, and the new answer; with `withdraws` the one taken back
    std::optional<Verdict> from {}; ///< What stood of the same person before; absent for a first verdict
    std::optional<Verdict> to {}; ///< What stands after it; absent when all was taken back
};

using VerdictChanges = std::vector<VerdictChange>;

/// The changes one person made on one spectrum, from all his rows on it by ascending id.
VerdictChanges changesOf(const Verdicts& rows);
