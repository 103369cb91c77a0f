#pragma once

#include <QtGlobal>

/// While one lives, the first SIGTERM or SIGINT ends the program no more but asks the work to stop at its
/// next safe point; the second ends the program at once. What the parent told to ignore stays ignored. A
/// command that calls another may hold one, too. Made and destroyed in the main thread.
class StopSignal
{
public:
    StopSignal();
    ~StopSignal();
    Q_DISABLE_COPY_MOVE(StopSignal)

    /// True from the signal on, in every thread.
    static bool isGiven();
};
