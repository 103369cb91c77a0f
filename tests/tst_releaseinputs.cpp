#include "app/commands/cataloguecommand.h"
#include "app/commands/integratecommand.h"
#include "app/commands/loadcommand.h"
#include "app/commands/releasecommand.h"
#include "app/commands/withdrawcommand.h"
#include "db/sql/migrator.h"
#include "db/sql/sqlquery.h"
#include "support/commandserver.h"

#include <QFile>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTemporaryDir>
#include <QTest>
#include <QTextStream>
#include <fitsio.h>

using namespace Qt::Literals::StringLiterals;

namespace {
/// Three rows: one spectrum of plate 1809, one unknown number, one spectrum that is not there.
void writeFitsParameters(const QString& path)
{
    fitsfile* file = nullptr;
    int status = 0;
    fits_create_diskfile(&file, QFile::encodeName(path).constData(), &status);
    const char* names[] {"OBSID", "teff", "logg", "feh", "rv"};
    const char* formats[] {"1K", "1D", "1D", "1E", "1D"};
    fits_create_tbl(file, BINARY_TBL, 3, 5, const_cast<char**>(names), const_cast<char**>(formats), nullptr,
                    nullptr, &status);
    LONGLONG obsids[] {180901001, 180901002, 7};
    double teff[] {5771.5, 6100, 5000};
    double logg[] {4.4, -9999, 4};
    float feh[] {-0.5F, 0.1F, 0};
    double rv[] {12.25, -30, 0};
    fits_write_col(file, TLONGLONG, 1, 1, 1, 3, obsids, &status);
    fits_write_col(file, TDOUBLE, 2, 1, 1, 3, teff, &status);
    fits_write_col(file, TDOUBLE, 3, 1, 1, 3, logg, &status);
    fits_write_col(file, TFLOAT, 4, 1, 1, 3, feh, &status);
    fits_write_col(file, TDOUBLE, 5, 1, 1, 3, rv, &status);
    fits_close_file(file, &status);
    QCOMPARE(status, 0);
}
}

class TestReleaseInputs : public QObject, private CommandServer
{
    Q_OBJECT
private slots:
    void initTestCase() { start(); }

    void parametersAreLoadedFromFits()
    {
        const auto path = m_dir.filePath(u"uly.fits"_s);
        writeFitsParameters(path);
        const auto loaded = run<LoadCommand>({u"uly_param"_s, path});
        QVERIFY2(loaded.outcome, loaded.outcome ? "" : qPrintable(loaded.outcome.error().message));
        QVERIFY2(loaded.err.contains(u"3 rows"_s) && loaded.err.contains(u"1 results"_s),
                 qPrintable(loaded.err));
        QCOMPARE(text(u"SELECT teff FROM {processing}.uly_param WHERE obsid = 180901001"_s).toDouble(),
                 5771.5);
        QCOMPARE(text(u"SELECT COUNT(*) FROM {processing}.uly_param WHERE logg IS NULL"_s).toInt(), 1);
        QCOMPARE(text(u"SELECT kind FROM {check}.result_load"_s), u"uly_param"_s);
    }

    void moduleAnswersAreLoadedFromCsvAndReplaced()
    {
        const auto first = file(
            u"gq.csv"_s, u"obsid,class,subclass,z,z_err,confidence\n180901001,GALAXY,Non,0.1,-9999,0.95\n"_s);
        QVERIFY(run<LoadCommand>({u"gq"_s, first}).outcome);
        const auto second = file(u"gq2.csv"_s, u"obsid,class,z,confidence\n180901001,QSO,1.5,0.5\n"_s);
        QVERIFY(run<LoadCommand>({u"gq"_s, second}).outcome);
        QCOMPARE(text(u"SELECT CONCAT(spectral_class, ' ', z, ' ', confidence) FROM {processing}.GQ_info"_s),
                 u"QSO 1.5 0.5"_s);
    }

