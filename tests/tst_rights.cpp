#include "db/sql/connection.h"
#include "db/sql/grants.h"
#include "db/sql/migrator.h"
#include "db/sql/sqlquery.h"
#include "db/stores/memberstore.h"
#include "db/stores/progressstore.h"
#include "db/stores/spectrumstore.h"
#include "db/stores/taskstore.h"
#include "db/stores/verdictstore.h"
#include "support/verdictstand.h"

#include <QStandardPaths>
#include <QTest>

using namespace Qt::Literals::StringLiterals;

/// The server's rights, tried from the outside: each person with his own password, and the server's plain
/// client.
class TestRights : public QObject
{
    Q_OBJECT
private slots:
    void initTestCase()
    {
        REQUIRE_SERVER(m_server);
        m_owner = std::make_unique<DbThread>(m_server.config());
        VERIFY_OK(asOwner([](QSqlDatabase& db) -> Result<void> {
            const SchemaNames names;
            if (const auto made = migrate(db, names, SchemaGroup::Check); !made)
                return made.error();
            if (const auto added = SpectrumStore::add(db, names, syntheticPlate(60), queueRules()); !added)
                return added.error();
            return installGrants(db, names);
        }));
        VERIFY_OK(asOwner([](QSqlDatabase& db) { return installGrants(db, {}); })); // again does no harm
        for (const auto role : allRoles())
            VERIFY_OK(add(roleName(role), role));
        VERIFY_OK(add(u"zhao"_s, MemberRole::Inspector));
        VERIFY_OK(as(u"zhao"_s, [](QSqlDatabase& db) {
            return VerdictStore::submit(db, {}, verdictOf(u"zhao"_s, 180'901'008));
        }));
    }

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
        row("empty the verdicts", everybody, u"TRUNCATE humanverify"_s);
        row("let another verdict stand", everybody, u"UPDATE standing_verdict SET verdict_id = 1"_s);
        row("change another's progress", everybody, u"UPDATE check_status SET done = 99"_s);
        row("remember another's place", everybody, u"CALL remember_place('zhao', 'inspect', 1, 'v')"_s);
        row("read what others decided", below({u"rechecker"_s, u"lead"_s, u"release"_s, u"admin"_s}),
            u"SELECT detail FROM spectrum_event"_s);
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
        if (QStandardPaths::findExecutable(u"mariadb"_s).isEmpty()) {
            if (qEnvironmentVariableIsSet("CI"))
                QFAIL("The client mariadb is missing.");
            QSKIP("The client mariadb is not installed here.");
        }
        for (const auto& role : roles) {
            const auto said = client(role, statement);
            QVERIFY2(said.contains("ERROR 1142"_L1) || said.contains("ERROR 1370"_L1)
                         || said.contains("ERROR 1227"_L1) || said.contains("ERROR 1045"_L1)
                         || said.contains("ERROR 1044"_L1) || said.contains("ERROR 1959"_L1)
                         || said.contains("ERROR 1143"_L1),
                     qPrintable(role + u": "_s + said));
        }
        const auto allowed = client(u"zhao"_s, u"SELECT COUNT(*) FROM spec_check"_s);
        QVERIFY2(!allowed.contains("ERROR"_L1), qPrintable(allowed)); // the client itself works
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

    void anAdministratorMakesChangesLocksAndRemovesAccounts()
    {
        const auto admin = u"admin"_s;
        VERIFY_OK(as(admin, [](QSqlDatabase& db) {
            return MemberStore::add(db, {},
                                    {.account = u"wang"_s,
                                     .host = u"localhost"_s,
                                     .password = password(u"wang"_s),
                                     .fullName = u"王 Wang's \"x\""_s,
                                     .department = u"LAMOST"_s});
        }));
        VERIFY_OK(
            as(u"wang"_s, [](QSqlDatabase& db) { return MemberStore::noteLogin(db, {}, u"wang"_s, 3); }));
        auto wang = member(u"wang"_s);
        QCOMPARE(wang.fullName, u"王 Wang's \"x\""_s);
        QCOMPARE(wang.host, u"localhost"_s);
        QCOMPARE(wang.failures, 3);
        QVERIFY(wang.lastLogin.isValid());

        QVERIFY(!as(u"wang"_s, askForVerdictsOfOthers));
        VERIFY_OK(as(admin, [](QSqlDatabase& db) {
            return MemberStore::setRole(db, {}, u"wang"_s, MemberRole::Rechecker);
        }));
        VERIFY_OK(as(u"wang"_s, askForVerdictsOfOthers));
        QCOMPARE(member(u"wang"_s).role, MemberRole::Rechecker);
        VERIFY_OK(as(admin, [](QSqlDatabase& db) {
            return MemberStore::setRole(db, {}, u"wang"_s, MemberRole::Inspector);
        }));
        QVERIFY(!as(u"wang"_s, askForVerdictsOfOthers));

        DbThread open(configOf(u"wang"_s));
        VERIFY_OK(open.run(ask).result());
        VERIFY_OK(setState(u"wang"_s, MemberState::Locked));
        QVERIFY(!open.run(ask).result()); // what was open has ended, and he does not come in again
        QVERIFY(!as(u"wang"_s, ask));
        QCOMPARE(member(u"wang"_s).state, MemberState::Locked);
        VERIFY_OK(setState(u"wang"_s, MemberState::Active));
        VERIFY_OK(as(u"wang"_s, ask));

        VERIFY_OK(as(admin, [](QSqlDatabase& db) {
            return MemberStore::resetPassword(db, {}, u"wang"_s, u"another long one"_s);
        }));
        QVERIFY(!as(u"wang"_s, ask));
        VERIFY_OK(as(admin, [](QSqlDatabase& db) {
            return MemberStore::resetPassword(db, {}, u"wang"_s, password(u"wang"_s));
        }));
        VERIFY_OK(as(u"wang"_s, ask));
        VERIFY_OK(setState(u"wang"_s, MemberState::Removed));
        QVERIFY(!as(u"wang"_s, ask));
        QCOMPARE(setState(u"wang"_s, MemberState::Active).error().kind, ErrorKind::NotFound);
        VERIFY_OK(add(u"wang"_s, MemberRole::Inspector)); // he comes back
    }

