#include "db/fits/nightfolder.h"
#include "db/fits/spectrumfiles.h"
#include "db/fits/spectrumreader.h"
#include "db/templates/templatefile.h"
#include "models/redshift/numbers.h"
#include "models/redshift/redshiftengine.h"
#include "models/spectrum/wavelength.h"
#include "models/templates/truthtable.h"

#include <QDir>
#include <QFile>
#include <QTemporaryDir>
#include <QTest>
#include <QtConcurrent>

#include <cmath>
#include <map>
#include <sys/resource.h>

using namespace Qt::Literals::StringLiterals;

namespace {
/// Two nights that were not looked at when the engine was built: its probabilities come from seeds 21–23, its
/// errors from 51–54.
constexpr std::array<quint64, 2> unseenSeeds {3001, 3002};
constexpr int spectraPerNight = 500;

/// A simulated spectrum, what is true of it, and what the engine says.
struct Case
{
    SpectrumPtr spectrum;
    Truth truth;
    RedshiftAnswer answer;

    double probability() const { return answer.solutions.empty() ? 0 : answer.solutions.front().probability; }
    /// Within 1000 km/s of the truth, stars of S/N 10 and more within 100 km/s; never where there is no
    /// redshift to be had.
    bool isRight() const
    {
        if (!truth.z || answer.solutions.empty())
            return false;
        const double limit = truth.spectralClass == SpectralClass::Star && answer.snr >= 10 ? 100 : 1000;
        const double ratio = (1 + answer.solutions.front().z) / (1 + *truth.z);
        return std::abs(std::log(ratio)) * speedOfLightKmS <= limit;
    }
};

double processorSeconds()
{
    rusage usage = {};
    getrusage(RUSAGE_SELF, &usage);
    return static_cast<double>(usage.ru_utime.tv_sec + usage.ru_stime.tv_sec)
        + 1e-6 * static_cast<double>(usage.ru_utime.tv_usec + usage.ru_stime.tv_usec);
}
}

/// Whether P and σ(z) hold on simulated nights that had no part in making them.
class TestCalibration : public QObject
{
    Q_OBJECT
private slots:
    void initTestCase()
    {
        for (const auto seed : unseenSeeds) {
            const QTemporaryDir folder;
            NightSettings night;
            night.seed = seed;
            night.spectraPerPlate = spectraPerNight;
            night.mix = ObjectMix::Teaching;
            QVERIFY(writeNight(night, {folder.path()}, [](int) { return true; }));
            QFile table(folder.filePath(u"truth.csv"_s));
            QVERIFY(table.open(QIODevice::ReadOnly));
            const auto truths = TruthTable::parse(table.readAll());
            QVERIFY(truths);
            for (const auto& file : spectrumFilesIn({folder.path()})) {
                const auto spectra = readSpectra(file);
                QVERIFY2(spectra, qPrintable(file));
                const auto truth = truths.value().of(*spectra.value().front());
                QVERIFY2(truth, qPrintable(file));
                if (truth->isUsable) // not where a defect shifts the wavelengths
                    m_cases.push_back({spectra.value().front(), *truth, {}});
            }
        }
        QVERIFY(m_cases.size() >= 0.95 * spectraPerNight * unseenSeeds.size());
        const auto before = processorSeconds();
        const RedshiftEngine engine(builtInTemplates());
        QtConcurrent::blockingMap(m_cases, [&](Case& one) { one.answer = engine.solve(*one.spectrum); });
        qInfo("%zu spectra, %.1f s of processor", m_cases.size(), processorSeconds() - before);
    }

    /// The sample is always the same, so the rate itself is compared. A new sample of 800 whose true rate is
    /// 0.5 % keeps below 1 % in 96 of 100 cases.
    void ofTheSureAtMostOneInAHundredIsWrong()
    {
        const auto [all, wrong] = countedBetween(0.99, 1.1);
        qInfo("%d of %d with P > 0.99 are wrong", wrong, all);
        QVERIFY(all > 0.75 * static_cast<double>(m_cases.size()));
        QVERIFY(wrong <= 0.01 * all);
    }

    /// They are few: one standard deviation of the binomial distribution is allowed.
    void ofTheNearlySureAtMostOneInTwentyIsWrong()
    {
        const auto [all, wrong] = countedBetween(0.95, 0.99);
        qInfo("%d of %d with P of 0.95 to 0.99 are wrong", wrong, all);
        QVERIFY(all >= 20);
        QVERIFY(wrong <= 0.05 * all + std::sqrt(0.05 * 0.95 * all));
    }

    void theErrorsOfTheRedshiftAreHonest_data()
    {
        QTest::addColumn<SpectralClass>("spectralClass");
        for (const auto spectralClass : {SpectralClass::Star, SpectralClass::Galaxy, SpectralClass::Qso})
            QTest::newRow(qPrintable(className(spectralClass))) << spectralClass;
    }

    /// The width is 1.4826 times the median of |z − z_true| / σ(z), the σ of a Gaussian. As an estimate from
    /// n spectra it has itself a standard error of 1.17 / √n; twice that is allowed on both sides.
    void theErrorsOfTheRedshiftAreHonest()
    {
        QFETCH(SpectralClass, spectralClass);
        std::vector<double> pulls;
        for (const auto& one : m_cases)
            if (one.truth.spectralClass == spectralClass && one.isRight()) {
                const auto& best = one.answer.solutions.front();
                QVERIFY(best.zError > 0);
                pulls.push_back(std::abs(best.z - *one.truth.z) / best.zError);
            }
        QVERIFY(pulls.size() > 100);
        const double error = 1.17 / std::sqrt(static_cast<double>(pulls.size()));
        const double width = 1.4826 * medianOf(pulls);
        qInfo("%s: width %.3f ± %.3f of %zu", qPrintable(className(spectralClass)), width, error,
              pulls.size());
        QVERIFY(width > 0.9 - 2 * error);
        QVERIFY(width < 1.2 + 2 * error);
    }

    void whatHasNoRedshiftIsGivenNone()
    {
        int without = 0;
        for (const auto& one : m_cases) {
            if (one.truth.z)
                continue;
            ++without;
            QVERIFY2(!one.answer.hasRedshift(), qPrintable(one.spectrum->file));
        }
        QVERIFY(without > 50);
    }

private:
    struct Counted
    {
        int all = 0;
        int wrong = 0;
    };

    Counted countedBetween(double from, double to) const
    {
        Counted counted;
        for (const auto& one : m_cases)
            if (one.probability() > from && one.probability() <= to) {
                ++counted.all;
                counted.wrong += one.isRight() ? 0 : 1;
            }
        return counted;
    }

    std::vector<Case> m_cases;
};

QTEST_GUILESS_MAIN(TestCalibration)
#include "tst_calibration.moc"
