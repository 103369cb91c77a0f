#pragma once

#include "db/release/releasebuild.h"

#include <QStringList>

/// Reads the A and M stars of a chunk of the general catalogue, measures their lines and bands and writes
/// them into next_astellar and next_mstellar, within the transaction in hand. Stars whose files cannot be
/// read get no row; they are returned.
Result<std::vector<UnreadableStar>> measureStars(QSqlDatabase& db, const SchemaNames& names,
                                                 const ReleaseTask& task, const ReleaseChunk& chunk);
