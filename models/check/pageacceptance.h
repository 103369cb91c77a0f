#pragma once

#include "models/check/queueentry.h"

/// The verdicts by which a person accepts what was really on his screen: each says what the pipeline says,
/// without a grade, and names "page" as where its redshift comes from. Entries that have a verdict are left
/// out, so a page may be accepted again. `secondsSpent` is the time for the whole page, shared out evenly.
Verdicts acceptedAsSeen(const QueueEntries& seen, const QString& inspector, const QDateTime& moment,
                        double secondsSpent);
