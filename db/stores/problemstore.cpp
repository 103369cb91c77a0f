#include "db/stores/problemstore.h"

#include "db/sql/procedure.h"
#include "db/sql/sqltext.h"
#include "db/sql/sqlvalue.h"
#include "db/sql/sqlwhere.h"
#include "db/stores/spectrumrows.h"

#include <QCoreApplication>

#include <algorithm>

using namespace Qt::Literals::StringLiterals;

namespace {
struct Text
{
    Q_DECLARE_TR_FUNCTIONS(ProblemStore)
};

constexpr int fibersOfSpectrograph = 250; // LAMOST; other surveys' plates tell by their spectra

Error nowhere(const QString& sentence)
{
    return {ErrorKind::NotFound, sentence, {}};
}

Result<void> checkVersion(QSqlDatabase& db, const SchemaNames& names, const QString& version)
{
    auto rows = runQuery(db, names, u"select_processing_version"_s, {{":version", storedVersion(version)}});
    if (!rows)
        return rows.error();
    if (rows.value().next())
        return {};
    return nowhere(Text::tr("There is no pipeline version “%1” in the database.").arg(version));
}

/// Whether `version` can mend the problem.
Result<void> checkMending(QSqlDatabase& db, const SchemaNames& names, const FiberProblem& problem,
                          const QString& version)
{
    if (storedVersion(version).isEmpty())
        return Error {ErrorKind::BadInput, Text::tr("Which pipeline version mends the problem?"), {}};
    if (storedVersion(version) == problem.pipelineVersion)
        return Error {ErrorKind::BadInput,
                      Text::tr("%1 is the version that has the problem.").arg(problem.pipelineVersion),
                      {}};
    return checkVersion(db, names, version);
}

QString armLetter(const QString& arm)
{
    return arm.left(1);
}

QString armNamed(const QString& letter)
{
    return letter == "b"_L1 ? u"blue"_s : letter == "r"_L1 ? u"red"_s : QString();
}

FiberProblem problemFrom(const QSqlQuery& row)
{
    return {.id = row.value(0).toLongLong(),
            .submission = QUuid::fromRfc4122(row.value(1).toByteArray()),
            .pipelineVersion = row.value(2).toString(),
            .obsDate = row.value(3).toString(),
            .planId = row.value(4).toString(),
            .spectrographId = row.value(5).toInt(),
            .firstFiber = row.value(6).toInt(),
            .lastFiber = row.value(7).toInt(),
            .arm = armNamed(row.value(8).toString()),
            .fromAngstrom = optionalFrom<double>(row.value(9)),
            .toAngstrom = optionalFrom<double>(row.value(10)),
            .kind = row.value(11).toString(),
            .origin = problemOriginFrom(row.value(12).toString()),
            .description = row.value(13).toString(),
            .reporter = row.value(14).toString(),
            .reportedAt = utcFrom(row.value(15)),
            .state = problemStateFrom(row.value(16).toString()).value_or(ProblemState::Open),
            .answeredBy = row.value(17).toString(),
            .answeredAt = utcFrom(row.value(18)),
            .note = row.value(19).toString(),
            .fixedVersion = row.value(20).toString(),
            .spectra = row.value(21).toLongLong()};
}

QVariantList namesOf(const std::vector<ProblemState>& states)
{
    QVariantList names;
    for (const auto state : states)
        names << stateName(state);
    return names;
}
}

