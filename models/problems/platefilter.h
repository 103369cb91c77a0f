#pragma once

#include "models/check/task.h"
#include "models/problems/observedplate.h"

/// The plates that nights, plans and version of a task's filter name, with the spectrographs it names.
ObservedPlates narrowedTo(const TaskFilter& filter, const ObservedPlates& plates);
