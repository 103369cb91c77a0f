#pragma once

#include "models/check/secondlook.h"

/// A spectrum whose truth is known, mixed into queues to see how people do.
struct GoldStandard
{
    qint64 obsid = 0;
    QString pipelineVersion {};
    SpectralClass spectralClass = SpectralClass::Unknown;
    QString subclass {};
    std::optional<double> z {};
    QString source {}; ///< Where the truth is from, e.g. "simulation" or "recheck of 2026-10"

    bool operator==(const GoldStandard&) const = default;
};

using GoldStandards = std::vector<GoldStandard>;

/// How an inspector did on known spectra.
struct InspectorScore
{
    QString inspector {};
    int judged = 0;
    int wrongClass = 0;
    int wrongRedshift = 0; ///< Right class, wrong redshift
    int unsure = 0; ///< Grade 2 or less: neither right nor wrong

    int right() const { return judged - wrongClass - wrongRedshift - unsure; }
    /// Serious disagreements over those decided, 0 … 1; DESI's line is 0.05 of a batch of 50.
    double wrongShare() const;

    bool operator==(const InspectorScore&) const = default;
};

using InspectorScores = std::vector<InspectorScore>;

/// Adds a verdict on a known spectrum to a score, measured by the rules of conflicts.
void addToScore(InspectorScore& score, const Verdict& verdict, const GoldStandard& truth,
                const ConflictRules& rules);
