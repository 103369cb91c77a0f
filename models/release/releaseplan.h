#pragma once

#include <QDateTime>
#include <QMetaType>
#include <QString>

#include <array>
#include <optional>
#include <vector>

/// A word of a release (a reason or a class) and how many spectra have it.
struct ReleaseCount
{
    QString word;
    qint64 spectra = 0;

    bool operator==(const ReleaseCount&) const = default;
};

using ReleaseCounts = std::vector<ReleaseCount>;

/// A plate of a release that is not built yet.
struct PlannedPlate
{
    QString obsDate; ///< Evening, "yyyy-MM-dd"
    QString planId;
    qint64 spectra = 0;
    qint64 released = 0;
    ReleaseCounts excluded {}; ///< By reason, most first

    bool operator==(const PlannedPlate&) const = default;
};

/// How a spectrum differs from what an earlier release said of it; the first that applies.
enum class ReleaseChange {
    New, ///< It goes out and did not.
    Class,
    Subclass,
    Redshift,
    Version, ///< Says the same, from another pipeline version
    Gone ///< It went out and does not any more.
};
inline constexpr std::size_t releaseChanges = 6;

/// One spectrum that differs.
struct ChangedSpectrum
{
    ReleaseChange change = ReleaseChange::New;
    qint64 obsid = 0;
    QString pipelineVersion; ///< The one that goes out; of one that is gone the one that did
    QString obsDate;
    QString planId;
    std::optional<int> spectrographId;
    std::optional<int> fiberId;
    QString classBefore; ///< Empty for a new one
    QString subclassBefore;
    std::optional<double> zBefore;
    QString versionBefore;
    QString classNow; ///< Empty for one that is gone
    QString subclassNow;
    std::optional<double> zNow;
    QString reason; ///< Why it is gone; empty: the release does not know it any more.

    bool operator==(const ChangedSpectrum&) const = default;
};

using ChangedSpectra = std::vector<ChangedSpectrum>;

/// What a release built now would hold, and how it would differ from an earlier one.
struct ReleasePlan
{
    QString release; ///< "dr6_alpha"
    QString previous; ///< The release it is compared with; empty: none
    qint64 spectra = 0;
    qint64 released = 0;
    ReleaseCounts classes; ///< Of what goes out, most first
    ReleaseCounts excluded; ///< By reason, most first
    std::vector<PlannedPlate> plates; ///< By night and plan
    std::array<qint64, releaseChanges> changes {}; ///< By ReleaseChange
    ReleaseCounts gone; ///< Why spectra went, most first; an empty word: not known any more
    ChangedSpectra examples; ///< At most some hundred of each change, by change and obsid
    QDateTime finishedAt; ///< UTC
    double seconds = 0;

    qint64 changed(ReleaseChange change) const { return changes[static_cast<std::size_t>(change)]; }
};

Q_DECLARE_METATYPE(ReleasePlan)
