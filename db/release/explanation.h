#pragma once

#include "db/release/releaseevidence.h"
#include "models/release/explanation.h"

/// Tells what a release built now would do with a spectrum, and what the built one has. Changes nothing that
/// lasts. NotFound when no such spectrum is known.
Result<Explanation> explain(QSqlDatabase& db, const SchemaNames& names, const ReleaseTask& task,
                            qint64 obsid);
