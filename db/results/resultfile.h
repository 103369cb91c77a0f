#pragma once

#include "models/values/result.h"

#include <QString>

#include <memory>
#include <optional>

/// A table of results row by row, from FITS or CSV. Columns are named whatever their case; what surveys write
/// for "not known" is absent. Begins before the first row.
class ResultFile
{
public:
    virtual ~ResultFile() = default;
    /// Where a column is, for the functions below; absent where there is none.
    virtual std::optional<int> column(const QString& name) const = 0;
    /// Goes to the next row; false behind the last one. BadFile where the file is damaged.
    virtual Result<bool> next() = 0;
    virtual std::optional<double> number(int column) = 0;
    virtual std::optional<qint64> integer(int column) = 0;
    virtual QString text(int column) = 0;

    /// The first table of a FITS file (gzip or not), or a CSV text: told by the first bytes. Memory does not
    /// grow with the rows of a CSV text or of a FITS file that is not packed.
    static Result<std::unique_ptr<ResultFile>> open(const QString& path);
};
