#include "db/fits/spectrumfiles.h"
#include "db/fits/spectrumreader.h"
#include "db/release/integration.h"
#include "models/release/manifest.h"
#include "support/commandstand.h"
#include "support/samplenight.h"
#include "support/testserver.h"

#include <QDir>
#include <QFile>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTest>

using namespace Qt::Literals::StringLiterals;

namespace {
constexpr int nightSize = 60;

QByteArray contents(const QString& path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}
}

/// `specdesk package` from a night of files to a release, on a server of its own.
class TestPackageCommand : public QObject, private CommandStand
{
    Q_OBJECT
private slots:
    void initTestCase()
    {
        QVERIFY(writeSampleNight(m_night.path(), nightSize));
        const auto db = database();
        VERIFY_OK(db);
        QVERIFY(run(u"ingest"_s, {m_night.path()}));
        const auto integrated =
            db.value()->run([](QSqlDatabase& open) { return integrateAll(open); }).result();
        VERIFY_OK(integrated);
    }

    void aReleaseThatWasNotIntegratedIsASentence()
    {
        QTemporaryDir folder;
        const auto outcome = run(u"package"_s, {u"--release"_s, u"dr99"_s, u"-o"_s, folder.path()});
        QVERIFY(!outcome);
        QCOMPARE(outcome.error().kind, ErrorKind::NotFound);
        QVERIFY2(outcome.error().message.contains(u"not been integrated"_s),
                 qPrintable(outcome.error().message));
        QVERIFY(!run(u"package"_s, {u"--release"_s, u"dr6_alpha"_s}));
        QVERIFY(!run(u"package"_s,
                     {u"--release"_s, u"dr6_alpha"_s, u"-o"_s, folder.path(), u"--archives"_s, u"rar"_s}));
    }

    void theReleaseIsWholeAndItsManifestNamesIt()
    {
        QTemporaryDir folder;
        const auto outcome = package(folder.path(), {u"--date"_s, u"2026-11-21"_s});
        VERIFY_OK(outcome);
        QCOMPARE(outcome.value(), Outcome::Done);
        QVERIFY2(m_out.contains(u"LAMOST DR6 ALPHA is in "), qPrintable(m_out));
        QStringList paths;
        for (const auto& line : manifestLines(contents(folder.filePath(u"manifest.tsv"_s)))) {
            QCOMPARE(QFileInfo(folder.filePath(line.path)).size(), line.sum.size);
            paths << line.path;
        }
        for (const auto* path :
             {"catalogues/dr6_alpha_catalogue.fits", "catalogues/dr6_alpha_catalogue.csv.gz",
              "statistics/statistics.html", "statistics/statistics.pdf", "statistics/statistics.json"})
            QVERIFY2(paths.contains(QLatin1StringView(path)), path);
        const auto statistics =
            QJsonDocument::fromJson(contents(folder.filePath(u"statistics/statistics.json"_s))).object();
        const auto files = spectrumFilesIn({folder.path()}).filter(u".fits.gz"_s);
        QVERIFY(!files.isEmpty());
        QCOMPARE(statistics.value("spectra"_L1).toInt(), files.size());
        QVERIFY(statistics.value("spectra"_L1).toInt() < nightSize); // sky fibres at least stay
        const auto released = readSpectra(files.first());
        VERIFY_OK(released);
        QVERIFY(released.value().front()->release.startsWith(u"LAMOST DR6"));
    }

    void packingAgainKeepsEverythingAndEveryByte()
    {
        QTemporaryDir folder;
        QVERIFY(package(folder.path(), {}));
        const auto manifest = contents(folder.filePath(u"manifest.tsv"_s));
        QVERIFY(package(folder.path(), {u"--json"_s}));
        const auto last = QJsonDocument::fromJson(m_out.trimmed().split(u'\n').last().toUtf8()).object();
        QCOMPARE(last.value("event"_L1).toString(), u"end"_s);
        QCOMPARE(last.value("packed"_L1).toInt(), 0);
        QVERIFY(last.value("kept"_L1).toInt() > 0);
        QCOMPARE(contents(folder.filePath(u"manifest.tsv"_s)).split('\n'), manifest.split('\n'));
        QTemporaryDir elsewhere;
        QVERIFY(package(elsewhere.path(), {}));
        QCOMPARE(contents(elsewhere.filePath(u"manifest.tsv"_s)), manifest);
    }

