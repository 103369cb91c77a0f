#pragma once

#include <QStringList>
#include <QVariant>

#include <vector>

class QTextStream;

/// A column of a command's answer: its name in JSON and its heading for people.
struct RowColumn
{
    QString key;
    QString heading;
};

/// Writes rows as a table with aligned columns, or with `json` one object a line. Invalid values are empty
/// and null.
void writeRows(QTextStream& out, const std::vector<RowColumn>& columns, const std::vector<QVariantList>& rows,
               bool json);
