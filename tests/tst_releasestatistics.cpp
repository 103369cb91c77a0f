#include "plotting/release/barchart.h"
#include "plotting/release/statisticspage.h"

#include <QJsonArray>
#include <QSvgRenderer>
#include <QTest>

using namespace Qt::Literals::StringLiterals;

namespace {
ReleasedSpectrum spectrum(const QString& spectralClass, const QString& subclass, std::optional<double> snr)
{
    ReleasedSpectrum row;
    row.spectralClass = spectralClass;
    row.subclass = subclass;
    row.snr[2] = snr;
    row.zFlag = u"PIPELINE"_s;
    return row;
}

ReleaseStatistics sample()
{
    ReleaseStatistics statistics;
    statistics.add(spectrum(u"STAR"_s, u"G7"_s, 12.0), u"20111024/F5902"_s);
    statistics.add(spectrum(u"STAR"_s, u"dM4"_s, 250.0), u"20111024/F5902"_s);
    statistics.add(spectrum(u"STAR"_s, u"WDMagnetic"_s, -3.0), u"20111024/F5907"_s);
    statistics.add(spectrum(u"QSO"_s, u"Non"_s, std::nullopt), u"20111024/F5907"_s);
    statistics.excluded = {{u"plate <invalid>"_s, 7}};
    return statistics;
}
}

/// Numbers of a release.
class TestReleaseStatistics : public QObject
{
    Q_OBJECT
private slots:
    void everySpectrumIsCountedOnceInEachTable()
    {
        const auto statistics = sample();
        QCOMPARE(statistics.spectra, 4);
        QCOMPARE(statistics.classes, (QMap<QString, qint64> {{u"QSO"_s, 1}, {u"STAR"_s, 3}}));
        QCOMPARE(statistics.subclasses, (QMap<QString, qint64> {{u"G"_s, 1}, {u"M"_s, 1}, {u"WD"_s, 1}}));
        QCOMPARE(statistics.snr[0], 1); // below 0 too
        QCOMPARE(statistics.snr[1], 1);
        QCOMPARE(statistics.snr[10], 1);
        QCOMPARE(statistics.plates.value(u"20111024/F5907"_s).spectra, 2);
        QCOMPARE(statistics.excludedInAll(), 7);
    }

    void partsAddUpToTheWhole()
    {
        auto twice = sample();
        twice.add(sample());
        QCOMPARE(twice.spectra, 8);
        QCOMPARE(twice.classes.value(u"STAR"_s), 6);
        QCOMPARE(twice.excludedInAll(), 14);
        QCOMPARE(twice.plates.value(u"20111024/F5902"_s).classes.value(u"STAR"_s), 4);
    }

    void theJsonHasEveryNumber()
    {
        const auto object = sample().json(u"LAMOST DR6"_s);
        QCOMPARE(object.value("release"_L1).toString(), u"LAMOST DR6"_s);
        QCOMPARE(object.value("classes"_L1).toObject().value("STAR"_L1).toInt(), 3);
        QCOMPARE(object.value("snr_r"_L1).toArray().size(), qsizetype(snrBins));
        QCOMPARE(object.value("plates"_L1).toArray().size(), 2);
        QCOMPARE(object.value("excluded"_L1).toObject().value("plate <invalid>"_L1).toInt(), 7);
    }

    void theChartIsAPictureWithItsNumbers()
    {
        const auto svg = barChartSvg(u"Spectra"_s, {{u"STAR"_s, 1234567}, {u"<QSO>"_s, 0}}, 600);
        QVERIFY(QSvgRenderer(svg).isValid());
        QVERIFY(svg.contains("1,234,567"));
        QVERIFY(svg.contains("&lt;QSO&gt;"));
    }

    void thePageNamesPlatesClassesAndReasons()
    {
        const auto html = statisticsHtml(sample(), u"LAMOST DR6"_s);
        for (const auto* text : {"<h1>LAMOST DR6</h1>", "4 spectra of 2 plates; 7 kept back.",
                                 "20111024/F5907", "plate &lt;invalid&gt;", "QSO 1, STAR 1"})
            QVERIFY2(html.contains(text), text);
        QVERIFY(!html.contains("http-equiv") && !html.contains("<script"));
    }

    void thePaperHasTheReleasesDateAndTheSameBytesAtAnyTime()
    {
        auto many = sample();
        for (int plate = 0; plate < 120; ++plate)
            many.plates[u"20111025/F%1"_s.arg(plate)].spectra = plate;
        const auto pdf = statisticsPdf(many, u"LAMOST DR6"_s, QDate(2026, 11, 21));
        QVERIFY(pdf.startsWith("%PDF-"));
        QVERIFY(pdf.contains("/CreationDate (D:20261121000000"));
        QVERIFY(pdf.count("/Type /Page\n") > 2);
        QTest::qWait(1100);
        QCOMPARE(statisticsPdf(many, u"LAMOST DR6"_s, QDate(2026, 11, 21)), pdf);
    }
};

QTEST_MAIN(TestReleaseStatistics)
#include "tst_releasestatistics.moc"
