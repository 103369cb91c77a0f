#pragma once

#include <QString>
#include <QVariantMap>

#include <optional>
#include <vector>

/// One rule and whether it keeps a spectrum back.
struct ExplainedRule
{
    QString reason;
    bool applies = false;
};

/// What a release would do with one version of a spectrum, and why.
struct ExplainedVersion
{
    QString version;
    bool isNewest = false; ///< Older ones never go out.
    std::vector<ExplainedRule> rules {}; ///< All of them, in order; the first that applies decides.
    QVariantMap evidence {}; ///< What was looked at, by name; unknown values are absent.
    QString reason {}; ///< Empty: it would be released

    QString text(const QString& name) const { return evidence.value(name).toString(); }
};

/// What a release that was built has of the spectrum.
struct ExplainedRow
{
    bool isReleased = false;
    QString reason;
    QString version;
};

struct Explanation
{
    std::vector<ExplainedVersion>
        versions; ///< Newest first; empty where the survey's queue does not have it.
    std::optional<ExplainedRow> built; ///< Absent where no release was built or it lacks the spectrum.
};

/// The explanation in words, one line for each rule, as a person reads it.
QString explanationText(const Explanation& explanation);
