#pragma once

#include "db/sql/sqlwhere.h"
#include "models/spectrum/spectralclass.h"

#include <vector>

/// Restricts to spectra whose pipeline's class is one of these, no restriction for none; a class that no file
/// gave counts as unknown.
void addClasses(SqlWhere& where, const QString& column, const std::vector<SpectralClass>& classes);
