#include "db/stores/spectrumstore.h"

#include "db/sql/bulkwriter.h"
#include "db/sql/migrator.h"
#include "db/sql/sqlquery.h"
#include "db/sql/sqltext.h"
#include "db/sql/transaction.h"
#include "db/stores/searchedspectra.h"
#include "db/stores/spectrumrows.h"

#include <QCoreApplication>
#include <QHash>

#include <map>

using namespace Qt::Literals::StringLiterals;

namespace {
using Key = std::pair<qint64, QString>;

struct Known
{
    qint64 hash = 0;
    bool listed = false; ///< Counts in the list of its page.
    QString page;
};
using KnownSpectra = QHash<Key, Known>;

Result<void> ensureVersion(QSqlDatabase& db, const SchemaNames& names, const QString& version)
{
    auto known = runQuery(db, names, u"select_processing_version"_s, {{":version", version}});
    if (!known)
        return known.error();
    if (known.value().next())
        return {};
    const auto versioned = names.forVersion(version);
    if (const auto made = migrate(db, versioned, SchemaGroup::Processing); !made)
        return made.error();
    const auto noted = runQuery(db, names, u"insert_processing_version"_s,
                                {{":version", version}, {":schema", names.processing(version)}});
    return noted ? Result<void>() : noted.error();
}

/// What is stored of these obsids. Whole numbers may stand in the text; binding thousands of them costs more
/// than asking.
Result<KnownSpectra> knownAmong(const QSqlDatabase& db, const SchemaNames& names,
                                const std::vector<SpectrumPtr>& spectra)
{
    QStringList obsids;
    obsids.reserve(static_cast<qsizetype>(spectra.size()));
    for (const auto& spectrum : spectra)
        obsids << QString::number(spectrum->target.obsid);
    auto rows =
        runText(db, names, sqlText(u"select_known_spectra"_s).replace(u"{obsids}"_s, obsids.join(u',')));
    if (!rows)
        return rows.error();
    KnownSpectra known;
    for (auto& row = rows.value(); row.next();)
        known.insert({row.value(0).toLongLong(), row.value(1).toString()},
                     {row.value(2).toLongLong(), row.value(3).toBool(), row.value(4).toString()});
    return known;
}

/// Everything one call writes.
class Batch
{
public:
    explicit Batch(const QueueRules& rules)
        : m_rules(rules)
        , m_check(QDateTime::currentDateTimeUtc(), rules.version)
    {
    }

    void add(const Spectrum& spectrum, const KnownSpectra& known)
    {
        const auto version = storedVersion(spectrum.pipelineVersion);
        auto& rows = m_processing[version];
        const auto decision = decide(spectrum, m_rules);
        rows.add(spectrum, decision);
        const auto hash = m_check.add(spectrum, decision, rows.hashOfLast());
        const auto before = known.find({spectrum.target.obsid, version});
        const bool isNew = before == known.end();
        if (!isNew && before->hash == hash) {
            rows.removeLast();
            m_check.removeLast();
            ++m_counts.unchanged;
            return;
        }
        rows.addPlate(spectrum);
        if (isNew)
            m_check.addEvents(spectrum, decision);
        else {
            m_replaced << QString::number(spectrum.target.obsid);
            if (before->listed)
                --m_listGrowth[before->page];
        }
        if (decision.isObject)
            ++m_listGrowth[pageName(decision.page)];
        ++(isNew ? m_counts.added : m_counts.updated);
    }

    Result<void> write(QSqlDatabase& db, const SchemaNames& names) const
    {
        const auto queued = writeBulk(db, names, m_check.queue(), OnDuplicate::Replace);
        if (!queued)
            return queued.error();
        if (queued.value() != m_counts.added + 2 * m_counts.updated) // a replaced row counts twice
            return Error {ErrorKind::Database,
                          QCoreApplication::translate("db", "Another program stores the same spectra."),
                          u"spec_check changed between reading and writing"_s, changedMeanwhile};
        if (auto done = updateProbabilities(db, names, m_replaced); !done)
            return done;
        if (auto done = writeBulk(db, names, m_check.events(), OnDuplicate::Keep); !done)
            return done.error();
        for (const auto& [version, rows] : m_processing)
            if (auto done = writeVersion(db, names.forVersion(version), rows); !done)
                return done;
        return writeLists(db, names);
    }

