#include "db/journal/verdictjournal.h"

#include "db/journal/journalfile.h"
#include "models/check/verdictjson.h"

#include <QDir>
#include <QFile>
#include <QJsonDocument>

#include <algorithm>

using namespace Qt::Literals::StringLiterals;

namespace {
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
    auto made = makeJournalFile(folder, profile, u"journal"_s);
    if (!made)
        return made.error();
    auto journal = std::unique_ptr<VerdictJournal>(new VerdictJournal(std::move(made.value().file)));
    for (const auto& path : made.value().others)
        journal->takeOver(path);
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