    void aTableOfManyBlocksIsReadRowByRow()
    {
        constexpr int rows = 10'000; // more than two blocks of a FITS column
        const auto path = m_dir.filePath(u"many.fits"_s);
        std::vector<LONGLONG> obsids(rows);
        std::vector<double> numbers(2 * rows); // two of each row, the first counts
        for (int i = 0; i < rows; ++i) {
            obsids[static_cast<std::size_t>(i)] = 300'000 + i;
            numbers[static_cast<std::size_t>(2 * i)] = 4000 + i * 0.25;
        }
        fitsfile* fits = nullptr;
        int status = 0;
        fits_create_diskfile(&fits, QFile::encodeName(path).constData(), &status);
        const char* columns[] {"OBSID", "TEFF", "LOGG", "FEH"};
        const char* formats[] {"1K", "2D", "1D", "1D"};
        fits_create_tbl(fits, BINARY_TBL, rows, 4, const_cast<char**>(columns), const_cast<char**>(formats),
                        nullptr, nullptr, &status);
        fits_write_col(fits, TLONGLONG, 1, 1, 1, rows, obsids.data(), &status);
        fits_write_col(fits, TDOUBLE, 2, 1, 1, 2 * rows, numbers.data(), &status);
        fits_close_file(fits, &status);
        QCOMPARE(status, 0);
        QVERIFY(run<LoadCommand>({u"cfi_param"_s, path}).err.contains(u"10000 rows"_s));
        const auto wrong =
            u"SELECT COUNT(*) FROM {processing}.cfi_param WHERE obsid BETWEEN 300000 AND 309999 "
            "AND teff = 4000 + (obsid - 300000) * 0.25"_s;
        QCOMPARE(text(wrong).toInt(), rows);

        QString csv = u"# many\n\"obsid\",teff,logg,feh,\"a \"\"name\"\"\nof two lines\"\n"_s;
        for (int i = 0; i < rows; ++i)
            csv += u"%1, %2,4,0,\"x,\ny\"\r\n"_s.arg(300'000 + i).arg(5000 + i);
        QVERIFY(
            run<LoadCommand>({u"cfi_param_norm"_s, file(u"many.csv"_s, csv)}).err.contains(u"10000 rows"_s));
        QCOMPARE(text(u"SELECT SUM(teff = 5000 + obsid - 300000) FROM {processing}.cfi_param_norm"_s).toInt(),
                 rows);
    }

    void aBadTableLeavesEverythingAsItWas()
    {
        const auto before = text(u"SELECT COUNT(*) FROM {processing}.uly_param"_s);
        const auto noNumber = file(u"x.csv"_s, u"obsid,teff,logg,feh\n180901003,5000,4,0\nabc,5000,4,0\n"_s);
        const auto refused = run<LoadCommand>({u"uly_param"_s, noNumber});
        QVERIFY(!refused.outcome);
        QVERIFY(refused.outcome.error().message.contains(u"row 2"_s));
        QVERIFY(!run<LoadCommand>({u"uly_param"_s, file(u"y.csv"_s, u"obsid,teff\n1,2\n"_s)}).outcome);
        QVERIFY(!run<LoadCommand>({u"spectra"_s, noNumber}).outcome);
        QVERIFY(!run<LoadCommand>({u"uly_param"_s, noNumber, u"--pipeline"_s, u"v99"_s}).outcome);
        QCOMPARE(text(u"SELECT COUNT(*) FROM {processing}.uly_param"_s), before);
    }

    void integrateReportsAndExplains()
    {
        const auto built = run<IntegrateCommand>({u"--release"_s, u"dr6_alpha"_s, u"--json"_s});
        QVERIFY2(built.outcome, built.outcome ? "" : qPrintable(built.outcome.error().message));
        const auto report = QJsonDocument::fromJson(built.out.trimmed().section(u'\n', -1).toUtf8()).object();
        QCOMPARE(report[u"title"_s].toString(), u"LAMOST DR6 ALPHA"_s);
        QCOMPARE(report[u"spectra"_s].toInt(), 60);
        QVERIFY(report[u"released"_s].toInt() > 0);
        QVERIFY(
            run<IntegrateCommand>({u"--release"_s, u"dr6_alpha"_s}).out.contains(u"Nothing has changed"_s));
        const auto explained =
            run<IntegrateCommand>({u"--release"_s, u"dr6_alpha"_s, u"--explain"_s, u"180901001"_s});
        QVERIFY(explained.outcome);
        QVERIFY2(explained.out.contains(u"not-object"_s), qPrintable(explained.out));
        for (const auto& bad : {u"check"_s, u"proc_v1"_s, u"DR6"_s, u"a`b"_s, QString()})
            QVERIFY2(!run<IntegrateCommand>({u"--release"_s, bad}).outcome, qPrintable(bad));
    }

    void releaseBuildsWhatIsNamedOrDue()
    {
        const auto past =
            file(u"past.txt"_s, u"2020-01-01 dr5_alpha quarterly\n2021-01-01 dr6_alpha quarterly\n"_s);
        const auto future = file(u"future.txt"_s, u"2999-01-01 dr99 formal\n"_s);
        const auto due = run<ReleaseCommand>({u"--due"_s, u"--calendar"_s, past, u"--json"_s});
        QVERIFY2(due.outcome, due.outcome ? "" : qPrintable(due.outcome.error().message));
        QVERIFY2(due.out.contains(u"\"release\":\"dr6_alpha\""_s), qPrintable(due.out));
        QVERIFY(due.out.trimmed().section(u'\n', -1).contains(u"\"event\":\"finished\""_s));
        const auto early = run<ReleaseCommand>({u"--due"_s, u"--calendar"_s, future});
        QVERIFY(early.outcome);
        QVERIFY(early.out.contains(u"No release is due yet"_s));
        QVERIFY(run<ReleaseCommand>({u"--list"_s, u"--calendar"_s, past}).out.contains(u"is due"_s));
        QVERIFY(run<ReleaseCommand>({u"--list"_s}).out.contains(u"quarterly"_s));
        const auto listed = run<ReleaseCommand>({u"--list"_s, u"--json"_s, u"--calendar"_s, past}).out;
        const auto entry = QJsonDocument::fromJson(listed.section(u'\n', 1, 1).toUtf8()).object();
        QCOMPARE(entry.value(u"release"_s).toString(), u"dr6_alpha"_s);
        QVERIFY2(entry.value(u"due"_s).toBool(), qPrintable(listed));
    }

    void aReleaseThatWasNeverBuiltIsNeitherExplainedNorWritten()
    {
        const auto schemas = [this] {
            return text(u"SELECT COUNT(*) FROM information_schema.SCHEMATA WHERE SCHEMA_NAME LIKE '%dr66%'"_s)
                .toInt();
        };
        const auto explained = run<IntegrateCommand>({u"--release"_s, u"dr66"_s, u"--explain"_s, u"5"_s});
        QCOMPARE(explained.outcome.error().kind, ErrorKind::NotFound);
        QCOMPARE(schemas(), 0);
        const auto path = m_dir.filePath(u"dr66.csv"_s);
        QVERIFY(!run<CatalogueCommand>({u"--release"_s, u"dr66"_s, u"-o"_s, path}).outcome);
        const auto made = m_db->run([this](QSqlDatabase& db) {
                                  return migrate(db, m_names.forRelease(u"dr66"_s), SchemaGroup::Product);
                              })
                              .result();
        VERIFY_OK(made); // as a build leaves it that was killed at its beginning
        const auto written = run<CatalogueCommand>({u"--release"_s, u"dr66"_s, u"-o"_s, path});
        QVERIFY(!written.outcome);
        QCOMPARE(written.outcome.error().kind, ErrorKind::NotFound);
        QVERIFY(!QFile::exists(path));
    }

    void onlyWhatIsThereIsWithdrawn()
    {
        const auto withdraw = [this](const QString& obsid, const QString& release) {
            QStringList words {obsid, u"--reason"_s, u"wish"_s};
            if (!release.isEmpty())
                words << u"--release"_s << release;
            return run<WithdrawCommand>(words).outcome;
        };
        for (const auto& typo : {u"DR6_alpha"_s, u"dr6_alhpa"_s, u"dr6 alpha"_s}) {
            const auto refused = withdraw(u"180901001"_s, typo);
            QVERIFY2(!refused, qPrintable(typo));
            QCOMPARE(refused.error().kind, ErrorKind::BadInput);
            QVERIFY2(refused.error().message.contains(u"dr6_alpha"_s), qPrintable(refused.error().message));
        }
        const auto nobody = withdraw(u"7"_s, u"dr6_alpha"_s);
        QCOMPARE(nobody.error().kind, ErrorKind::NotFound);
        QVERIFY(nobody.error().message.contains(u"7"_s));
        QVERIFY(withdraw(u"180901001"_s, u"dr6_alpha"_s));
        QVERIFY(withdraw(u"180901002"_s, QString()));
        QCOMPARE(text(u"SELECT COUNT(*) FROM {check}.release_withdrawal"_s).toInt(), 2);
    }
};

QTEST_GUILESS_MAIN(TestReleaseInputs)
#include "tst_releaseinputs.moc"
