#include "models/values/wholefile.h"

#include <QCoreApplication>
#include <QFile>

#include <cerrno>
#include <cstdio>
#include <cstring>

using namespace Qt::Literals::StringLiterals;

namespace {
struct Text
{
    Q_DECLARE_TR_FUNCTIONS(WholeFile)
};

bool isFull(const QFile& file)
{
    return file.error() == QFileDevice::ResourceError || errno == ENOSPC || errno == EDQUOT;
}
}

Result<QByteArray> readWholeFile(const QString& path)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return Error {ErrorKind::NotFound, Text::tr("%1 cannot be opened.").arg(path), file.errorString()};
    return file.readAll();
}

Result<void> writeWholeFile(const QString& path, const QByteArray& bytes)
{
    const QString unfinished = path + u".part"_s;
    const auto failure = [&](const QString& cause, bool full) {
        QFile::remove(unfinished);
        return full ? Error {ErrorKind::NoSpace,
                             Text::tr("The disk is full: %1 could not be written.").arg(path), cause}
                    : Error {ErrorKind::Unavailable, Text::tr("%1 could not be written.").arg(path), cause};
    };
    QFile file(unfinished);
    if (!file.open(QIODevice::WriteOnly | QIODevice::Unbuffered))
        return failure(file.errorString(), errno == ENOSPC || errno == EDQUOT);
    if (file.write(bytes) != bytes.size())
        return failure(file.errorString(), isFull(file));
    file.close();
    if (file.error() != QFileDevice::NoError)
        return failure(file.errorString(), isFull(file));
    if (std::rename(QFile::encodeName(unfinished).constData(), QFile::encodeName(path).constData()) != 0)
        return failure(QString::fromLocal8Bit(std::strerror(errno)), errno == ENOSPC || errno == EDQUOT);
    return {};
}
