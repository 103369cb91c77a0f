#include "support/required.h"
#include "support/rightsstand.h"

#include <QProcess>
#include <QStandardPaths>

#include <algorithm>

using namespace Qt::Literals::StringLiterals;

/// The server's rights, tried from the outside: each person with his own password, and the server's plain
/// client.
class TestRights : public RightsStand
{
    Q_OBJECT
private slots:
    void everyRoleStoresItsOwnVerdictsAndReadsTheQueue_data() { eachRole(); }

    void everyRoleStoresItsOwnVerdictsAndReadsTheQueue()
    {
        QFETCH(QString, name);
        const auto verdict = verdictOf(name, 180'901'009);
        VERIFY_OK(as(name, [&](QSqlDatabase& db) { return VerdictStore::submit(db, {}, verdict); }));
        const auto standing = as(name, [&](QSqlDatabase& db) {
            return VerdictStore::standing(db, {}, verdict.obsid, verdict.pipelineVersion, name);
        });
        VERIFY_OK(standing);
        QVERIFY(standing.value());
        QCOMPARE(standing.value()->submission, verdict.submission);
        VERIFY_OK(as(name, [&](QSqlDatabase& db) {
            return VerdictStore::withdraw(db, {}, verdict, QUuid::createUuid());
        }));
        VERIFY_OK(as(name, [](QSqlDatabase& db) { return migrateAll(db, {}); }));
        VERIFY_OK(as(name, [&](QSqlDatabase& db) { return MemberStore::noteLogin(db, {}, name, 2); }));
    }

    void nobodySignsForAnother_data() { eachRole(); }

    void nobodySignsForAnother()
    {
        QFETCH(QString, name);
        const auto forged = as(name, [](QSqlDatabase& db) {
            return VerdictStore::submit(db, {}, verdictOf(u"zhao"_s, 180'901'010));
        });
        QVERIFY(!forged);
        QCOMPARE(forged.error().kind, ErrorKind::Refused);
        const auto undone = as(name, [](QSqlDatabase& db) {
            return VerdictStore::withdraw(db, {}, verdictOf(u"zhao"_s, 180'901'008), QUuid::createUuid());
        });
        QVERIFY(!undone);
        QCOMPARE(undone.error().kind, ErrorKind::Refused);
    }

