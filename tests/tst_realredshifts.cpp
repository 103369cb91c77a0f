#include "db/fits/spectrumfiles.h"
#include "db/fits/spectrumreader.h"
#include "db/templates/templatefile.h"
#include "models/redshift/redshiftengine.h"
#include "models/spectrum/wavelength.h"

#include <QDir>
#include <QRegularExpression>
#include <QTest>
#include <QtConcurrent>

using namespace Qt::Literals::StringLiterals;

namespace {
const QString realData = QString::fromUtf8(SPECDESK_REAL_DATA);

/// A real spectrum and what its manifest line says of it.
struct Known
{
    SpectrumPtr spectrum;
    QString file;
    SpectralClass spectralClass = SpectralClass::Unknown;
    std::optional<double> z; ///< Absent: sky
    double snr = 0;
    bool isNamedTruth = false; ///< The manifest corrects the pipeline.
    RedshiftAnswer answer;
};

/// What the manifest calls wrong, doubtful or not to be told.
bool isDoubtful(const QString& note)
{
    static const QRegularExpression words(u"pipeline-failed|meaningless|but eye|low-SNR|bad sky"_s);
    return note.contains(words);
}

std::optional<Known> knownFrom(const QStringList& fields)
{
    const auto note = fields.value(11);
    Known known;
    known.file = fields.value(0);
    known.spectralClass = spectralClassFrom(fields.value(4));
    known.snr = fields.value(9).toDouble();
    if (note.contains("SKY fibre"_L1))
        return known;
    static const QRegularExpression truth(u"TRUTH z=([0-9.]+)"_s);
    if (const auto match = truth.match(note); match.hasMatch()) {
        known.z = match.captured(1).toDouble();
        known.isNamedTruth = true;
        return known;
    }
    bool isNumber = false;
    known.z = fields.value(6).toDouble(&isNumber);
    bool hasWarning = false;
    const int warning = fields.value(8).toInt(&hasWarning);
    const bool isPipelineFlag = hasWarning && warning != 0 && known.file.startsWith("sdss"_L1);
    if (!isNumber || *known.z < -1 || isDoubtful(note) || isPipelineFlag)
        return std::nullopt;
    return known;
}

/// 1000 km/s, for stars of S/N 10 and more 100 km/s.
bool isRight(const Known& known, const RedshiftSolution& solution)
{
    const double limit = known.spectralClass == SpectralClass::Star && known.snr >= 10 ? 100 : 1000;
    return std::abs(std::log((1 + solution.z) / (1 + *known.z))) * speedOfLightKmS <= limit;
}

int rankOfTruth(const Known& known)
{
    for (std::size_t i = 0; i < known.answer.solutions.size(); ++i) {
        if (isRight(known, known.answer.solutions[i]))
            return static_cast<int>(i) + 1;
    }
    return 0;
}
}

/// The redshifts of real spectra, where they lie beside the checkout.
class TestRealRedshifts : public QObject
{
    Q_OBJECT
private slots:
    void initTestCase()
    {
        if (!QDir(realData).exists()) {
            if (qEnvironmentVariableIsSet("CI"))
                QFAIL("the folder of real survey files is missing");
            QSKIP("the folder of real survey files is not beside this checkout");
        }
        QFile manifest(realData + u"/manifest.tsv"_s);
        QVERIFY(manifest.open(QIODevice::ReadOnly));
        const auto lines = QString::fromUtf8(manifest.readAll()).split(u'\n', Qt::SkipEmptyParts);
        for (const auto& line : lines.sliced(1)) {
            auto known = knownFrom(line.split(u'\t'));
            const bool isSpectrum = known && !known->file.startsWith("templates"_L1)
                && !known->file.startsWith("catalogs"_L1) && !known->file.startsWith("lamost_mrs"_L1);
            if (!isSpectrum)
                continue;
            const auto read = readSpectra(realData + u'/' + known->file);
            if (!read || read.value().size() != 1)
                continue;
            known->spectrum = read.value().front();
            m_known.push_back(std::move(*known));
        }
        const RedshiftEngine engine(builtInTemplates());
        QtConcurrent::blockingMap(m_known,
                                  [&](Known& known) { known.answer = engine.solve(*known.spectrum); });
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
        QVERIFY(all > 150);
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
        QVERIFY(sure >= 0.75 * all);
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
        QVERIFY(corrected >= 4);
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
        QVERIFY(fibers >= 5);
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
            // Marz finds 0.11245; its lines disagree among each other by more than the difference.
            QVERIFY2(std::abs(best.z - 0.11245) < std::min(3e-5, best.zError),
                     qPrintable(QString::number(best.z, 'f', 6)));
        }
    }

private:
    std::vector<Known> m_known;
};

QTEST_GUILESS_MAIN(TestRealRedshifts)
#include "tst_realredshifts.moc"
