#include "db/release/explanation.h"

#include "db/release/ownevidence.h"
#include "db/sql/namedvalues.h"
#include "db/sql/sqltext.h"
#include "db/stores/releasestore.h"

#include <QCoreApplication>
#include <QSqlDatabase>
#include <QSqlField>
#include <QSqlRecord>

using namespace Qt::Literals::StringLiterals;

namespace {
QString criteriaColumns(const QStringList& reasons)
{
    QString columns;
    for (const auto& reason : reasons)
        columns += u",\n       (%1) AS `rule %2`"_s.arg(sqlCriterion(reason), reason);
    return columns;
}

ExplainedVersion versionFrom(const QSqlQuery& row, const QString& version, const QStringList& reasons)
{
    ExplainedVersion explained {.version = version};
    const auto record = row.record();
    const int firstRule = record.count() - static_cast<int>(reasons.size());
    for (int i = 0; i < firstRule; ++i)
        if (!row.isNull(i))
            explained.evidence.insert(record.fieldName(i), row.value(i));
    for (int i = firstRule; i < record.count(); ++i) {
        explained.rules.push_back({reasons[i - firstRule], row.value(i).toBool()});
        if (explained.reason.isEmpty() && explained.rules.back().applies)
            explained.reason = explained.rules.back().reason;
    }
    return explained;
}

/// Absent, too, where the release was never built.
Result<std::optional<ExplainedRow>> builtRow(QSqlDatabase& db, const SchemaNames& names,
                                             const QString& release, qint64 obsid)
{
    const auto releases = ReleaseStore::releases(db, names);
    if (!releases)
        return releases.error();
    if (!releases.value().contains(release))
        return std::optional<ExplainedRow>();
    auto rows = runQuery(db, names, u"select_catalogue_row"_s, {{":obsid", obsid}});
    if (!rows)
        return rows.error();
    auto& row = rows.value();
    if (!row.next())
        return std::optional<ExplainedRow>();
    return std::optional<ExplainedRow>(
        {row.value(0).toBool(), row.value(1).toString(), row.value(2).toString()});
}
}

Result<Explanation> explain(QSqlDatabase& db, const SchemaNames& plainNames, const ReleaseTask& task,
                            qint64 obsid)
{
    const auto names = plainNames.forRelease(task.release);
    if (const auto cases = ReleaseEvidence::reasonCases(task); !cases) // refuses unknown rules
        return cases.error();
    const auto versions = ReleaseEvidence::versions(db, names);
    if (!versions)
        return versions.error();
    OwnEvidence evidence(db, names);
    if (auto made = evidence.make(); !made)
        return made.error();
    const auto& own = evidence.names();
    if (auto frozen = ReleaseEvidence::freeze(db, own, task, versions.value(), {obsid, obsid}); !frozen)
        return frozen.error();

    Explanation explanation;
    const auto reasons = task.rules.reasons(task.isFormal());
    const auto text =
        sqlText(u"select_release_evidence"_s).replace(u"{criteria}"_s, criteriaColumns(reasons));
    for (qsizetype i = 0; i < versions.value().size(); ++i) {
        auto values = ReleaseEvidence::values(task, versions.value(), i);
        for (const auto& name : {u"newer"_s, u"newer_again"_s}) // older versions are told of as well
            values.insert(name, QString());
        values.insert(u"from"_s, obsid);
        values.insert(u"before"_s, obsid + 1);
        auto rows = runNamed(db, own.forVersion(versions.value()[i]), text, values);
        if (!rows)
            return rows.error();
        if (!rows.value().next())
            continue;
        explanation.versions.push_back(versionFrom(rows.value(), versions.value()[i], reasons));
        explanation.versions.back().isNewest = explanation.versions.size() == 1;
    }
    auto built = builtRow(db, names, task.release, obsid);
    if (!built)
        return built.error();
    explanation.built = built.value();
    if (explanation.versions.empty() && !explanation.built)
        return Error {
            ErrorKind::NotFound,
            QCoreApplication::translate("db", "No spectrum of the survey has the id %1.").arg(obsid),
            {}};
    return explanation;
}
