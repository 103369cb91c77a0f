#pragma once

#include "models/check/queueentry.h"
#include "models/values/result.h"

/// When two verdicts on one spectrum are a conflict: resources/rules/conflicts.json. Each limit can be
/// switched off by null there.
struct ConflictRules
{
    QString version {}; ///< Stored with each result.
    bool classDiffers = true;
    bool subclassDiffers = false;
    std::optional<double> redshift {}; ///< |z1 − z2| / (1 + min(z1, z2)) at or above this; DESI: 0.0033
    std::optional<double> redshiftQso {}; ///< The same where both say QSO; Marz: 0.0015
    std::optional<double> starVelocityKmS {}; ///< |z1 − z2| c where both say STAR
    std::optional<int> grade {}; ///< Grades that differ by this or more; DESI: 2
    bool usableDiffers = true; ///< One above grade 2 and one not: Marz
    bool redshiftMissing = true; ///< One has a redshift and the other has none

    static Result<ConflictRules> fromJson(const QByteArray& json);
    /// Those that come with SpecDesk.
    static Result<ConflictRules> builtIn();
};

enum class Conflict { Class, Subclass, Redshift, Grade, Usable, RedshiftMissing };

/// How two verdicts disagree; empty when they do not.
std::vector<Conflict> conflictsBetween(const Verdict& one, const Verdict& other, const ConflictRules& rules);
/// The conflicts of any pair, each once.
std::vector<Conflict> conflictsAmong(const Verdicts& verdicts, const ConflictRules& rules);

/// A spectrum several people looked at, for adjudication.
struct SecondLook
{
    QueueEntry entry {};
    Verdicts verdicts {}; ///< Each inspector's that stands, by the time given
    std::vector<Conflict> conflicts {}; ///< Never empty in a list of what is to be settled
};

using SecondLooks = std::vector<SecondLook>;

/// The word that settles a spectrum, kept apart from the inspectors' verdicts, which all stay: humanrecheck,
/// S1-41.
struct Recheck
{
    qint64 id = 0;
    QUuid submission {}; ///< Storing it again changes nothing.
    qint64 obsid = 0;
    QString pipelineVersion {};
    SpectralClass spectralClass = SpectralClass::Unknown;
    QString subclass {};
    std::optional<double> z {};
    std::optional<double> zError {};
    std::optional<Grade> grade {};
    QString comment {};
    QString rechecker {};
    QDateTime decidedAt {}; ///< UTC
    QString toolVersion {};
    std::optional<qint64> chosenVerdict {}; ///< The verdict taken over as it stood; absent when decided anew

    bool operator==(const Recheck&) const = default;
};

using Rechecks = std::vector<Recheck>;

/// The recheck that takes over a verdict as it is.
Recheck recheckFrom(const Verdict& chosen);