    void thePlainClientRefusesWhatTheRoleMayNot_data()
    {
        QTest::addColumn<QStringList>("roles");
        QTest::addColumn<QString>("statement");
        const auto everybody = namesOf(allRoles());
        const auto row = [](const char* what, const QStringList& roles, const QString& statement) {
            QTest::newRow(what) << roles << statement;
        };
        const auto below = [&](std::initializer_list<QString> mayDoIt) {
            auto others = everybody;
            for (const auto& role : mayDoIt)
                others.removeAll(role);
            return others;
        };
        row("change a verdict", everybody, u"UPDATE humanverify SET z = 1"_s);
        row("delete a verdict", everybody, u"DELETE FROM humanverify LIMIT 1"_s);
        row("insert a verdict past the procedure", everybody,
            u"INSERT INTO humanverify (submission) VALUES (REPEAT('x', 16))"_s);
        row("change a verdict through the view", everybody, u"UPDATE visible_verdict SET z = 1"_s);
        row("change one's own verdict through the view", everybody, u"UPDATE own_verdict SET z = 1"_s);
        row("empty the verdicts", everybody, u"TRUNCATE humanverify"_s);
        row("let another verdict stand", everybody, u"UPDATE standing_verdict SET verdict_id = 1"_s);
        row("change another's progress", everybody, u"UPDATE check_status SET done = 99"_s);
        row("remember another's place", everybody, u"CALL remember_place('zhao', 'inspect', 1, 'v')"_s);
        row("read what others decided", below({u"rechecker"_s, u"lead"_s, u"release"_s, u"admin"_s}),
            u"SELECT detail FROM spectrum_event"_s);
        row("read what others decided in the history",
            below({u"rechecker"_s, u"lead"_s, u"release"_s, u"admin"_s}),
            u"SELECT detail FROM spectrum_history"_s);
        row("change a verdict through the history", everybody,
            u"UPDATE spectrum_history SET detail = 'x' WHERE state = 'verified'"_s);
        row("prolong a lease past the procedure", below({u"lead"_s, u"admin"_s}),
            u"UPDATE task_lease SET leased_until = NOW(6)"_s);
        row("read others' leases", below({u"rechecker"_s, u"lead"_s, u"release"_s, u"admin"_s}),
            u"SELECT leased_until FROM task_lease"_s);
        row("take seats that ended past the procedure", everybody,
            u"CALL take_ended_seats(1, 'inspector', 1)"_s);
        row("change history", everybody, u"UPDATE spectrum_event SET state = 'released'"_s);
        row("delete history", everybody, u"DELETE FROM spectrum_event"_s);
        row("write history", below({u"release"_s, u"admin"_s}),
            u"INSERT INTO spectrum_event (obsid, pipeline_version, state, happened_at, detail) "
            "VALUES (1, 'v', 'released', NOW(6), '')"_s);
        row("change the queue", everybody, u"UPDATE spec_check SET page = 'browse'"_s);
        row("read the truth of known spectra", below({u"lead"_s, u"release"_s, u"admin"_s}),
            u"SELECT * FROM gold_standard"_s);
        row("see which seats are for known spectra",
            below({u"rechecker"_s, u"lead"_s, u"release"_s, u"admin"_s}), u"SELECT is_gold FROM task_seat"_s);
        row("read others' verdicts", below({u"rechecker"_s, u"lead"_s, u"release"_s, u"admin"_s}),
            u"SELECT * FROM humanverify"_s);
        row("hand out work", below({u"lead"_s, u"admin"_s}), u"DELETE FROM task"_s);
        row("take another's work", everybody, u"CALL hold_seats(1, 'zhao', 1)"_s);
        row("settle a spectrum", below({u"rechecker"_s, u"lead"_s, u"admin"_s}),
            u"CALL store_recheck('inspector', REPEAT('y', 16), 1, 'v', 'QSO', '', 1, 1, 4, '', NOW(6), '', NULL)"_s);
        row("settle in another's name", everybody,
            u"CALL store_recheck('zhao', REPEAT('y', 16), 1, 'v', 'QSO', '', 1, 1, 4, '', NOW(6), '', NULL)"_s);
        row("change a settled one", everybody, u"UPDATE humanrecheck SET z = 1"_s);
        row("answer a problem", below({u"team2d"_s, u"lead"_s, u"admin"_s}),
            u"CALL answer_problem('inspector', 1, 'open', 'refuted', '', '')"_s);
        row("change a problem", everybody, u"UPDATE `2dprob` SET state = 'refuted'"_s);
        row("report in another's name", everybody,
            u"CALL report_problem('zhao', REPEAT('z', 16), 'v', '', 'P', 1, 1, 2, '', NULL, NULL, 'sky', "
            u"'2d', '', "
            "NOW(6))"_s);
        row("confirm the log", below({u"lead"_s, u"release"_s, u"admin"_s}),
            u"CALL confirm_plate('inspector', 'P', 1, '', NULL, 1, 1, NULL, NULL, '', '')"_s);
        row("confirm the log in another's name", everybody,
            u"CALL confirm_plate('zhao', 'P', 1, '', NULL, 1, 1, NULL, NULL, '', '')"_s);
        row("change the log past the procedure", everybody, u"UPDATE observation_log SET data_valid = 1"_s);
        row("change the log's history", everybody, u"DELETE FROM observation_log_change"_s);
        row("look at a release's evidence", below({u"lead"_s, u"release"_s, u"admin"_s}),
            u"CREATE TEMPORARY TABLE plan_row (obsid BIGINT)"_s);
        row("write the log's history", everybody,
            u"INSERT INTO observation_log_change (planid, lmjd) VALUES ('P', 1)"_s);
        const auto log = u"CALL enter_plate_log('%1', 'P', 1, NULL, '', 1, 1, 0, 0, '', '', 'person', 1)"_s;
        row("write the log", below({u"lead"_s, u"admin"_s}), log.arg(u"inspector"_s));
        row("write the log in another's name", everybody, log.arg(u"zhao"_s));
        row("take a spectrum out of a release", below({u"release"_s, u"admin"_s}),
            u"CALL withdraw_from_release('inspector', 1, 'dr6', '')"_s);
        row("put it back", everybody, u"DELETE FROM release_withdrawal"_s);
        row("change a redshift that was found", everybody, u"UPDATE redshift_solution SET z = 1"_s);
        row("accept for the machine", everybody, u"DELETE FROM machine_acceptance"_s);
        row("make a release", below({u"release"_s, u"admin"_s}), u"CREATE DATABASE lamost_dr6"_s);
        row("make another schema", everybody, u"CREATE DATABASE lamost_other"_s);
        row("give oneself rights", everybody, u"UPDATE chk_member SET member_role = 'admin'"_s);
        row("call what makes accounts", below({u"admin"_s}),
            u"CALL add_member('mallory', '%', '*0', '', '', 'admin', 0)"_s);
        row("lock a colleague", below({u"admin"_s}), u"CALL set_member_state('zhao', 'locked')"_s);
        row("reset a colleague's password", below({u"admin"_s}),
            u"CALL reset_member_password('zhao', 'x')"_s);
        row("run any text with the owner's rights", everybody, u"CALL run_text('DROP TABLE humanverify')"_s);
        row("give rights to an account directly", everybody,
            u"CALL give_role('zhao', \"'zhao'@'localhost'\", 'admin')"_s);
        row("write the accounts' history", everybody, u"CALL note_account('zhao', 'removed', '')"_s);
        row("read the server's accounts", everybody, u"SELECT * FROM mysql.global_priv"_s);
        row("make an account", everybody, u"CREATE USER mallory"_s);
        row("change a colleague's password", everybody,
            u"SET PASSWORD FOR 'zhao'@'localhost' = PASSWORD('abcdefghijkl')"_s);
        row("take the admin's role", below({u"admin"_s}), u"SET ROLE lamost_admin"_s);
        row("change a procedure", everybody, u"DROP PROCEDURE store_verdicts"_s);
        row("change a table", everybody, u"ALTER TABLE humanverify DROP COLUMN z"_s);
        row("write a file on the server", everybody, u"SELECT 1 INTO OUTFILE '/tmp/specdesk-rights'"_s);
    }

