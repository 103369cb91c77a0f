#include "db/journal/draftjournal.h"

#include "db/journal/journalfile.h"
#include "models/check/verdictjson.h"

#include <QFile>
#include <QJsonDocument>

using namespace Qt::Literals::StringLiterals;

namespace {
const auto finishedWord = "finished"_L1;
constexpr int longestKeptDays = 90; // nobody goes on with what is older

QByteArray recordOf(Verdict draft)
{
    draft.submission = QUuid::createUuid(); // none is submitted; a verdict's text must have one
    auto object = verdictToJson(draft);
    object.remove(u"seconds_spent"_s);
    return QJsonDocument(object).toJson(QJsonDocument::Compact);
}

QByteArray finishedRecordOf(qint64 obsid, const QString& pipelineVersion)
{
    const QJsonObject object {{finishedWord, QString::number(obsid)}, {u"version"_s, pipelineVersion}};
    return QJsonDocument(object).toJson(QJsonDocument::Compact);
}

/// The same was said; when does not matter.
bool isSame(Verdict one, const Verdict& other)
{
    one.submission = other.submission;
    one.decidedAt = other.decidedAt;
    one.secondsSpent = other.secondsSpent;
    return one == other;
}
}

DraftJournal::DraftJournal(std::unique_ptr<RecordFile> file)
    : m_file(std::move(file))
{
}

DraftJournal::~DraftJournal()
{
    if (m_kept.empty())
        QFile::remove(m_file->path());
}

Result<std::unique_ptr<DraftJournal>> DraftJournal::open(const QString& folder, const QString& profile)
{
    auto made = makeJournalFile(folder, profile, u"drafts"_s);
    if (!made)
        return made.error();
    auto journal = std::unique_ptr<DraftJournal>(new DraftJournal(std::move(made.value().file)));
    for (const auto& path : made.value().others)
        journal->takeOver(path);
    return journal;
}

void DraftJournal::takeOver(const QString& path)
{
    const auto left = RecordFile::open(path);
    if (!left) // of a window that lives
        return;
    const auto oldest = QDateTime::currentDateTimeUtc().addDays(-longestKeptDays);
    std::map<Key, Verdict> found;
    for (const auto& record : left.value()->read().records) {
        const auto object = QJsonDocument::fromJson(record).object();
        if (const auto draft = verdictFromJson(object); draft && draft->decidedAt > oldest)
            found[{draft->obsid, draft->pipelineVersion}] = *draft;
        else
            found.erase(
                {object.value(finishedWord).toString().toLongLong(), object.value("version"_L1).toString()});
    }
    std::vector<QByteArray> records;
    for (const auto& [key, draft] : found) {
        records.push_back(recordOf(draft));
        m_kept[key] = draft;
    }
    if (m_file->append(records) && m_file->flush()) // on a full disk the file stays the only copy
        QFile::remove(path);
}

Verdicts DraftJournal::leftovers() const
{
    Verdicts drafts;
    for (const auto& [key, draft] : m_kept)
        drafts.push_back(draft);
    return drafts;
}

Result<void> DraftJournal::keep(const Verdicts& unfinished)
{
    std::map<Key, Verdict> now;
    std::vector<QByteArray> records;
    for (const auto& draft : unfinished) {
        const Key key(draft.obsid, draft.pipelineVersion);
        now[key] = draft;
        const auto kept = m_kept.find(key);
        if (kept == m_kept.end() || !isSame(draft, kept->second))
            records.push_back(recordOf(draft));
    }
    for (const auto& [key, draft] : m_kept)
        if (!now.contains(key))
            records.push_back(finishedRecordOf(key.first, key.second));
    if (records.empty())
        return {};
    if (now.empty())
        m_file->clear();
    else if (auto written = m_file->append(records); !written)
        return written; // and is tried again with the next change
    m_kept = std::move(now);
    return {};
}
