#include "db/sql/migrator.h"
#include "db/sql/sqlquery.h"
#include "db/stores/problemstore.h"
#include "db/stores/progressstore.h"
#include "db/stores/scorestore.h"
#include "db/stores/secondlookstore.h"
#include "db/stores/spectrumstore.h"
#include "db/stores/taskstore.h"
#include "db/stores/verdictstore.h"
#include "models/check/pageacceptance.h"
#include "support/syntheticspectra.h"
#include "support/testserver.h"

#include <QElapsedTimer>
#include <QFile>
#include <QSet>
#include <QTest>

using namespace Qt::Literals::StringLiterals;

namespace {
const SchemaNames names;

ConflictRules conflictRules()
{
    QFile file(u":/rules/conflicts.json"_s);
    return file.open(QIODevice::ReadOnly) ? ConflictRules::fromJson(file.readAll()).value() : ConflictRules();
}

Verdict verdictOn(const QueueEntry& entry, const QString& inspector, SpectralClass spectralClass, double z)
{
    Verdict verdict;
    verdict.submission = QUuid::createUuid();
    verdict.obsid = entry.obsid;
    verdict.pipelineVersion = entry.pipelineVersion;
    verdict.spectralClass = spectralClass;
    verdict.z = z;
    verdict.grade = Grade::Secure;
    verdict.inspector = inspector;
    verdict.secondsSpent = 9;
    verdict.decidedAt = QDateTime::currentDateTimeUtc();
    return verdict;
}
}

class TestTeamStores : public QObject
{
    Q_OBJECT
private slots:
    void initTestCase()
    {
        REQUIRE_SERVER(m_server);
        m_db = std::make_unique<DbThread>(m_server.config());
        VERIFY_OK(run([](QSqlDatabase& db) { return migrate(db, names, SchemaGroup::Check); }));
        ingest(1809, u"v2.9.8"_s);
        ingest(1810, u"v2.9.8"_s);
        ingest(1811, u"v2.9.8"_s);
    }

    void aTaskHasWhatItsFilterFinds()
    {
        const auto task = create({.title = u"Galaxies"_s,
                                  .filter = {.classes = {SpectralClass::Galaxy, SpectralClass::Qso}},
                                  .inspectors = 2,
                                  .members = {u"li"_s, u"zhao"_s},
                                  .createdBy = u"lead"_s});
        VERIFY_OK(task);
        QVERIFY(task.value().spectra > 30);
        QCOMPARE(task.value().looks, 2 * task.value().spectra);
        QCOMPARE(task.value().looksDone, 0);
        QCOMPARE(task.value().members, (QStringList {u"li"_s, u"zhao"_s}));
        QVERIFY(task.value().filter.classes == (std::vector {SpectralClass::Galaxy, SpectralClass::Qso}));
        const auto claims = hold(task.value().id, u"li"_s, 5);
        VERIFY_OK(claims);
        QCOMPARE(claims.value().size(), std::size_t {5});
        for (const auto& claim : claims.value())
            QVERIFY(claim.entry.spectralClass != SpectralClass::Star);
        QCOMPARE(hold(task.value().id, u"mallory"_s, 5).error().kind, ErrorKind::NotFound);
        VERIFY_OK(
            run([&](QSqlDatabase& db) { return TaskStore::setClosed(db, names, task.value().id, true); }));
        QCOMPARE(hold(task.value().id, u"li"_s, 5).error().kind, ErrorKind::NotFound);
        const auto left =
            run([](QSqlDatabase& db) { return TaskStore::all(db, names, {.account = u"zhao"_s}); });
        VERIFY_OK(left);
        QVERIFY(left.value().empty()); // it is closed
    }

    void aTaskWithoutSpectraIsRefused()
    {
        const auto task = create({.title = u"Nothing"_s, .filter = {.nights = {u"1999-01-01"_s}}});
        QVERIFY(!task);
        QCOMPARE(task.error().kind, ErrorKind::BadInput);
        QVERIFY(!create({.title = u"x"_s, .inspectors = 0}));
        QVERIFY(!create({.title = u" "_s}));
    }

