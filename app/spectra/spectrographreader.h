#pragma once

#include "models/check/queueentry.h"
#include "models/problems/hint.h"
#include "plotting/fibers/fibermap.h"

#include <QDate>

/// The spectra of a spectrograph of a plate, and what they say of the reduction.
struct SpectrographReading
{
    std::vector<SpectrumPtr> byFiber; ///< From fibre 1 on; nullptr where there is none
    FiberMapsPtr maps;
    Hints hints;
    int failed = 0; ///< Files that could not be read
    QStringList
        exposures; ///< Names of the single exposures of the fibre with most, where they were asked for
};

/// Reads the files of a spectrograph, measures them and makes its maps; single exposure `exposure`, from 1
/// on, stands in place of each coadd. Some 0.2 s for 250 files: not on the GUI thread.
SpectrographReading readSpectrograph(const QueueEntries& entries, const QDate& night, int exposure = 0);
