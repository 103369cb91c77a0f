#include "db/fits/filebytes.h"

#include "db/fits/gunzip.h"
#include "db/fits/refusal.h"

#include <QCoreApplication>
#include <QFile>
#include <QFileInfo>

namespace {
constexpr qint64 keptBetweenFiles = qint64(4) << 20;

Error cannotOpen(const QString& path, const QFile& file)
{
    auto error =
        refusal(path, QCoreApplication::translate("FileBytes", "%1 cannot be opened."), file.errorString());
    if (!QFileInfo::exists(path))
        error = refusal(path, QCoreApplication::translate("FileBytes", "There is no file %1."));
    error.kind = ErrorKind::NotFound;
    return error;
}
}

Result<QByteArrayView> FileBytes::read(const QString& path)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly | QIODevice::Unbuffered))
        return cannotOpen(path, file);
    const auto size = file.size();
    if (size > largestFile)
        return refusal(path,
                       QCoreApplication::translate("FileBytes", "%1 is too large to be a file of spectra."));
    if (size > m_capacity || m_capacity > keptBetweenFiles) {
        m_buffer.reset(new char[static_cast<std::size_t>(size) + 1]);
        m_capacity = size + 1;
    }
    qint64 filled = 0;
    while (filled < size) {
        const auto got = file.read(m_buffer.get() + filled, size - filled);
        if (got <= 0)
            return refusal(path, QCoreApplication::translate("FileBytes", "%1 cannot be read to its end."),
                           file.errorString());
        filled += got;
    }
    return QByteArrayView(m_buffer.get(), filled);
}