    void theOrderOfATaskIsTheOneAskedFor()
    {
        const auto natural = create({.title = u"Natural"_s, .order = TaskOrder::Natural});
        VERIFY_OK(natural);
        const auto claims = hold(natural.value().id, u"order"_s, 100).value();
        for (std::size_t i = 1; i < claims.size(); ++i)
            QVERIFY(claims[i - 1].entry.obsid < claims[i].entry.obsid); // plate, spectrograph, fibre
        for (const auto& version : {QString(), u"v2.9.8"_s}) {
            const auto informed = create({.title = u"Informed"_s,
                                          .filter = {.pipelineVersion = version},
                                          .order = TaskOrder::Information});
            VERIFY_OK(informed);
            const auto first = hold(informed.value().id, u"order"_s, 100).value();
            QCOMPARE(first.size(), std::size_t {100});
            QVERIFY(first.front().entry.page == WorkPage::Inspect);
            for (std::size_t i = 1; i < first.size(); ++i)
                if (version.isEmpty())
                    QVERIFY(first[i - 1].entry.priority <= first[i].entry.priority
                            || first[i - 1].entry.reason == QueueReason::TargetMismatch
                            || first[i - 1].entry.reason == QueueReason::Unknown);
        }
    }

    /// Twelve connections take all of a task at once.
    void nobodyGetsWhatAnotherHas()
    {
        const auto task = create({.title = u"Race"_s, .order = TaskOrder::Natural, .inspectors = 2});
        VERIFY_OK(task);
        std::vector<std::unique_ptr<DbThread>> connections;
        std::vector<QFuture<Result<Claims>>> answers;
        QHash<qint64, QSet<int>> holders;
        for (int person = 0; person < 12; ++person)
            connections.push_back(std::make_unique<DbThread>(m_server.config()));
        std::vector<std::size_t> held(12, 0);
        for (int wanted = 10; wanted <= 120; wanted += 10) {
            answers.clear();
            for (int person = 0; person < 12; ++person)
                answers.push_back(connections[static_cast<std::size_t>(person)]->run(
                    [id = task.value().id, person, wanted](QSqlDatabase& db) {
                        return TaskStore::hold(db, names, id, u"p%1"_s.arg(person), wanted);
                    }));
            for (int person = 0; person < 12; ++person) {
                const auto claims = answers[static_cast<std::size_t>(person)].result();
                VERIFY_OK(claims);
                held[static_cast<std::size_t>(person)] = claims.value().size();
                for (const auto& claim : claims.value())
                    holders[claim.entry.obsid].insert(person);
            }
        }
        std::size_t all = 0;
        for (const auto count : held)
            all += count;
        QCOMPARE(static_cast<qint64>(all), task.value().looks); // nothing is left over
        QCOMPARE(holders.size(), task.value().spectra);
        for (const auto& people : std::as_const(holders))
            QCOMPARE(people.size(), 2); // two different people at each
    }

    void aLeaseThatEndedGoesToTheNext()
    {
        const auto task = create({.title = u"Leases"_s, .order = TaskOrder::Natural});
        const int id = task.value().id;
        const auto first = hold(id, u"sleeper"_s, 3).value();
        QCOMPARE(hold(id, u"sleeper"_s, 3).value().size(), std::size_t {3}); // renewed, not more
        const auto others = hold(id, u"worker"_s, 3).value();
        QVERIFY(others.front().entry.obsid != first.front().entry.obsid);
        execute(
            u"UPDATE {check}.task_seat SET leased_until = leased_until - INTERVAL 2 HOUR WHERE holder = 'sleeper'"_s);
        const auto taken = hold(id, u"worker"_s, 6).value();
        QCOMPARE(taken.size(), std::size_t {6});
        QCOMPARE(taken.front().entry.obsid, first.front().entry.obsid);
        QVERIFY(hold(id, u"sleeper"_s, 1).value().front().entry.obsid != first.front().entry.obsid);
        VERIFY_OK(run([&](QSqlDatabase& db) { return TaskStore::release(db, names, id, u"worker"_s); }));
        QCOMPARE(hold(id, u"third"_s, 1).value().front().entry.obsid, first.front().entry.obsid);
    }

