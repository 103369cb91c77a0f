#pragma once

#include "db/sql/schemanames.h"
#include "db/sql/sqlquery.h"

#include <QVariantMap>

/// runText() with values by name, without the colon: those that the text names are bound, the others left.
Result<QSqlQuery> runNamed(const QSqlDatabase& db, const SchemaNames& names, const QString& text,
                           const QVariantMap& values);
