#include "db/templates/templatefile.h"
#include "support/hardships.h"
#include "support/knownspectra.h"
#include "support/required.h"

#include <QTest>
#include <QtConcurrent>

using namespace Qt::Literals::StringLiterals;

namespace {
/// A redshift of 1.0006 is still a star's; a greater one is none, and no star is seen in the red arm alone
/// of a spectrum of another survey.
bool suits(const Hardship& hardship, const KnownSpectrum& known)
{
    return known.z && known.snr >= 5
        && (hardship.stretch < 1.01 || known.spectralClass != SpectralClass::Star);
}

KnownSpectrum suffering(const KnownSpectrum& known, const Hardship& hardship, unsigned seed)
{
    std::mt19937 random(seed);
    auto spectrum = std::make_shared<Spectrum>(*known.spectrum);
    hardship.apply(*spectrum, random);
    auto result = known;
    if (!spectrum->coadd.inverseVariance.empty())
        result.snr = medianSnr(spectrum->coadd);
    result.z = (1 + *known.z) * hardship.stretch - 1;
    result.spectrum = std::move(spectrum);
    return result;
}
}

/// Prints how real spectra fare that something befell.
class BenchRobustness : public QObject
{
    Q_OBJECT
private slots:
    void redshiftsUnderHardship_data()
    {
        QTest::addColumn<int>("index");
        const auto all = hardships();
        for (std::size_t i = 0; i < all.size(); ++i)
            QTest::newRow(qPrintable(all[i].name)) << static_cast<int>(i);
    }

    void redshiftsUnderHardship()
    {
        NEEDS_REAL_DATA;
        QFETCH(int, index);
        const auto hardship = hardships()[static_cast<std::size_t>(index)];
        std::vector<KnownSpectrum> spectra;
        for (const auto& known : m_known) {
            if (suits(hardship, known))
                spectra.push_back(suffering(known, hardship, static_cast<unsigned>(spectra.size())));
        }
        QtConcurrent::blockingMap(spectra,
                                  [&](KnownSpectrum& one) { one.answer = m_engine.solve(*one.spectrum); });
        int first = 0;
        int five = 0;
        int sure = 0;
        int sureAndWrong = 0;
        int classes = 0;
        double expected = 0;
        for (const auto& one : spectra) {
            const int rank = rankOfTruth(one);
            first += rank == 1;
            five += rank > 0;
            if (one.answer.solutions.empty())
                continue;
            const auto& best = one.answer.solutions.front();
            expected += best.probability;
            classes += best.spectralClass == one.spectralClass;
            sure += best.probability > 0.99;
            if (best.probability > 0.9 && rank != 1) {
                sureAndWrong += best.probability > 0.99;
                qInfo("  %s: z %.5f, found %s %.5f P %.3f, rank %d", qPrintable(one.file), *one.z,
                      qPrintable(best.templateName), best.z, best.probability, rank);
            }
        }
        const double count = static_cast<double>(spectra.size()) / 100;
        qInfo("%d spectra: %.1f %% first, mean P %.1f %%, %.1f %% among five, class of %.1f %%; P > 0.99: "
              "%.1f %%, %d of them wrong",
              static_cast<int>(spectra.size()), first / count, expected / count, five / count,
              classes / count, sure / count, sureAndWrong);
        QVERIFY(sureAndWrong <= 0.02 * sure);
    }

private:
    std::vector<KnownSpectrum> m_known = knownSpectra();
    RedshiftEngine m_engine {builtInTemplates()};
};

QTEST_GUILESS_MAIN(BenchRobustness)
#include "bench_robustness.moc"
