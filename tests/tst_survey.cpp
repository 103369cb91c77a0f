#include "models/survey/designation.h"
#include "models/survey/lmjd.h"
#include "models/survey/obsid.h"
#include "models/survey/spectrumfilename.h"

#include <QTest>

using namespace Qt::Literals::StringLiterals;

class TestSurvey : public QObject
{
    Q_OBJECT
private slots:
    void obsidIsMadeOfPlateSpectrographAndFibre()
    {
        const ObsidParts parts {1809, 16, 239};
        QCOMPARE(obsidOf(parts), std::optional<qint64>(180916239));
        QCOMPARE(obsidOf({1, 1, 1}), std::optional<qint64>(101001));
    }

    void impossiblePartsHaveNoObsid()
    {
        QVERIFY(!obsidOf({0, 1, 1}));
        QVERIFY(!obsidOf({1, 1, 0})); // no fibre 0
        QVERIFY(!obsidOf({1, 0, 1})); // no spectrograph 0
        QVERIFY(!obsidOf({1, 100, 1}));
        QVERIFY(!obsidOf({1, 1, 1000}));
        QVERIFY(!obsidOf({std::numeric_limits<qint64>::max() / 1000, 1, 1}));
    }

    void derivedIdsAreNegativeAndFollowTheIdentity()
    {
        const auto id = derivedObsid(u"lamost/55862/B6212/6/5"_s);
        QVERIFY(id < 0);
        QCOMPARE(derivedObsid(u"lamost/55862/B6212/6/5"_s), id);
        QVERIFY(derivedObsid(u"lamost/55862/B6212/6/6"_s) != id);
        QCOMPARE(id, -8855738195627294690LL); // ids are stored: they must never change
    }

    void aNightNumberIsThatOfTheMorningAfterTheEvening()
    {
        QCOMPARE(mjdOfLmjd(55859), 55858);
        QCOMPARE(obsDateOfLmjd(55859), u"2011-10-24"_s);
        QCOMPARE(obsDateOfLmjd(55862), u"2011-10-27"_s);
        QVERIFY(obsDateOfLmjd(0).isEmpty());
    }

    void fileNamesAreReadAndWritten()
    {
        const SpectrumFileName low {false, 55859, u"F5902"_s, 1, 1};
        QCOMPARE(parseSpectrumFileName(u"/a/b/spec-55859-F5902_sp01-001.fits.gz"_s), std::optional(low));
        QCOMPARE(parseSpectrumFileName(u"spec-55859-F5902_sp01-001_dr7.fits.fits"_s), std::optional(low));
        QCOMPARE(spectrumBaseName(low), u"spec-55859-F5902_sp01-001"_s);
        const SpectrumFileName medium {true, 58625, u"TD192102N424113K01"_s, 12, 76};
        QCOMPARE(parseSpectrumFileName(u"med-58625-TD192102N424113K01_sp12-076.fits"_s),
                 std::optional(medium));
        const SpectrumFileName underscores {false, 55939, u"GAC_061N46_V3"_s, 7, 78};
        QCOMPARE(parseSpectrumFileName(spectrumBaseName(underscores)), std::optional(underscores));
    }

    void otherNamesAreNotTaken()
    {
        QVERIFY(!parseSpectrumFileName(u"spec-0266-51602-0013.fits"_s));
        QVERIFY(!parseSpectrumFileName(u"spec-55859-F5902_sp01-0012.fits"_s));
        QVERIFY(!parseSpectrumFileName(u"101008.fits"_s));
    }

    void designationsAreCutNotRounded()
    {
        QCOMPARE(designationOf(332.202274, -2.056767), u"J220848.54-020324.3"_s);
        QCOMPARE(designationOf(345.797708, 32.226539), u"J230311.44+321335.5"_s);
        QCOMPARE(designationOf(0.0, -0.01), u"J000000.00-000036.0"_s);
        QVERIFY(designationOf(-1.0, 0.0).isEmpty());
        QVERIFY(designationOf(10.0, 91.0).isEmpty());
        QVERIFY(designationOf(std::nan(""), 1.0).isEmpty());
    }
};

QTEST_GUILESS_MAIN(TestSurvey)
#include "tst_survey.moc"
