#include "db/stores/platestore.h"
#include "support/teamstand.h"

class TestTaskStore : public TeamStand
{
    Q_OBJECT
private slots:
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

    void whatNoFileGaveAClassIsUnknownToo()
    {
        const auto unknown = u"SELECT COUNT(*) FROM {check}.spec_check WHERE is_object = 1 AND planid = '%1' "
                             "AND (spectral_class IS NULL OR spectral_class = 'UNKNOWN')"_s.arg(planOf(1810));
        execute(
            u"UPDATE {check}.spec_check SET spectral_class = NULL WHERE planid = '%1' AND fiberid IN (11, 12)"_s
                .arg(planOf(1810)));
        const auto task =
            create({.title = u"Unknown"_s,
                    .filter = {.planIds = {planOf(1810)}, .classes = {SpectralClass::Unknown}}});
        VERIFY_OK(task);
        QCOMPARE(task.value().spectra, count(unknown));
        QVERIFY(task.value().spectra >= 2);
        const auto records =
            run([](QSqlDatabase& db) { return PlateStore::records(db, names, 1, u"v2.9.8"_s); });
        VERIFY_OK(records);
        QCOMPARE(records.value()[10].failures, 1);
        execute(u"UPDATE {check}.spec_check SET spectral_class = 'STAR' WHERE spectral_class IS NULL"_s);
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

    void whatTellsMostComesFirst()
    {
        const auto some = create({.title = u"Solved"_s, .filter = {.planIds = {planOf(1809)}}});
        VERIFY_OK(some);
        const auto pool = hold(some.value().id, u"order"_s, 3).value();
        VERIFY_OK(run(
            [&](QSqlDatabase& db) { return TaskStore::release(db, names, some.value().id, u"order"_s); }));
        const auto solve = [&](std::size_t index, SpectralClass found, double p, double deltaChi2) {
            const auto& entry = pool[index].entry;
            execute(u"INSERT INTO {check}.redshift_solution (obsid, pipeline_version, solution_rank, "
                    "spectral_class, template, template_group, z, probability, delta_chi2, warnings, "
                    "tool_version, "
                    "solved_at) VALUES (%1, '%2', 1, '%3', 't', 'g', 0.1, %4, %5, '', 'x', NOW(6))"_s
                        .arg(entry.obsid)
                        .arg(entry.pipelineVersion, className(found))
                        .arg(p)
                        .arg(deltaChi2));
        };
        const auto other =
            pool[2].entry.spectralClass == SpectralClass::Qso ? SpectralClass::Galaxy : SpectralClass::Qso;
        solve(0, pool[0].entry.spectralClass, 0.1, 50); // least P
        solve(1, pool[1].entry.spectralClass, 0.2, 3); // least Δχ²
        solve(2, other, 0.99, 400); // classes disagree
        const auto first = [&](TaskOrder order) {
            const auto task =
                create({.title = u"Order"_s, .filter = {.planIds = {planOf(1809)}}, .order = order});
            return task ? hold(task.value().id, u"order"_s, 1).value().front().entry.obsid : 0;
        };
        QCOMPARE(first(TaskOrder::Probability), pool[0].entry.obsid);
        QCOMPARE(first(TaskOrder::DeltaChi2), pool[1].entry.obsid);
        QCOMPARE(first(TaskOrder::Information), pool[2].entry.obsid);
        const auto photometry = create({.title = u"Photometry"_s,
                                        .filter = {.planIds = {planOf(1809)}},
                                        .order = TaskOrder::Photometry});
        VERIFY_OK(photometry);
        const auto claims = hold(photometry.value().id, u"order"_s, 100).value();
        const auto isMismatch = [](const Claim& claim) {
            return claim.entry.reason == QueueReason::TargetMismatch;
        };
        QVERIFY(std::ranges::is_partitioned(claims, isMismatch));
        QVERIFY(one(photometry.value().id).order == TaskOrder::Photometry);
        for (const auto order : allTaskOrders())
            QVERIFY(taskOrderFrom(orderName(order)) == order);
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
            u"UPDATE {check}.task_lease SET leased_until = leased_until - INTERVAL 2 HOUR WHERE holder = 'sleeper'"_s);
        const auto taken = hold(id, u"worker"_s, 6).value();
        QCOMPARE(taken.size(), std::size_t {6});
        QCOMPARE(taken.front().entry.obsid, first.front().entry.obsid);
        QVERIFY(hold(id, u"sleeper"_s, 1).value().front().entry.obsid != first.front().entry.obsid);
        VERIFY_OK(run([&](QSqlDatabase& db) { return TaskStore::release(db, names, id, u"worker"_s); }));
        QCOMPARE(hold(id, u"third"_s, 1).value().front().entry.obsid, first.front().entry.obsid);
    }

