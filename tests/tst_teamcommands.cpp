#include "app/session/session.h"
#include "db/sql/sqlquery.h"
#include "db/stores/queuestore.h"
#include "db/stores/verdictstore.h"
#include "support/commandstand.h"
#include "support/samplenight.h"

#include <QJsonDocument>
#include <QJsonObject>
#include <QTemporaryDir>
#include <QTest>

using namespace Qt::Literals::StringLiterals;

/// What a lead, the 2D team and an administrator type, on an embedded server of their own.
class TestTeamCommands : public QObject, private CommandStand
{
    Q_OBJECT
private slots:
    void initTestCase()
    {
        QVERIFY(writeSampleNight(m_night.path(), 60));
        ok(u"ingest"_s, {m_night.path()});
        ok(u"migrate"_s, {});
        QVERIFY2(!m_err.contains("may not make roles"_L1), qPrintable(m_err));
    }

    void theOwnerOfTheEmbeddedServerIsItsAdministrator()
    {
        ok(u"member"_s, {u"--json"_s});
        QCOMPARE(objects().size(), 1);
        QCOMPARE(objects().first().value(u"account"_s).toString(), u"tester"_s);
        QCOMPARE(objects().first().value(u"role"_s).toString(), u"admin"_s);
        QVERIFY(!objects().first().value(u"last_login"_s).toString().isEmpty());
        QCOMPARE(m_session->role(), MemberRole::Admin);
    }

    void accountsAreMadeChangedAndRemoved()
    {
        ok(u"member"_s, {u"add"_s, u"li"_s, u"--name"_s, u"Li Wei"_s, u"--host"_s, u"localhost"_s});
        QVERIFY2(m_out.contains("Password: "_L1), qPrintable(m_out));
        const auto member = [&](const QString& key) {
            ok(u"member"_s, {u"list"_s, u"--json"_s});
            return objects().first().value(key).toVariant().toString();
        };
        QCOMPARE(member(u"name"_s), u"Li Wei"_s);
        ok(u"member"_s, {u"rights"_s, u"li"_s, u"rechecker"_s});
        QCOMPARE(member(u"role"_s), u"rechecker"_s);
        ok(u"member"_s, {u"lock"_s, u"li"_s});
        QCOMPARE(member(u"state"_s), u"locked"_s);
        ok(u"member"_s, {u"unlock"_s, u"li"_s});
        QCOMPARE(member(u"state"_s), u"active"_s);
        ok(u"member"_s, {u"reset"_s, u"li"_s});
        ok(u"member"_s, {u"remove"_s, u"li"_s});
        QCOMPARE(member(u"state"_s), u"removed"_s);
        QCOMPARE(fails(u"member"_s, {u"lock"_s, u"nobody"_s}), ErrorKind::NotFound);
        QCOMPARE(fails(u"member"_s, {u"rights"_s, u"li"_s, u"king"_s}), ErrorKind::BadInput);
        QCOMPARE(fails(u"member"_s, {u"add"_s}), ErrorKind::BadInput);
    }

    void tasksAreHandedOutAndProgressIsTold()
    {
        ok(u"tasks"_s,
           {u"create"_s, u"First plate"_s, u"--inspectors"_s, u"2"_s, u"--for"_s, u"tester"_s, u"--json"_s});
        const auto task = objects().first();
        QVERIFY(task.value(u"spectra"_s).toInt() > 40);
        QCOMPARE(task.value(u"looks"_s).toInt(), 2 * task.value(u"spectra"_s).toInt());
        QCOMPARE(task.value(u"created_by"_s).toString(), u"tester"_s);
        ok(u"tasks"_s, {});
        QVERIFY2(m_out.contains("First plate"_L1), qPrintable(m_out));
        decideOnOne();
        ok(u"progress"_s, {u"--json"_s});
        const auto night = objects().first();
        QCOMPARE(night.value(u"done"_s).toInt(), 1);
        QCOMPARE(night.value(u"total"_s).toInt(), task.value(u"spectra"_s).toInt());
        QVERIFY(objects().last().value(u"per_day"_s).toDouble() > 0);
        ok(u"progress"_s, {u"--by"_s, u"person"_s, u"--json"_s});
        QCOMPARE(objects().first().value(u"name"_s).toString(), u"tester"_s);
        QCOMPARE(fails(u"progress"_s, {u"--by"_s, u"moon"_s}), ErrorKind::BadInput);
        ok(u"tasks"_s, {u"close"_s, QString::number(task.value(u"id"_s).toInt())});
        ok(u"tasks"_s, {u"--json"_s});
        QVERIFY(m_out.isEmpty());
        const auto number = QString::number(task.value(u"id"_s).toInt());
        QCOMPARE(fails(u"tasks"_s, {u"close"_s, u"999"_s}), ErrorKind::NotFound);
        QCOMPARE(fails(u"tasks"_s, {u"reopen"_s, u"first"_s}), ErrorKind::BadInput);
        QCOMPARE(fails(u"tasks"_s, {u"assign"_s, u"999"_s, u"--for"_s, u"tester"_s}), ErrorKind::NotFound);
        QCOMPARE(fails(u"tasks"_s, {u"assign"_s, number, u"--for"_s, u"tseter"_s}), ErrorKind::NotFound);
        QCOMPARE(fails(u"tasks"_s, {u"create"_s, u"Second"_s, u"--for"_s, u"tseter"_s}), ErrorKind::NotFound);
        ok(u"tasks"_s, {u"reopen"_s, number});
        ok(u"tasks"_s, {u"assign"_s, number, u"--for"_s, u"tester"_s});
        ok(u"tasks"_s, {u"--json"_s});
        QCOMPARE(objects().first().value(u"members"_s).toVariant().toStringList(), QStringList {u"tester"_s});
        ok(u"tasks"_s, {u"close"_s, number});
        ok(u"tasks"_s, {u"scores"_s});
        QCOMPARE(fails(u"tasks"_s, {u"create"_s, u"None"_s, u"--night"_s, u"1900-01-01"_s}),
                 ErrorKind::BadInput);
    }

