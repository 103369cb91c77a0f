#include "app/commands/registry.h"
#include "db/sql/sqlquery.h"
#include "db/stores/releasestore.h"
#include "support/rolequestions.h"
#include "support/samplenight.h"
#include "support/surveyserver.h"

#include <QTest>
#include <QTextStream>

using namespace Qt::Literals::StringLiterals;

namespace {
const SchemaNames names;
}

/// Every role with its own account at every question that pages and commands ask.
class TestRoles : public QObject
{
    Q_OBJECT
private slots:
    void initTestCase()
    {
        for (const auto* variable : {"XDG_DATA_HOME", "XDG_CONFIG_HOME", "XDG_STATE_HOME"})
            qputenv(variable, m_home.path().toUtf8());
        REQUIRE_SERVER(m_survey);
        QVERIFY(writeSampleNight(m_night.path(), 120));
        VERIFY_OK(m_survey.prepare(m_night.path()));
        for (const auto role : allRoles())
            VERIFY_OK(m_survey.add(roleName(role), role));
        VERIFY_OK(m_survey.add(u"li"_s, MemberRole::Inspector));
        VERIFY_OK(m_survey.add(u"zhao"_s, MemberRole::Inspector));
        const auto work = m_survey.asOwner([](QSqlDatabase& db) { return prepareWork(db); });
        VERIFY_OK(work);
        m_work = work.value();
    }

    void everyQuestionIsAnsweredForThoseWhoMayAskIt_data() { eachRole(); }

    void everyQuestionIsAnsweredForThoseWhoMayAskIt()
    {
        QFETCH(QString, name);
        const auto role = memberRoleFrom(name).value_or(MemberRole::Inspector);
        for (const auto& question : roleQuestions(m_work.entry, m_work.plate)) {
            const auto answer = m_survey.as(name, [&](QSqlDatabase& db) { return question.ask(db, name); });
            // Who builds releases reads all of the check, the lead's part too.
            const bool reads = role == MemberRole::Release
                && QStringList {u"conflicts"_s, u"settled spectra"_s, u"scores on known spectra"_s,
                                u"members"_s}
                       .contains(QLatin1StringView(question.what));
            if (includesRole(role, question.needs) || reads)
                QVERIFY2(answer,
                         answer ? ""
                                : qPrintable(name + u": "_s + QLatin1StringView(question.what) + u": "_s
                                             + answer.error().detail));
            else
                QVERIFY2(!answer && answer.error().kind == ErrorKind::Refused,
                         qPrintable(name + u" may: "_s + QLatin1StringView(question.what)));
        }
    }

    /// Integrate, package and publish as a cron job of the release role would, formal and alpha.
    void theReleaseRoleBuildsARelease()
    {
        for (const auto& release : {u"dr9_alpha"_s, u"dr9"_s}) {
            QTemporaryDir folder, web, tables;
            VERIFY_OK(command(u"release"_s, u"integrate"_s, {u"--release"_s, release}));
            VERIFY_OK(
                command(u"release"_s, u"integrate"_s,
                        {u"--release"_s, release, u"--explain"_s, QString::number(m_work.entry.obsid)}));
            VERIFY_OK(command(u"release"_s, u"catalogue"_s,
                              {u"--release"_s, release, u"-o"_s, tables.filePath(u"catalogue.csv.gz"_s)}));
            VERIFY_OK(command(u"release"_s, u"package"_s, {u"--release"_s, release, u"-o"_s, folder.path()}));
            VERIFY_OK(command(u"release"_s, u"publish"_s, {folder.path(), u"--to"_s, web.path()}));
            VERIFY_OK(
                command(u"release"_s, u"integrate"_s, {u"--release"_s, release})); // nothing has changed
        }
        const auto readAs = [](QSqlDatabase& db) {
            return ReleaseStore::current(db, names.forRelease(u"dr9"_s));
        };
        VERIFY_OK(m_survey.as(u"lead"_s, readAs));
        // What a build knows of a spectrum is what the first to look at it said.
        const auto blind = m_survey.as(u"inspector"_s, readAs);
        QVERIFY(!blind && blind.error().kind == ErrorKind::Refused);
        for (const auto& name : {u"inspector"_s, u"rechecker"_s, u"team2d"_s, u"lead"_s}) {
            const auto built = command(name, u"integrate"_s, {u"--release"_s, u"dr9"_s, u"--anew"_s});
            QVERIFY2(!built && built.error().kind == ErrorKind::Refused, qPrintable(name));
            const auto changed = m_survey.as(name, [](QSqlDatabase& db) {
                return runStatement(db, u"DELETE FROM lamost_dr9.catalogue"_s);
            });
            QVERIFY2(!changed && changed.error().kind == ErrorKind::Refused, qPrintable(name));
        }
        const auto elsewhere = command(u"release"_s, u"integrate"_s, {u"--release"_s, u"check"_s});
        QVERIFY(!elsewhere); // no release can be called so
    }

private:
    static void eachRole()
    {
        QTest::addColumn<QString>("name");
        for (const auto role : allRoles())
            QTest::newRow(qPrintable(roleName(role))) << roleName(role);
    }

    Result<Outcome> command(const QString& account, const QString& name, const QStringList& arguments)
    {
        QString said;
        QTextStream text(&said);
        DbThread db(m_survey.config(account));
        CommandContext context {.out = text,
                                .err = text,
                                .terminal = false,
                                .database = [&]() -> Result<DbThread*> { return &db; },
                                .schemas = names,
                                .account = account};
        for (const auto& known : allCommands())
            if (known->name() == name)
                return known->run(arguments, context);
        return Error {ErrorKind::NotFound, name, {}};
    }

    QTemporaryDir m_home;
    QTemporaryDir m_night;
    SurveyServer m_survey;
    WorkToAskAbout m_work;
};

QTEST_MAIN(TestRoles)
#include "tst_roles.moc"