    void ofTwoLeasesAtOneSpectrumThatEndedOnePersonGetsOne()
    {
        const int id = create({.title = u"Twice"_s, .order = TaskOrder::Natural, .inspectors = 2}).value().id;
        const auto first = hold(id, u"first sleeper"_s, 3).value();
        const auto second = hold(id, u"second sleeper"_s, 3).value();
        QCOMPARE(second.front().entry.obsid, first.front().entry.obsid); // both look at the same
        execute(
            u"UPDATE {check}.task_lease SET leased_until = leased_until - INTERVAL 2 HOUR WHERE task_id = %1"_s
                .arg(id));
        QSet<qint64> spectra;
        const auto taken = hold(id, u"worker"_s, 6).value();
        QCOMPARE(taken.size(), std::size_t {6});
        for (const auto& claim : taken)
            spectra << claim.entry.obsid;
        QCOMPARE(spectra.size(), 6);
        QVERIFY(spectra.contains(first.front().entry.obsid));
        QCOMPARE(hold(id, u"other"_s, 1).value().front().entry.obsid, first.front().entry.obsid);
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
            return VerdictStore::changes(db, names, {.inspector = u"undoer"_s, .obsid = verdict.obsid});
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
        for (std::size_t part = 0; part < places.size(); ++part) // by chance, but not in a heap
            QVERIFY2(places[part] * 5 + 25 >= part * claims.size()
                         && places[part] * 5 <= (part + 1) * claims.size() + 25,
                     qPrintable(QString::number(places[part])));
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

    /// What my_seat shows of a known spectrum is what it shows of any other.
    void nothingInASeatTellsAKnownSpectrum()
    {
        const auto known = u"SELECT COUNT(*) FROM {check}.gold_standard"_s;
        QVERIFY(count(known) > 0);
        const auto task = create({.title = u"Hidden"_s,
                                  .filter = {.planIds = {planOf(1810)}, .openOnly = false},
                                  .order = TaskOrder::Natural,
                                  .inspectors = 2,
                                  .goldShare = 0.05})
                              .value();
        const auto seats = u"FROM {check}.task_seat WHERE task_id = %1"_s.arg(task.id);
        QCOMPARE(count(u"SELECT COUNT(*) %1 AND is_gold = 1"_s.arg(seats)), 10); // two looks at each of five
        // The places are 1, 2, 3 … whatever stands there, and there is no other number.
        QCOMPARE(count(u"SELECT MAX(seat_order) %1"_s.arg(seats)), task.spectra);
        QCOMPARE(count(u"SELECT COUNT(DISTINCT seat_order) %1"_s.arg(seats)), task.spectra);
        QCOMPARE(count(u"SELECT COUNT(*) FROM information_schema.columns WHERE table_schema = '{check}' AND "
                       "table_name = 'my_seat' AND column_name IN ('id', 'is_gold')"_s),
                 0);
        // Another time they stand elsewhere.
        const auto placesOf = [&](int id) {
            return run([&](QSqlDatabase& db) -> Result<QString> {
                       auto rows = runText(db, names,
                                           u"SELECT GROUP_CONCAT(seat_order ORDER BY seat_order) FROM "
                                           "{check}.task_seat WHERE task_id = %1 AND is_gold = 1"_s.arg(id));
                       if (!rows)
                           return rows.error();
                       return rows.value().next() ? rows.value().value(0).toString() : QString();
                   })
                .value();
        };
        bool moved = false;
        for (int attempt = 0; attempt < 5 && !moved; ++attempt) // the same five places by chance: 1 in 10^6
            moved = placesOf(task.id)
                != placesOf(create({.title = u"Hidden too"_s,
                                    .filter = {.planIds = {planOf(1810)}, .openOnly = false},
                                    .order = TaskOrder::Natural,
                                    .inspectors = 2,
                                    .goldShare = 0.05})
                                .value()
                                .id);
        QVERIFY(moved);
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
};

QTEST_GUILESS_MAIN(TestTaskStore)
#include "tst_taskstore.moc"
