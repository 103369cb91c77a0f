#pragma once

#include "db/archive/sha256.h"

#include <QFile>
#include <QIODevice>

/// Writes what it gets as one gzip member without compressing it, or as it is, into a file, and keeps count
/// and digest of what the file gets. Spectra inside an archive are compressed already; doing it again would
/// save 1.5 % and take longer than all the rest.
class StoredGzip : public QIODevice
{
    Q_OBJECT
public:
    enum class Frame { Gzip, None };

    StoredGzip(const QString& path, Frame frame);

    bool open(OpenMode mode) override;
    /// Writes gzip's end and closes the file; false when something could not be written.
    bool finish();
    const FileSum& sum() const { return m_sum; }

protected:
    qint64 readData(char*, qint64) override { return -1; }
    qint64 writeData(const char* bytes, qint64 size) override;

private:
    bool put(QByteArrayView bytes);
    bool putBlock(bool last);

    QFile m_file;
    Frame m_frame;
    Sha256 m_digest;
    FileSum m_sum;
    QByteArray m_block;
    quint32 m_crc = 0;
    quint32 m_contents = 0; ///< Size of the contents modulo 2^32, as gzip wants it.
};