    void aVerdictEndsALookAndUndoBringsItBack()
    {
        const auto task = create({.title = u"Looks"_s, .order = TaskOrder::Natural}).value();
        const auto claim = hold(task.id, u"undoer"_s, 1).value().front();
        const auto verdict = verdictOn(claim.entry, u"undoer"_s, SpectralClass::Star, 0);
        VERIFY_OK(submit(verdict));
        QCOMPARE(one(task.id).looksDone, 1);
        QCOMPARE(one(task.id).looksHeld, 0);
        VERIFY_OK(run([&](QSqlDatabase& db) {
            return VerdictStore::withdraw(db, names, verdict, QUuid::createUuid());
        }));
        QCOMPARE(one(task.id).looksDone, 0);
        QCOMPARE(one(task.id).looksHeld, 1);
        const auto changes = run([&](QSqlDatabase& db) {
            return VerdictStore::changes(db, names, verdict.obsid, verdict.pipelineVersion, u"undoer"_s);
        });
        VERIFY_OK(changes);
        QCOMPARE(changes.value().size(), std::size_t {2});
        QVERIFY(changes.value()[1].from && !changes.value()[1].to);
        QCOMPARE(changes.value()[1].verdict.inspector, u"undoer"_s);
    }

    void knownSpectraAreMixedInAndScored()
    {
        GoldStandards truths;
        const auto some = create({.title = u"Pool"_s, .filter = {.planIds = {planOf(1811)}}}).value();
        const auto pool = hold(some.id, u"pool"_s, 6).value();
        VERIFY_OK(run([&](QSqlDatabase& db) { return TaskStore::release(db, names, some.id, u"pool"_s); }));
        for (const auto& claim : pool)
            truths.push_back({.obsid = claim.entry.obsid,
                              .pipelineVersion = claim.entry.pipelineVersion,
                              .spectralClass = SpectralClass::Qso,
                              .z = 2.0,
                              .source = u"simulation"_s});
        VERIFY_OK(run([&](QSqlDatabase& db) { return ScoreStore::addGold(db, names, truths); }));
        VERIFY_OK(run([&](QSqlDatabase& db) { return ScoreStore::addGold(db, names, truths); }));
        QVERIFY(run([](QSqlDatabase& db) { return ScoreStore::gold(db, names); }).value().size()
                == truths.size());
        const auto task = create({.title = u"With known ones"_s,
                                  .filter = {.planIds = {planOf(1810)}, .openOnly = false},
                                  .order = TaskOrder::Natural,
                                  .goldShare = 0.05})
                              .value();
        QCOMPARE(task.spectra,
                 one(some.id).spectra + 5); // 5 % of 96
        const auto claims = hold(task.id, u"tested"_s, 300).value();
        std::vector<std::size_t> places;
        for (std::size_t i = 0; i < claims.size(); ++i)
            for (const auto& truth : truths)
                if (truth.obsid == claims[i].entry.obsid)
                    places.push_back(i);
        QVERIFY(places.size() == 5);
        QVERIFY(places.front() > 5 && places.back() < claims.size() - 5); // not in a heap at either end
        VERIFY_OK(submit(verdictOn(claims[places[0]].entry, u"tested"_s, SpectralClass::Qso, 2.001)));
        VERIFY_OK(submit(verdictOn(claims[places[1]].entry, u"tested"_s, SpectralClass::Qso, 0.5)));
        VERIFY_OK(submit(verdictOn(claims[places[2]].entry, u"tested"_s, SpectralClass::Star, 0)));
        const auto scores =
            run([](QSqlDatabase& db) { return ScoreStore::scores(db, names, conflictRules(), u"tested"_s); });
        VERIFY_OK(scores);
        QCOMPARE(scores.value().size(), std::size_t {1});
        QCOMPARE(scores.value().front().judged, 3);
        QCOMPARE(scores.value().front().right(), 1);
        QCOMPARE(scores.value().front().wrongRedshift, 1);
        QCOMPARE(scores.value().front().wrongClass, 1);
    }

