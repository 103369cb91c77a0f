#include "db/fits/spectrumfiles.h"
#include "db/fits/spectrumreader.h"
#include "models/survey/designation.h"
#include "support/quiet.h"
#include "support/required.h"

#include <QDir>
#include <QTest>

#include <cmath>

using namespace Qt::Literals::StringLiterals;

namespace {
bool isClose(double left, double right, double tolerance)
{
    return std::abs(left - right) <= tolerance;
}

/// Rows of a tab-separated file without its first.
QList<QStringList> rowsOf(const QString& path)
{
    QFile file(path);
    QList<QStringList> rows;
    if (file.open(QIODevice::ReadOnly)) {
        const auto lines = QString::fromUtf8(file.readAll()).split(u'\n', Qt::SkipEmptyParts);
        for (const auto& line : lines.sliced(1))
            rows.append(line.split(u'\t'));
    }
    return rows;
}

const QString realData = QString::fromUtf8(SPECDESK_REAL_DATA);
}

/// The released files of the surveys, where they lie beside the checkout.
class TestRealSpectra : public QObject
{
    Q_OBJECT
private:
    /// How many files what of was compared with the manifest.
    struct Counts
    {
        int spectra = 0;
        int otherSpectra = 0; ///< Templates and tables that were taken for spectra
        int refused = 0;
        int z = 0;
        int zError = 0;
        int spectralClass = 0;
        int pixels = 0;
        int snr = 0;
    };

    /// Columns: file, repository, licence, version, class, subclass, z, z_err, flag, S/N, pixels, note. What
    /// the manifest leaves empty the file need not have.
    static void compareWithManifest(const Spectrum& spectrum, const QStringList& row, Counts& compared)
    {
        const auto name = row[0].toUtf8();
        if (!row[6].isEmpty()) {
            ++compared.z;
            QVERIFY2(isClose(spectrum.pipeline.z.value_or(-9999), row[6].toDouble(), 1e-7), name);
        }
        if (!row[7].isEmpty() && row[7].toDouble() > 0) {
            ++compared.zError;
            QVERIFY2(isClose(spectrum.pipeline.zError.value_or(-1) / row[7].toDouble(), 1, 1e-4), name);
        }
        const bool hasClass = !row[4].isEmpty() && !row[0].contains("6dFGS"_L1); // there it is a quality
        if (hasClass) {
            ++compared.spectralClass;
            QVERIFY2(spectrum.pipeline.spectralClass == spectralClassFrom(row[4]), name);
            QVERIFY2(spectrum.pipeline.subclass == (row[5] == u"Non" ? QString() : row[5]), name);
        }
        if (!row[10].isEmpty()) {
            ++compared.pixels;
            QVERIFY2(spectrum.coadd.size() == row[10].toUInt(), name);
        }
        if (!row[9].isEmpty() && row[0].startsWith("lamost"_L1)) {
            ++compared.snr;
            QVERIFY2(isClose(spectrum.snr[1].value_or(-1), row[9].toDouble(), 1e-6), name);
        }
    }

private slots:
    void initTestCase() { failOnAnyWarning(); }

    void everyRealSpectrumHasTheReferencesWavelengths()
    {
        NEEDS_REAL_DATA;
        const auto rows = rowsOf(QString::fromUtf8(SPECDESK_TEST_DATA) + u"/reference_wavelengths.tsv"_s);
        QVERIFY(rows.size() > 200);
        for (const auto& row : rows) {
            const auto spectra = readSpectra(realData + u'/' + row[0]);
            QVERIFY2(spectra, qPrintable(row[0]));
            QVERIFY2(row[1].toUInt() < spectra.value().size(), qPrintable(row[0]));
            const auto& samples = spectra.value()[row[1].toUInt()]->coadd;
            const auto& axis = samples.wavelengthAngstrom;
            QCOMPARE(axis.size(), row[2].toUInt());
            QVERIFY2(isClose(axis.front(), row[3].toDouble(), 0.01), qPrintable(row[0]));
            QVERIFY2(isClose(axis[axis.size() / 2], row[4].toDouble(), 0.01), qPrintable(row[0]));
            QVERIFY2(isClose(axis.back(), row[5].toDouble(), 0.01), qPrintable(row[0]));
            QVERIFY(std::adjacent_find(axis.begin(), axis.end(), std::greater_equal<>()) == axis.end());
            QCOMPARE(samples.flux.size(), axis.size());
            QVERIFY(samples.inverseVariance.empty() || samples.inverseVariance.size() == axis.size());
        }
    }

    void everyRealFileIsReadOrRefusedAsTheManifestSays()
    {
        NEEDS_REAL_DATA;
        const auto rows = rowsOf(realData + u"/manifest.tsv"_s);
        QCOMPARE(rows.size(), 269);
        Counts compared;
        for (const auto& row : rows) {
            const auto spectra = readSpectra(realData + u'/' + row[0]);
            const bool isSurvey = row[0].startsWith("lamost"_L1) || row[0].startsWith("sdss"_L1)
                || row[0].startsWith("other"_L1);
            if (spectra)
                ++(isSurvey ? compared.spectra : compared.otherSpectra);
            else
                ++compared.refused;
            if (!spectra) {
                QVERIFY2(!isSurvey, qPrintable(row[0]));
                QVERIFY2(spectra.error().message.contains(QFileInfo(row[0]).fileName()), qPrintable(row[0]));
            } else if (isSurvey) {
                compareWithManifest(*spectra.value().front(), row, compared);
            }
            if (QTest::currentTestFailed())
                return;
        }
        qInfo("%d survey files and %d others read, %d refused; compared: %d z, %d z_err, %d class, %d "
              "pixels, %d S/N",
              compared.spectra, compared.otherSpectra, compared.refused, compared.z, compared.zError,
              compared.spectralClass, compared.pixels, compared.snr);
        // Of the 219 survey files 17 have no z in the manifest; the templates, lists and catalogues are 50.
        QCOMPARE(compared.spectra, 219);
        QCOMPARE(compared.otherSpectra, 0);
        QCOMPARE(compared.refused, 50);
        QCOMPARE(compared.z, 202);
        QCOMPARE(compared.zError, 191);
        QCOMPARE(compared.spectralClass, 195);
        QCOMPARE(compared.pixels, 195);
        QCOMPARE(compared.snr, 155);
    }

    void designationsOfRealHeadersFollowFromTheirPositions()
    {
        NEEDS_REAL_DATA;
        int compared = 0;
        int different = 0;
        for (const auto& path : spectrumFilesIn({realData + u"/lamost_lrs"_s})) {
            const auto spectra = readSpectra(path);
            QVERIFY(spectra);
            const auto& spectrum = *spectra.value().front();
            const auto& target = spectrum.target;
            if (target.designation.isEmpty() || spectrum.header.flag("OFFSET").value_or(false))
                continue; // offset fibres are named after the fibre
            ++compared;
            if (designationOf(*target.raDeg, *target.decDeg) != target.designation)
                ++different;
        }
        QVERIFY(compared > 120);
        QVERIFY2(different * 50 <= compared,
                 qPrintable(QString::number(different))); // 5 of 320 differ by 0.01 s in the files themselves
    }
};

QTEST_GUILESS_MAIN(TestRealSpectra)
#include "tst_realspectra.moc"