    void aTaskWithAWordThatMeansNothingIsRefused_data()
    {
        QTest::addColumn<QString>("option");
        QTest::addColumn<QString>("word");
        for (const auto& [option, word] :
             {std::pair {"--class", "GALAXYY"}, std::pair {"--spectrograph", "x"},
              std::pair {"--min-snr", "abc"}, std::pair {"--max-snr", "1,5"}, std::pair {"--page", "foo"},
              std::pair {"--inspectors", "two"}, std::pair {"--gold", "some"}, std::pair {"--lease", "long"},
              std::pair {"--night", "23.11.2016"}})
            QTest::newRow(option) << QString::fromLatin1(option) << QString::fromLatin1(word);
    }

    void aTaskWithAWordThatMeansNothingIsRefused()
    {
        QFETCH(QString, option);
        QFETCH(QString, word);
        const auto outcome = run(u"tasks"_s, {u"create"_s, u"Misspelt"_s, u"--again"_s, option, word});
        QVERIFY(!outcome);
        QCOMPARE(outcome.error().kind, ErrorKind::BadInput);
        QVERIFY2(outcome.error().message.contains(word), qPrintable(outcome.error().message));
    }

    void aListAskedForWithAWordThatMeansNothingIsRefused()
    {
        const std::pair<QString, QStringList> calls[] = {{u"progress"_s, {u"--page"_s, u"moon"_s}},
                                                         {u"progress"_s, {u"--from"_s, u"23.11.2016"_s}},
                                                         {u"problems"_s, {u"--spectrograph"_s, u"x"_s}},
                                                         {u"problems"_s, {u"--to"_s, u"yesterday"_s}}};
        for (const auto& [name, arguments] : calls) {
            const auto outcome = run(name, arguments);
            QVERIFY2(!outcome, qPrintable(arguments.first()));
            QCOMPARE(outcome.error().kind, ErrorKind::BadInput);
            for (const auto& word : arguments)
                QVERIFY2(outcome.error().message.contains(word), qPrintable(outcome.error().message));
        }
    }

    void columnsStandBelowTheirHeadingsAlsoWhereTheFirstIsANumber()
    {
        ok(u"tasks"_s, {u"create"_s, u"Aligned"_s, u"--again"_s});
        ok(u"tasks"_s, {});
        const auto lines = m_out.split(u'\n');
        QCOMPARE(lines.at(1).indexOf("Aligned"_L1), lines.at(0).indexOf("Task"_L1));
    }

