#include "models/values/wholefile.h"

#include "models/values/outputfile.h"

#include <QCoreApplication>
#include <QFile>

namespace {
struct Text
{
    Q_DECLARE_TR_FUNCTIONS(WholeFile)
};
}

Result<QByteArray> readWholeFile(const QString& path)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return Error {ErrorKind::NotFound, Text::tr("%1 cannot be opened.").arg(path), file.errorString()};
    auto bytes = file.readAll();
    if (file.error() != QFileDevice::NoError)
        return Error {ErrorKind::BadFile, Text::tr("%1 cannot be read to its end.").arg(path),
                      file.errorString()};
    return bytes;
}

Result<void> writeWholeFile(const QString& path, QByteArrayView bytes)
{
    return OutputFile::write(path, bytes, OutputFile::Sort::OfTree);
}
