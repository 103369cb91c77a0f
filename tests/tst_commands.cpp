#include "app/commandline.h"
#include "app/commands/registry.h"
#include "app/spectra/ingestion.h"
#include "support/commandstand.h"
#include "support/samplenight.h"

#include <QDirIterator>
#include <QFile>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTemporaryDir>
#include <QTest>
#include <QTranslator>

using namespace Qt::Literals::StringLiterals;

namespace {
constexpr int nightSize = 60;

QStringList lines(const QString& text)
{
    return text.split(u'\n', Qt::SkipEmptyParts);
}
}

/// The headless commands as a script uses them, on a server of their own.
class TestCommands : public QObject, private CommandStand
{
    Q_OBJECT
private slots:
    void initTestCase() { QVERIFY(writeSampleNight(m_night.path(), nightSize)); }

    void everyCommandHasHelpWithItsName()
    {
        const auto commands = allCommands();
        for (const auto& command : commands) {
            QVERIFY2(command->usage().contains(command->name()), qPrintable(command->name()));
            QVERIFY2(!command->usage().endsWith("\n\n"_L1), qPrintable(command->name()));
            QVERIFY(programHelp(commands).contains(command->summary()));
        }
    }

    void anUnknownOptionIsAUsageError()
    {
        for (const auto& command : allCommands()) {
            const auto outcome = run(command->name(), {u"--no-such-option"_s});
            QVERIFY(!outcome);
            QCOMPARE(exitCode(outcome.error().kind), 64);
        }
    }

    void listWritesOneJsonObjectASpectrum()
    {
        QVERIFY(run(u"list"_s, {m_night.path(), u"--json"_s}));
        QCOMPARE(lines(m_out).size(), nightSize);
        const auto first = QJsonDocument::fromJson(lines(m_out).first().toUtf8()).object();
        for (const auto* key :
             {"file", "obsid", "layout", "class", "subclass", "z", "z_err", "snr_u", "snr_g", "snr_r",
              "snr_i", "snr_z", "ra", "dec", "n_pixels", "wavelength_min", "wavelength_max"})
            QVERIFY2(first.contains(QLatin1String(key)), key);
        QCOMPARE(first.value(u"layout"_s).toString(), u"lamost-image"_s);
    }

    void aDamagedFileIsReportedAndTheRestIsListed()
    {
        QFile damaged(m_night.filePath(u"broken.fits"_s));
        QVERIFY(damaged.open(QIODevice::WriteOnly));
        damaged.write("SIMPLE  =                    T");
        damaged.close();
        const auto outcome = run(u"list"_s, {m_night.path(), u"--json"_s});
        QVERIFY(damaged.remove());
        QVERIFY(outcome);
        QCOMPARE(outcome.value(), Outcome::SomeRefused);
        QCOMPARE(lines(m_out).size(), nightSize + 1);
        QVERIFY(m_out.contains(u"\"error\""_s));
        QVERIFY(m_err.contains(u"broken.fits"_s));
    }

    void theExitStatusTellsWhyNothingWasRead()
    {
        const auto missing = run(u"list"_s, {u"/nowhere/a.fits"_s});
        QVERIFY(!missing);
        QCOMPARE(exitCode(missing.error().kind), 66);
        QVERIFY(m_err.isEmpty()); // said once, by the caller
        const auto unreachable = run(u"list"_s, {u"http://127.0.0.1:1/a.fits"_s});
        QVERIFY(!unreachable);
        QCOMPARE(exitCode(unreachable.error().kind), 69);
        const auto both = run(u"list"_s, {u"/nowhere/a.fits"_s, u"/nowhere/b.fits"_s});
        QVERIFY(!both);
        QCOMPARE(exitCode(both.error().kind), 66);
        QCOMPARE(lines(m_err).size(), 2);
        QCOMPARE(run(u"list"_s, {u"/nowhere/a.fits"_s, m_night.path()}).value(), Outcome::SomeRefused);
        const auto ingested = run(u"ingest"_s, {u"/nowhere/a.fits"_s});
        QVERIFY(!ingested);
        QCOMPARE(exitCode(ingested.error().kind), 66);
        QVERIFY(m_out.contains(u"There is no file a.fits"_s));
    }

    void listSaysNullWhereAFileHasNoClass()
    {
        QTemporaryDir folder;
        QFile text(folder.filePath(u"star.csv"_s));
        QVERIFY(text.open(QIODevice::WriteOnly));
        for (int pixel = 0; pixel < 20; ++pixel)
            text.write(QByteArray::number(5000 + pixel) + ",1.5\n");
        text.close();
        QVERIFY(run(u"list"_s, {text.fileName(), u"--json"_s}));
        QVERIFY(m_out.contains(u"\"class\":null"_s));
    }

