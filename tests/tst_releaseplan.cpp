#include "db/release/explanation.h"
#include "db/release/integration.h"
#include "db/release/releaseplanning.h"
#include "db/simulation/seasonrows.h"
#include "db/sql/grants.h"
#include "db/sql/migrator.h"
#include "db/sql/sqlquery.h"
#include "db/stores/memberstore.h"
#include "db/stores/observationlogstore.h"
#include "db/stores/releasestore.h"
#include "support/syntheticspectra.h"
#include "support/testserver.h"

#include <QFile>
#include <QTest>

using namespace Qt::Literals::StringLiterals;

namespace {
const SchemaNames names;

ReleaseTask taskOf(const QString& release)
{
    QFile file(u":/rules/release.json"_s);
    (void)file.open(QIODevice::ReadOnly);
    return {.release = release,
            .rules = ReleaseRules::fromJson(file.readAll()).value(),
            .firstDate = {},
            .lastDate = {}};
}

PlanSettings settingsFor(const QString& release, const QString& previous)
{
    PlanSettings settings;
    settings.task = taskOf(release);
    settings.previous = previous;
    settings.chunkRows = 110;
    settings.examples = 5;
    return settings;
}
}

/// What a release would hold before it is built, who may see that, and who confirms the observation log.
class TestReleasePlan : public QObject
{
    Q_OBJECT
private slots:
    void initTestCase()
    {
        REQUIRE_SERVER(m_server);
        m_db = std::make_unique<DbThread>(m_server.config());
        NightSettings season;
        season.plates = 12;
        season.spectrographs = 2;
        season.spectraPerPlate = 150;
        season.mix = ObjectMix::Teaching;
        VERIFY_OK(run([&](QSqlDatabase& db) -> Result<void> {
            if (auto made = migrate(db, names, SchemaGroup::Check); !made)
                return made.error();
            if (auto stored =
                    storeSeason(db, names, season, queueRules(), u"/no/files"_s, 2, [](int) { return true; });
                !stored)
                return stored;
            return installGrants(db, names);
        }));
        for (const auto role : allRoles())
            VERIFY_OK(run([&](QSqlDatabase& db) {
                return MemberStore::add(db, names,
                                        {.account = roleName(role),
                                         .host = u"localhost"_s,
                                         .password = password(role),
                                         .role = role});
            }));
    }

    void aPlanSaysWhatTheBuildThenDoes_data()
    {
        QTest::addColumn<QString>("release");
        QTest::newRow("alpha") << u"dr6_alpha"_s;
        QTest::newRow("formal") << u"dr6"_s;
    }

    void aPlanSaysWhatTheBuildThenDoes()
    {
        QFETCH(QString, release);
        const auto plan = planned(release, {});
        VERIFY_OK(plan);
        QVERIFY(!run([](QSqlDatabase& db) { return ReleaseStore::releases(db, names); })
                     .value()
                     .contains(release));
        IntegrationSettings settings;
        settings.task = taskOf(release);
        VERIFY_OK(run([&](QSqlDatabase& db) { return integrate(db, names, settings); }));
        const auto own = names.forRelease(release);
        const auto classes = run([&](QSqlDatabase& db) { return ReleaseStore::classes(db, own); });
        const auto excluded = run([&](QSqlDatabase& db) { return ReleaseStore::excluded(db, own); });
        QCOMPARE(plan.value().classes, classes.value());
        QCOMPARE(plan.value().excluded, excluded.value());
        QVERIFY(excluded.value().size() > 5);
        QCOMPARE(plan.value().spectra, number(u"SELECT COUNT(*) FROM lamost_%1.catalogue"_s.arg(release)));
        QCOMPARE(plan.value().plates.size(), std::size_t(12));
        qint64 released = 0;
        for (const auto& plate : plan.value().plates) {
            QCOMPARE(
                plate.released,
                number(
                    u"SELECT COUNT(*) FROM lamost_%1.catalogue WHERE if_release = 1 AND planid = '%2'"_s.arg(
                        release, plate.planId)));
            released += plate.released;
        }
        QCOMPARE(plan.value().released, released);
        QVERIFY(released > 100);
        const auto again = planned(release, release);
        VERIFY_OK(again);
        QVERIFY(again.value().examples.empty()); // nothing has changed since it was built
    }

