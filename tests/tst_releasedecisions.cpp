#include "db/release/explanation.h"
#include "db/release/integration.h"
#include "db/sql/connection.h"
#include "db/sql/migrator.h"
#include "db/sql/sqlquery.h"
#include "db/stores/spectrumstore.h"
#include "support/syntheticspectra.h"
#include "support/testserver.h"

#include <QFile>
#include <QTest>

using namespace Qt::Literals::StringLiterals;

/// Which word goes out, and what keeps a spectrum back: one plate that a person confirmed, case by case.
class TestReleaseDecisions : public QObject
{
    Q_OBJECT
private slots:
    void initTestCase()
    {
        REQUIRE_SERVER(m_server);
        m_db = openConnection(m_server.config(), u"decisions"_s).value();
        VERIFY_OK(migrate(m_db, m_names, SchemaGroup::Check));
        VERIFY_OK(SpectrumStore::add(m_db, m_names, syntheticPlate(60), queueRules()));
        execute(
            u"INSERT INTO {check}.observation_log (planid, lmjd, obs_date, science, data_valid, moon_phase, "
            "weather, remark, entered_from, entered_at, confirmed_by) VALUES ('F1809', 55859, '2011-10-24', "
            "1, 1, 2, '', '', 'person', UTC_TIMESTAMP(6), 'sun')"_s);
    }

    void theSurestOfAgreeingVerdictsGoesOutAndThenTheOneGivenLast()
    {
        say({.spectrum = 1, .person = u"li"_s, .z = 0.00001, .grade = 4, .minute = 1});
        say({.spectrum = 1, .person = u"wu"_s, .z = 0.00002, .grade = 3, .minute = 9});
        say({.spectrum = 2, .person = u"li"_s, .z = 0.00003, .grade = 3, .minute = 9});
        say({.spectrum = 2, .person = u"wu"_s, .z = 0.00004, .grade = 3, .minute = 1}); // arrives later
        say({.spectrum = 3, .person = u"li"_s, .z = 0.00005, .grade = {}, .minute = 9});
        say({.spectrum = 3, .person = u"wu"_s, .z = 0.00006, .grade = 3, .minute = 1});
        build();
        QCOMPARE(value(1, u"z"_s).toDouble(), 0.00001);
        QCOMPARE(value(2, u"z"_s).toDouble(), 0.00003);
        QCOMPARE(value(3, u"z"_s).toDouble(), 0.00006);
        QCOMPARE(value(1, u"decided_by"_s).toString(), u"verdict"_s);
        QCOMPARE(value(1, u"reason"_s).toString(), QString());
    }

    void disputedVerdictsKeepASpectrumBackFromFormalReleasesUntilARecheck()
    {
        say({.spectrum = 5, .person = u"li"_s, .z = 0, .grade = 4, .minute = 1});
        say({.spectrum = 5,
             .person = u"wu"_s,
             .spectralClass = u"GALAXY"_s,
             .z = 0.3,
             .grade = 3,
             .minute = 2});
        say({.spectrum = 6, .person = u"li"_s, .z = 0, .grade = 4, .minute = 1});
        say({.spectrum = 6, .person = u"wu"_s, .z = 0.002, .grade = 4, .minute = 2}); // 600 km/s apart
        build();
        QCOMPARE(value(5, u"reason"_s).toString(), u"disputed"_s);
        QCOMPARE(value(6, u"reason"_s).toString(), u"disputed"_s);
        QCOMPARE(value(5, u"if_release"_s).toInt(), 0);
        QVERIFY(reasonSentence(u"disputed"_s) != u"disputed"_s);
        const auto told = explain(m_db, m_names, settings().task, obsidOf(5));
        VERIFY_OK(told);
        QCOMPARE(told.value().versions.front().reason, u"disputed"_s);
        build(u"dr6_alpha"_s);
        QCOMPARE(value(5, u"reason"_s, u"dr6_alpha"_s).toString(), QString());
        QCOMPARE(value(5, u"class"_s, u"dr6_alpha"_s).toString(), u"STAR"_s); // grade 4
        execute(
            u"INSERT INTO {check}.humanrecheck (submission, obsid, pipeline_version, spectral_class, "
            u"subclass, z, "
            "remark, rechecker, decided_at, stored_at, tool_version) VALUES (UNHEX(MD5('r')), %1, 'v2.9.8', "
            "'GALAXY', '', 0.3, '', 'chen', UTC_TIMESTAMP(6), UTC_TIMESTAMP(6), '')"_s.arg(obsidOf(5)));
        build();
        QCOMPARE(value(5, u"reason"_s).toString(), QString());
        QCOMPARE(value(5, u"decided_by"_s).toString(), u"recheck"_s);
    }

