#include "db/journal/verdictjournal.h"

#include "models/check/verdictjson.h"
#include "models/values/filelock.h"

#include <QCoreApplication>
#include <QDir>
#include <QFile>
#include <QJsonDocument>

#include <algorithm>
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

QByteArray recordOf(const QJsonObject& object)
{
    return QJsonDocument(object).toJson(QJsonDocument::Compact);
}

/// What waits according to a file's records, in their order.
Verdicts waitingIn(const std::vector<QByteArray>& records)
{
    Verdicts verdicts;
    for (const auto& record : records) {
        const auto object = QJsonDocument::fromJson(record).object();
        if (auto verdict = verdictFromJson(object)) {
            verdicts.push_back(std::move(*verdict));
            continue;
        }
        const auto settled = QUuid::fromString(object.value("settled"_L1).toString());
        std::erase_if(verdicts, [&](const Verdict& verdict) { return verdict.submission == settled; });
    }
    return verdicts;
}
}

VerdictJournal::VerdictJournal(std::unique_ptr<RecordFile> file)
    : m_file(std::move(file))
{
}

VerdictJournal::~VerdictJournal()
{
    if (m_waiting.isEmpty())
        QFile::remove(m_file->path());
}

Result<std::unique_ptr<VerdictJournal>> VerdictJournal::open(const QString& folder, const QString& profile)
{
    if (!QDir().mkpath(folder))
        return Error {ErrorKind::CannotWrite,
                      QCoreApplication::translate("db", "The folder %1 cannot be made.").arg(folder), folder};
    ::chmod(QFile::encodeName(folder).constData(), S_IRWXU);
    // One window at a time looks for what others left, and makes its own file.
    FileLock turn(folder + u"/lock"_s);
    if (!turn.lock(FileLock::Kind::Exclusive, 10s))
        return Error {ErrorKind::CannotWrite,
                      QCoreApplication::translate("db", "The folder %1 is locked.").arg(folder), folder};
    const auto start = plain(profile) + u'-';
    const auto left =
        QDir(folder).entryList({start + u"*.journal"_s}, QDir::Files, QDir::Time | QDir::Reversed);
    const auto own = u"%1/%2%3.journal"_s.arg(folder, start, QUuid::createUuid().toString(QUuid::Id128));
    auto file = RecordFile::open(own);
    if (!file)
        return file.error();
    auto journal = std::unique_ptr<VerdictJournal>(new VerdictJournal(std::move(file).value()));
    for (const auto& name : left)
        journal->takeOver(folder + u'/' + name);
    return journal;
}

void VerdictJournal::takeOver(const QString& path)
{
    const auto left = RecordFile::open(path);
    if (!left) // of a window that lives
        return;
    const auto content = left.value()->read();
    const auto verdicts = waitingIn(content.records);
    m_damaged += content.damaged;
    const bool kept = append(verdicts) && m_file->flush();
    m_leftovers.insert(m_leftovers.end(), verdicts.begin(), verdicts.end());
    if (!kept) // on a full disk the file stays the only copy
        return;
    if (content.damaged > 0)
        QFile::rename(path, path + u".damaged"_s);
    else
        QFile::remove(path);
}

Result<void> VerdictJournal::append(const Verdicts& verdicts)
{
    if (verdicts.empty())
        return {};
    std::vector<QByteArray> records;
    records.reserve(verdicts.size());
    for (const auto& verdict : verdicts)
        records.push_back(recordOf(verdictToJson(verdict)));
    if (auto kept = m_file->append(records); !kept)
        return kept;
    for (const auto& verdict : verdicts)
        m_waiting.insert(verdict.submission);
    return {};
}

void VerdictJournal::settle(const QUuid& submission)
{
    if (!m_waiting.remove(submission))
        return;
    if (m_waiting.isEmpty())
        m_file->clear();
    else // that this is not kept on a full disk only sends the verdict again
        (void)m_file->append({recordOf({{u"settled"_s, submission.toString(QUuid::WithoutBraces)}})});
}

QString defaultJournalFolder()
{
    const auto state = qEnvironmentVariable("XDG_STATE_HOME");
    return (state.isEmpty() ? QDir::homePath() + u"/.local/state"_s : state) + u"/specdesk/journal"_s;
}
