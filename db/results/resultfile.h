#pragma once

#include "models/values/result.h"

#include <QStringList>

#include <memory>
#include <optional>

/// A table of results by name of column, from FITS or CSV. Columns are named whatever their case; what
/// surveys write for "not known" is absent.
class ResultFile
{
public:
    virtual ~ResultFile() = default;
    virtual qint64 rows() const = 0;
    virtual bool has(const QString& column) const = 0;
    virtual std::optional<double> number(qint64 row, const QString& column) = 0;
    virtual std::optional<qint64> integer(qint64 row, const QString& column) = 0;
    virtual QString text(qint64 row, const QString& column) = 0;

    /// The first table of a FITS file (gzip or not), or a CSV text: told by the first bytes.
    static Result<std::unique_ptr<ResultFile>> open(const QString& path);
};
