#include "db/fits/spectrumreader.h"
#include "models/measure/starindices.h"
#include "support/required.h"

#include <QDir>
#include <QFile>
#include <QTest>

#include <cmath>
#include <map>

using namespace Qt::Literals::StringLiterals;

namespace {
const QString realData = QString::fromUtf8(SPECDESK_REAL_DATA);

/// A flat continuum of `level` with pixels of 1 Å at rest wavelengths, S/N 50.
Samples flatSpectrum(double level, double z = 0)
{
    Samples samples;
    for (double angstrom = 3800; angstrom < 9000; angstrom += 1) {
        samples.wavelengthAngstrom.push_back(angstrom * (1 + z));
        samples.flux.push_back(static_cast<float>(level));
        samples.inverseVariance.push_back(static_cast<float>(2500 / (level * level)));
    }
    return samples;
}

/// Takes a Gaussian line of this equivalent width and σ (both Å at rest) out of a flat spectrum.
void absorb(Samples& samples, double z, double centre, double width, double sigma)
{
    for (std::size_t i = 0; i < samples.size(); ++i) {
        const double x = (samples.wavelengthAngstrom[i] / (1 + z) - centre) / sigma;
        samples.flux[i] *=
            static_cast<float>(1 - width / (sigma * std::sqrt(2 * M_PI)) * std::exp(-0.5 * x * x));
    }
}

std::map<QByteArray, std::optional<Measured>> byColumn(const std::vector<IndexValue>& values)
{
    std::map<QByteArray, std::optional<Measured>> found;
    for (const auto& value : values)
        found[value.column] = value.measured;
    return found;
}
}

class TestStarIndices : public QObject
{
    Q_OBJECT
private slots:
    void aKnownLineHasItsWidthAtAnyRedshift()
    {
        for (const double z : {0.0, 0.002, -0.001}) {
            auto samples = flatSpectrum(100, z);
            absorb(samples, z, 4103.0, 6, 4);
            const auto found = byColumn(aStarIndices(samples, z));
            QVERIFY(std::abs(found.at("hdelta48")->value - 6) < 0.02);
            QVERIFY(found.at("hdelta12")->value < 6 * 0.9);
            QVERIFY(std::abs(found.at("hgamma48")->value) < 0.01);
            // 1 − 0.2 is reached where a Gaussian of depth 6 / (4 √2π) has fallen to 0.2
            const double half = 4 * std::sqrt(2 * std::log(6 / (4 * std::sqrt(2 * M_PI)) / 0.2));
            QVERIFY(std::abs(found.at("hdelta_d02")->value - 2 * half) < 0.3);
            QCOMPARE(found.at("hbeta_d02")->value, 0.0);
        }
    }

    void errorsGrowWithNoiseAndWidth()
    {
        auto samples = flatSpectrum(100);
        const auto quiet = byColumn(aStarIndices(samples, 0));
        for (auto& weight : samples.inverseVariance)
            weight /= 4;
        const auto noisy = byColumn(aStarIndices(samples, 0));
        QVERIFY(std::abs(noisy.at("hbeta24")->error / quiet.at("hbeta24")->error - 2) < 1e-3);
        QVERIFY(quiet.at("hbeta60")->error > quiet.at("hbeta12")->error);
        // 12 pixels of 2 %, and a continuum of 2 × 20 pixels
        QVERIFY(
            std::abs(quiet.at("hbeta12")->error - std::hypot(0.02 * std::sqrt(12), 12 * 0.02 / std::sqrt(40)))
            < 0.005);
    }