    void aConflictWaitsForAllLooksAndIsSettledOnce()
    {
        execute(
            u"UPDATE {check}.task SET closed = 1"_s); // what is not looked at any more does not keep it open
        const auto task = create({.title = u"Twice"_s,
                                  .filter = {.planIds = {planOf(1809)}, .openOnly = false},
                                  .order = TaskOrder::Natural,
                                  .inspectors = 2})
                              .value();
        const auto li = hold(task.id, u"li"_s, 3).value();
        const auto wu = hold(task.id, u"wu"_s, 3).value();
        QCOMPARE(li[0].entry.obsid, wu[0].entry.obsid);
        VERIFY_OK(submit(verdictOn(li[0].entry, u"li"_s, SpectralClass::Galaxy, 0.1)));
        VERIFY_OK(submit(verdictOn(li[1].entry, u"li"_s, SpectralClass::Galaxy, 0.1)));
        QVERIFY(!isInConflict(li[0].entry.obsid));
        VERIFY_OK(submit(verdictOn(wu[0].entry, u"wu"_s, SpectralClass::Qso, 1.9)));
        VERIFY_OK(submit(verdictOn(wu[1].entry, u"wu"_s, SpectralClass::Galaxy, 0.1001)));
        QVERIFY(isInConflict(li[0].entry.obsid));
        QVERIFY(!isInConflict(li[1].entry.obsid)); // they agree

        const auto look = conflicts().front();
        QCOMPARE(look.verdicts.size(), std::size_t {2});
        QVERIFY(look.conflicts == (std::vector {Conflict::Class, Conflict::Redshift}));
        auto recheck = recheckFrom(look.verdicts[1]);
        recheck.rechecker = u"lead"_s;
        const auto first = run([&](QSqlDatabase& db) { return SecondLookStore::settle(db, names, recheck); });
        const auto again = run([&](QSqlDatabase& db) { return SecondLookStore::settle(db, names, recheck); });
        VERIFY_OK(first);
        VERIFY_OK(again);
        QCOMPARE(first.value(), again.value());
        QVERIFY(!isInConflict(look.entry.obsid));
        const auto settled = run([&](QSqlDatabase& db) {
            return SecondLookStore::rechecks(db, names, look.entry.obsid, look.entry.pipelineVersion);
        });
        VERIFY_OK(settled);
        QCOMPARE(settled.value().size(), std::size_t {1});
        QCOMPARE(settled.value().front().chosenVerdict, std::optional(look.verdicts[1].id));
        QCOMPARE(settled.value().front().z, look.verdicts[1].z);
        const auto raw = run([&](QSqlDatabase& db) {
            return SecondLookStore::verdictsOn(db, names, look.entry.obsid, look.entry.pipelineVersion);
        });
        QCOMPARE(raw.value().size(), std::size_t {2}); // both are kept
    }

