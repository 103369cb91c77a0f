#pragma once

#include "models/check/verdict.h"

#include <QSqlQuery>

inline constexpr int verdictColumns = 22; ///< Of a verdict in a row

/// The verdict in a row's columns from `first` on, in the order of select_verdicts.sql; absent where v.id is
/// NULL.
std::optional<Verdict> verdictFrom(const QSqlQuery& row, int first);
