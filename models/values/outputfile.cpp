#include "models/values/outputfile.h"

#include <QCoreApplication>
#include <QFileInfo>
#include <QSaveFile>

#include <cerrno>

OutputFile::OutputFile(const QString& path)
{
    const QFileInfo there(path);
    if (there.exists() && !there.isFile() && !there.isDir())
        m_file = std::make_unique<QFile>(path);
    else
        m_file = std::make_unique<QSaveFile>(path);
}

Result<void> OutputFile::open()
{
    if (m_file->open(QIODevice::WriteOnly))
        return {};
    return failure();
}

Result<void> OutputFile::write(const QByteArray& bytes)
{
    if (m_file->write(bytes) == bytes.size())
        return {};
    return failure();
}

Result<void> OutputFile::commit()
{
    auto* replacing = qobject_cast<QSaveFile*>(m_file.get());
    if (replacing ? replacing->commit() : m_file->flush())
        return {};
    return failure();
}

Result<void> OutputFile::write(const QString& path, const QByteArray& bytes)
{
    OutputFile file(path);
    if (auto opened = file.open(); !opened)
        return opened;
    if (auto written = file.write(bytes); !written)
        return written;
    return file.commit();
}

Error OutputFile::failure() const
{
    const bool full = errno == ENOSPC || errno == EDQUOT || m_file->error() == QFileDevice::ResourceError;
    const auto sentence = full
        ? QCoreApplication::translate("OutputFile", "%1 could not be written: the disk is full.")
              .arg(m_file->fileName())
        : QCoreApplication::translate("OutputFile", "%1 cannot be written: %2.")
              .arg(m_file->fileName(), m_file->errorString());
    return {full ? ErrorKind::NoSpace : ErrorKind::CannotWrite, sentence, m_file->errorString()};
}
