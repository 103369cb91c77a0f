#include "models/templates/truthtable.h"

#include <QTest>

using namespace Qt::Literals::StringLiterals;

namespace {
Spectrum spectrumOf(qint64 obsid, const QString& file = {})
{
    Spectrum spectrum;
    spectrum.target.obsid = obsid;
    spectrum.file = file;
    return spectrum;
}

Verdict verdictOf(qint64 obsid, std::optional<double> z, Grade grade)
{
    Verdict verdict;
    verdict.obsid = obsid;
    verdict.spectralClass = SpectralClass::Galaxy;
    verdict.z = z;
    verdict.grade = grade;
    return verdict;
}
}

class TestTruthTable : public QObject
{
    Q_OBJECT
private slots:
    void rowsAreFoundByFileOrObsid()
    {
        const auto table = TruthTable::parse("file,obsid,class,z\na/b.fits,7,QSO,1.5\n,8,STAR,0.0001\n");
        QVERIFY(table);
        QCOMPARE(table.value().of(spectrumOf(0, u"/elsewhere/b.fits"_s))->z, std::optional(1.5));
        QCOMPARE(table.value().of(spectrumOf(8))->spectralClass, SpectralClass::Star);
        QVERIFY(!table.value().of(spectrumOf(9)));
    }

    void rowsThatTellNothingAreUnusable()
    {
        const auto table = TruthTable::parse("obsid\tclass\tz\tgrade\tdefects\n1\tSTAR\t\t\t\n2\tSKY\t\t\t\n"
                                             "3\tQSO\t2\t2\t\n4\tQSO\t2\t3\t\n5\tQSO\t2\t0\t\n"
                                             "6\tSTAR\t0\t\twavelength-shift\n");
        QVERIFY(table);
        const auto of = [&](qint64 obsid) { return *table.value().of(spectrumOf(obsid)); };
        QVERIFY(!of(1).isUsable);
        QVERIFY(of(2).isUsable && !of(2).z);
        QVERIFY(!of(3).isUsable);
        QVERIFY(of(4).isUsable && of(4).z);
        QVERIFY(of(5).isUsable && !of(5).z);
        QVERIFY(!of(6).isUsable);
    }

    void aTableWithoutItsColumnsIsRefused()
    {
        QVERIFY(!TruthTable::parse(""));
        QVERIFY(!TruthTable::parse("file,class\na,STAR\n"));
        QVERIFY(!TruthTable::parse("class,z\nSTAR,0\n"));
    }

    void verdictsAreTruthWherePeopleAreSureAndAgree()
    {
        const auto table =
            TruthTable::fromVerdicts({verdictOf(1, 0.1, Grade::Secure), verdictOf(1, 0.1001, Grade::Probable),
                                      verdictOf(2, 0.1, Grade::Secure), verdictOf(2, 0.3, Grade::Secure),
                                      verdictOf(2, 0.3, Grade::Secure), verdictOf(3, 0.1, Grade::Possible),
                                      verdictOf(4, std::nullopt, Grade::None),
                                      verdictOf(5, 0.1, Grade::Possible), verdictOf(5, 0.2, Grade::Secure)});
        const auto of = [&](qint64 obsid) { return *table.of(spectrumOf(obsid)); };
        QVERIFY(of(1).isUsable);
        QCOMPARE(of(1).z, std::optional(0.1));
        QVERIFY(!of(2).isUsable);
        QVERIFY(!of(3).isUsable);
        QVERIFY(of(4).isUsable && !of(4).z);
        QVERIFY(of(5).isUsable);
        QCOMPARE(of(5).z, std::optional(0.2));
    }
};

QTEST_GUILESS_MAIN(TestTruthTable)
#include "tst_truthtable.moc"
