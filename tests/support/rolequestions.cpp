#include "support/rolequestions.h"

#include "db/sql/sqlquery.h"
#include "db/stores/memberstore.h"
#include "db/stores/observationlogstore.h"
#include "db/stores/platestore.h"
#include "db/stores/problemstore.h"
#include "db/stores/progressstore.h"
#include "db/stores/queuestore.h"
#include "db/stores/scorestore.h"
#include "db/stores/secondlookstore.h"
#include "db/stores/solutionstore.h"
#include "db/stores/taskstore.h"
#include "db/stores/verdictstore.h"
#include "db/stores/withdrawalstore.h"

using namespace Qt::Literals::StringLiterals;

namespace {
const SchemaNames names;

/// Whatever was found; only whether it was allowed matters.
template<typename T>
Result<void> asked(const Result<T>& answer)
{
    return answer ? Result<void>() : answer.error();
}

Result<void> reportProblem(QSqlDatabase& db, const ObservedPlate& plate)
{
    FiberProblem problem;
    problem.submission = QUuid::createUuid();
    problem.pipelineVersion = plate.pipelineVersion;
    problem.obsDate = plate.obsDate;
    problem.planId = plate.planId;
    problem.spectrographId = 1;
    problem.firstFiber = 1;
    problem.lastFiber = 5;
    problem.kind = u"sky"_s;
    problem.reporter = u"li"_s;
    problem.reportedAt = QDateTime::currentDateTimeUtc();
    return asked(ProblemStore::report(db, names, problem));
}

Result<void> disagree(QSqlDatabase& db, const QueueEntry& disputed)
{
    for (const auto& [person, spectralClass] :
         {std::pair(u"li"_s, SpectralClass::Qso), std::pair(u"zhao"_s, SpectralClass::Star)}) {
        Verdict verdict;
        verdict.submission = QUuid::createUuid();
        verdict.obsid = disputed.obsid;
        verdict.pipelineVersion = disputed.pipelineVersion;
        verdict.spectralClass = spectralClass;
        verdict.z = 2;
        verdict.grade = Grade::Secure;
        verdict.inspector = person;
        verdict.decidedAt = QDateTime::currentDateTimeUtc();
        if (const auto stored = VerdictStore::submit(db, names, verdict); !stored)
            return stored.error();
    }
    return {};
}
}

Result<WorkToAskAbout> prepareWork(QSqlDatabase& db)
{
    const auto queue = QueueStore::page(db, names, {.page = WorkPage::Inspect}, {}, 50);
    if (!queue)
        return queue.error();
    const auto plates = PlateStore::plates(db, names);
    if (!plates)
        return plates.error();
    const auto& disputed = queue.value().back();
    const GoldStandards known {{.obsid = disputed.obsid,
                                .pipelineVersion = disputed.pipelineVersion,
                                .spectralClass = SpectralClass::Qso,
                                .z = 2,
                                .source = u"test"_s}};
    // People look blind while a task wants looks at a spectrum: they disagree before there is one.
    for (const auto& done :
         {asked(ScoreStore::addGold(db, names, known)), disagree(db, disputed),
          asked(TaskStore::create(db, names, {.title = u"Everybody's"_s, .inspectors = 9})),
          reportProblem(db, plates.value().front())})
        if (!done)
            return done.error();
    return WorkToAskAbout {queue.value().front(), plates.value().front()};
}