    void problemsAreReportedAndAnsweredUntilTheListIsEmpty()
    {
        const auto plate = entry().planId;
        const QStringList report {u"report"_s,      u"--plate"_s,  plate,           u"--spectrograph"_s,
                                  u"1"_s,           u"--fibers"_s, u"1-20"_s,       u"--kind"_s,
                                  u"stray-light"_s, u"--note"_s,   u"bright star"_s};
        const QStringList night {u"--night"_s, entry().obsDate};
        const QStringList version {u"--pipeline"_s, entry().pipelineVersion};
        QCOMPARE(fails(u"problems"_s, report + version), ErrorKind::BadInput); // of which night?
        QCOMPARE(fails(u"problems"_s, report + version + QStringList {u"--night"_s, u"yesterday"_s}),
                 ErrorKind::BadInput);
        QCOMPARE(fails(u"problems"_s, report + night), ErrorKind::BadInput); // of which reduction?
        ok(u"problems"_s, report + night + version);
        QVERIFY2(m_out.contains("is reported; "_L1), qPrintable(m_out));
        ok(u"problems"_s, {u"--json"_s});
        QCOMPARE(objects().size(), 1);
        QCOMPARE(objects().first().value(u"obs_date"_s).toString(), entry().obsDate);
        QVERIFY(objects().first().value(u"spectra"_s).toInt() > 0);
        QCOMPARE(objects().first().value(u"kind"_s).toString(), u"stray-light"_s);
        const auto number = QString::number(objects().first().value(u"id"_s).toInt());
        ok(u"problems"_s, {u"confirm"_s, number});
        const QStringList mended {u"reprocessed"_s, number, u"--note"_s, u"done"_s, u"--pipeline"_s};
        QCOMPARE(fails(u"problems"_s, mended + QStringList {u"v77"_s}), ErrorKind::NotFound);
        QCOMPARE(fails(u"problems"_s, mended + QStringList {entry().pipelineVersion}), ErrorKind::BadInput);
        QCOMPARE(fails(u"problems"_s, mended.first(4)), ErrorKind::BadInput); // by which version?
        execute(
            u"INSERT INTO {check}.processing_version VALUES ('v9', 'lamost_proc_v9', UTC_TIMESTAMP(6))"_s);
        ok(u"problems"_s, mended + QStringList {u"v9"_s});
        execute(u"DELETE FROM {check}.processing_version WHERE pipeline_version = 'v9'"_s);
        QVERIFY2(m_out.contains("v9"_L1), qPrintable(m_out));
        ok(u"problems"_s, {u"--json"_s});
        QVERIFY(m_out.isEmpty());
        ok(u"problems"_s, {u"--all"_s, u"--json"_s});
        QCOMPARE(objects().first().value(u"state"_s).toString(), u"fixed"_s);
        QCOMPARE(fails(u"problems"_s, {u"report"_s, u"--plate"_s, plate}), ErrorKind::BadInput);
        QCOMPARE(fails(u"problems"_s, {u"confirm"_s, u"999"_s}), ErrorKind::NotFound);
    }

    void aReportThatMeetsNoSpectrumIsRefused_data()
    {
        QTest::addColumn<QString>("option");
        QTest::addColumn<QString>("word");
        for (const auto& [option, word] : {std::pair {"--plate", "XX"}, std::pair {"--spectrograph", "99"},
                                           std::pair {"--fibers", "1-900"}, std::pair {"--pipeline", "v77"},
                                           std::pair {"--night", "2001-01-01"}})
            QTest::newRow(option) << QString::fromLatin1(option) << QString::fromLatin1(word);
    }

    void aReportThatMeetsNoSpectrumIsRefused()
    {
        QFETCH(QString, option);
        QFETCH(QString, word);
        ok(u"problems"_s, {u"--all"_s, u"--json"_s});
        const auto before = objects().size();
        const auto spectrum = entry();
        const QStringList good {u"report"_s,
                                u"--night"_s,
                                spectrum.obsDate,
                                u"--plate"_s,
                                spectrum.planId,
                                u"--spectrograph"_s,
                                u"1"_s,
                                u"--fibers"_s,
                                u"1-20"_s,
                                u"--pipeline"_s,
                                spectrum.pipelineVersion,
                                u"--kind"_s,
                                u"sky"_s};
        const auto outcome = run(u"problems"_s, good + QStringList {option, word});
        QVERIFY(!outcome);
        QCOMPARE(outcome.error().kind, ErrorKind::NotFound);
        QVERIFY2(outcome.error().message.contains(word.split(u'-').last()) || option == "--night"_L1,
                 qPrintable(outcome.error().message));
        ok(u"problems"_s, {u"--all"_s, u"--json"_s});
        QCOMPARE(objects().size(), before);
    }

    void aProblemOfRawDataCountsItsSpectraOfEveryVersion()
    {
        const auto spectrum = entry();
        ok(u"problems"_s,
           {u"report"_s, u"--raw"_s, u"--night"_s, spectrum.obsDate, u"--plate"_s, spectrum.planId,
            u"--spectrograph"_s, u"1"_s, u"--fibers"_s, u"21-30"_s, u"--kind"_s, u"saturation"_s});
        QVERIFY2(m_out.contains("10 spectra"_L1), qPrintable(m_out));
        ok(u"problems"_s, {u"--json"_s});
        QCOMPARE(objects().first().value(u"origin"_s).toString(), u"raw"_s);
        QCOMPARE(objects().first().value(u"spectra"_s).toInt(), 10);
        const auto number = QString::number(objects().first().value(u"id"_s).toInt());
        ok(u"problems"_s, {u"reject"_s, number});
    }