    void missingPixelsAreLeftOutAndTooManyGiveNoNumber()
    {
        auto samples = flatSpectrum(100);
        absorb(samples, 0, 4103.0, 6, 4);
        const auto whole = byColumn(aStarIndices(samples, 0)).at("hdelta48")->value;
        for (std::size_t i = 0; i < samples.size(); ++i)
            if (samples.wavelengthAngstrom[i] > 4084 && samples.wavelengthAngstrom[i] < 4088)
                samples.inverseVariance[i] = 0;
        const auto holed = byColumn(aStarIndices(samples, 0)).at("hdelta48")->value;
        QVERIFY(std::abs(holed - whole) < 0.6);
        for (std::size_t i = 0; i < samples.size(); ++i)
            if (samples.wavelengthAngstrom[i] > 4060 && samples.wavelengthAngstrom[i] < 4140)
                samples.inverseVariance[i] = 0;
        const auto blind = byColumn(aStarIndices(samples, 0));
        QVERIFY(!blind.at("hdelta12"));
        QVERIFY(!blind.at("hdelta_d02"));
        QVERIFY(blind.at("hbeta12").has_value());
        for (const auto& [column, measured] : byColumn(mStarIndices(Samples(), 0)))
            QVERIFY2(!measured, column.constData());
    }

    void bandsAndActivityOfAnMStar()
    {
        auto samples = flatSpectrum(50);
        for (std::size_t i = 0; i < samples.size(); ++i)
            if (samples.wavelengthAngstrom[i] > 7100 && samples.wavelengthAngstrom[i] < 7140)
                samples.flux[i] *= 0.4F;
        absorb(samples, 0, 6564.6, -3, 2);
        const auto found = byColumn(mStarIndices(samples, 0));
        QVERIFY(std::abs(found.at("tio5")->value - 0.4) < 1e-6);
        QVERIFY(std::abs(found.at("cah2")->value - 1) < 1e-6);
        QVERIFY(std::abs(found.at("type")->value - (8.2 - 10.775 * 0.4)) < 1e-5);
        QVERIFY(std::abs(found.at("ewha")->value + 3) < 0.02);
        QCOMPARE(magneticActivity(found.at("ewha")), std::optional(1));
        QCOMPARE(magneticActivity(Measured {-2, 1}), std::optional(0));
        QCOMPARE(magneticActivity({}), std::optional<int>());
    }

    void realSpectraAgreeWithTheReference()
    {
        NEEDS_REAL_DATA;
        QFile file(QStringLiteral(SPECDESK_TEST_DATA "/reference_indices.tsv"));
        QVERIFY(file.open(QIODevice::ReadOnly));
        const auto lines = file.readAll().trimmed().split('\n');
        std::map<QByteArray, std::map<QByteArray, std::optional<Measured>>> spectra;
        int compared = 0;
        for (const auto& line : lines.sliced(1)) {
            const auto fields = line.split('\t');
            auto& found = spectra[fields[0]];
            if (found.empty()) {
                const auto read = readSpectra(realData + u'/' + QString::fromUtf8(fields[0]));
                QVERIFY2(read, fields[0].constData());
                const auto& spectrum = *read.value().front();
                found = byColumn(aStarIndices(spectrum.coadd, *spectrum.pipeline.z));
                found.merge(byColumn(mStarIndices(spectrum.coadd, *spectrum.pipeline.z)));
            }
            const auto& mine = found.at(fields[1]);
            QVERIFY2(mine, line.constData());
            const double error = fields[3].toDouble();
            // The same number, far within its error; errors of 400 noisy copies are good to 4 %, and ratios
            // of noisy numbers are not quite normal.
            QVERIFY2(std::abs(mine->value - fields[2].toDouble()) < 0.05 * error + 1e-3,
                     qPrintable(QString::fromUtf8(line) + u" mine "_s + QString::number(mine->value)));
            QVERIFY2(std::abs(mine->error / error - 1) < 0.25,
                     qPrintable(QString::fromUtf8(line) + u" mine "_s + QString::number(mine->error)));
            ++compared;
        }
        QVERIFY(spectra.size() >= 20);
        QVERIFY(compared > 300);
    }
};

QTEST_GUILESS_MAIN(TestStarIndices)
#include "tst_starindices.moc"