    void aPlanNamesWhatDiffersFromAnEarlierRelease()
    {
        const auto differing = [](const QString& condition) {
            return u"SELECT COUNT(*) FROM lamost_dr6_alpha.catalogue AS a JOIN lamost_dr6.catalogue AS f "
                   "ON f.obsid = a.obsid WHERE "_s
                + condition;
        };
        const auto plan = planned(u"dr6"_s, u"dr6_alpha"_s);
        VERIFY_OK(plan);
        const auto gone = plan.value().changed(ReleaseChange::Gone);
        QCOMPARE(gone, number(differing(u"a.if_release = 1 AND f.if_release = 0"_s)));
        QVERIFY(gone > 20);
        QCOMPARE(plan.value().changed(ReleaseChange::New), 0);
        qint64 reasons = 0;
        for (const auto& reason : plan.value().gone) {
            QCOMPARE(reason.spectra,
                     number(differing(u"a.if_release = 1 AND f.reason = '%1'"_s.arg(reason.word))));
            reasons += reason.spectra;
        }
        QCOMPARE(reasons, gone);
        const auto back = planned(u"dr6_alpha"_s, u"dr6"_s);
        VERIFY_OK(back);
        QCOMPARE(back.value().changed(ReleaseChange::New), gone);
        QCOMPARE(planned(u"dr6"_s, u"dr99"_s).error().kind, ErrorKind::NotFound);
    }

