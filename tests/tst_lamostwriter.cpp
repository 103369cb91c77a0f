#include "db/fits/gzipped.h"
#include "db/fits/lamostwriter.h"
#include "db/fits/nightfolder.h"
#include "models/simulation/lamostheader.h"
#include "models/values/wholefile.h"
#include "support/required.h"

#include <QDirIterator>
#include <QFile>
#include <QTemporaryDir>
#include <QTest>
#include <fitsio.h>

#include <cstring>
#include <libdeflate.h>

using namespace Qt::Literals::StringLiterals;

namespace {

struct Sample
{
    PlatePlan plate;
    SpectrographPlan spectrograph;
    PixelRows rows;
    QByteArray cards;
};

Sample sample(Layout layout)
{
    Sample made;
    made.plate = plannedPlates({}).front();
    made.spectrograph = plannedSpectrograph(made.plate, 3, 5);
    const auto& fiber = made.spectrograph.fibers.back();
    made.rows = exposedFiber(fiber.scene, made.spectrograph.conditions);
    made.cards = lamostCards(made.plate, made.spectrograph, fiber, bandSignalToNoise(made.rows), layout);
    return made;
}

class MemoryFits
{
public:
    explicit MemoryFits(QByteArray bytes)
        : m_bytes(std::move(bytes))
        , m_buffer(m_bytes.data())
        , m_size(static_cast<std::size_t>(m_bytes.size()))
    {
        fits_open_memfile(&m_file, "written.fits", READONLY, &m_buffer, &m_size, 0, nullptr, &status);
    }
    ~MemoryFits()
    {
        int closing = 0;
        fits_close_file(m_file, &closing);
    }
    Q_DISABLE_COPY_MOVE(MemoryFits)

    fitsfile* file() { return m_file; }

    QStringList keywords()
    {
        int count = 0;
        fits_get_hdrspace(m_file, &count, nullptr, &status);
        QStringList names;
        for (int i = 1; i <= count; ++i) {
            char name[FLEN_KEYWORD] {};
            char value[FLEN_VALUE] {};
            fits_read_keyn(m_file, i, name, value, nullptr, &status);
            names += QString::fromLatin1(name);
        }
        return names;
    }

    int status = 0;

private:
    QByteArray m_bytes;
    void* m_buffer;
    std::size_t m_size;
    fitsfile* m_file = nullptr;
};

bool sameBits(const std::vector<float>& a, const std::vector<float>& b)
{
    return a.size() == b.size() && std::memcmp(a.data(), b.data(), a.size() * sizeof(float)) == 0;
}

QByteArray contents(const QString& path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

QByteArray unzipped(const QByteArray& packed)
{
    auto* decompressor = libdeflate_alloc_decompressor();
    QByteArray bytes(1 << 20, '\0');
    std::size_t size = 0;
    const auto result =
        libdeflate_gzip_decompress(decompressor, packed.constData(), static_cast<std::size_t>(packed.size()),
                                   bytes.data(), static_cast<std::size_t>(bytes.size()), &size);
    libdeflate_free_decompressor(decompressor);
    return result == LIBDEFLATE_SUCCESS ? bytes.first(static_cast<qsizetype>(size)) : QByteArray();
}

QStringList keywordsOfReleased(const QString& path)
{
    fitsfile* file = nullptr;
    int status = 0;
    fits_open_file(&file, QFile::encodeName(path).constData(), READONLY, &status);
    int count = 0;
    fits_get_hdrspace(file, &count, nullptr, &status);
    QStringList names;
    for (int i = 1; i <= count && status == 0; ++i) {
        char name[FLEN_KEYWORD] {};
        char value[FLEN_VALUE] {};
        fits_read_keyn(file, i, name, value, nullptr, &status);
        names += QString::fromLatin1(name);
    }
    fits_close_file(file, &status);
    return names;
}

}

class TestLamostWriter : public QObject
{
    Q_OBJECT
private slots:
    void theImageHasTheFiveRowsBitForBit()
    {
        const auto made = sample(Layout::LamostImage);
        const auto bytes = lamostFits(made.cards, made.rows, Layout::LamostImage);
        QVERIFY(bytes);
        QCOMPARE(bytes.value().size() % 2880, 0);
        MemoryFits fits(bytes.value());
        int type = 0;
        int axes = 0;
        long lengths[2] {};
        fits_get_img_param(fits.file(), 2, &type, &axes, lengths, &fits.status);
        QCOMPARE(fits.status, 0);
        QCOMPARE(type, FLOAT_IMG);
        QCOMPARE(axes, 2);
        QCOMPARE(lengths[0], 3909L);
        QCOMPARE(lengths[1], 5L);
        LONGLONG first = 1;
        for (const auto* row : {&made.rows.flux, &made.rows.inverseVariance, &made.rows.wavelength,
                                &made.rows.andMask, &made.rows.orMask}) {
            std::vector<float> read(row->size());
            fits_read_img(fits.file(), TFLOAT, first, static_cast<LONGLONG>(read.size()), nullptr,
                          read.data(), nullptr, &fits.status);
            QCOMPARE(fits.status, 0);
            QVERIFY(sameBits(read, *row));
            first += static_cast<LONGLONG>(row->size());
        }
    }

