#pragma once

#include "app/commands/command.h"
#include "app/spectra/ingestion.h"

/// How a command ends that took `accepted` files and refused others: as an Error of the refusals' own kind
/// where nothing was taken and all were refused alike, so that the exit status tells a missing file and a
/// server out of reach from a damaged file.
Result<Outcome> outcomeOf(qsizetype accepted, const std::vector<RefusedFile>& refused);
