#pragma once

#include "db/fits/hdu.h"

#include <QByteArrayView>

#include <memory>
#include <optional>

/// A FITS file in memory. Floating-point numbers without a scale, which is what surveys release, are taken
/// as they lie there; cfitsio reads everything else and is opened only for that, which takes as long as
/// reading a whole spectrum. One per read and thread; the bytes must outlive it.
class FitsFile
{
public:
    /// `name` is the path or URL for errors; `sizeOnDisk` bounds what may be allocated for the spectra
    /// inside.
    static Result<std::unique_ptr<FitsFile>> open(QByteArrayView bytes, const QString& name,
                                                  qint64 sizeOnDisk);
    ~FitsFile();
    FitsFile(const FitsFile&) = delete;
    FitsFile& operator=(const FitsFile&) = delete;

    const QString& name() const { return m_name; }
    const std::vector<Hdu>& hdus() const { return m_hdus; }
    const Hdu& primary() const { return m_hdus.front(); }
    /// Index of the HDU with this EXTNAME (upper case); nothing where there is none.
    std::optional<int> find(QStringView extname) const;
    /// True while `pixels` more pixels of spectra are in proportion to the file's size; counts them.
    bool affords(qint64 pixels);

    /// `count` values of an image from `first` (from 0), scaled by BSCALE and BZERO. `target` has room for
    /// them.
    bool readImage(int hdu, qint64 first, qint64 count, float* target);
    bool readImage(int hdu, qint64 first, qint64 count, double* target); ///< Of an image of floats too.
    bool readImage(int hdu, qint64 first, qint64 count, qint64* target);

    /// True where `count` floats of an image are certainly all 0, as most masks are; takes a fraction of
    /// reading them.
    bool isClear(int hdu, qint64 first, qint64 count) const;

    /// `count` values of a column from the first of `row` (from 0) on, running over rows.
    bool readColumn(int hdu, const TableColumn& column, qint64 row, qint64 count, float* target);
    bool readColumn(int hdu, const TableColumn& column, qint64 row, qint64 count, double* target);
    bool readColumn(int hdu, const TableColumn& column, qint64 row, qint64 count, qint64* target);
    /// A text cell, trimmed; nothing where unknown.
    std::optional<QString> readText(int hdu, const TableColumn& column, qint64 row);

    /// The refusal that belongs to a failed read; names cfitsio's status.
    Error failure() const;

private:
    FitsFile(QByteArrayView bytes, QString name);
    const char* bytes() const;
    void mendForCfitsio();
    bool open();
    bool goTo(int hdu);
    template<typename Value>
    bool takeColumn(int hdu, const TableColumn& column, qint64 row, qint64 count, Value* target) const;
    bool takeFlags(int hdu, const TableColumn& column, qint64 row, qint64 count, qint64* target) const;
    bool canTakeColumn(int hdu, const TableColumn& column, char type, qint64 row, qint64 count) const;
    bool canTakeImage(int hdu, int bitpix, qint64 first, qint64 count) const;
    bool readImage(int hdu, qint64 first, qint64 count, int type, void* target);
    bool readColumn(int hdu, const TableColumn& column, qint64 row, qint64 count, int type, void* target);
    bool readText(int hdu, const TableColumn& column, qint64 row, QByteArray& text);
    bool finished(int status);

    struct Handle;
    std::unique_ptr<Handle> m_handle;
    QString m_name;
    std::vector<Hdu> m_hdus;
    qint64 m_pixelsLeft = 0;
    int m_status = 0;
};