    void reprocessedSpectraMustBeLookedAt()
    {
        execute(
            u"UPDATE {check}.spec_check SET reason = 'reprocessed', content_hash = content_hash + 1 WHERE obsid = %1"_s
                .arg(obsidOf(9)));
        build();
        QCOMPARE(value(9, u"reason"_s).toString(), u"unchecked"_s);
    }

    void aProblemHoldsTheVersionsItIsInUntilItIsRejected_data()
    {
        QTest::addColumn<QString>("origin");
        QTest::addColumn<QString>("state");
        QTest::addColumn<QString>("reason");
        for (const auto& state : {u"open"_s, u"confirmed"_s, u"fixed"_s, u"refuted"_s}) {
            QTest::addRow("raw %s", qPrintable(state))
                << u"raw"_s << state << (state == "refuted"_L1 ? QString() : u"raw-problem"_s);
            QTest::addRow("2d %s", qPrintable(state))
                << u"2d"_s << state << (state == "refuted"_L1 ? QString() : u"2d-problem"_s);
        }
    }

    void aProblemHoldsTheVersionsItIsInUntilItIsRejected()
    {
        QFETCH(QString, origin);
        QFETCH(QString, state);
        QFETCH(QString, reason);
        execute(u"DELETE FROM {check}.`2dprob`"_s);
        for (const auto& [date, fiber] : {std::pair {u"2011-10-24"_s, 12}, std::pair {u"2011-10-23"_s, 15}})
            execute(
                u"INSERT INTO {check}.`2dprob` (submission, pipeline_version, obs_date, planid, spid, arm, "
                "first_fiber, last_fiber, origin, problem, description, reporter, reported_at, state) VALUES "
                "(UNHEX(MD5('%1')), 'v2.9.8', '%1', 'F1809', 1, '', %2, %2, '%3', 'sky', '', 'li', "
                "UTC_TIMESTAMP(6), '%4')"_s.arg(date)
                    .arg(fiber)
                    .arg(origin, state));
        build();
        QCOMPARE(value(12, u"reason"_s).toString(), reason);
        QCOMPARE(value(15, u"reason"_s).toString(), QString()); // the plate of another night
    }

    void whatHasNoRoomInAColumnIsNullAndCounted()
    {
        execute(
            u"INSERT INTO {processing}.uly_param (obsid, teff, logg, feh, rv) VALUES (%1, 5000, 4, 0, 1e30)"_s
                .arg(obsidOf(17)));
        execute(
            u"UPDATE {check}.spec_check SET z_err = 1e30, content_hash = content_hash + 1 WHERE obsid = %1"_s
                .arg(obsidOf(18)));
        const auto report = integrate(m_db, m_names, settings());
        VERIFY_OK(report);
        QCOMPARE(report.value().withoutRoom, 2);
        QVERIFY(value(18, u"z_err"_s).isNull());
        QVERIFY(!value(18, u"z"_s).isNull());
        QCOMPARE(
            number(u"SELECT teff FROM {product}.stellar WHERE rv IS NULL AND obsid = %1"_s.arg(obsidOf(17))),
            5000);
        const auto idle = integrate(m_db, m_names, settings());
        VERIFY_OK(idle);
        QVERIFY(idle.value().unchanged);
        QCOMPARE(idle.value().withoutRoom, 2);
    }