    void aServerThatSleepsGivesItsOwnExitStatus()
    {
        const QTemporaryDir elsewhere;
        const auto home = qgetenv("XDG_DATA_HOME");
        qputenv("XDG_DATA_HOME", elsewhere.path().toUtf8());
        const auto asleep = run(u"server"_s, {u"status"_s});
        qputenv("XDG_DATA_HOME", home);
        QVERIFY(asleep);
        QCOMPARE(exitCode(asleep.value()), 69);
    }

    void aProfileSaysThatTheEnvironmentOverrulesIt()
    {
        qputenv("SPECDESK_SERVER", "own");
        QVERIFY(run(u"profile"_s, {u"db.example.org"_s}));
        qunsetenv("SPECDESK_SERVER");
        QVERIFY2(m_out.contains(u"SPECDESK_SERVER=own"_s), qPrintable(m_out));
        QVERIFY(run(u"profile"_s, {}));
        QVERIFY(m_out.contains(u"db.example.org"_s));
        QVERIFY(run(u"profile"_s, {u"own"_s}));
        QCOMPARE(run(u"profile"_s, {u"--forget-password"_s}).error().kind,
                 ErrorKind::BadInput); // of which server?
    }

    void ingestTwiceAddsNothingTwice()
    {
        QVERIFY(run(u"ingest"_s, {m_night.path(), u"--json"_s}));
        QCOMPARE(report().value(u"added"_s).toInt(), nightSize);
        QVERIFY(run(u"ingest"_s, {m_night.path(), u"--json"_s}));
        QCOMPARE(report().value(u"added"_s).toInt(), 0);
        QCOMPARE(report().value(u"unchanged"_s).toInt(), nightSize);
    }

    void copiesOfASpectrumDoNotReplaceEachOtherForEver()
    {
        const QTemporaryDir folder;
        const auto files = filesToIngest({m_night.path()});
        QVERIFY(QDir(folder.path()).mkdir(u"z"_s));
        for (qsizetype copy = 0; copy < 30; ++copy) { // more than the first window holds
            QVERIFY(QFile::copy(files[copy], folder.filePath(u"a%1.fits.gz"_s.arg(copy))));
            QVERIFY(QFile::copy(files[copy], folder.filePath(u"z/%1.fits.gz"_s.arg(copy))));
        }
        QVERIFY(run(u"ingest"_s, {folder.path(), u"--json"_s}));
        QCOMPARE(report().value(u"updated"_s).toInt(), 30);
        QCOMPARE(report().value(u"unchanged"_s).toInt(), 30);
        QVERIFY(run(u"ingest"_s, {folder.path(), u"--json"_s}));
        QCOMPARE(report().value(u"updated"_s).toInt(), 0);
        QCOMPARE(report().value(u"unchanged"_s).toInt(), 60);
        QVERIFY(run(u"ingest"_s, {m_night.path(), u"--json"_s}));
        QCOMPARE(report().value(u"updated"_s).toInt(), 30); // where they were
    }

    void oneIsSaidInTheSingular()
    {
        QTranslator english;
        QVERIFY(english.load(u":/translations/specdesk_en.qm"_s));
        QVERIFY(QCoreApplication::installTranslator(&english));
        const auto files = filesToIngest({m_night.path()});
        QVERIFY(run(u"ingest"_s, {files.first()}));
        QVERIFY2(m_out.startsWith(u"1 file: 0 spectra added"_s), qPrintable(m_out));
        QVERIFY(run(u"ingest"_s, {files.first(), files.last()}));
        QVERIFY2(m_out.startsWith(u"2 files: 0 spectra added"_s), qPrintable(m_out));
    }

    void theDatabaseListsWhatTheFilesSay()
    {
        QVERIFY(run(u"list"_s, {m_night.path(), u"--json"_s}));
        auto fromFiles = lines(m_out);
        QVERIFY(run(u"list"_s, {u"--json"_s}));
        auto fromDatabase = lines(m_out);
        fromFiles.sort();
        fromDatabase.sort();
        QCOMPARE(fromDatabase, fromFiles);
    }

    void verdictsOfAnUntouchedNightAreAHeading()
    {
        QVERIFY(run(u"verdicts"_s, {}));
        QCOMPARE(lines(m_out).size(), 1);
        QVERIFY(m_out.startsWith(u"obsid,pipeline_version,class"_s));
    }

