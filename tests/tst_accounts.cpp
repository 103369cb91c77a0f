#include "support/rightsstand.h"

/// How accounts are made and changed, and what each sees of a task.
class TestAccounts : public RightsStand
{
    Q_OBJECT
private slots:
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
};

QTEST_GUILESS_MAIN(TestAccounts)
#include "tst_accounts.moc"