    void whatARuleAcceptedCountsAsCheckedAndSaysSo()
    {
        execute(u"UPDATE {check}.spec_check SET reason = 'special-star' WHERE obsid IN (%1, %2)"_s
                    .arg(obsidOf(21))
                    .arg(obsidOf(22)));
        for (const int spectrum : {21, 1})
            execute(
                u"INSERT INTO {check}.machine_acceptance (obsid, pipeline_version, rule_name, rules_version, "
                "spectral_class, z, z_err, probability, accepted_at) VALUES (%1, 'v2.9.8', 'sure star', '1', "
                "'STAR', 0.00007, 0.00001, 0.999, UTC_TIMESTAMP(6))"_s.arg(obsidOf(spectrum)));
        build();
        QCOMPARE(value(21, u"reason"_s).toString(), QString());
        QCOMPARE(value(21, u"decided_by"_s).toString(), u"rule"_s);
        QCOMPARE(value(21, u"zflag"_s).toString(), u"SPECDESK"_s);
        QCOMPARE(value(21, u"z"_s).toDouble(), 0.00007);
        QCOMPARE(value(21, u"subclass"_s).toString(), u"G7"_s); // the pipeline's, of the same class
        QCOMPARE(value(22, u"reason"_s).toString(), u"unchecked"_s);
        QCOMPARE(value(1, u"decided_by"_s).toString(), u"verdict"_s); // a person's word wins
        auto strict = settings();
        strict.task.rules.values.insert(u"accepted_without_eyes"_s, false);
        strict.task.rules.canonical += ' ';
        VERIFY_OK(integrate(m_db, m_names, strict));
        QCOMPARE(value(21, u"reason"_s).toString(), u"unchecked"_s);
    }

private:
    struct Said
    {
        int spectrum = 0;
        QString person;
        QString spectralClass = u"STAR"_s;
        double z = 0;
        std::optional<int> grade;
        int minute = 0;
    };

    static qint64 obsidOf(int fiber) { return 180'901'000 + fiber; }

    static IntegrationSettings settings(const QString& release = u"dr6"_s)
    {
        QFile file(u":/rules/release.json"_s);
        (void)file.open(QIODevice::ReadOnly);
        IntegrationSettings wanted;
        wanted.task.release = release;
        wanted.task.rules = ReleaseRules::fromJson(file.readAll()).value();
        return wanted;
    }

    void build(const QString& release = u"dr6"_s) { VERIFY_OK(integrate(m_db, m_names, settings(release))); }

    void say(const Said& said)
    {
        execute(
            u"INSERT INTO {check}.humanverify (submission, obsid, pipeline_version, spectral_class, "
            u"subclass, z, "
            "z_origin, z_origin_detail, grade, reasons, remark, inspector, decided_at, stored_at, "
            "seconds_spent, "
            "shown_class, shown_subclass, tool_version, line_list_version) VALUES (UNHEX(MD5('%1 %2')), %1, "
            "'v2.9.8', '%3', '', %4, 'typed', '', %5, '', '', '%2', '2026-11-20 10:%6:00', UTC_TIMESTAMP(6), "
            "5, "
            "'STAR', '', '', '')"_s.arg(obsidOf(said.spectrum))
                .arg(said.person, said.spectralClass)
                .arg(said.z)
                .arg(said.grade ? QString::number(*said.grade) : u"NULL"_s)
                .arg(said.minute, 2, 10, QChar(u'0')));
        execute(u"INSERT INTO {check}.standing_verdict VALUES ('%1', %2, 'v2.9.8', (SELECT MAX(id) FROM "
                "{check}.humanverify), 'inspect')"_s.arg(said.person)
                    .arg(obsidOf(said.spectrum)));
    }

    QVariant ask(const QString& text, const QString& release = u"dr6"_s)
    {
        auto rows = runText(m_db, m_names.forRelease(release), text);
        return rows && rows.value().next() ? rows.value().value(0) : QVariant(u"no row"_s);
    }

    QVariant value(int spectrum, const QString& column, const QString& release = u"dr6"_s)
    {
        return ask(
            u"SELECT `%1` FROM {product}.catalogue WHERE obsid = %2"_s.arg(column).arg(obsidOf(spectrum)),
            release);
    }

    int number(const QString& text) { return ask(text).toInt(); }
    void execute(const QString& text) { VERIFY_OK(runText(m_db, m_names, text)); }

    TestServer m_server;
    QSqlDatabase m_db;
    const SchemaNames m_names = SchemaNames().forVersion(u"v2.9.8"_s);
};

QTEST_GUILESS_MAIN(TestReleaseDecisions)
#include "tst_releasedecisions.moc"
