#include "app/release/releasefolder.h"

#include "models/values/outputfile.h"

#include <QCoreApplication>
#include <QDir>
#include <QFile>

using namespace Qt::Literals::StringLiterals;

namespace {
struct Text
{
    Q_DECLARE_TR_FUNCTIONS(ReleaseFolder)
};

const QString ownFolder = u"/.specdesk"_s;
const QString nameFile = u"/.specdesk/release"_s;
const QString lockFile = u"/.specdesk/lock"_s;

Result<FileLock> locked(const QString& path)
{
    FileLock lock(path + lockFile);
    if (!lock.isOpen())
        return Error {ErrorKind::CannotWrite, Text::tr("%1 cannot be written.").arg(path + lockFile), {}};
    if (!lock.tryLock(FileLock::Kind::Exclusive))
        return Error {
            ErrorKind::Unavailable, Text::tr("Another run works on %1; wait for it to end.").arg(path), {}};
    return lock;
}

/// Nothing at all, or what a run left that was killed before it had its lock.
bool isUnused(const QString& path)
{
    constexpr auto all = QDir::AllEntries | QDir::Hidden | QDir::System | QDir::NoDotAndDotDot;
    const auto there = QDir(path).entryList(all);
    return there.isEmpty()
        || (there == QStringList {ownFolder.sliced(1)} && QDir(path + ownFolder).isEmpty(all));
}

QString releaseIn(const QString& path)
{
    QFile file(path + nameFile);
    return file.open(QIODevice::ReadOnly) ? QString::fromUtf8(file.readAll()).trimmed() : QString();
}
}

Result<ReleaseFolder> ReleaseFolder::claim(const QString& path, const QString& release)
{
    if (!QFile::exists(path + lockFile) && !isUnused(path))
        return Error {
            ErrorKind::BadInput,
            Text::tr(
                "%1 holds other files. Packing takes away what is not in the release; name an empty or a "
                "new folder.")
                .arg(path),
            {}};
    if (!QDir().mkpath(path + ownFolder))
        return Error {
            ErrorKind::CannotWrite, Text::tr("The folder %1 cannot be made.").arg(path + ownFolder), {}};
    ReleaseFolder folder;
    auto lock = locked(path);
    if (!lock)
        return lock.error();
    folder.m_lock = std::move(lock).value();
    const auto before = releaseIn(path);
    if (!before.isEmpty() && before != release)
        return Error {ErrorKind::BadInput,
                      Text::tr("%1 is the folder of %2; name another one for %3.").arg(path, before, release),
                      {}};
    if (before.isEmpty())
        if (auto named = OutputFile::write(path + nameFile, release.toUtf8() + '\n'); !named)
            return named.error();
    return folder;
}

Result<ReleaseFolder> ReleaseFolder::open(const QString& path)
{
    if (!QFile::exists(path + lockFile))
        return Error {ErrorKind::NotFound, Text::tr("No release was packed into %1.").arg(path), {}};
    ReleaseFolder folder;
    auto lock = locked(path);
    if (!lock)
        return lock.error();
    folder.m_lock = std::move(lock).value();
    return folder;
}