    void everyChangeOfASpectrumIsCountedOnceAndShown()
    {
        const auto change = [&](const QString& what, int place) {
            const auto obsid = number(u"SELECT obsid FROM lamost_dr6.catalogue WHERE if_release = 1 AND "
                                      "z IS NOT NULL ORDER BY obsid LIMIT 1 OFFSET %1"_s.arg(place));
            execute(u"UPDATE lamost_dr6.catalogue SET %1 WHERE obsid = %2"_s.arg(what).arg(obsid));
            return obsid;
        };
        const std::map<ReleaseChange, qint64> expected {
            {ReleaseChange::Class, change(u"`class` = 'Never', subclass = 'x'"_s, 3)},
            {ReleaseChange::Subclass, change(u"subclass = 'x', z = 5"_s, 4)},
            {ReleaseChange::Redshift, change(u"z = z + 0.0001"_s, 5)},
            {ReleaseChange::Version, change(u"pipeline_version = 'v0'"_s, 6)},
            {ReleaseChange::New, change(u"if_release = 0"_s, 7)}};
        execute(u"INSERT INTO lamost_dr6.catalogue (obsid, pipeline_version, if_release, reason, decided_by, "
                u"zflag) "
                "VALUES (999999999999, 'v1', 1, '', 'pipeline', '')"_s);
        const auto plan = planned(u"dr6"_s, u"dr6"_s);
        VERIFY_OK(plan);
        QCOMPARE(std::ssize(plan.value().examples), 6);
        for (const auto& spectrum : plan.value().examples) {
            QCOMPARE(plan.value().changed(spectrum.change), 1);
            if (spectrum.change != ReleaseChange::Gone)
                QCOMPARE(spectrum.obsid, expected.at(spectrum.change));
        }
        const auto& gone = plan.value().examples.back();
        QCOMPARE(gone.obsid, 999'999'999'999);
        QVERIFY(gone.reason.isEmpty()); // the survey does not have it
    }

    void aPlanStopsWhenAsked()
    {
        auto settings = settingsFor(u"dr6"_s, {});
        settings.progress = [](qint64 done, qint64 inAll) { return done < inAll / 2; };
        const auto stopped = run([&](QSqlDatabase& db) { return planRelease(db, names, settings); });
        QVERIFY(!stopped);
        QCOMPARE(stopped.error().kind, ErrorKind::Cancelled);
        VERIFY_OK(planned(u"dr6"_s, {}));
    }

    void leadsAndReleaseEngineersSeeItAndNobodyElse()
    {
        const auto plan = [](QSqlDatabase& db) {
            return planRelease(db, names, settingsFor(u"dr6"_s, u"dr6_alpha"_s));
        };
        const auto obsid = number(u"SELECT MIN(obsid) FROM lamost_dr6.catalogue"_s);
        for (const auto role : {MemberRole::Lead, MemberRole::Release, MemberRole::Admin}) {
            VERIFY_OK(as(role, plan));
            VERIFY_OK(
                as(role, [&](QSqlDatabase& db) { return explain(db, names, taskOf(u"dr6"_s), obsid); }));
            VERIFY_OK(as(role, [](QSqlDatabase& db) { return ReleaseStore::built(db, names); }));
        }
        for (const auto role : {MemberRole::Inspector, MemberRole::Rechecker, MemberRole::Team2d})
            QCOMPARE(as(role, plan).error().kind, ErrorKind::Refused);
    }

    void aReleaseEngineerBuildsAndALeadDoesNot()
    {
        IntegrationSettings settings;
        settings.task = taskOf(u"dr7_alpha"_s);
        const auto build = [&](QSqlDatabase& db) { return integrate(db, names, settings); };
        QCOMPARE(as(MemberRole::Lead, build).error().kind, ErrorKind::Refused);
        VERIFY_OK(as(MemberRole::Release, build));
    }

    void theLogIsConfirmedInOnesOwnNameAndNobodyIsOverwritten()
    {
        const auto page = [](QSqlDatabase& db) { return ObservationLogStore::page(db, names); };
        const auto confirm = [&](MemberRole role, const PlateLog& plate, const QString& signer) {
            return as(role, [&](QSqlDatabase& db) {
                return ObservationLogStore::confirm(db, names, plate, signer);
            });
        };
        auto seen = run(page).value().front();
        QCOMPARE(confirm(MemberRole::Lead, seen, u"release"_s).error().kind, ErrorKind::Refused);
        QCOMPARE(confirm(MemberRole::Inspector, seen, u"inspector"_s).error().kind, ErrorKind::Refused);
        auto word = seen;
        word.isValid = false;
        word.remark = u"clouds"_s;
        VERIFY_OK(confirm(MemberRole::Lead, word, u"lead"_s));
        const auto later = confirm(MemberRole::Release, seen, u"release"_s); // has not seen the lead's word
        QCOMPARE(later.error().kind, ErrorKind::BadInput);
        QVERIFY(later.error().message.contains(u"meanwhile"_s));
        seen = run(page).value().front();
        QCOMPARE(seen.confirmedBy, u"lead"_s);
        QCOMPARE(seen.isValid, std::optional(false));
        VERIFY_OK(confirm(MemberRole::Release, seen, u"release"_s));
        const auto history = run([&](QSqlDatabase& db) {
            return ObservationLogStore::history(db, names, seen.planId, seen.lmjd);
        });
        VERIFY_OK(history);
        QCOMPARE(history.value().at(0).account, u"release"_s);
        QCOMPARE(history.value().at(1).account, u"lead"_s);
        QCOMPARE(history.value().at(1).said.remark, u"clouds"_s);
        seen.planId = u"no such plate"_s;
        QCOMPARE(confirm(MemberRole::Lead, seen, u"lead"_s).error().kind, ErrorKind::NotFound);
    }

private:
    static QString password(MemberRole role) { return u"the password of "_s + roleName(role); }

    template<typename Job>
    std::invoke_result_t<Job, QSqlDatabase&> run(Job job)
    {
        return m_db->run(job).result();
    }

    template<typename Job>
    std::invoke_result_t<Job, QSqlDatabase&> as(MemberRole role, Job job)
    {
        auto config = m_server.config();
        config.user = roleName(role);
        config.password = password(role);
        return DbThread(config).run(job).result();
    }

    Result<ReleasePlan> planned(const QString& release, const QString& previous)
    {
        return run([&](QSqlDatabase& db) { return planRelease(db, names, settingsFor(release, previous)); });
    }

    qint64 number(const QString& text)
    {
        return run([&](QSqlDatabase& db) -> Result<qint64> {
                   auto rows = runText(db, names, text);
                   if (!rows)
                       return rows.error();
                   return rows.value().next() ? rows.value().value(0).toLongLong() : -1;
               })
            .value();
    }

    void execute(const QString& text)
    {
        VERIFY_OK(run([&](QSqlDatabase& db) { return runStatement(db, text); }));
    }

    TestServer m_server;
    std::unique_ptr<DbThread> m_db;
};

QTEST_GUILESS_MAIN(TestReleasePlan)
#include "tst_releaseplan.moc"
