#include "db/fits/gunzip.h"
#include "db/fits/spectrumreader.h"
#include "support/fitsfixtures.h"
#include "support/fitswriter.h"
#include "support/mutation.h"
#include "support/quiet.h"
#include "support/required.h"
#include "support/spectrumpromises.h"

#include <QDir>
#include <QTest>
#include <QtEndian>

using namespace Qt::Literals::StringLiterals;

namespace {
constexpr int times = 1000;
constexpr qsizetype gzipHeader = 10; // of libdeflate: no name inside

/// Replaces the value of the first card with this keyword behind `from`.
QByteArray withCard(QByteArray bytes, const QByteArray& keyword, const QByteArray& value, qsizetype from = 0)
{
    const auto card = bytes.indexOf(keyword.leftJustified(8) + '=', from);
    bytes.replace(card + 10, 70, value.rightJustified(20).leftJustified(70));
    return bytes;
}

QString refusalOf(const QByteArray& bytes, const QString& name = u"made.fits"_s)
{
    const auto spectra = readSpectraFrom(bytes, name);
    return spectra ? u"READ"_s : spectra.error().message;
}

/// The last byte of the compressed data, before CRC and length: up to seven of its bits mean nothing (RFC
/// 1951, 3.2.3).
qsizetype lastDataByte(const QByteArray& packed)
{
    return packed.size() - 9;
}

struct Flips
{
    int unnoticed = 0; ///< Read although the contents changed.
    int harmless = 0; ///< Read, and the contents are the same: a bit of padding, or a match that points to an
                      ///< equal copy.
};

/// Flips one bit in the compressed data or check sums, `times` times.
Flips flips(const QByteArray& packed, qsizetype header)
{
    Gunzip gunzip;
    const auto whole = gunzip.inflate(packed, u"whole.fits.gz"_s).value().toByteArray();
    std::mt19937 generator(20111024);
    Flips flips;
    for (int time = 0; time < times; ++time) {
        auto bytes = packed;
        const auto bit =
            std::uniform_int_distribution<qsizetype>(8 * header, 8 * bytes.size() - 1)(generator);
        bytes[bit / 8] = static_cast<char>(bytes.at(bit / 8) ^ (1 << (bit % 8)));
        if (!readSpectraFrom(bytes, u"flipped.fits.gz"_s))
            continue;
        const auto inflated = gunzip.inflate(bytes, u"flipped.fits.gz"_s);
        ++(inflated && inflated.value() == whole ? flips.harmless : flips.unnoticed);
    }
    return flips;
}

int unnoticedCuts(const QByteArray& packed)
{
    std::mt19937 generator(20111024);
    int unnoticed = 0;
    for (int time = 0; time < times; ++time) {
        const auto cut =
            time < 8 ? time + 1 : std::uniform_int_distribution<qsizetype>(1, packed.size())(generator);
        unnoticed += readSpectraFrom(packed.chopped(cut), u"cut.fits.gz"_s) ? 1 : 0;
    }
    return unnoticed;
}
}

class TestDamagedFiles : public QObject
{
    Q_OBJECT
private slots:
    void initTestCase() { failOnAnyWarning(); }

    void everyFlippedBitIsNoticed()
    {
        const auto packed = fixtures::gzipped(fixtures::lamostImage({3909}));
        QVERIFY(readSpectraFrom(packed, u"whole.fits.gz"_s));
        const auto result = flips(packed, gzipHeader);
        QCOMPARE(result.unnoticed, 0);
        QVERIFY(result.harmless <= 3);
    }

    void everyCutTailIsNoticed()
    {
        QCOMPARE(unnoticedCuts(fixtures::gzipped(fixtures::lamostImage({3909}))), 0);
    }