    void theTableHasItsSixColumnsBitForBit()
    {
        const auto made = sample(Layout::LamostTable);
        const auto bytes = lamostFits(made.cards, made.rows, Layout::LamostTable);
        QVERIFY(bytes);
        MemoryFits fits(bytes.value());
        char name[] = "COADD";
        fits_movnam_hdu(fits.file(), BINARY_TBL, name, 0, &fits.status);
        QCOMPARE(fits.status, 0);
        const std::pair<const char*, const std::vector<float>*> columns[] {
            {"FLUX", &made.rows.flux},
            {"IVAR", &made.rows.inverseVariance},
            {"WAVELENGTH", &made.rows.wavelength},
            {"ANDMASK", &made.rows.andMask},
            {"ORMASK", &made.rows.orMask}};
        for (const auto& [column, row] : columns) {
            int number = 0;
            fits_get_colnum(fits.file(), CASESEN, const_cast<char*>(column), &number, &fits.status);
            std::vector<float> read(row->size());
            fits_read_col(fits.file(), TFLOAT, number, 1, 1, static_cast<LONGLONG>(read.size()), nullptr,
                          read.data(), nullptr, &fits.status);
            QCOMPARE(fits.status, 0);
            QVERIFY2(sameBits(read, *row), column);
        }
        float normalization = 0;
        fits_read_col(fits.file(), TFLOAT, 6, 1, 100, 1, nullptr, &normalization, nullptr, &fits.status);
        QCOMPARE(normalization, -9999.0F);
        long rows = 0;
        fits_get_num_rows(fits.file(), &rows, &fits.status);
        QCOMPARE(rows, 1L);
    }

    void valuesOfTheHeaderAgreeWithEachOther()
    {
        const auto made = sample(Layout::LamostImage);
        const FitsHeader header(made.cards);
        const auto pid = *header.integer("OBSID") / 100000;
        QCOMPARE(*header.integer("OBSID"),
                 pid * 100000 + *header.integer("SPID") * 1000 + *header.integer("FIBERID"));
        const auto minutes = header.text("LMJMLIST")->split('-'_L1);
        QCOMPARE(minutes.size(), *header.integer("NEXP"));
        QCOMPARE(minutes.constFirst().toLongLong(), *header.integer("BESTEXP"));
        QCOMPARE(*header.integer("LMJD"), (minutes.constFirst().toLongLong() + 720) / 1440);
        QCOMPARE(*header.integer("MJD"), *header.integer("LMJD") - 1);
        QCOMPARE(*header.text("FILENAME"),
                 u"spec-%1-%2_sp03-005.fits"_s.arg(*header.integer("LMJD")).arg(*header.text("PLANID")));
        QCOMPARE(*header.text("DESIG"),
                 u"LAMOST "_s + designation(*header.number("RA"), *header.number("DEC")));
        QCOMPARE(header.text("FSTAR")->split('-'_L1).size(), *header.integer("NSTD"));
        QVERIFY(*header.number("SCHI2MIN") <= *header.number("SKYCHI2"));
        QVERIFY(*header.number("SKYCHI2") <= *header.number("SCHI2MAX"));
        QVERIFY(*header.text("DATE-BEG") < *header.text("DATE-END"));
        QCOMPARE(*header.text("ORIGIN"), u"SIMULATED"_s);
    }

