#include "app/commands/logcommand.h"
#include "db/stores/observationlogstore.h"
#include "support/commandserver.h"

#include <QJsonDocument>
#include <QJsonObject>

#include <future>

using namespace Qt::Literals::StringLiterals;

/// `specdesk log`: the observation log from headers, files and people.
class TestPlateLog : public QObject, private CommandServer
{
    Q_OBJECT
private slots:
    void initTestCase() { start(); }

    void headersFillTheLogOnce()
    {
        QVERIFY(run<LogCommand>({u"--headers"_s}).err.contains(u"1 plates"_s));
        QVERIFY(run<LogCommand>({u"--headers"_s}).err.contains(u"0 plates"_s));
        const auto shown = run<LogCommand>({u"--json"_s, u"--open"_s});
        const auto plate = QJsonDocument::fromJson(shown.out.toUtf8()).object();
        QCOMPARE(plate[u"plan"_s].toString(), m_plan);
        QCOMPARE(plate[u"entered_from"_s].toString(), u"headers"_s);
        QCOMPARE(plate[u"confirmed_by"_s].toString(), QString());
    }

    void aFileChangesWhatNobodyConfirmed()
    {
        const auto path = file(
            u"log.csv"_s,
            u"night,plan,science,valid,moon_phase_days,seeing,comment\n%1,%2,yes,no,3.5,2.8,\"thin cloud, "
            u"wind\"\n2018-12-06,OTHER,yes,yes,4.5,3.1,\n"_s.arg(m_night, m_plan));
        const auto entered = run<LogCommand>({path});
        QVERIFY2(entered.err.contains(u"1 plates entered, 1 changed"_s), qPrintable(entered.err));
        QVERIFY(run<LogCommand>({path}).err.contains(u"2 unchanged"_s));
        const auto plate = logged();
        QCOMPARE(plate.isValid, std::optional(false));
        QCOMPARE(plate.remark, u"thin cloud, wind"_s);
        QCOMPARE(plate.lmjd, m_lmjd);
        QCOMPARE(plate.confirmedBy, QString());
    }

    void aPersonConfirmsAndNoFileChangesThat()
    {
        const auto confirmed = run<LogCommand>({u"--confirm"_s, m_plan, u"--night"_s, m_night, u"--valid"_s,
                                                u"yes"_s, u"--comment"_s, u"looked at it"_s});
        QVERIFY(confirmed.outcome);
        auto plate = logged();
        QCOMPARE(plate.isValid, std::optional(true));
        QCOMPARE(plate.moonPhaseDays, std::optional(3.5));
        QVERIFY(!plate.confirmedBy.isEmpty());
        QVERIFY(plate.confirmedAt.isValid());
        const auto path = file(u"late.csv"_s, u"night,plan,valid\n%1,%2,no\n"_s.arg(m_night, m_plan));
        QVERIFY(run<LogCommand>({path}).err.contains(u"1 left as a person confirmed"_s));
        QCOMPARE(logged(), plate);
        QCOMPARE(
            text(u"SELECT COUNT(*) FROM {check}.observation_log_change WHERE planid = '%1'"_s.arg(m_plan))
                .toInt(),
            3);
    }