    void flipsInTheGzipHeaderAndTheUnusedBitsAreNoticedOrHarmless()
    {
        const auto packed = fixtures::gzipped(fixtures::lamostImage());
        const auto whole = readSpectraFrom(packed, u"whole.fits.gz"_s);
        QVERIFY(whole);
        int noticed = 0;
        for (qsizetype number = 0; number < 8 * gzipHeader + 8; ++number) {
            const auto bit =
                number < 8 * gzipHeader ? number : 8 * (lastDataByte(packed) - gzipHeader) + number;
            auto bytes = packed;
            bytes[bit / 8] = static_cast<char>(bytes.at(bit / 8) ^ (1 << (bit % 8)));
            const auto read = readSpectraFrom(bytes, u"whole.fits.gz"_s);
            if (read)
                QCOMPARE(read.value()[0]->coadd.flux, whole.value()[0]->coadd.flux);
            else
                ++noticed;
        }
        QVERIFY(noticed >= 40); // the other bytes hold the time, which changes nothing
    }

    void aRealFileIsGuardedAsWell()
    {
        const auto folder = QString::fromUtf8(SPECDESK_REAL_DATA);
        NEEDS_REAL_DATA;
        QFile file(folder + u"/lamost_lrs/DR9/spec-55859-F5902_sp01-001.fits.gz"_s);
        QVERIFY(file.open(QIODevice::ReadOnly));
        const auto packed = file.readAll();
        const auto nameEnd = packed.indexOf('\0', 10) + 1; // this file's header carries its name
        const auto result = flips(packed, nameEnd);
        QCOMPARE(result.unnoticed, 0);
        QVERIFY(result.harmless <= 3);
        QCOMPARE(unnoticedCuts(packed), 0);
    }

    void bytesBehindTheGzipAreRefused()
    {
        const auto packed = fixtures::gzipped(fixtures::lamostImage());
        QVERIFY(refusalOf(packed + "x").contains(u"damaged"_s));
        QVERIFY(refusalOf(packed + QByteArray(600, '\0')).contains(u"damaged"_s));
    }

    void aLyingLengthAllocatesNothing()
    {
        auto packed = fixtures::gzipped(fixtures::lamostImage());
        qToLittleEndian<quint32>(0xfffffff0U, packed.data() + packed.size() - 4);
        QVERIFY(refusalOf(packed).contains(u"damaged"_s));
        Gunzip gunzip;
        QVERIFY(!gunzip.inflate(packed, u"liar.fits.gz"_s));
        // 40 MB of zeros in 40 kB is more than a spectrum unpacks to.
        QVERIFY(refusalOf(fixtures::gzipped(QByteArray(40000000, '\0'))).contains(u"far more"_s));
    }

    void lengthHintsThatAreTooSmallStillInflate()
    {
        Gunzip gunzip;
        const QByteArray zeros(6000000, '\0');
        const auto inflated =
            gunzip.inflate(fixtures::gzipped(zeros) + fixtures::gzipped("end"), u"zeros.gz"_s);
        QVERIFY(inflated);
        QCOMPARE(inflated.value().size(), 6000003);
    }

    void aFileThatLostHdusSaysHowMany()
    {
        const auto table = fixtures::lamostTable();
        const auto primaryOnly = table.first(table.indexOf("XTENSION"));
        QCOMPARE(refusalOf(primaryOnly, u"/data/spec-1.fits.gz"_s),
                 u"spec-1.fits.gz is cut off: it announces 2 extensions and holds 1."_s);
    }

    void everyCutOfAPlainFileIsNoticed()
    {
        for (const auto& bytes :
             {fixtures::lamostImage(), fixtures::lamostTable(), fixtures::lamostMrsRows()}) {
            for (qsizetype size = 0; size < bytes.size(); size += 997)
                QVERIFY2(!readSpectraFrom(bytes.first(size), u"cut.fits"_s),
                         qPrintable(QString::number(size)));
            QVERIFY(!readSpectraFrom(bytes.chopped(1), u"cut.fits"_s));
        }
    }