    void impossibleAccountsAreRefusedWithASentence()
    {
        const auto refused = [&](const NewMember& member) {
            const auto added =
                as(u"admin"_s, [&](QSqlDatabase& db) { return MemberStore::add(db, {}, member); });
            return !added && added.error().kind == ErrorKind::BadInput && !added.error().message.isEmpty();
        };
        const auto good = password(u"x"_s);
        QVERIFY(refused({.account = u"o'brien"_s, .password = good}));
        QVERIFY(refused({.account = u"root"_s, .password = good})); // the server's own
        QVERIFY(refused({.account = u"zhao"_s, .host = u"elsewhere"_s, .password = good}));
        QVERIFY(refused({.account = u"short"_s, .password = u"123456789"_s}));
        QVERIFY(refused({.account = u"host"_s, .host = u"a'@'%"_s, .password = good}));
        const auto own = as(u"admin"_s, [](QSqlDatabase& db) {
            return MemberStore::setRole(db, {}, u"admin"_s, MemberRole::Inspector);
        });
        QVERIFY(!own);
        QCOMPARE(own.error().kind, ErrorKind::BadInput);
    }

    void aLeadSeesHowFarATaskIsAndAnInspectorHisPartOfIt()
    {
        const auto made = as(u"lead"_s, [](QSqlDatabase& db) {
            return TaskStore::create(db, {}, {.title = u"Night"_s, .filter = {.openOnly = false}});
        });
        VERIFY_OK(made);
        const int id = made.value().id;
        VERIFY_OK(
            as(u"zhao"_s, [id](QSqlDatabase& db) { return TaskStore::hold(db, {}, id, u"zhao"_s, 2); }));
        const auto spectraSeenBy = [&](const QString& name) {
            const auto lines = as(name, [id](QSqlDatabase& db) {
                return ProgressStore::lines(db, {}, {.group = ProgressGroup::Plate, .taskId = id});
            });
            qint64 total = 0;
            if (lines)
                for (const auto& line : lines.value())
                    total += line.total;
            return lines ? total : -1;
        };
        QCOMPARE(spectraSeenBy(u"lead"_s), made.value().spectra);
        QCOMPARE(spectraSeenBy(u"zhao"_s), 2);
        QCOMPARE(spectraSeenBy(u"inspector"_s), 0);
        const auto task = as(u"inspector"_s, [id](QSqlDatabase& db) { return TaskStore::one(db, {}, id); });
        VERIFY_OK(task);
        QCOMPARE(task.value().looksHeld, 2);
    }