    const IngestCounts& counts() const { return m_counts; }
    void countAsUnchanged(int more) { m_counts.unchanged += more; }

private:
    static constexpr int changedMeanwhile = 1020; // ER_CHECKREAD, which is tried again

    static Result<void> writeVersion(QSqlDatabase& db, const SchemaNames& names, const ProcessingRows& rows)
    {
        for (const auto* table : {&rows.targets(), &rows.objects(), &rows.spectra(), &rows.candidates()})
            if (auto done = writeBulk(db, names, *table, OnDuplicate::Replace); !done)
                return done.error();
        // Late and never replaced: other batches share these rows, and people confirm what a plan row says.
        for (const auto* table : {&rows.plans(), &rows.exposures()})
            if (auto done = writeBulk(db, names, *table, OnDuplicate::Keep); !done)
                return done.error();
        return {};
    }

    Result<void> writeLists(const QSqlDatabase& db, const SchemaNames& names) const
    {
        for (const auto& [list, growth] : m_listGrowth) {
            if (growth == 0)
                continue;
            if (auto done = runQuery(db, names, u"grow_check_list"_s, {{":list", list}, {":growth", growth}});
                !done)
                return done.error();
            if (auto done = runQuery(db, names, u"update_check_totals"_s, {{":list", list}}); !done)
                return done.error();
        }
        return {};
    }

    const QueueRules& m_rules;
    CheckRows m_check;
    std::map<QString, ProcessingRows> m_processing;
    std::map<QString, qint64> m_listGrowth;
    QStringList m_replaced; ///< Obsids of rows that were there and change
    IngestCounts m_counts;
};

/// The last spectrum of each key, in the order given: two copies of one spectrum are one row.
std::vector<SpectrumPtr> onePerKey(const std::vector<SpectrumPtr>& spectra)
{
    QHash<Key, std::size_t> places;
    std::vector<SpectrumPtr> unique;
    unique.reserve(spectra.size());
    for (const auto& spectrum : spectra) {
        const Key key {spectrum->target.obsid, storedVersion(spectrum->pipelineVersion)};
        if (const auto place = places.constFind(key); place != places.constEnd()) {
            unique[*place] = spectrum;
        } else {
            places.insert(key, unique.size());
            unique.push_back(spectrum);
        }
    }
    return unique;
}
}

IngestCounts& IngestCounts::operator+=(const IngestCounts& other)
{
    added += other.added;
    updated += other.updated;
    unchanged += other.unchanged;
    return *this;
}

namespace SpectrumStore {
Result<IngestCounts> add(QSqlDatabase& db, const SchemaNames& names, const std::vector<SpectrumPtr>& spectra,
                         const QueueRules& rules)
{
    if (spectra.empty())
        return IngestCounts();
    std::set<QString> versions;
    for (const auto& spectrum : spectra) {
        if (spectrum->target.obsid == 0)
            return Error {ErrorKind::BadFile,
                          QCoreApplication::translate("db", "%1 has no spectrum id.").arg(spectrum->file),
                          spectrum->file};
        versions.insert(storedVersion(spectrum->pipelineVersion));
    }
    for (const auto& version : versions)
        if (auto ready = ensureVersion(db, names, version); !ready)
            return ready.error();

    const auto unique = onePerKey(spectra);
    return inTransaction(db, [&](QSqlDatabase& open) -> Result<IngestCounts> {
        const auto known = knownAmong(open, names, unique);
        if (!known)
            return known.error();
        Batch batch(rules);
        batch.countAsUnchanged(static_cast<int>(spectra.size() - unique.size()));
        for (const auto& spectrum : unique)
            batch.add(*spectrum, known.value());
        if (auto written = batch.write(open, names); !written)
            return written.error();
        return batch.counts();
    });
}
}
