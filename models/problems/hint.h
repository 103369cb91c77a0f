#pragma once

#include "models/problems/fibermeasure.h"
#include "models/problems/hintlimits.h"

/// A range of fibres that looks wrong to the machine: where the eye should go first.
struct Hint
{
    QString kind {}; ///< One of problemKinds()
    int firstFiber = 0;
    int lastFiber = 0; ///< ≥ firstFiber
    QString arm {}; ///< "blue", "red", or empty for both
    double severity = 0; ///< By how much the limit is passed, over all fibres: larger is worse.
    QString reason {}; ///< A few words with the number, in the person's language
};

using Hints = std::vector<Hint>;

/// What looks wrong in a spectrograph, the worst first: arms that do not meet, negative flux, sky residuals,
/// sky χ² and scattered light of the header, a missing arm, a raised block of fibres, fibres in the wrong
/// place of the list. Limits are those of the night. `fibers` in any order.
Hints hintsFor(std::vector<FiberMeasure> fibers, const HintLimits& limits, const QDate& night);

/// How often the pipeline failed on a fibre, over many plates.
struct FiberRecord
{
    int fiberId = 0;
    qint64 observations = 0;
    qint64 failures = 0; ///< Class Unknown
};

/// Fibres that fail more often than their spectrograph, by the binomial chance of so many failures.
Hints failureHints(const std::vector<FiberRecord>& records, const HintLimits& limits, const QDate& night);

/// The chance of `failures` or more among `trials` when each fails with `probability`.
double binomialTail(qint64 trials, qint64 failures, double probability);

/// By how many fibres magnitudes and fluxes are shifted against each other (desispec issue 1555), with the
/// gain in correlation over no shift; 0 where no shift is better.
struct IndexShift
{
    int fibers = 0;
    double gain = 0;
};
IndexShift indexShift(const std::vector<FiberMeasure>& fibers);
