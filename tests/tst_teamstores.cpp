#include "support/teamstand.h"

class TestTeamStores : public TeamStand
{
    Q_OBJECT
private slots:
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
                              .obsDate = u"2011-10-24"_s,
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
        const auto listed = problems({.fromDate = u"2011-10-01"_s,
                                      .toDate = u"2011-10-31"_s,
                                      .spectrographId = 1,
                                      .states = ProblemStore::statesToWorkOn()});
        QCOMPARE(listed.size(), std::size_t {1});
        problem.id = first.value();
        problem.spectra = 14;
        QVERIFY(listed.front() == problem);
        QVERIFY(problems({.toDate = u"2011-09-01"_s}).empty());

        VERIFY_OK(answer(problem, {.state = ProblemState::Confirmed, .note = u"seen"_s}));
        const auto late = answer(problem, {.state = ProblemState::Rejected});
        QVERIFY(!late); // it is not open any more
        QCOMPARE(late.error().kind, ErrorKind::BadInput);

        ingest(1809, u"v3.0.0"_s); // the new version arrives before the answer
        auto confirmed = problems({.states = {ProblemState::Confirmed}}).front();
        const ProblemAnswer mended {
            .state = ProblemState::Reprocessed, .note = u"scattered light"_s, .fixedVersion = u"v3.0.0"_s};
        VERIFY_OK(answer(confirmed, mended));
        VERIFY_OK(
            answer(confirmed, mended)); // as a call is repeated that was interrupted behind its first half
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
                                    .obsDate = u"2011-10-24"_s,
                                    .planId = planOf(1810),
                                    .spectrographId = 1,
                                    .firstFiber = 5,
                                    .lastFiber = 6,
                                    .kind = u"saturation"_s,
                                    .origin = ProblemOrigin::Raw,
                                    .reporter = u"li"_s};
        VERIFY_OK(run([&](QSqlDatabase& db) { return ProblemStore::report(db, names, problem); }));
        QCOMPARE(count(u"SELECT COUNT(*) FROM {check}.spectrum_event WHERE detail LIKE 'raw problem%'"_s), 2);
        auto other = problem; // the same plate in another night
        other.submission = QUuid::createUuid();
        other.obsDate = u"2011-10-23"_s;
        const auto nowhere = run([&](QSqlDatabase& db) { return ProblemStore::report(db, names, other); });
        QVERIFY(!nowhere);
        QCOMPARE(nowhere.error().kind, ErrorKind::NotFound);
        QVERIFY(problems({.fromDate = other.obsDate, .toDate = other.obsDate}).empty());
        QCOMPARE(count(u"SELECT COUNT(*) FROM {check}.spectrum_event WHERE detail LIKE 'raw problem%'"_s), 2);
        auto bad = problem;
        bad.submission = QUuid::createUuid();
        bad.lastFiber = 1;
        QVERIFY(!run([&](QSqlDatabase& db) { return ProblemStore::report(db, names, bad); }));
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
        QVERIFY(progress({.group = ProgressGroup::Task}).size() == 1);
        const auto forecast = run([](QSqlDatabase& db) {
            return ProgressStore::forecast(db, names, {.page = WorkPage::Inspect},
                                           QDateTime::currentDateTimeUtc().date());
        });
        VERIFY_OK(forecast);
        QVERIFY(forecast.value().remaining > 0);
        QVERIFY(forecast.value().perDay > 0);
        QVERIFY(forecast.value().done.has_value());
    }
};

QTEST_GUILESS_MAIN(TestTeamStores)
#include "tst_teamstores.moc"