    void redshiftWritesRankedSolutionsOfEverySpectrum()
    {
        const QTemporaryDir dir;
        const auto path = dir.filePath(u"solutions.csv"_s);
        QVERIFY(run(u"redshift"_s, {m_night.path(), u"-o"_s, path, u"--top"_s, u"3"_s}));
        QFile file(path);
        QVERIFY(file.open(QIODevice::ReadOnly));
        const auto rows = lines(QString::fromUtf8(file.readAll()));
        QVERIFY(rows.first().startsWith(u"file,obsid,rank,class,template,z,z_err,p,warning"_s));
        QSet<QString> searched;
        for (const auto& row : rows.mid(1)) {
            const auto fields = row.split(u',');
            searched.insert(fields[0]);
            QVERIFY(fields[2].toInt() <= 3);
        }
        QCOMPARE(searched.size(), nightSize);
        QVERIFY(run(u"redshift"_s, {m_night.path(), u"-o"_s, dir.filePath(u"solutions.fits"_s)}));
        QFile table(dir.filePath(u"solutions.fits"_s));
        QVERIFY(table.open(QIODevice::ReadOnly));
        QVERIFY(table.readAll().contains("REDSHIFTS"));
    }

    void redshiftsOfANightAreStoredAndAcceptedOnlyByRules()
    {
        QVERIFY(run(u"ingest"_s, {m_night.path()}));
        QVERIFY(run(u"list"_s, {m_night.path(), u"--json"_s}));
        const auto folder = QDir(m_night.path()).entryList(QDir::Dirs | QDir::NoDotAndDotDot).first();
        const auto date = QDate::fromString(folder, u"yyyyMMdd"_s).toString(Qt::ISODate);
        QVERIFY(run(u"redshift"_s, {u"--night"_s, date, u"--json"_s}));
        QCOMPARE(lines(m_out).size(), nightSize);
        QVERIFY(m_err.contains(u"%1 spectra searched and stored, 0 accepted"_s.arg(nightSize)));
        QVERIFY(run(u"redshift"_s, {u"--night"_s, date, u"--json"_s, u"--accept"_s, u"default"_s}));
        QVERIFY(!m_err.contains(u" 0 accepted"_s));
        const auto nothing = run(u"redshift"_s, {u"/nothere"_s});
        QVERIFY(!nothing);
        QCOMPARE(nothing.error().kind, ErrorKind::NotFound);
        QVERIFY(m_out.isEmpty());
        const auto none = run(u"redshift"_s, {u"--night"_s, u"1999-01-01"_s});
        QVERIFY(!none);
        QCOMPARE(exitCode(none.error().kind), 66);
    }

    void calibrateComparesWithTheTruthOfASimulatedNight()
    {
        const QTemporaryDir dir;
        const auto night = dir.filePath(u"night"_s);
        QVERIFY(run(u"simulate"_s, {night, u"--spectra"_s, u"40"_s, u"--mix"_s, u"teaching"_s}));
        QVERIFY(run(u"calibrate"_s, {night, u"-o"_s, dir.filePath(u"all.csv"_s)}));
        QVERIFY(m_out.contains(u"Success by class and S/N"_s));
        QVERIFY(m_out.contains(u"Reliability of P"_s));
        QFile csv(dir.filePath(u"all.csv"_s));
        QVERIFY(csv.open(QIODevice::ReadOnly));
        const auto rows = csv.readAll().trimmed().split('\n');
        QVERIFY(rows.size() > 30);
        QVERIFY(rows.first().startsWith("file,index,class,snr,z_true,z"));
        const auto none = run(u"calibrate"_s, {u"--verdicts"_s});
        QVERIFY(!none); // nobody has decided anything
        QCOMPARE(exitCode(none.error().kind), 66);
    }

    void templatesAreBuiltAndListed()
    {
        const QTemporaryDir dir;
        QVERIFY(run(u"templates"_s, {u"list"_s, u"--provenance"_s}));
        QVERIFY(m_out.contains("mean of"_L1));
        QVERIFY(run(u"templates"_s, {u"list"_s}));
        QVERIFY(!m_out.contains("mean of"_L1));
        const auto own = lines(m_out).size();
        QVERIFY(own > 20);
        QVERIFY(run(u"templates"_s,
                    {u"build"_s, m_night.path(), u"-o"_s, dir.path(), u"--set-version"_s, u"mine"_s}));
        QVERIFY(run(u"templates"_s, {u"list"_s, u"--templates"_s, dir.path()}));
        QCOMPARE(lines(m_out).size(), own);
        QVERIFY(m_out.contains(u"mine"_s));
        const auto nowhere = run(u"templates"_s, {u"build"_s, m_night.path()});
        QVERIFY(!nowhere);
        QCOMPARE(exitCode(nowhere.error().kind), 64);
    }

    void theServerSaysItRuns()
    {
        QCOMPARE(run(u"server"_s, {u"status"_s, u"--json"_s}).value(), Outcome::Done);
        QVERIFY(report().value(u"running"_s).toBool());
    }

private:
    QJsonObject report() const { return QJsonDocument::fromJson(m_out.toUtf8()).object(); }

    QTemporaryDir m_night;
};

QTEST_MAIN(TestCommands)
#include "tst_commands.moc"