    void anAccountIsMadeWholeOrNotAtAll()
    {
        const NewMember half {.account = u"half"_s,
                              .host = u"localhost"_s,
                              .password = password(u"half"_s),
                              .role = MemberRole::Lead};
        const auto addHalf = [&] {
            return as(u"admin"_s, [&](QSqlDatabase& db) { return MemberStore::add(db, {}, half); });
        };
        const auto traces = [&] {
            return asOwner([](QSqlDatabase& db) -> Result<int> {
                auto rows =
                    runText(db, {},
                            u"SELECT (SELECT COUNT(*) FROM mysql.user WHERE User = 'half') + (SELECT "
                            "COUNT(*) FROM {check}.chk_login WHERE account = 'half') + (SELECT COUNT(*) FROM "
                            "{check}.chk_member WHERE account = 'half') + (SELECT COUNT(*) FROM "
                            "{check}.account_event WHERE account = 'half')"_s);
                if (!rows)
                    return rows.error();
                return rows.value().next() ? rows.value().value(0).toInt() : -1;
            });
        };
        const auto ownerSays = [&](const QString& text) {
            return asOwner([&](QSqlDatabase& db) { return runStatement(db, text); });
        };
        VERIFY_OK(ownerSays(u"RENAME TABLE lamost_check.account_event TO lamost_check.account_event_away"_s));
        const auto late = addHalf(); // its last statement fails
        VERIFY_OK(ownerSays(u"RENAME TABLE lamost_check.account_event_away TO lamost_check.account_event"_s));
        QVERIFY(!late);
        QCOMPARE(late.error().code, 1146); // ER_NO_SUCH_TABLE: the first cause, not what came after
        QCOMPARE(traces().value(), 0);

        // As a server leaves it that dies between two statements
        VERIFY_OK(ownerSays(u"CREATE USER half@'%'"_s));
        VERIFY_OK(ownerSays(u"INSERT INTO lamost_check.chk_login (account, server_account, state) "
                            "VALUES ('half', 'half@%', 'unfinished')"_s));
        VERIFY_OK(addHalf());
        QCOMPARE(member(u"half"_s).state, MemberState::Active);
        QCOMPARE(traces().value(), 4);
        VERIFY_OK(as(u"half"_s, ask));
    }

    /// mysql_native_password after the server's own limit; the lock ends with an administrator's unlock.
    void wrongPasswordsLockTheAccount()
    {
        VERIFY_OK(add(u"chen"_s, MemberRole::Inspector));
        auto wrong = configOf(u"chen"_s);
        wrong.password = u"not the password"_s;
        for (int attempt = 0; attempt < 12; ++attempt)
            QCOMPARE(DbThread(wrong).run(ask).result().error().kind, ErrorKind::Refused);
        QVERIFY(!as(u"chen"_s, ask)); // the right one no longer helps
        VERIFY_OK(as(u"zhao"_s, ask)); // nobody else is touched
        VERIFY_OK(setState(u"chen"_s, MemberState::Active));
        VERIFY_OK(as(u"chen"_s, ask));
    }

    void theOwnerIsAnAdministratorFromHisFirstLoginOn()
    {
        VERIFY_OK(asOwner([](QSqlDatabase& db) { return MemberStore::noteLogin(db, {}, u"owner"_s, 0); }));
        const auto role = asOwner([](QSqlDatabase& db) { return MemberStore::roleOf(db, {}, u"owner"_s); });
        VERIFY_OK(role);
        QCOMPARE(role.value(), std::optional(MemberRole::Admin));
    }

private:
    static QString password(const QString& name) { return u"the password of "_s + name; }

    static Result<qint64> ask(QSqlDatabase& db)
    {
        auto rows = runText(db, {}, u"SELECT COUNT(*) FROM {check}.spec_check"_s);
        if (!rows)
            return rows.error();
        return rows.value().next() ? rows.value().value(0).toLongLong() : 0;
    }

    static Result<bool> askForVerdictsOfOthers(QSqlDatabase& db)
    {
        auto rows = runText(db, {}, u"SELECT COUNT(*) FROM {check}.humanverify"_s);
        return rows ? Result<bool>(true) : rows.error();
    }

    static QStringList namesOf(const std::vector<MemberRole>& roles)
    {
        QStringList names;
        for (const auto role : roles)
            names << roleName(role);
        return names;
    }

    static void eachRole()
    {
        QTest::addColumn<QString>("name");
        for (const auto role : allRoles())
            QTest::newRow(qPrintable(roleName(role))) << roleName(role);
    }

    DbConfig configOf(const QString& name) const
    {
        auto config = m_server.config();
        config.user = name;
        config.password = password(name);
        return config;
    }

    template<typename Job>
    std::invoke_result_t<Job, QSqlDatabase&> asOwner(Job job)
    {
        return m_owner->run(job).result();
    }

    template<typename Job>
    std::invoke_result_t<Job, QSqlDatabase&> as(const QString& name, Job job)
    {
        DbThread person(configOf(name));
        return person.run(job).result();
    }

    Result<void> add(const QString& name, MemberRole role)
    {
        return asOwner([&](QSqlDatabase& db) {
            return MemberStore::add(
                db, {}, {.account = name, .host = u"localhost"_s, .password = password(name), .role = role});
        });
    }

    Result<void> setState(const QString& name, MemberState state)
    {
        return as(u"admin"_s, [&](QSqlDatabase& db) { return MemberStore::setState(db, {}, name, state); });
    }

    Member member(const QString& name)
    {
        const auto all = as(u"admin"_s, [](QSqlDatabase& db) { return MemberStore::all(db, {}); });
        if (all)
            for (const auto& person : all.value())
                if (person.account == name)
                    return person;
        return {};
    }

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

    TestServer m_server;
    std::unique_ptr<DbThread> m_owner;
};

QTEST_GUILESS_MAIN(TestRights)
#include "tst_rights.moc"
