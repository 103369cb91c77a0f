#pragma once

#include "models/values/result.h"

#include <QStringList>

#include <vector>

/// One line of a tab-separated list.
struct VersionedRow
{
    int number = 0; ///< Line number in the text, from 1
    QStringList fields; ///< Trimmed
};

struct VersionedTable
{
    QString version;
    std::vector<VersionedRow> rows;
};

/// Splits a tab-separated text whose first line is "# version: …" and whose other # lines are comments.
/// Fails when the version is missing or a line does not have `fieldCount` fields.
Result<VersionedTable> readVersionedTable(QStringView text, int fieldCount);

/// The failure that names a line of a list.
Error errorInLine(int number, const QString& what);