    void keywordsStandInTheOrderOfReleasedFiles_data()
    {
        QTest::addColumn<int>("layout");
        QTest::addColumn<QString>("released");
        QTest::newRow("DR7")
            << int(Layout::LamostImage)
            << u"DR7_plate_HD103621N361936B01_sp03/spec-58575-HD103621N361936B01_sp03-002.fits"_s;
        QTest::newRow("DR9") << int(Layout::LamostTable) << u"DR9/spec-55859-F5902_sp01-001.fits.gz"_s;
    }

    void keywordsStandInTheOrderOfReleasedFiles()
    {
        QFETCH(int, layout);
        QFETCH(QString, released);
        const QString path = QStringLiteral(SPECDESK_REAL_DATA "/lamost_lrs/") + released;
        NEEDS(QFile::exists(path), "a released file");
        auto expected = keywordsOfReleased(path);
        if (layout == int(Layout::LamostTable)) { // released with axes that NAXIS = 0 forbids
            expected.removeOne(u"NAXIS1"_s);
            expected.removeOne(u"NAXIS2"_s);
        }
        const auto made = sample(static_cast<Layout>(layout));
        MemoryFits fits(lamostFits(made.cards, made.rows, static_cast<Layout>(layout)).value());
        QCOMPARE(fits.keywords(), expected);
    }

    void packedFilesAreValidGzip()
    {
        const auto made = sample(Layout::LamostImage);
        const auto bytes = lamostFits(made.cards, made.rows, Layout::LamostImage).value();
        const auto packed = gzipped(bytes, 1);
        QVERIFY(packed);
        QVERIFY(packed.value().size() < bytes.size());
        QCOMPARE(packed.value().mid(4, 4), QByteArray(4, '\0')); // no time: same bytes tomorrow
        QCOMPARE(unzipped(packed.value()), bytes);
    }

    void otherLayoutsAreRefused()
    {
        const auto made = sample(Layout::LamostImage);
        const auto refused = lamostFits(made.cards, made.rows, Layout::Sdss);
        QVERIFY(!refused);
        QCOMPARE(refused.error().kind, ErrorKind::BadInput);
    }

    void aFolderThatIsGoneIsSaid()
    {
        const auto written = writeWholeFile(u"/nonexistent/folder/file.fits"_s, "x");
        QVERIFY(!written);
        QCOMPARE(written.error().kind, ErrorKind::CannotWrite);
        QVERIFY(written.error().message.contains(u"/nonexistent/folder/file.fits"_s));
    }

    void aNightHasTheSameBytesHoweverManyThreadsWriteIt()
    {
        const QTemporaryDir one;
        const QTemporaryDir three;
        NightSettings settings;
        settings.plates = 2;
        settings.spectraPerPlate = 20;
        const auto goOn = [](int) { return true; };
        QVERIFY(writeNight(settings, {one.path(), Layout::LamostImage, 1}, goOn));
        QVERIFY(writeNight(settings, {three.path(), Layout::LamostImage, 3}, goOn));
        QDirIterator files(one.path(), QDir::Files, QDirIterator::Subdirectories);
        int compared = 0;
        while (files.hasNext()) {
            const auto path = files.next();
            const auto twin = three.path() + path.mid(one.path().size());
            QVERIFY(!contents(path).isEmpty());
            QVERIFY2(contents(path) == contents(twin), qPrintable(path));
            ++compared;
        }
        QCOMPARE(compared, 42); // 40 spectra, truth and log
    }

    void anotherSeedGivesAnotherNight()
    {
        const QTemporaryDir first;
        const QTemporaryDir second;
        NightSettings settings;
        settings.spectraPerPlate = 1;
        const auto goOn = [](int) { return true; };
        QVERIFY(writeNight(settings, {first.path(), Layout::LamostImage, 1}, goOn));
        settings.seed = 2;
        QVERIFY(writeNight(settings, {second.path(), Layout::LamostImage, 1}, goOn));
        QVERIFY(contents(first.filePath(u"truth.csv"_s)) != contents(second.filePath(u"truth.csv"_s)));
    }

    void aStoppedNightSaysSo()
    {
        const QTemporaryDir dir;
        NightSettings settings;
        settings.spectraPerPlate = 400;
        const auto stopped =
            writeNight(settings, {dir.path(), Layout::LamostImage, 2}, [](int) { return false; });
        QVERIFY(!stopped);
        QCOMPARE(stopped.error().kind, ErrorKind::Cancelled);
    }
};

QTEST_GUILESS_MAIN(TestLamostWriter)
#include "tst_lamostwriter.moc"