    void aProblemIsReportedOnceAnsweredOnceAndOpensTheNewVersion()
    {
        FiberProblem problem {.submission = QUuid::createUuid(),
                              .pipelineVersion = u"v2.9.8"_s,
                              .obsDate = u"2016-11-23"_s,
                              .planId = planOf(1809),
                              .spectrographId = 1,
                              .firstFiber = 17,
                              .lastFiber = 30,
                              .arm = u"blue"_s,
                              .fromAngstrom = 4000,
                              .toAngstrom = 4500.5,
                              .kind = u"stray-light"_s,
                              .description = u"漏光 'x'"_s,
                              .reporter = u"li"_s,
                              .reportedAt = QDateTime(QDate(2026, 11, 20), QTime(1, 2, 3, 4), Qt::UTC)};
        const auto first = run([&](QSqlDatabase& db) { return ProblemStore::report(db, names, problem); });
        const auto again = run([&](QSqlDatabase& db) { return ProblemStore::report(db, names, problem); });
        VERIFY_OK(first);
        VERIFY_OK(again);
        QCOMPARE(first.value(), again.value());
        const auto listed = problems({.fromDate = u"2016-11-01"_s,
                                      .toDate = u"2016-11-30"_s,
                                      .spectrographId = 1,
                                      .states = ProblemStore::statesToWorkOn()});
        QCOMPARE(listed.size(), std::size_t {1});
        problem.id = first.value();
        problem.spectra = 14;
        QVERIFY(listed.front() == problem);
        QVERIFY(problems({.toDate = u"2016-10-01"_s}).empty());

        const auto held = [&](int fiber) {
            return run([&](QSqlDatabase& db) {
                       return ProblemStore::holdingBack(db, names, 180'901'000 + fiber, u"v2.9.8"_s);
                   })
                .value()
                .size();
        };
        QCOMPARE(held(17), std::size_t {1});
        QCOMPARE(held(31), std::size_t {0});

        VERIFY_OK(answer(problem, {.state = ProblemState::Confirmed, .note = u"seen"_s}));
        const auto late = answer(problem, {.state = ProblemState::Rejected});
        QVERIFY(!late); // it is not open any more
        QCOMPARE(late.error().kind, ErrorKind::BadInput);

        ingest(1809, u"v3.0.0"_s); // the new version arrives before the answer
        auto confirmed = problems({.states = {ProblemState::Confirmed}}).front();
        VERIFY_OK(answer(
            confirmed,
            {.state = ProblemState::Reprocessed, .note = u"scattered light"_s, .fixedVersion = u"v3.0.0"_s}));
        QCOMPARE(held(17), std::size_t {0});
        QVERIFY(problems({.states = ProblemStore::statesToWorkOn()}).empty()); // the list is empty
        const auto reopened = count(
            u"SELECT COUNT(*) FROM {check}.spec_check WHERE reason = 'reprocessed' AND page = 'inspect' "
            "AND pipeline_version = 'v3.0.0' AND fiberid BETWEEN 17 AND 30"_s);
        QVERIFY(reopened >= 12); // sky fibres are nobody's work
        QCOMPARE(count(u"SELECT COUNT(*) FROM {check}.spec_check WHERE reason = 'reprocessed'"_s), reopened);
        QCOMPARE(
            count(u"SELECT total FROM {check}.check_list WHERE list_name = 'inspect'"_s),
            count(u"SELECT COUNT(*) FROM {check}.spec_check WHERE page = 'inspect' AND is_object = 1"_s));
        const auto story =
            run([&](QSqlDatabase& db) { return ProblemStore::history(db, names, problem.id); });
        VERIFY_OK(story);
        QCOMPARE(story.value().size(), std::size_t {3});
        QCOMPARE(story.value().back().account, u"team"_s);
        QCOMPARE(story.value().back().note, u"scattered light"_s);
    }

    void aRawProblemEndsItsSpectra()
    {
        const FiberProblem problem {.submission = QUuid::createUuid(),
                                    .pipelineVersion = u"v2.9.8"_s,
                                    .planId = planOf(1810),
                                    .spectrographId = 1,
                                    .firstFiber = 5,
                                    .lastFiber = 6,
                                    .kind = u"saturation"_s,
                                    .origin = ProblemOrigin::Raw,
                                    .reporter = u"li"_s};
        VERIFY_OK(run([&](QSqlDatabase& db) { return ProblemStore::report(db, names, problem); }));
        QCOMPARE(count(u"SELECT COUNT(*) FROM {check}.spectrum_event WHERE detail LIKE 'raw problem%'"_s), 2);
        auto bad = problem;
        bad.submission = QUuid::createUuid();
        bad.lastFiber = 1;
        QVERIFY(!run([&](QSqlDatabase& db) { return ProblemStore::report(db, names, bad); }));
    }