std::vector<Question> roleQuestions(const QueueEntry& entry, const ObservedPlate& plate)
{
    using Db = QSqlDatabase;
    using Role = MemberRole;
    const auto obsid = entry.obsid;
    const auto version = entry.pipelineVersion;
    return {
        {"queue", Role::Inspector,
         [](Db& db, const QString& me) {
             return asked(QueueStore::page(db, names, {.page = WorkPage::Inspect, .inspector = me}, {}, 100));
         }},
        {"queue by probability, gated by rules", Role::Inspector,
         [](Db& db, const QString& me) {
             return asked(QueueStore::page(db, names,
                                           {.probabilityBelow = 0.9,
                                            .machineAccepted = false,
                                            .order = QueueFilter::Order::Probability,
                                            .inspector = me},
                                           {}, 100));
         }},
        {"browse list", Role::Inspector,
         [](Db& db, const QString& me) {
             return asked(QueueStore::page(
                 db, names,
                 {.page = WorkPage::Browse, .order = QueueFilter::Order::Observation, .inspector = me}, {},
                 100));
         }},
        {"one entry", Role::Inspector,
         [=](Db& db, const QString& me) { return asked(QueueStore::entry(db, names, obsid, version, me)); }},
        {"redshifts found", Role::Inspector,
         [=](Db& db, const QString&) { return asked(SolutionStore::solutions(db, names, obsid, version)); }},
        {"own standing verdict", Role::Inspector,
         [=](Db& db, const QString& me) {
             return asked(VerdictStore::standing(db, names, obsid, version, me));
         }},
        {"own history", Role::Inspector,
         [=](Db& db, const QString& me) {
             return asked(VerdictStore::changes(db, names, {.inspector = me, .obsid = obsid}));
         }},
        {"own progress", Role::Inspector,
         [](Db& db, const QString& me) { return asked(VerdictStore::status(db, names, me)); }},
        {"plates", Role::Inspector,
         [](Db& db, const QString&) { return asked(PlateStore::plates(db, names)); }},
        {"fibres of a spectrograph", Role::Inspector,
         [=](Db& db, const QString&) { return asked(PlateStore::fibers(db, names, plate, 1)); }},
        {"fibre records", Role::Inspector,
         [=](Db& db, const QString&) {
             return asked(PlateStore::records(db, names, 1, plate.pipelineVersion));
         }},
        {"problems", Role::Inspector,
         [](Db& db, const QString&) { return asked(ProblemStore::all(db, names)); }},
        {"history of a problem", Role::Inspector,
         [](Db& db, const QString&) { return asked(ProblemStore::history(db, names, 1)); }},
        {"tasks", Role::Inspector,
         [](Db& db, const QString& me) { return asked(TaskStore::all(db, names, {.account = me})); }},
        {"hold and give back", Role::Inspector,
         [](Db& db, const QString& me) -> Result<void> {
             const auto held = TaskStore::hold(db, names, 1, me, 3);
             if (!held)
                 return held.error();
             const auto& first = held.value().front().entry;
             const auto mine = TaskStore::isMine(db, names, 1, me, first.obsid, first.pipelineVersion);
             if (!mine)
                 return mine.error();
             return TaskStore::release(db, names, 1, me);
         }},
        {"settled spectra", Role::Rechecker,
         [=](Db& db, const QString&) { return asked(SecondLookStore::rechecks(db, names, obsid, version)); }},
        {"progress by night", Role::Inspector,
         [](Db& db, const QString&) {
             return asked(ProgressStore::lines(db, names, {.group = ProgressGroup::Night}));
         }},
        {"progress by person", Role::Inspector,
         [](Db& db, const QString&) {
             return asked(ProgressStore::lines(db, names, {.group = ProgressGroup::Person}));
         }},
        {"progress by task", Role::Inspector,
         [](Db& db, const QString&) {
             return asked(ProgressStore::lines(db, names, {.group = ProgressGroup::Task}));
         }},
        {"forecast", Role::Inspector,
         [](Db& db, const QString&) {
             return asked(ProgressStore::forecast(db, names, {}, QDateTime::currentDateTimeUtc().date()));
         }},
        {"observation log", Role::Inspector,
         [](Db& db, const QString&) { return asked(ObservationLogStore::page(db, names, {})); }},
        {"withdrawals", Role::Inspector,
         [](Db& db, const QString&) { return asked(WithdrawalStore::all(db, names)); }},
        {"table loads", Role::Inspector,
         [](Db& db, const QString&) {
             return asked(runText(db, names, u"SELECT kind, loaded_by FROM {check}.result_load"_s));
         }},
        {"conflicts", Role::Rechecker,
         [](Db& db, const QString&) {
             return asked(SecondLookStore::inConflict(db, names, ConflictRules::builtIn().value(), {}, 100));
         }},
        {"settle", Role::Rechecker,
         [=](Db& db, const QString& me) {
             Recheck recheck;
             recheck.submission = QUuid::createUuid();
             recheck.obsid = obsid;
             recheck.pipelineVersion = version;
             recheck.spectralClass = SpectralClass::Galaxy;
             recheck.z = 0.1;
             recheck.rechecker = me;
             recheck.decidedAt = QDateTime::currentDateTimeUtc();
             return asked(SecondLookStore::settle(db, names, recheck));
         }},
        {"answer a problem", Role::Team2d,
         [](Db& db, const QString& me) -> Result<void> {
             const auto problems = ProblemStore::all(db, names);
             if (!problems)
                 return problems.error();
             return ProblemStore::answer(
                 db, names, problems.value().front(),
                 {problems.value().front().id, ProblemState::Confirmed, u"seen"_s, {}}, me);
         }},
        {"hand out work", Role::Lead,
         [](Db& db, const QString& me) -> Result<void> {
             const auto made = TaskStore::create(
                 db, names,
                 {.title = u"By role"_s, .filter = {.openOnly = false}, .goldShare = 0.1, .createdBy = me});
             if (!made)
                 return made.error();
             if (auto given = TaskStore::assign(db, names, made.value().id, {me}); !given)
                 return given;
             return TaskStore::setClosed(db, names, made.value().id, true);
         }},
        {"scores on known spectra", Role::Lead,
         [](Db& db, const QString&) {
             return asked(ScoreStore::scores(db, names, ConflictRules::builtIn().value()));
         }},
        {"name known spectra", Role::Lead,
         [=](Db& db, const QString&) {
             return asked(ScoreStore::addGold(db, names,
                                              {{.obsid = obsid,
                                                .pipelineVersion = version,
                                                .spectralClass = SpectralClass::Galaxy,
                                                .z = 0.1,
                                                .source = u"test"_s}}));
         }},
        {"write the observation log", Role::Lead,
         [](Db& db, const QString& me) -> Result<void> {
             PlateLog logged;
             logged.planId = u"HD-"_s + me;
             logged.lmjd = 58000;
             logged.obsDate = u"2017-09-04"_s;
             logged.enteredFrom = u"file"_s;
             if (const auto entered = ObservationLogStore::enter(db, names, {logged}, me); !entered)
                 return entered.error();
             return ObservationLogStore::confirm(db, names, logged, me);
         }},
        {"take back from a release", Role::Release,
         [=](Db& db, const QString& me) {
             return WithdrawalStore::add(
                 db, names,
                 {{.obsid = obsid, .release = u"dr9"_s, .reason = u"x"_s, .account = me, .withdrawnAt = {}}});
         }},
        {"members", Role::Lead, [](Db& db, const QString&) { return asked(MemberStore::all(db, names)); }},
        {"lock and unlock", Role::Admin,
         [](Db& db, const QString&) -> Result<void> {
             if (auto locked = MemberStore::setState(db, names, u"li"_s, MemberState::Locked); !locked)
                 return locked;
             return MemberStore::setState(db, names, u"li"_s, MemberState::Active);
         }},
    };
}