    void aLogThatMakesNoSenseIsRefusedWithItsRow_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QString>("said");
        QTest::newRow("column") << u"night,plate\n2018-12-05,A\n"_s << u"plan"_s;
        QTest::newRow("date") << u"night,plan\n05.12.2018,A\n"_s << u"night"_s;
        QTest::newRow("flag") << u"night,plan,valid\n2018-12-05,A,perhaps\n"_s << u"perhaps"_s;
        QTest::newRow("moon") << u"night,plan,moon_phase_days\n2018-12-05,A,40\n"_s << u"40"_s;
        QTest::newRow("fields") << u"night,plan\n2018-12-05,A,B\n"_s << u"line 2"_s;
        QTest::newRow("empty") << QString() << u"empty"_s;
    }

    void aLogThatMakesNoSenseIsRefusedWithItsRow()
    {
        QFETCH(QString, text);
        QFETCH(QString, said);
        const auto answer = run<LogCommand>({file(u"bad.csv"_s, text)});
        QVERIFY(!answer.outcome);
        QCOMPARE(answer.outcome.error().kind, ErrorKind::BadFile);
        QVERIFY2(answer.outcome.error().message.contains(said), qPrintable(answer.outcome.error().message));
    }

    void aRemarkIsComparedAsItIsKept()
    {
        const PlateLog plate {.planId = u"LONG"_s,
                              .lmjd = 58459,
                              .pid = {},
                              .obsDate = u"2018-12-06"_s,
                              .isScience = {},
                              .isValid = {},
                              .moonPhaseDays = {},
                              .seeingArcsec = {},
                              .weather = QString(80, u'w'),
                              .remark = QString(500, u'x'),
                              .enteredFrom = u"file"_s,
                              .confirmedBy = {},
                              .confirmedAt = {}};
        const auto enter = [&] {
            return m_db
                ->run([&](QSqlDatabase& db) {
                    return ObservationLogStore::enter(db, m_names, {plate}, u"root"_s);
                })
                .result();
        };
        VERIFY_OK(enter());
        const auto again = enter();
        VERIFY_OK(again);
        QCOMPARE(again.value().unchanged, 1);
    }

    void headersDoNotChangeWhatSomebodyEnteredMeanwhile()
    {
        // A file's row for the plate comes between the question which ones are missing and the answer.
        execute(u"DELETE FROM {check}.observation_log WHERE planid = '%1'"_s.arg(m_plan));
        DbThread other(m_server.config());
        const auto begun =
            other
                .run([this](QSqlDatabase& db) -> Result<void> {
                    if (auto open = runStatement(db, u"START TRANSACTION"_s); !open)
                        return open;
                    return runStatement(
                        db,
                        m_names.in(u"INSERT INTO {check}.observation_log (planid, lmjd, obs_date, "
                                   "weather, remark, entered_from, entered_at, confirmed_by) VALUES "
                                   "('%1', %2, '%3', '', 'seen', 'file', UTC_TIMESTAMP(6), '')"_s.arg(m_plan)
                                       .arg(m_lmjd)
                                       .arg(m_night)));
                })
                .result();
        VERIFY_OK(begun);
        auto headers = std::async(std::launch::async, [this] { return run<LogCommand>({u"--headers"_s}); });
        const auto release = [&other] {
            return other.run([](QSqlDatabase& db) { return runStatement(db, u"COMMIT"_s); }).result();
        };
        const auto releaseIfItFails = qScopeGuard([&] { std::ignore = release(); });
        QTRY_VERIFY_WITH_TIMEOUT(isWaitingForALock(other), 30'000);
        VERIFY_OK(release());
        QVERIFY(headers.get().outcome);
        QCOMPARE(logged().enteredFrom, u"file"_s);
        QCOMPARE(logged().remark, u"seen"_s);
    }

private:
    /// Asks slowly: InnoDB renews INNODB_TRX only when nobody has read it for 100 ms.
    static bool isWaitingForALock(DbThread& other)
    {
        QTest::qSleep(150);
        return other
            .run([](QSqlDatabase& db) -> Result<bool> {
                auto rows = runText(
                    db, {},
                    u"SELECT COUNT(*) FROM information_schema.INNODB_TRX WHERE trx_state = 'LOCK WAIT'"_s);
                if (!rows)
                    return rows.error();
                return rows.value().next() && rows.value().value(0).toInt() > 0;
            })
            .result()
            .value();
    }

    PlateLog logged()
    {
        const auto plates =
            m_db->run([this](QSqlDatabase& db) {
                    return ObservationLogStore::page(
                        db, m_names, {.fromDate = m_night, .untilDate = m_night, .unconfirmedOnly = false});
                })
                .result();
        return plates && !plates.value().empty() ? plates.value().front() : PlateLog();
    }
};

QTEST_GUILESS_MAIN(TestPlateLog)
#include "tst_platelog.moc"