    void headersThatClaimTooMuchAreRefused_data()
    {
        QTest::addColumn<QByteArray>("keyword");
        QTest::addColumn<QByteArray>("value");
        for (const auto* value :
             {"2147483647", "9223372036854775807", "-1", "4611686018427387904", "1E300", "'x'"}) {
            QTest::addRow("NAXIS1 %s", value) << QByteArray("NAXIS1") << QByteArray(value);
            QTest::addRow("NAXIS2 %s", value) << QByteArray("NAXIS2") << QByteArray(value);
        }
        for (const auto* value : {"0", "17", "-128", "9223372036854775807"})
            QTest::addRow("BITPIX %s", value) << QByteArray("BITPIX") << QByteArray(value);
        for (const auto* value : {"-1", "999", "1000000"})
            QTest::addRow("NAXIS %s", value) << QByteArray("NAXIS") << QByteArray(value);
    }

    void headersThatClaimTooMuchAreRefused()
    {
        QFETCH(QByteArray, keyword);
        QFETCH(QByteArray, value);
        QVERIFY(refusalOf(withCard(fixtures::lamostImage(), keyword, value)) != u"READ"_s);
        const auto table = fixtures::lamostTable();
        QVERIFY(refusalOf(withCard(table, keyword, value, table.indexOf("XTENSION"))) != u"READ"_s);
    }

    void tablesThatLieAboutTheirColumnsAreRefused()
    {
        const auto table = fixtures::lamostTable();
        const auto from = table.indexOf("XTENSION");
        for (const auto* form :
             {"'999999999E'", "'1PE(300)'", "'-3E'", "'299E'", "'A'", "'9223372036854775807E'"})
            QVERIFY2(refusalOf(withCard(table, "TFORM3", form, from)) != u"READ"_s, form);
        QVERIFY(refusalOf(withCard(table, "TFIELDS", "2000000000", from)) != u"READ"_s);
        QVERIFY(refusalOf(withCard(table, "PCOUNT", "9223372036854775807", from)) != u"READ"_s);
        QVERIFY(refusalOf(withCard(table, "GCOUNT", "1000000", from)) != u"READ"_s);
    }

    void mandatoryCardsThatAreNoNumbersAreRefused()
    {
        const auto table = fixtures::table();
        const auto from = table.indexOf("XTENSION");
        for (const auto* keyword : {"BITPIX", "NAXIS", "NAXIS1", "NAXIS2", "PCOUNT", "GCOUNT", "TFIELDS"}) {
            // cfitsio 4.2 allocates by numbers it never read when one of these is no number.
            QVERIFY2(refusalOf(withCard(table, keyword, "(   0", from)) != u"READ"_s, keyword);
            QVERIFY2(refusalOf(withCard(table, keyword, "'1'", from)) != u"READ"_s, keyword);
        }
        auto swapped = table;
        swapped.replace(swapped.indexOf("PCOUNT  =", from), 8, "PCOUNTX ");
        QVERIFY(refusalOf(swapped) != u"READ"_s);
    }

    void dataBehindAHeaderWithoutAxesAreNoImage()
    {
        auto bytes = fixtures::table();
        bytes.replace(bytes.indexOf("EXTEND  ="), 80,
                      QByteArray("PCOUNT  =                   10").leftJustified(80));
        const auto read = refusalOf(bytes);
        QVERIFY(!read.isEmpty()); // it once read an axis that was not there
    }

    void compressedImagesAreNotGivenToCfitsio()
    {
        const auto table = fixtures::lamostTable();
        auto bytes = table;
        const auto card =
            bytes.indexOf("TTYPE6", bytes.indexOf("XTENSION")); // NORMALIZATION, which nobody reads
        bytes.replace(card, 80, QByteArray("ZIMAGE  =                    T").leftJustified(80));
        QVERIFY(refusalOf(bytes) != u"READ"_s);
    }

    void wavelengthsThatDoNotRiseAreRefused()
    {
        FitsWriter fits;
        fits.image(-32, {20, 5});
        fits.text("EXTEN0", "Flux, Inverse, Wavelength, Andmask, Ormask");
        fits.text("TELESCOP", "LAMOST");
        fits.pixels(std::vector<double>(100, 4000.0));
        QVERIFY(refusalOf(fits.bytes()).contains(u"no wavelengths"_s));
    }

