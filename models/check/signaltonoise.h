#pragma once

#include "models/check/queueentry.h"

/// The S/N a person judges a spectrum by: in r, else in g, else in i; the ends of the spectrum tell little.
std::optional<double> signalToNoise(const QueueEntry& entry);