    void aPageOfHundredsIsAcceptedAtOnceAndTheSittingResumesThere()
    {
        const auto task =
            create({.title = u"Wall"_s, .filter = {.planIds = {planOf(1811)}, .openOnly = false}}).value();
        QueueEntries seen;
        const auto claims = hold(task.id, u"browser"_s, 300).value();
        for (const auto& claim : claims)
            seen.push_back(claim.entry);
        const auto verdicts = acceptedAsSeen(seen, u"browser"_s, QDateTime::currentDateTimeUtc(), 30);
        QElapsedTimer clock;
        clock.start();
        VERIFY_OK(run([&](QSqlDatabase& db) { return VerdictStore::submitAll(db, names, verdicts); }));
        qInfo("%zu verdicts of a page in %lld ms", verdicts.size(), static_cast<long long>(clock.elapsed()));
        VERIFY_OK(
            run([&](QSqlDatabase& db) { return VerdictStore::submitAll(db, names, verdicts); })); // again
        QCOMPARE(count(u"SELECT COUNT(*) FROM {check}.humanverify WHERE inspector = 'browser'"_s),
                 static_cast<qint64>(verdicts.size()));
        QCOMPARE(count(u"SELECT SUM(done) FROM {check}.check_status WHERE inspector = 'browser'"_s),
                 static_cast<qint64>(verdicts.size()));
        QCOMPARE(one(task.id).looksDone, static_cast<qint64>(verdicts.size()));

        auto bad = verdicts;
        for (auto& verdict : bad)
            verdict.submission = QUuid::createUuid();
        bad.back().subclass = QString(100, u'x'); // too long for its column
        QVERIFY(!run([&](QSqlDatabase& db) { return VerdictStore::submitAll(db, names, bad); }));
        QCOMPARE(count(u"SELECT COUNT(*) FROM {check}.humanverify WHERE inspector = 'browser'"_s),
                 static_cast<qint64>(verdicts.size())); // none of them

        VERIFY_OK(run([&](QSqlDatabase& db) {
            return VerdictStore::rememberPlace(db, names, u"browser"_s, WorkPage::Browse, seen[7].obsid,
                                               seen[7].pipelineVersion);
        }));
        const auto status =
            run([](QSqlDatabase& db) { return VerdictStore::status(db, names, u"browser"_s); });
        VERIFY_OK(status);
        const auto browse = std::ranges::find_if(
            status.value(), [](const CheckStatus& line) { return line.list == "browse"_L1; });
        QCOMPARE(browse->lastObsid, seen[7].obsid);
    }

    /// A journal that was left on another machine brings it late.
    void aVerdictThatComesLateDoesNotReplaceANewerOne()
    {
        const auto task = create({.title = u"Late"_s, .filter = {.openOnly = false}}).value();
        const auto entry = hold(task.id, u"late"_s, 1).value().front().entry;
        auto newer = verdictOn(entry, u"late"_s, SpectralClass::Qso, 2);
        auto older = verdictOn(entry, u"late"_s, SpectralClass::Star, 0);
        older.decidedAt = newer.decidedAt.addSecs(-60);
        VERIFY_OK(submit(newer));
        VERIFY_OK(submit(older));
        const auto standing = run([&](QSqlDatabase& db) {
            return VerdictStore::standing(db, names, entry.obsid, entry.pipelineVersion, u"late"_s);
        });
        QCOMPARE(standing.value()->submission, newer.submission);
        QCOMPARE(count(u"SELECT COUNT(*) FROM {check}.humanverify WHERE inspector = 'late'"_s), 2);
    }

