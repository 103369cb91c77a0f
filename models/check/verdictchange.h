#pragma once

#include "models/check/verdict.h"

/// One line of the audit: who changed what, when, from what to what. Follows from humanverify, where nothing
/// is overwritten.
struct VerdictChange
{
    Verdict
        verdict {}; ///< The row itself: who, when, and the new answer; with `withdraws` the one taken back
    std::optional<Verdict> from {}; ///< What stood of the same person before; absent for a first verdict
    std::optional<Verdict> to {}; ///< What stands after it; absent when all was taken back

    /// The word for it in tables: "given" first, "corrected", "taken-back", or "late" where it was decided
    /// before what stands and does not replace it.
    QString kind() const;
};

using VerdictChanges = std::vector<VerdictChange>;
