#pragma once

#include "models/check/verdict.h"
#include "models/spectrum/spectralclass.h"

#include <array>
#include <optional>
#include <vector>

/// Where a spectrum is looked at.
enum class WorkPage { Inspect, Browse };

/// Why a spectrum is in the inspector's queue.
enum class QueueReason { None, Extragalactic, TargetMismatch, SpecialStar, Unknown, Sample, Reprocessed };

QString reasonName(QueueReason reason); ///< "none", "extragalactic", "target-mismatch", "special-star",
                                        ///< "unknown", "sample", "reprocessed"
QueueReason queueReasonFrom(QStringView name);

/// One spectrum waiting to be looked at: what the list shows and what reading it needs.
struct QueueEntry
{
    qint64 obsid = 0;
    QString pipelineVersion;
    QString file; ///< Path or URL
    int indexInFile = 0;
    QString designation;
    QString survey;
    QString planId;
    std::optional<int> spectrographId;
    std::optional<int> fiberId;
    QString obsDate;
    SpectralClass spectralClass = SpectralClass::Unknown;
    QString subclass;
    std::optional<double> z;
    std::optional<double> zError;
    std::array<std::optional<double>, 5> snr; ///< u, g, r, i, z
    std::optional<double> raDeg;
    std::optional<double> decDeg;
    QString objectType;
    WorkPage page = WorkPage::Browse;
    QueueReason reason = QueueReason::None;
    int priority = 0; ///< Smaller comes first.
    std::optional<Verdict> verdict; ///< The newest one of this inspector, if any.

    std::optional<double> probability {}; ///< That SpecDesk's own redshift is right; absent: not searched.
    SpectralClass foundClass = SpectralClass::Unknown; ///< SpecDesk's own best class and redshift
    std::optional<double> foundZ {};
    QString machineRule {}; ///< The rule that accepted it without eyes; empty: none did.

    bool isAcceptedByMachine() const { return !verdict && !machineRule.isEmpty(); }
    bool needsAnEye() const { return page == WorkPage::Inspect && !verdict && machineRule.isEmpty(); }
};

using QueueEntries = std::vector<QueueEntry>;
