#include "db/archive/gzippacker.h"
#include "db/fits/filebytes.h"
#include "db/fits/gunzip.h"
#include "db/fits/lamostwriter.h"
#include "db/fits/releasefits.h"
#include "db/fits/spectrumreader.h"
#include "models/release/releasegroup.h"
#include "models/values/wholefile.h"
#include "support/fitsfixtures.h"
#include "support/quiet.h"
#include "support/required.h"

#include <QDirIterator>
#include <QProcess>
#include <QStandardPaths>
#include <QTemporaryDir>
#include <QTest>
#include <fitsio.h>

using namespace Qt::Literals::StringLiterals;

namespace {
const QString realData = QString::fromUtf8(SPECDESK_REAL_DATA);

ReleasedSpectrum sample()
{
    ReleasedSpectrum spectrum;
    spectrum.obsid = 101001;
    spectrum.planId = u"F5902"_s;
    spectrum.lmjd = 55859;
    spectrum.spectrographId = 1;
    spectrum.fiberId = 1;
    spectrum.obsDate = QDate(2011, 10, 24);
    spectrum.spectralClass = u"QSO"_s;
    spectrum.subclass = u"Non"_s;
    spectrum.z = 0.30911;
    spectrum.zError = 0.00012;
    spectrum.zFlag = u"PIPELINE AND EYECHECK"_s;
    spectrum.snr = {0.7, 12.22, 27.16, std::nullopt, 21.07};
    return spectrum;
}

std::vector<CardWish> wishes(const ReleasedSpectrum& spectrum = sample())
{
    const auto rules = HeaderRules::builtIn();
    return rules ? rules.value().wishesFor(spectrum, {u"LAMOST DR6 ALPHA"_s, QDate(2026, 11, 21)})
                 : std::vector<CardWish>();
}

QByteArray rewritten(const QByteArray& fits, const std::vector<CardWish>& cards, qint64 obsid = 0)
{
    ReleaseFits release;
    const auto bytes = release.rewrite(fits, cards, obsid, u"spec.fits"_s);
    return bytes ? bytes.value().bytes() : QByteArray();
}

QByteArray cardOf(const QByteArray& fits, const QByteArray& keyword)
{
    for (qsizetype at = 0; at + 80 <= fits.size(); at += 80) {
        if (fits.mid(at, 8) == keyword.leftJustified(8))
            return fits.mid(at, 80);
        if (fits.mid(at, 8) == "END     ")
            break;
    }
    return {};
}

/// cfitsio's opinion: 1 where DATASUM and CHECKSUM of every HDU fit, else what is wrong.
QString checksumTrouble(QByteArray fits)
{
    void* buffer = fits.data();
    auto size = static_cast<std::size_t>(fits.size());
    fitsfile* file = nullptr;
    int status = 0;
    int count = 0;
    fits_open_memfile(&file, "released.fits", READONLY, &buffer, &size, 0, nullptr, &status);
    fits_get_num_hdus(file, &count, &status);
    QString trouble;
    for (int hdu = 1; hdu <= count && status == 0; ++hdu) {
        int dataFits = 0;
        int hduFits = 0;
        fits_movabs_hdu(file, hdu, nullptr, &status);
        fits_verify_chksum(file, &dataFits, &hduFits, &status);
        if (dataFits != 1 || hduFits != 1)
            trouble += u"HDU %1: %2 %3 "_s.arg(hdu).arg(dataFits).arg(hduFits);
    }
    if (status != 0)
        trouble += u"cfitsio status %1"_s.arg(status);
    int closing = 0;
    fits_close_file(file, &closing);
    return trouble;
}

QStringList realFiles()
{
    QStringList files;
    QDirIterator found(realData + u"/lamost_lrs"_s, {u"*.fits"_s, u"*.fits.gz"_s}, QDir::Files,
                       QDirIterator::Subdirectories);
    while (found.hasNext())
        files << found.next();
    files.sort();
    return files;
}

/// Every real file, released into a folder.
class Releases
{
public:
    Releases()
    {
        FileBytes file;
        Gunzip gunzip;
        ReleaseFits release;
        GzipPacker packer;
        for (const auto& path : realFiles()) {
            const auto packed = file.read(path);
            if (!packed) {
                trouble = packed.error().message;
                return;
            }
            const auto plain = isGzip(packed.value()) ? gunzip.inflate(packed.value(), path)
                                                      : Result<QByteArrayView>(packed.value());
            auto spectrum = sample();
            spectrum.obsid = 0; // each keeps its own
            const auto bytes =
                plain ? release.rewrite(plain.value(), wishes(spectrum), 0, path) : plain.error();
            const auto name = folder.filePath(u"%1.fits.gz"_s.arg(pairs.size()));
            QByteArray gz;
            if (bytes)
                (void)packer.pack(bytes.value().head, bytes.value().rest, gz);
            const auto written = bytes ? writeWholeFile(name, gz) : Result<void>(bytes.error());
            if (!written) {
                trouble = path + u": "_s + written.error().message;
                return;
            }
            pairs << path + u'\t' + name;
            names << name;
        }
    }