    void wavelengthsBeyondLightAreNoWavelengths()
    {
        // Beside such pixels there is no room for 0.01 Å; merging arms must end nevertheless.
        const auto coadd = fixtures::desiCoadd();
        const auto axis = coadd.indexOf("EXTNAME = 'B_WAVELENGTH'");
        const auto data = (coadd.indexOf("END     ", axis) / 2880 + 1) * 2880;
        auto atTheEnd = coadd;
        qToBigEndian(1.0e300, atTheEnd.data() + data + 59 * 8);
        const auto spectra = readSpectraFrom(atTheEnd, u"coadd.fits"_s);
        QVERIFY(spectra);
        QVERIFY(spectra.value()[0]->coadd.wavelengthAngstrom.back() < 4000.0);
        auto inside = coadd;
        qToBigEndian(1.0e300, inside.data() + data + 30 * 8);
        QVERIFY(refusalOf(inside).contains(u"no wavelengths"_s));
    }

    void anArmWithoutErrorsStillJoinsTheOther()
    {
        auto mrs = fixtures::lamostMrsVectors();
        QVERIFY(mrs.contains("'IVAR    '"));
        mrs.replace(mrs.indexOf("'IVAR    '"), 10, "'NONE    '");
        const auto spectra = readSpectraFrom(mrs, u"mrs.fits"_s);
        QVERIFY(spectra);
        const auto& samples = spectra.value()[0]->coadd;
        QCOMPARE(samples.inverseVariance.size(), samples.size());
        QCOMPARE(samples.inverseVariance.front(), 0.0F);
        QVERIFY(samples.inverseVariance.back() > 0.0F);
    }

    void gamaImagesWithoutTheirRowAreNoGamaImages()
    {
        auto bytes = fixtures::gama();
        bytes.replace(bytes.indexOf("'Spectrum'"), 10, "'Spectrums");
        const auto spectra = readSpectraFrom(bytes, u"gama.fits"_s);
        QVERIFY(!spectra || brokenPromise(spectra.value()).isEmpty());
    }

    void nothingAndNonsenseGetASentence()
    {
        QVERIFY(refusalOf({}, u"/a/nothing.fits"_s).startsWith(u"nothing.fits is empty"_s));
        QVERIFY(refusalOf("hello", u"hello.txt"_s).startsWith(u"hello.txt is not a spectrum"_s));
        QVERIFY(refusalOf(QByteArray(5000, '\x7f')).contains(u"is not a spectrum"_s));
        QVERIFY(refusalOf("\x1f\x8b").contains(u"damaged"_s));
        QVERIFY(refusalOf("SIMPLE  =                    T").contains(u"cut off"_s));
    }

    void theCorpusOfDamagedFilesIsReadOrRefused()
    {
        const QDir corpus(QString::fromUtf8(SPECDESK_TEST_DATA) + u"/fuzz"_s);
        const auto names = corpus.entryList(QDir::Files);
        QVERIFY(names.size() >= 18);
        for (const auto& name : names) {
            const auto spectra = readSpectra(corpus.filePath(name));
            const auto broken = spectra ? brokenPromise(spectra.value()) : brokenPromise(spectra.error());
            QVERIFY2(broken.isEmpty(), qPrintable(name + u": "_s + broken));
        }
    }

    void everyLayoutSurvivesRandomDamage()
    {
        std::mt19937 generator(3);
        for (int round = 0; round < 60; ++round) {
            for (const auto& file : fixtures::everyLayout()) {
                const auto spectra = readSpectraFrom(mutated(file.bytes, generator), file.name);
                const auto broken = spectra ? brokenPromise(spectra.value()) : brokenPromise(spectra.error());
                QVERIFY2(broken.isEmpty(), qPrintable(file.name + u": "_s + broken));
            }
        }
    }
};

QTEST_GUILESS_MAIN(TestDamagedFiles)
#include "tst_damagedfiles.moc"
