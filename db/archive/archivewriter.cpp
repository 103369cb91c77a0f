#include "db/archive/archivewriter.h"

#include "db/archive/storedgzip.h"
#include "models/values/freespace.h"

#include <QCoreApplication>

#include <KTar>
#include <KZip>
#include <cerrno>
#include <cstdio>
#include <cstring>

using namespace Qt::Literals::StringLiterals;

namespace {
struct Text
{
    Q_DECLARE_TR_FUNCTIONS(ArchiveWriter)
};

constexpr mode_t rights = 0100644;
constexpr quint64 nearlyNothing = 1 << 20;
}

QString archiveSuffix(ArchiveKind kind)
{
    return kind == ArchiveKind::Zip ? u"zip"_s : kind == ArchiveKind::Tar ? u"tar"_s : u"tar.gz"_s;
}

ArchiveWriter::ArchiveWriter(QString path, ArchiveKind kind, const QDateTime& entryTime)
    : m_path(std::move(path))
    , m_kind(kind)
    , m_entryTime(entryTime)
{
}

ArchiveWriter::~ArchiveWriter()
{
    if (m_finished || !m_archive)
        return;
    m_archive->close();
    m_archive.reset();
    QFile::remove(m_path + u".part"_s);
}

Error ArchiveWriter::failure()
{
    const auto cause = m_archive ? m_archive->errorString() : QString();
    const bool full =
        errno == ENOSPC || errno == EDQUOT || freeSpaceOf(QFileInfo(m_path).path()) < nearlyNothing;
    if (full)
        return {ErrorKind::NoSpace, Text::tr("The disk is full: %1 could not be written.").arg(m_path),
                cause};
    return {ErrorKind::CannotWrite, Text::tr("%1 could not be written.").arg(m_path), cause};
}

Result<void> ArchiveWriter::open()
{
    const auto unfinished = m_path + u".part"_s;
    if (m_kind == ArchiveKind::Zip) {
        // A zip's directory is corrected after each file, so it goes to a file and not through a stream.
        QFile::remove(unfinished);
        auto zip = std::make_unique<KZip>(unfinished);
        zip->setCompression(KZip::NoCompression);
        m_archive = std::move(zip);
    } else {
        m_stream = std::make_unique<StoredGzip>(
            unfinished, m_kind == ArchiveKind::Tar ? StoredGzip::Frame::None : StoredGzip::Frame::Gzip);
        if (!m_stream->open(QIODevice::WriteOnly))
            return failure();
        m_archive = std::make_unique<KTar>(m_stream.get());
    }
    if (!m_archive->open(QIODevice::WriteOnly))
        return failure();
    return {};
}

Result<qint64> ArchiveWriter::add(const QString& name, QByteArrayView bytes)
{
    constexpr qint64 block = 512; // to which a tar fills files up
    if (!m_archive->writeFile(name, bytes, rights, u"lamost"_s, u"lamost"_s, m_entryTime, m_entryTime,
                              m_entryTime))
        return failure();
    return m_kind == ArchiveKind::Tar ? m_stream->sum().size - (bytes.size() + block - 1) / block * block : 0;
}

Result<FileSum> ArchiveWriter::finish()
{
    const auto unfinished = m_path + u".part"_s;
    const bool closed = m_archive->close();
    const bool whole = closed && (!m_stream || m_stream->finish());
    if (!whole)
        return failure();
    auto sum = m_stream ? Result<FileSum>(m_stream->sum()) : fileSum(unfinished);
    if (!sum)
        return sum;
    if (std::rename(QFile::encodeName(unfinished).constData(), QFile::encodeName(m_path).constData()) != 0)
        return failure();
    m_finished = true;
    return sum;
}