    QTemporaryDir folder;
    QStringList pairs;
    QStringList names;
    QString trouble;
};

/// Runs a program over all released files; its output on failure, without the files fitsverify finds no error
/// in.
QString complaints(const QString& program, const QStringList& arguments)
{
    QProcess process;
    process.setProcessChannelMode(QProcess::MergedChannels);
    process.start(program, arguments);
    if (!process.waitForFinished(200000))
        return u"did not finish"_s;
    if (process.exitCode() == 0)
        return {};
    auto lines = QString::fromUtf8(process.readAll()).split(u'\n', Qt::SkipEmptyParts);
    lines.removeIf([](const QString& line) {
        return line.startsWith("verification OK: "_L1) || line.endsWith(" and 0 errors"_L1);
    });
    return lines.join(u'\n');
}
}

/// Headers as they go out.
class TestReleaseFits : public QObject
{
    Q_OBJECT
private slots:
    void initTestCase() { failOnAnyWarning(); }

    void theHeaderSaysWhatTheReleaseSays()
    {
        const auto fits = rewritten(fixtures::lamostImage(), wishes(), 0);
        QVERIFY(cardOf(fits, "DATA_V").startsWith("DATA_V  = 'LAMOST DR6 ALPHA'"));
        QVERIFY(cardOf(fits, "CLASS").startsWith("CLASS   = 'QSO     '"));
        QVERIFY(cardOf(fits, "SUBCLASS").startsWith("SUBCLASS= 'Non     '"));
        QVERIFY(cardOf(fits, "Z").startsWith("Z       =           0.30911000 / "));
        QVERIFY(cardOf(fits, "Z_ERR").startsWith("Z_ERR   =           0.00012000 / "));
        QVERIFY(cardOf(fits, "ZFLAG").startsWith("ZFLAG   = 'PIPELINE AND EYECHECK' / "));
        QVERIFY(cardOf(fits, "SNRG").startsWith("SNRG    =                12.22 / "));
        QVERIFY(cardOf(fits, "SNRI").startsWith("SNRI    =             -9999.00 / "));
        QVERIFY(cardOf(fits, "DATE").startsWith("DATE    = '2026-11-21'"));
        QVERIFY(cardOf(fits, "MJD").startsWith("MJD     =                55858 / "));
    }

    void aQuoteAtTheEndOfACardIsNotCutInHalf()
    {
        auto spectrum = sample();
        spectrum.subclass = QString(67, u'x') + u"'y"_s;
        const auto cards = wishes(spectrum);
        const auto card = std::ranges::find(cards, "SUBCLASS", &CardWish::keyword);
        QVERIFY(card != cards.end());
        QCOMPARE(card->value, '\'' + QByteArray(67, 'x') + '\'');
        spectrum.subclass = QString(66, u'x') + u"'y"_s;
        const auto longer = wishes(spectrum);
        QCOMPARE(std::ranges::find(longer, "SUBCLASS", &CardWish::keyword)->value.count('\''), 4);
    }

    void twoPlatesNeverShareAFolder()
    {
        const QDate night(2011, 10, 24);
        QCOMPARE(groupFolder({night, u"A_B"_s}), u"20111024/A_B"_s);
        const auto changed = groupFolder({night, u"A B"_s});
        QVERIFY2(changed.startsWith(u"20111024/A_B-"_s), qPrintable(changed));
        QVERIFY(changed != groupFolder({night, u"A/B"_s}));
        QCOMPARE(groupFolder({night, u"A B"_s}), changed);
    }

    void theDataStayBitByBit()
    {
        for (const auto& before : {fixtures::lamostImage(), fixtures::lamostDoubleImage(),
                                   fixtures::lamostNormalisedImage(), fixtures::lamostTable()}) {
            const auto after = rewritten(before, wishes());
            const auto old = readSpectraFrom(before, u"a.fits"_s);
            const auto released = readSpectraFrom(after, u"a.fits"_s);
            QVERIFY(old && released);
            QCOMPARE(released.value()[0]->coadd.flux, old.value()[0]->coadd.flux);
            QCOMPARE(released.value()[0]->coadd.wavelengthAngstrom, old.value()[0]->coadd.wavelengthAngstrom);
            QCOMPARE(released.value()[0]->pipeline.zMethod, u"PIPELINE AND EYECHECK"_s);
        }
    }

