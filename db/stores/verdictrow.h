#pragma once

#include "models/check/verdict.h"

#include <QSqlQuery>

/// The verdict in a row's columns from `first` on, in the order of select_verdicts.sql; absent where v.id is
/// NULL.
std::optional<Verdict> verdictFrom(const QSqlQuery& row, int first);
