#include "db/journal/journalfile.h"

#include <QCoreApplication>
#include <QDir>
#include <QUuid>

#include <sys/stat.h>

using namespace Qt::Literals::StringLiterals;
using namespace std::chrono_literals;

namespace {
/// A profile as part of a file's name.
QString plain(const QString& profile)
{
    QString name;
    for (const auto letter : profile)
        name += letter.isLetterOrNumber() || letter == u'.' || letter == u'@' ? letter : u'_';
    return name;
}
}

Result<JournalFile> makeJournalFile(const QString& folder, const QString& profile, const QString& ending)
{
    if (!QDir().mkpath(folder))
        return Error {ErrorKind::CannotWrite,
                      QCoreApplication::translate("db", "The folder %1 cannot be made.").arg(folder), folder};
    ::chmod(QFile::encodeName(folder).constData(), S_IRWXU);
    FileLock turn(folder + u"/lock"_s);
    if (!turn.lock(FileLock::Kind::Exclusive, 10s))
        return Error {ErrorKind::CannotWrite,
                      QCoreApplication::translate("db", "The folder %1 is locked.").arg(folder), folder};
    const auto start = plain(profile) + u'-';
    auto others =
        QDir(folder).entryList({start + u"*."_s + ending}, QDir::Files, QDir::Time | QDir::Reversed);
    for (auto& other : others)
        other.prepend(folder + u'/');
    auto file = RecordFile::open(
        u"%1/%2%3.%4"_s.arg(folder, start, QUuid::createUuid().toString(QUuid::Id128), ending));
    if (!file)
        return file.error();
    return JournalFile {std::move(file).value(), others, std::move(turn)};
}