    void cfitsioFindsEveryChecksumRight()
    {
        for (const auto& before : {fixtures::lamostImage(), fixtures::lamostTable(),
                                   fixtures::lamostMrsRows(), fixtures::lamostMrsRedOnly()})
            QCOMPARE(checksumTrouble(rewritten(before, wishes())), QString());
    }

    void rewritingAgainGivesTheSameBytes()
    {
        const auto once = rewritten(fixtures::lamostTable(), wishes());
        QVERIFY(!once.isEmpty());
        QCOMPARE(rewritten(fixtures::lamostTable(), wishes()), once);
        QCOMPARE(rewritten(once, wishes()), once);
    }

    void theHeaderAloneBecomesTheSame()
    {
        for (const auto& before : {fixtures::lamostImage(), fixtures::lamostTable(),
                                   fixtures::lamostNormalisedImage(), fixtures::lamostMrsRows()}) {
            ReleaseFits whole;
            const auto released = whole.rewrite(before, wishes(), 0, u"a.fits"_s);
            QVERIFY(released);
            ReleaseFits again;
            const auto head = again.rewriteHead(QByteArrayView(before).first(released.value().headBefore),
                                                released.value().dataSum, wishes(), 0, u"a.fits"_s);
            QVERIFY(head);
            QCOMPARE(head.value(), released.value().head);
        }
        ReleaseFits other;
        QVERIFY(!other.rewriteHead(QByteArrayView(fixtures::lamostImage()).first(2880), 0, wishes(), 999999,
                                   u"a.fits"_s));
    }

    void oldSignalToNoiseCardsGetTheirNewNames()
    {
        const auto fits = rewritten(fixtures::lamostNormalisedImage(), wishes());
        QVERIFY(cardOf(fits, "SN_G").isEmpty());
        QVERIFY(cardOf(fits, "SNRG").startsWith("SNRG    =                12.22 / "));
        QVERIFY(!cardOf(fits, "OBSID").isEmpty()); // absent in the pilot's files
    }

    void theFileOfAnotherSpectrumIsRefused()
    {
        ReleaseFits release;
        const auto outcome = release.rewrite(fixtures::lamostImage(), wishes(), 999999, u"a.fits"_s);
        QVERIFY(!outcome);
        QCOMPARE(outcome.error().kind, ErrorKind::BadFile);
        QVERIFY(outcome.error().message.contains(u"a.fits"));
    }

    void dataThatDoNotFitTheirChecksumAreRefused()
    {
        auto fits = rewritten(fixtures::lamostImage(), wishes());
        fits[fits.size() / 2] = static_cast<char>(fits[fits.size() / 2] ^ 1);
        ReleaseFits release;
        QVERIFY(!release.rewrite(fits, wishes(), 0, u"a.fits"_s));
    }

    void aFileThatWasCutOffIsRefused()
    {
        const auto fits = fixtures::lamostImage();
        ReleaseFits release;
        for (const auto size : {qsizetype(0), qsizetype(80), qsizetype(2880), fits.size() - 2880})
            QVERIFY(!release.rewrite(QByteArrayView(fits).first(size), wishes(), 0, u"a.fits"_s));
    }

    void rulesThatMakeNoSenseAreRefused()
    {
        for (const auto* json :
             {"", "{}", R"({"version":"1","cards":[{"keyword":"TOOLONGWORD","field":"z"}]})",
              R"({"version":"1","cards":[{"keyword":"Z","field":"no_such"}]})"}) {
            const auto rules = HeaderRules::fromJson(json);
            QVERIFY2(!rules, json);
            QCOMPARE(rules.error().kind, ErrorKind::BadInput);
        }
    }

    void everyRealFilePassesFitsverifyAndAstropy()
    {
        NEEDS(QDir(realData).exists(), "the folder of real survey files");
        const Releases releases;
        QCOMPARE(releases.trouble, QString());
        QVERIFY(releases.names.size() > 150);
        const auto fitsverify = QStandardPaths::findExecutable(u"fitsverify"_s);
        NEEDS(!fitsverify.isEmpty(), "fitsverify");
        QCOMPARE(complaints(fitsverify, QStringList {u"-q"_s} + releases.names), QString());

        const auto list = releases.folder.filePath(u"list.tsv"_s);
        QVERIFY(writeWholeFile(list, releases.pairs.join(u'\n').toUtf8() + '\n'));
        const auto python = u"/usr/bin/python3"_s;
        NEEDS(complaints(python, {u"-c"_s, u"import astropy.io.fits"_s}).isEmpty(), "astropy");
        QCOMPARE(complaints(python, {QStringLiteral(SPECDESK_TEST_DATA "/../support/read_release.py"), list}),
                 QString());
    }
};

QTEST_GUILESS_MAIN(TestReleaseFits)
#include "tst_releasefits.moc"
