#pragma once

#include "models/check/queueentry.h"
#include "models/spectrum/spectrum.h"
#include "models/values/result.h"

#include <QStringList>

/// Which spectra need an eye, S1 §2(2) and the survey's list of special stars; kept in
/// resources/rules/queue.json.
struct QueueRules
{
    QString version; ///< Stored with the queue, so a later change can be told.
    QStringList specialSubclasses; ///< Wildcards matched against the whole SUBCLASS, e.g. "sdM*".
    QStringList
        extragalacticTargets; ///< Wildcards matched against object type and target source, e.g. "QSO*".
    QStringList notObjects; ///< Fibre types that carry no object: "Sky", "Dead" …
    double sampleShare = 0; ///< Share of the remaining stars that an inspector sees all the same, 0 … 1.

    /// Reads the JSON of a rules file; BadFile with a sentence when it is not one.
    static Result<QueueRules> fromJson(const QByteArray& json);
};

/// Where a spectrum goes and why.
struct QueueDecision
{
    WorkPage page = WorkPage::Browse;
    QueueReason reason = QueueReason::None;
    int priority = 0; ///< Smaller comes first.
    bool isObject = true; ///< False for sky, dead and unused fibres: on the pages, in nobody's list of work.

    bool operator==(const QueueDecision&) const = default;
};

/// The same spectrum gets the same decision everywhere: the sample is drawn by a hash of the obsid.
QueueDecision decide(const Spectrum& spectrum, const QueueRules& rules);

/// The row of the queue a spectrum makes, without a verdict.
QueueEntry queueEntryOf(const Spectrum& spectrum, const QueueDecision& decision);