    void theAuditIsExported()
    {
        decideOnOne();
        ok(u"verdicts"_s, {u"--changes"_s, u"--json"_s, u"--inspector"_s, u"tester"_s});
        QVERIFY(!objects().isEmpty());
        const auto change = objects().last();
        QCOMPARE(change.value(u"inspector"_s).toString(), u"tester"_s);
        QVERIFY(!change.value(u"changed_at"_s).toString().isEmpty());
        QCOMPARE(change.value(u"to_class"_s).toString(), u"UNKNOWN"_s);
        ok(u"verdicts"_s, {u"--changes"_s});
        QVERIFY2(m_out.startsWith("changed_at,inspector,obsid,pipeline_version,change,from_class,"_L1),
                 qPrintable(m_out));
        QCOMPARE(fails(u"verdicts"_s, {u"--changes"_s, u"--current"_s}), ErrorKind::BadInput);
    }

    void aTimeMayNameItsDistanceFromGreenwich()
    {
        decideOnOne();
        const auto inChina = [](int seconds) {
            return QDateTime::currentDateTimeUtc().toOffsetFromUtc(8 * 3600).addSecs(seconds).toString(
                Qt::ISODate);
        };
        ok(u"verdicts"_s, {u"--json"_s, u"--from"_s, inChina(-3600)});
        QVERIFY(!objects().isEmpty());
        ok(u"verdicts"_s, {u"--json"_s, u"--before"_s, inChina(-3600)});
        QVERIFY(objects().isEmpty());
        QCOMPARE(fails(u"verdicts"_s, {u"--from"_s, u"2026-02-30"_s}), ErrorKind::BadInput);
    }

    void knownSpectraAreMixedIntoATask()
    {
        ok(u"tasks"_s, {u"known"_s, m_night.filePath(u"truth.csv"_s)});
        QVERIFY2(!m_out.startsWith(u"0 of"_s), qPrintable(m_out));
        ok(u"tasks"_s, {u"create"_s, u"Mixed"_s, u"--again"_s, u"--gold"_s, u"0.5"_s});
        const auto mixed = m_session->background()
                               .run([](QSqlDatabase& db) -> Result<int> {
                                   auto rows = runText(
                                       db, {}, u"SELECT COUNT(*) FROM {check}.task_seat WHERE is_gold = 1"_s);
                                   return rows && rows.value().next() ? rows.value().value(0).toInt() : 0;
                               })
                               .result();
        QVERIFY(mixed.value() > 0);
        QCOMPARE(fails(u"tasks"_s, {u"known"_s, u"/no/such.csv"_s}), ErrorKind::NotFound);
    }

private:
    void ok(const QString& name, const QStringList& arguments)
    {
        const auto outcome = run(name, arguments);
        QVERIFY2(outcome, outcome ? "" : qPrintable(outcome.error().message + outcome.error().detail));
    }

    ErrorKind fails(const QString& name, const QStringList& arguments)
    {
        const auto outcome = run(name, arguments);
        return outcome ? ErrorKind::Internal : outcome.error().kind;
    }

    QList<QJsonObject> objects() const
    {
        QList<QJsonObject> found;
        for (const auto& line : m_out.split(u'\n', Qt::SkipEmptyParts))
            found << QJsonDocument::fromJson(line.toUtf8()).object();
        return found;
    }

    void execute(const QString& statement)
    {
        const auto done = m_session->background()
                              .run([&](QSqlDatabase& db) -> Result<void> {
                                  auto answer = runText(db, {}, statement);
                                  return answer ? Result<void>() : answer.error();
                              })
                              .result();
        QVERIFY2(done, done ? "" : qPrintable(done.error().detail));
    }

    QueueEntry entry()
    {
        return m_session->background()
            .run(
                [](QSqlDatabase& db) { return QueueStore::page(db, {}, {.page = WorkPage::Inspect}, {}, 1); })
            .result()
            .value()
            .front();
    }

    void decideOnOne()
    {
        Verdict verdict;
        verdict.submission = QUuid::createUuid();
        verdict.obsid = entry().obsid;
        verdict.pipelineVersion = entry().pipelineVersion;
        verdict.inspector = u"tester"_s;
        verdict.secondsSpent = 8;
        verdict.decidedAt = QDateTime::currentDateTimeUtc();
        const auto stored = m_session->background()
                                .run([&](QSqlDatabase& db) { return VerdictStore::submit(db, {}, verdict); })
                                .result();
        QVERIFY(stored);
    }

    QTemporaryDir m_night;
};

QTEST_GUILESS_MAIN(TestTeamCommands)
#include "tst_teamcommands.moc"