    void copyingTablesTellsProgramsWhatHappens()
    {
        const QStringList dr6 {u"--release"_s, u"dr6_alpha"_s, u"--json"_s};
        VERIFY_OK(run(u"publish-tables"_s, dr6 + QStringList {u"--dry-run"_s}));
        QCOMPARE(events().first(), u"start"_s);
        QCOMPARE(events().last(), u"end"_s);
        QCOMPARE(events().count(u"table"_s), 3); // of an alpha release
        const auto failed =
            run(u"publish-tables"_s, dr6 + QStringList {u"--host"_s, u"127.0.0.1"_s, u"--port"_s, u"1"_s});
        QVERIFY(!failed);
        QCOMPARE(events(), QStringList({u"start"_s, u"failed"_s}));
        const auto wrong =
            run(u"publish-tables"_s, dr6 + QStringList {u"--host"_s, u"127.0.0.1"_s, u"--port"_s, u"abc"_s});
        QVERIFY(!wrong);
        QCOMPARE(wrong.error().kind, ErrorKind::BadInput);
        QVERIFY2(wrong.error().message.contains(u"“abc”"), qPrintable(wrong.error().message));
    }

    void anEmptyDateDoesNotTakeTheNextOptionForItself()
    {
        const auto outcome =
            run(u"release"_s,
                {u"--release"_s, u"dr6_alpha"_s, u"--from"_s, QString(), u"--until"_s, u"2020-01-01"_s});
        QVERIFY(!outcome);
        QCOMPARE(outcome.error().kind, ErrorKind::BadInput);
        QVERIFY2(outcome.error().message.contains(u"is no date"), qPrintable(outcome.error().message));
    }

    void aWordThatIsNoNameOfAReleaseIsNamed()
    {
        for (const auto& command : {u"integrate"_s, u"release"_s}) {
            const auto named = run(command, {u"--release"_s, u"DR-6"_s});
            QVERIFY(!named);
            QCOMPARE(named.error().kind, ErrorKind::BadInput);
            QVERIFY2(named.error().message.contains(u"DR-6"), qPrintable(named.error().message));
            const auto unnamed = run(command, {});
            QVERIFY(!unnamed);
            QVERIFY2(unnamed.error().message.contains(u"--release"), qPrintable(unnamed.error().message));
        }
    }

    void aWithdrawnSpectrumLeavesTheReleaseWithItsReason()
    {
        QTemporaryDir folder;
        VERIFY_OK(package(folder.path(), {}));
        const auto before = spectrumFilesIn({folder.path()}).filter(u".fits.gz"_s);
        const auto obsid = QString::number(readSpectra(before.first()).value().front()->target.obsid);
        QVERIFY(!run(u"withdraw"_s, {obsid}));
        QVERIFY(!run(u"withdraw"_s, {u"999"_s, u"--reason"_s, u"not ours"_s}));
        VERIFY_OK(run(u"withdraw"_s, {obsid, u"--reason"_s, u"asked by its owner"_s}));
        VERIFY_OK(run(u"withdraw"_s, {u"--list"_s}));
        QVERIFY(m_out.contains(obsid) && m_out.contains(u"asked by its owner"));
        QCOMPARE(m_out.count(u'\n'), 2); // headings and a row
        VERIFY_OK(run(u"withdraw"_s, {u"--list"_s, u"--json"_s}));
        const auto withdrawn = QJsonDocument::fromJson(m_out.toUtf8()).object();
        QCOMPARE(withdrawn.value("obsid"_L1).toInteger(), obsid.toLongLong());
        QCOMPARE(withdrawn.value("reason"_L1).toString(), u"asked by its owner"_s);
        VERIFY_OK(database().value()->run([](QSqlDatabase& open) { return integrateAll(open); }).result());
        VERIFY_OK(package(folder.path(), {}));
        const auto after = spectrumFilesIn({folder.path()}).filter(u".fits.gz"_s);
        QCOMPARE(after, before.sliced(1));
        const auto statistics =
            QJsonDocument::fromJson(contents(folder.filePath(u"statistics/statistics.json"_s))).object();
        QCOMPARE(statistics.value("excluded"_L1).toObject().value("withdrawn"_L1).toInt(), 1);
    }

private:
    static Result<IntegrationReport> integrateAll(QSqlDatabase& open)
    {
        QFile file(u":/rules/release.json"_s);
        if (!file.open(QIODevice::ReadOnly))
            return Error {};
        auto rules = ReleaseRules::fromJson(file.readAll());
        if (!rules)
            return rules.error();
        IntegrationSettings settings;
        settings.task.release = u"dr6_alpha"_s;
        settings.task.rules = rules.value();
        return integrate(open, {}, settings);
    }

    /// What the last command told programs.
    QStringList events() const
    {
        QStringList names;
        const auto lines = m_out.toUtf8().split('\n');
        for (const auto& line : lines)
            if (const auto object = QJsonDocument::fromJson(line).object(); !object.isEmpty())
                names << object.value("event"_L1).toString();
        return names;
    }

    Result<Outcome> package(const QString& folder, const QStringList& more)
    {
        return run(u"package"_s, QStringList {u"--release"_s, u"dr6_alpha"_s, u"-o"_s, folder} + more);
    }

    QTemporaryDir m_night;
};

QTEST_MAIN(TestPackageCommand)
#include "tst_packagecommand.moc"
