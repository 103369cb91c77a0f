#include "app/commands/secret.h"

#include <QCoreApplication>
#include <QFile>

using namespace Qt::Literals::StringLiterals;

namespace {
struct Text
{
    Q_DECLARE_TR_FUNCTIONS(Secret)
};

constexpr qint64 longest = 64 * 1024; // tokens of some services have several thousand letters
}

Result<QByteArray> readSecret(QIODevice& device, const QString& name)
{
    auto secret = device.readLine(longest);
    const bool isLine = secret.size() < longest - 1 || secret.endsWith('\n');
    if (secret.endsWith('\n'))
        secret.chop(1);
    if (secret.endsWith('\r')) // of an editor on Windows
        secret.chop(1);
    if (isLine && !secret.isEmpty())
        return secret;
    return Error {ErrorKind::BadInput,
                  Text::tr("There is no password or token in the first line of %1.").arg(name),
                  {}};
}

Result<QByteArray> secretIn(const QString& path)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return Error {ErrorKind::NotFound, Text::tr("%1 cannot be read.").arg(path), file.errorString()};
    return readSecret(file, path);
}

Result<QByteArray> secretFromInput()
{
    QFile input;
    if (!input.open(stdin, QIODevice::ReadOnly))
        return Error {ErrorKind::BadInput, Text::tr("The standard input cannot be read."),
                      input.errorString()};
    return readSecret(input, Text::tr("the standard input"));
}