namespace ProblemStore {
Result<qint64> spectraOf(QSqlDatabase& db, const SchemaNames& names, const FiberProblem& problem)
{
    if (!problem.pipelineVersion.isEmpty())
        if (auto known = checkVersion(db, names, problem.pipelineVersion); !known)
            return known.error();
    auto rows = runQuery(db, names, u"count_reported_spectra"_s,
                         {{":spid", problem.spectrographId},
                          {":first", problem.firstFiber},
                          {":last", problem.lastFiber},
                          {":raw", problem.origin == ProblemOrigin::Raw},
                          {":version", storedVersion(problem.pipelineVersion)},
                          {":plan", problem.planId},
                          {":date", problem.obsDate}});
    if (!rows)
        return rows.error();
    auto& row = rows.value();
    if (!row.next() || row.value(0).toLongLong() == 0)
        return nowhere(
            Text::tr("The database has no plate %1 of the night %2.").arg(problem.planId, problem.obsDate));
    if (row.value(1).toLongLong() == 0)
        return nowhere(Text::tr("Plate %1 has no spectrum of spectrograph %2.")
                           .arg(problem.planId)
                           .arg(problem.spectrographId));
    const int lastThere = std::max(fibersOfSpectrograph, row.value(2).toInt());
    if (problem.lastFiber > lastThere)
        return nowhere(
            Text::tr("Spectrograph %1 has no fibre %2.").arg(problem.spectrographId).arg(problem.lastFiber));
    if (row.value(3).toLongLong() == 0)
        return nowhere(Text::tr("These fibres have no spectrum of that version."));
    return row.value(3).toLongLong();
}

Result<qint64> report(QSqlDatabase& db, const SchemaNames& names, const FiberProblem& problem)
{
    if (const auto complaint = complaintAbout(problem); !complaint.isEmpty())
        return Error {ErrorKind::BadInput, complaint, {}};
    if (const auto spectra = spectraOf(db, names, problem); !spectra)
        return spectra.error();
    const auto moment = problem.reportedAt.isValid() ? problem.reportedAt : QDateTime::currentDateTimeUtc();
    const auto stored = callProcedure(db, names, u"call_report_problem"_s,
                                      {{":signer", problem.reporter},
                                       {":submission", problem.submission.toRfc4122()},
                                       {":version", storedVersion(problem.pipelineVersion)},
                                       {":obs_date", problem.obsDate},
                                       {":plan", problem.planId},
                                       {":spid", problem.spectrographId},
                                       {":first", problem.firstFiber},
                                       {":last", problem.lastFiber},
                                       {":arm", armLetter(problem.arm)},
                                       {":from", sqlOptional(problem.fromAngstrom)},
                                       {":to", sqlOptional(problem.toAngstrom)},
                                       {":kind", problem.kind},
                                       {":origin", originName(problem.origin)},
                                       {":description", problem.description},
                                       {":at", sqlUtc(moment)}});
    if (!stored)
        return stored.error();
    auto rows =
        runQuery(db, names, u"select_submitted_problem"_s, {{":submission", problem.submission.toRfc4122()}});
    if (!rows)
        return rows.error();
    return rows.value().next() ? rows.value().value(0).toLongLong() : 0;
}

Result<FiberProblems> all(QSqlDatabase& db, const SchemaNames& names, const ProblemFilter& filter)
{
    SqlWhere where;
    if (!filter.fromDate.isEmpty())
        where.add(u"p.obs_date >= %1"_s, filter.fromDate);
    if (!filter.toDate.isEmpty())
        where.add(u"p.obs_date <= %1"_s, filter.toDate);
    if (!filter.planId.isEmpty())
        where.add(u"p.planid = %1"_s, filter.planId);
    if (filter.spectrographId)
        where.add(u"p.spid = %1"_s, *filter.spectrographId);
    if (filter.origin)
        where.add(u"p.origin = %1"_s, originName(*filter.origin));
    where.addOneOf(u"p.state"_s, namesOf(filter.states));
    if (!filter.pipelineVersion.isEmpty())
        where.add(u"p.pipeline_version = %1"_s, storedVersion(filter.pipelineVersion));
    if (!filter.reporter.isEmpty())
        where.add(u"p.reporter = %1"_s, filter.reporter);
    auto rows = runText(db, names, sqlText(u"select_problems"_s).replace(u"{conditions}"_s, where.text()),
                        where.values());
    if (!rows)
        return rows.error();
    FiberProblems problems;
    for (auto& row = rows.value(); row.next();)
        problems.push_back(problemFrom(row));
    return problems;
}

Result<void> answer(QSqlDatabase& db, const SchemaNames& names, const FiberProblem& seen,
                    const ProblemAnswer& answer, const QString& account)
{
    if (answer.state == ProblemState::Reprocessed)
        if (auto mends = checkMending(db, names, seen, answer.fixedVersion); !mends)
            return mends;
    return callProcedure(db, names, u"call_answer_problem"_s,
                         {{":signer", account},
                          {":id", seen.id},
                          {":seen", stateName(seen.state)},
                          {":state", stateName(answer.state)},
                          {":note", answer.note},
                          {":fixed", storedVersion(answer.fixedVersion)}});
}

std::vector<ProblemState> statesToWorkOn()
{
    return {ProblemState::Open, ProblemState::Confirmed};
}

Result<std::vector<ProblemEvent>> history(QSqlDatabase& db, const SchemaNames& names, qint64 problemId)
{
    auto rows = runQuery(db, names, u"select_problem_history"_s, {{":id", problemId}});
    if (!rows)
        return rows.error();
    std::vector<ProblemEvent> events;
    for (auto& row = rows.value(); row.next();)
        events.push_back({.state = problemStateFrom(row.value(0).toString()).value_or(ProblemState::Open),
                          .note = row.value(1).toString(),
                          .account = row.value(2).toString(),
                          .at = utcFrom(row.value(3))});
    return events;
}

Result<void> reopenMended(QSqlDatabase& db, const SchemaNames& names)
{
    return callProcedure(db, names, u"call_reopen_mended"_s, {});
}
}
