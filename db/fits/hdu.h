#pragma once

#include "models/spectrum/fitsheader.h"
#include "models/values/result.h"

#include <QByteArray>

#include <vector>

/// A column of a FITS table.
struct TableColumn
{
    int number = 0; ///< From 1, as cfitsio counts.
    QString name; ///< TTYPEn in upper case.
    char type = 0; ///< Letter of TFORMn: E, D, J, I, K, A …; P and Q are arrays in the heap.
    qint64 repeat = 1; ///< Values in one row.
    qint64 offset = -1; ///< Bytes from a row's begin in a binary table; -1 behind a column of unknown width.

    bool isNumber() const;
    bool isText() const { return type == 'A'; }
};

/// A header and data unit as it lies in memory; its data are certain to be there.
struct Hdu
{
    enum class Kind { Image, AsciiTable, BinaryTable };

    Kind kind = Kind::Image;
    FitsHeader header;
    QString name; ///< EXTNAME in upper case, empty without one.
    int bitpix = 8;
    std::vector<qint64> axes; ///< NAXIS1, NAXIS2, …
    qint64 dataAt = 0; ///< Bytes from the file's begin.
    qint64 dataBytes = 0; ///< Without padding.

    /// Where the next HDU begins.
    qint64 endAt() const;
    bool isTable() const { return kind != Kind::Image; }
    qint64 rows() const { return isTable() ? axes[1] : 0; }
    /// Length of axis 1 (pixels of a spectrum) of an image, 0 where it has no data.
    qint64 pixels() const { return kind == Kind::Image && dataBytes > 0 ? axes[0] : 0; }
    /// Length of axis 2 of an image, 1 where it has only one axis, 0 without data.
    qint64 imageRows() const;
    /// All columns of a table; empty for an image, also a tile-compressed one. Each fits into the table's
    /// rows.
    std::vector<TableColumn> columns() const;
};

/// Walks over the headers of a FITS file in memory without touching data, and refuses what would let a reader
/// run or allocate beyond the bytes that are there: impossible axes, missing END, data cut off,
/// random groups (FITS Standard 4.0, sections 3, 4 and 6). `file` is named in errors.
Result<std::vector<Hdu>> hdusIn(QByteArrayView bytes, const QString& file);