    void thePlainClientRefusesWhatTheRoleMayNot()
    {
        QFETCH(QStringList, roles);
        QFETCH(QString, statement);
        NEEDS(!QStandardPaths::findExecutable(u"mariadb"_s).isEmpty(), "the client mariadb");
        // 1045 is also a login that failed; older servers refuse to write files with it.
        const auto refusals = statement.contains("OUTFILE"_L1)
            ? QStringList {u"1045"_s, u"1227"_s}
            : QStringList {u"1044"_s, u"1142"_s, u"1143"_s, u"1227"_s, u"1370"_s, u"1959"_s};
        for (const auto& role : roles) {
            const auto said = client(role, statement);
            QVERIFY2(
                std::ranges::any_of(
                    refusals, [&](const QString& number) { return said.contains(u"ERROR "_s + number); }),
                qPrintable(role + u": "_s + said));
        }
    }

    void thePlainClientLetsEachRoleDoWhatItMay_data()
    {
        QTest::addColumn<QString>("role");
        QTest::addColumn<QString>("statement");
        const auto each = [](const char* what, const QStringList& roles, const QString& statement) {
            for (const auto& role : roles)
                QTest::addRow("%s: %s", what, qPrintable(role)) << role << statement;
        };
        each("read the queue", namesOf(allRoles()) + QStringList {u"zhao"_s},
             u"SELECT COUNT(*) FROM spec_check"_s);
        each("read one's own verdicts", namesOf(allRoles()), u"SELECT COUNT(*) FROM own_verdict"_s);
        each("read others' verdicts", {u"rechecker"_s, u"lead"_s, u"release"_s, u"admin"_s},
             u"SELECT COUNT(*) FROM humanverify"_s);
        each("look at a release's evidence", {u"lead"_s, u"release"_s, u"admin"_s},
             u"CREATE TEMPORARY TABLE plan_row (obsid BIGINT)"_s);
        each("confirm the log", {u"lead"_s, u"release"_s, u"admin"_s},
             u"START TRANSACTION; SELECT COUNT(*) FROM observation_log; ROLLBACK"_s);
        each("make a release", {u"release"_s, u"admin"_s}, u"CREATE DATABASE IF NOT EXISTS lamost_dr99"_s);
        each("lock a colleague", {u"admin"_s},
             u"CALL set_member_state('zhao', 'locked'); CALL set_member_state('zhao', 'active')"_s);
    }

    void thePlainClientLetsEachRoleDoWhatItMay()
    {
        QFETCH(QString, role);
        QFETCH(QString, statement);
        NEEDS(!QStandardPaths::findExecutable(u"mariadb"_s).isEmpty(), "the client mariadb");
        const auto said = client(role, statement);
        QVERIFY2(!said.contains("ERROR"_L1), qPrintable(said));
    }

    void anInspectorSeesHisOwnVerdictsOnlyALeadSeesAll()
    {
        const auto count = [&](const QString& name) {
            const auto all = as(name, [](QSqlDatabase& db) { return VerdictStore::all(db, {}); });
            return all ? std::ranges::count_if(
                       all.value(), [](const Verdict& verdict) { return verdict.inspector == "zhao"_L1; })
                       : -1;
        };
        QCOMPARE(count(u"zhao"_s), 1);
        QCOMPARE(count(u"inspector"_s), 0);
        QCOMPARE(count(u"team2d"_s), 0);
        QCOMPARE(count(u"rechecker"_s), 1);
        QCOMPARE(count(u"lead"_s), 1);
    }

private:
    QString client(const QString& name, const QString& statement)
    {
        QProcess process;
        process.setProcessChannelMode(QProcess::MergedChannels);
        process.start(u"mariadb"_s,
                      {u"--no-defaults"_s, u"--socket="_s + m_server.config().socket, u"--user="_s + name,
                       u"--password="_s + password(name), u"--database=lamost_check"_s, u"-e"_s, statement});
        if (!process.waitForFinished(30'000))
            return u"no answer"_s;
        return QString::fromUtf8(process.readAll());
    }
};

QTEST_GUILESS_MAIN(TestRights)
#include "tst_rights.moc"
