#include "db/fits/spectrumreader.h"
#include "db/templates/templatefile.h"
#include "models/redshift/redshiftengine.h"
#include "support/knownspectra.h"
#include "support/required.h"

#include <QDir>
#include <QFile>
#include <QTest>
#include <QtConcurrent>

#include <map>

using namespace Qt::Literals::StringLiterals;

namespace {
constexpr int withRedshift = 174; ///< Spectra of S/N 5 and more whose redshift is known
const QString realData = QString::fromUtf8(SPECDESK_REAL_DATA);
}

/// The redshifts of real spectra, where they lie beside the checkout.
class TestRealRedshifts : public QObject
{
    Q_OBJECT
private slots:
    void initTestCase()
    {
        NEEDS_REAL_DATA;
        m_known = knownSpectra();
        const RedshiftEngine engine(builtInTemplates());
        QtConcurrent::blockingMap(
            m_known, [&](KnownSpectrum& known) { known.answer = engine.solve(*known.spectrum); });
    }

    void theRightRedshiftIsFirstOrAmongTheFirstFive()
    {
        int all = 0;
        int first = 0;
        int firstFive = 0;
        for (const auto& known : m_known) {
            if (!known.z || known.snr < 5)
                continue;
            const int rank = rankOfTruth(known);
            ++all;
            first += rank == 1;
            firstFive += rank > 0;
            if (rank != 1)
                qInfo("%s: z %.5f is of rank %d", qPrintable(known.file), *known.z, rank);
        }
        qInfo("%d spectra of S/N 5 and more, %.2f %% first, %.2f %% among five", all, 100.0 * first / all,
              100.0 * firstFive / all);
        QCOMPARE(all, withRedshift);
        QVERIFY(first >= 0.98 * all);
        QVERIFY(firstFive >= 0.99 * all);
    }

    void noneOfTheSureOnesIsWrongAndMostAreSure()
    {
        int all = 0;
        int sure = 0;
        for (const auto& known : m_known) {
            if (!known.z || known.snr < 5)
                continue;
            ++all;
            if (known.answer.solutions.empty() || known.answer.solutions.front().probability <= 0.99)
                continue;
            ++sure;
            QVERIFY2(rankOfTruth(known) == 1, qPrintable(known.file));
        }
        qInfo("%d of %d have P > 0.99", sure, all);
        QCOMPARE(all, withRedshift);
        QVERIFY(sure >= 0.75 * all);
    }

    /// A nucleus with broad lines in a galaxy that is seen as well has either name; nothing else has.
    void theClassOfTheSureOnesIsThatOfTheSurvey()
    {
        int all = 0;
        int nuclei = 0;
        for (const auto& known : m_known) {
            if (!known.z || known.snr < 5 || known.spectralClass == SpectralClass::Unknown
                || known.answer.solutions.empty() || known.answer.solutions.front().probability <= 0.99)
                continue;
            ++all;
            const auto& best = known.answer.solutions.front();
            if (best.spectralClass == known.spectralClass)
                continue;
            qInfo("%s: %s (%s) instead of %s %s", qPrintable(known.file),
                  qPrintable(className(best.spectralClass)), qPrintable(best.templateName),
                  qPrintable(className(known.spectralClass)), qPrintable(known.subclass));
            QVERIFY2(best.spectralClass != SpectralClass::Star && known.spectralClass != SpectralClass::Star,
                     qPrintable(known.file));
            ++nuclei;
        }
        qInfo("%d with P > 0.99 have a class in the survey, %d galaxies and QSOs have the other name", all,
              nuclei);
        QCOMPARE(all, 171);
        QCOMPARE(nuclei, 4);
    }

    void whereThePipelineIsWrongTheTruthIsAmongTheFirstThree()
    {
        int corrected = 0;
        for (const auto& known : m_known) {
            if (!known.isNamedTruth)
                continue;
            ++corrected;
            const int rank = rankOfTruth(known);
            QVERIFY2(rank >= 1 && rank <= 3, qPrintable(known.file));
        }
        QCOMPARE(corrected, 4);
    }

    void skyHasNoRedshift()
    {
        int fibers = 0;
        for (const auto& known : m_known) {
            if (known.z)
                continue;
            ++fibers;
            QVERIFY2(!known.answer.hasRedshift(), qPrintable(known.file));
        }
        QCOMPARE(fibers, 7);
    }

    void theSolutionsAreThoseRecorded()
    {
        QFile recorded(QStringLiteral(SPECDESK_TEST_DATA "/real_redshifts.csv"));
        QVERIFY(recorded.open(QIODevice::ReadOnly));
        std::map<QString, QStringList> rows;
        for (const auto& line : QString::fromUtf8(recorded.readAll()).split(u'\n', Qt::SkipEmptyParts))
            rows[line.section(u',', 0, 0)] = line.split(u',');
        int compared = 0;
        for (const auto& known : m_known) {
            const auto row = rows.find(known.file);
            if (row == rows.end())
                continue;
            QVERIFY2(!known.answer.solutions.empty(), qPrintable(known.file));
            const auto& best = known.answer.solutions.front();
            const double change = std::abs(best.z - row->second.value(2).toDouble());
            QVERIFY2(className(best.spectralClass) == row->second.value(1)
                         && change < std::max(1e-6, 0.01 * best.zError),
                     qPrintable(u"%1: %2 instead of %3"_s.arg(known.file)
                                    .arg(best.z, 0, 'f', 8)
                                    .arg(row->second.join(u' '))));
            ++compared;
        }
        QVERIFY(compared > 160);
    }

    void theEmissionGalaxyOfMarzHasItsRedshiftInEveryWavelengthFrame()
    {
        const RedshiftEngine engine(builtInTemplates());
        const QDir folder(realData + u"/other_surveys/Marz_2dF_AAOmega_tests"_s);
        const auto files = folder.entryList({u"eml*.fits"_s}, QDir::Files);
        QCOMPARE(files.size(), 4);
        for (const auto& file : files) {
            const auto read = readSpectra(folder.filePath(file));
            QVERIFY(read);
            const auto answer = engine.solve(*read.value().front());
            QVERIFY(!answer.solutions.empty());
            const auto& best = answer.solutions.front();
            QVERIFY2(std::abs(best.z - 0.11245) < 1.5e-5 && best.zError > 1.5e-5,
                     qPrintable(QString::number(best.z, 'f', 6)));
        }
    }

    void theQsoOfMarzIsWithinTwiceItsError()
    {
        const RedshiftEngine engine(builtInTemplates());
        const auto read =
            readSpectra(realData + u"/other_surveys/Marz_2dF_AAOmega_tests/quasarLinearSkyAirNoHelio.fits"_s);
        QVERIFY(read);
        const auto answer = engine.solve(*read.value().front());
        QVERIFY(!answer.solutions.empty());
        const auto& best = answer.solutions.front();
        // Marz's template has the lines where the laboratory has them, ours where QSOs show them.
        QVERIFY2(std::abs(best.z - 2.00303) < 2 * best.zError && best.zError < 0.003,
                 qPrintable(QString::number(best.z, 'f', 6)));
    }

private:
    std::vector<KnownSpectrum> m_known;
};

QTEST_GUILESS_MAIN(TestRealRedshifts)
#include "tst_realredshifts.moc"
