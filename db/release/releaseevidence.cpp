#include "db/release/releaseevidence.h"

#include "db/release/disputes.h"
#include "db/sql/bulkwriter.h"
#include "db/sql/namedvalues.h"
#include "db/sql/sqltext.h"
#include "models/check/fiberproblem.h"

#include <map>
#include <tuple>

using namespace Qt::Literals::StringLiterals;

namespace {
struct Held
{
    bool raw = false;
    bool reduction = false;
};
/// Plate, evening, spectrograph, fibre, version
using ProblemFiber = std::tuple<QString, QString, int, int, QString>;

Result<void> freezeProblems(QSqlDatabase& db, const SchemaNames& names, const QStringList& versions)
{
    auto rows = runQuery(db, names, u"select_problem_ranges"_s);
    if (!rows)
        return rows.error();
    std::map<ProblemFiber, Held> fibers;
    for (auto& row = rows.value(); row.next();) {
        FiberProblem problem;
        problem.origin = problemOriginFrom(row.value(6).toString());
        problem.state = problemStateFrom(row.value(7).toString()).value_or(ProblemState::Open);
        if (!problem.holdsBack())
            continue;
        const bool raw = problem.origin == ProblemOrigin::Raw;
        // Raw data are the same in every version.
        const auto concerned = raw ? versions : QStringList {row.value(5).toString()};
        for (int fiber = row.value(3).toInt(); fiber <= row.value(4).toInt(); ++fiber)
            for (const auto& version : concerned) {
                auto& held = fibers[{row.value(0).toString(), row.value(1).toString(), row.value(2).toInt(),
                                     fiber, version}];
                (raw ? held.raw : held.reduction) = true;
            }
    }
    BulkRows table(u"{product}.build_problem"_s,
                   {u"planid"_s, u"obs_date"_s, u"spid"_s, u"fiberid"_s, u"pipeline_version"_s,
                    u"raw_problem"_s, u"reduction_problem"_s});
    for (const auto& [key, problem] : fibers) {
        const auto& [plan, date, spectrograph, fiber, version] = key;
        table.add(plan, 60).add(date, 10).add(spectrograph).add(fiber).add(version, 40);
        table.add(problem.raw).add(problem.reduction).endRow();
    }
    const auto written = writeBulk(db, names, table, OnDuplicate::Keep);
    return written ? Result<void>() : written.error();
}

Result<void> done(const Result<QSqlQuery>& query)
{
    return query ? Result<void>() : query.error();
}
}

namespace ReleaseEvidence {
Result<QStringList> versions(const QSqlDatabase& db, const SchemaNames& names)
{
    auto rows = runQuery(db, names, u"select_processing_versions"_s);
    if (!rows)
        return rows.error();
    QStringList found;
    for (auto& row = rows.value(); row.next();)
        found << row.value(0).toString();
    return newestFirst(found);
}

Result<QByteArray> inputs(const QSqlDatabase& db, const SchemaNames& names)
{
    auto rows = runQuery(db, names, u"select_release_inputs"_s);
    if (!rows)
        return rows.error();
    QByteArray text;
    for (auto& row = rows.value(); row.next();)
        text += row.value(0).toString().toUtf8() + ' ' + row.value(1).toString().toUtf8() + ' '
            + row.value(2).toString().toUtf8() + '\n';
    return text;
}

Result<void> freeze(QSqlDatabase& db, const SchemaNames& names, const ReleaseTask& task,
                    const QStringList& versions, ObsidRange range)
{
    for (const auto& table : {u"build_decision"_s, u"build_plate"_s, u"build_problem"_s})
        if (auto emptied =
                done(runText(db, names, sqlText(u"empty_build_table"_s).replace(u"{table}"_s, table)));
            !emptied)
            return emptied;
    auto values = task.rules.values;
    values.insert(u"first"_s, range.first);
    values.insert(u"last"_s, range.last);
    values.insert(u"release"_s, task.release);
    values.insert(u"accepted_without_eyes"_s, values.value(u"accepted_without_eyes"_s).toBool());
    const auto run = [&](const SchemaNames& where, const QString& query) {
        return done(runNamed(db, where, sqlText(query), values));
    };
    for (const auto& query :
         {u"freeze_rechecks"_s, u"freeze_verdicts"_s, u"freeze_acceptances"_s, u"freeze_log"_s})
        if (auto frozen = run(names, query); !frozen)
            return frozen;
    if (auto marked = markDisputed(db, names, range); !marked)
        return marked;
    for (const auto& version : versions) {
        values.insert(u"version"_s, version);
        for (const auto& query : {u"freeze_modules"_s, u"freeze_plan"_s})
            if (auto frozen = run(names.forVersion(version), query); !frozen)
                return frozen;
    }
    if (auto frozen = freezeProblems(db, names, versions); !frozen)
        return frozen;
    // Last: these mark rows that the ones above made, and make rows where nobody decided.
    for (const auto& query : {u"freeze_problem_spectra"_s, u"freeze_withdrawals"_s})
        if (auto frozen = run(names, query); !frozen)
            return frozen;
    return {};
}
}