    void progressAddsUp()
    {
        const auto nights = progress({.group = ProgressGroup::Night});
        qint64 total = 0;
        qint64 done = 0;
        for (const auto& line : nights) {
            total += line.total;
            done += line.done;
        }
        QCOMPARE(total, count(u"SELECT COUNT(*) FROM {check}.spec_check WHERE is_object = 1"_s));
        QCOMPARE(
            done,
            count(
                u"SELECT COUNT(DISTINCT h.obsid, h.pipeline_version) FROM {check}.standing_verdict AS h"_s));
        const auto plates = progress({.group = ProgressGroup::Plate});
        QCOMPARE(plates.size(), std::size_t {3});
        const auto people = progress({.group = ProgressGroup::Person, .inspector = u"li"_s});
        QCOMPARE(people.size(), std::size_t {1});
        QCOMPARE(people.front().done, 2);
        QCOMPARE(people.front().secondsSpent, 18.0);
        QCOMPARE(*people.front().perHour(), 400.0);
        const auto days = progress({.group = ProgressGroup::Day});
        QVERIFY(!days.empty());
        QCOMPARE(days.back().name, QDateTime::currentDateTimeUtc().date().toString(Qt::ISODate));
        QVERIFY(progress({.group = ProgressGroup::Day, .from = QDateTime::currentDateTimeUtc().addDays(1)})
                    .empty());
        QVERIFY(progress({.group = ProgressGroup::Task}).size() > 5);
        const auto forecast = run([](QSqlDatabase& db) {
            return ProgressStore::forecast(db, names, {.page = WorkPage::Inspect},
                                           QDateTime::currentDateTimeUtc().date());
        });
        VERIFY_OK(forecast);
        QVERIFY(forecast.value().remaining > 0);
        QVERIFY(forecast.value().perDay > 0);
        QVERIFY(forecast.value().done.has_value());
    }

private:
    template<typename Job>
    std::invoke_result_t<Job, QSqlDatabase&> run(Job job)
    {
        return m_db->run(job).result();
    }

    void ingest(int plate, const QString& version)
    {
        std::vector<SpectrumPtr> spectra;
        for (const auto& spectrum : syntheticPlate(100, plate)) {
            auto copy = *spectrum;
            copy.pipelineVersion = version;
            copy.target.planId = planOf(plate);
            spectra.push_back(std::make_shared<const Spectrum>(std::move(copy)));
        }
        const auto added =
            run([&](QSqlDatabase& db) { return SpectrumStore::add(db, names, spectra, queueRules()); });
        VERIFY_OK(added);
        QCOMPARE(added.value().added, 100);
    }

    static QString planOf(int plate) { return u"HD%1N01"_s.arg(plate); }
    Result<Task> create(const Task& wish)
    {
        return run([&](QSqlDatabase& db) { return TaskStore::create(db, names, wish); });
    }
    Task one(int id)
    {
        return run([&](QSqlDatabase& db) { return TaskStore::one(db, names, id); }).value();
    }
    Result<Claims> hold(int task, const QString& account, int wanted)
    {
        return run([&](QSqlDatabase& db) { return TaskStore::hold(db, names, task, account, wanted); });
    }
    Result<qint64> submit(const Verdict& verdict)
    {
        return run([&](QSqlDatabase& db) { return VerdictStore::submit(db, names, verdict); });
    }
    SecondLooks conflicts()
    {
        return run([](QSqlDatabase& db) {
                   return SecondLookStore::inConflict(db, names, conflictRules(), {}, 100);
               })
            .value();
    }
    bool isInConflict(qint64 obsid)
    {
        const auto looks = conflicts();
        return std::ranges::any_of(looks, [&](const SecondLook& look) { return look.entry.obsid == obsid; });
    }
    FiberProblems problems(const ProblemFilter& filter)
    {
        return run([&](QSqlDatabase& db) { return ProblemStore::all(db, names, filter); }).value();
    }
    Result<void> answer(const FiberProblem& seen, ProblemAnswer word)
    {
        return run([&](QSqlDatabase& db) { return ProblemStore::answer(db, names, seen, word, u"team"_s); });
    }
    ProgressLines progress(const ProgressQuery& query)
    {
        return run([&](QSqlDatabase& db) { return ProgressStore::lines(db, names, query); }).value();
    }
    void execute(const QString& text)
    {
        VERIFY_OK(run([&](QSqlDatabase& db) { return runStatement(db, names.in(text)); }));
    }
    qint64 count(const QString& text)
    {
        return run([&](QSqlDatabase& db) -> Result<qint64> {
                   auto rows = runText(db, names, text);
                   if (!rows)
                       return rows.error();
                   return rows.value().next() ? rows.value().value(0).toLongLong() : -1;
               })
            .value();
    }

    TestServer m_server;
    std::unique_ptr<DbThread> m_db;
};

QTEST_GUILESS_MAIN(TestTeamStores)
#include "tst_teamstores.moc"
