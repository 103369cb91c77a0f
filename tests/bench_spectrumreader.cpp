#include "db/fits/spectrumreader.h"
#include "support/fitsfixtures.h"
#include "support/required.h"

#include <QDir>
#include <QTemporaryDir>
#include <QTest>
#include <fitsio.h>

#include <cstdio>
#include <ctime>
#include <fcntl.h>
#include <libdeflate.h>
#include <sys/stat.h>
#include <unistd.h>

using namespace Qt::Literals::StringLiterals;

namespace {
constexpr int fileCount = 500;
constexpr int rounds = 5;

/// Processor time of this thread: files are in the page cache, and other programs must not count.
double cpuSeconds()
{
    timespec now = {};
    clock_gettime(CLOCK_THREAD_CPUTIME_ID, &now);
    return static_cast<double>(now.tv_sec) + 1e-9 * static_cast<double>(now.tv_nsec);
}

/// The limit: read the file, inflate it with CRC checked, nothing more.
bool bareInflate(const QByteArray& path)
{
    static auto* decompressor = libdeflate_alloc_decompressor();
    static std::vector<char> packed(1 << 20);
    static std::vector<char> plain(1 << 20);
    const int file = ::open(path.constData(), O_RDONLY | O_CLOEXEC);
    if (file < 0)
        return false;
    struct stat status = {};
    ::fstat(file, &status);
    const auto size = ::read(file, packed.data(), static_cast<std::size_t>(status.st_size));
    ::close(file);
    std::size_t inflated = 0;
    return libdeflate_gzip_decompress(decompressor, packed.data(), static_cast<std::size_t>(size),
                                      plain.data(), plain.size(), &inflated)
        == LIBDEFLATE_SUCCESS;
}

/// What most programs do: cfitsio opens the .gz, reads five rows and twelve keywords.
bool plainCfitsio(const QByteArray& path)
{
    static std::vector<float> rows(5 * 3909);
    fitsfile* file = nullptr;
    int status = 0;
    fits_open_diskfile(&file, path.constData(), READONLY, &status);
    long axes[2] = {0, 0};
    fits_get_img_size(file, 2, axes, &status);
    fits_read_img(file, TFLOAT, 1, std::min<LONGLONG>(axes[0] * axes[1], static_cast<LONGLONG>(rows.size())),
                  nullptr, rows.data(), nullptr, &status);
    char text[FLEN_VALUE];
    for (const char* keyword : {"OBSID", "LMJD", "PLANID", "SPID", "FIBERID", "RA", "DEC", "CLASS",
                                "SUBCLASS", "Z", "SNRG", "SNRR"})
        fits_read_keyword(file, keyword, text, nullptr, &status);
    int closing = 0;
    fits_close_file(file, &closing);
    return status == 0;
}
}

class BenchSpectrumReader : public QObject
{
    Q_OBJECT
private slots:
    void initTestCase() { keepFreedMemory(); }

    void readsAtNearlyTheSpeedOfInflating()
    {
        const QTemporaryDir folder;
        QList<QByteArray> paths;
        for (int number = 0; number < fileCount; ++number) {
            const auto path =
                folder.filePath(u"spec-55859-F5902_sp01-%1.fits.gz"_s.arg(number + 1, 3, 10, QChar(u'0')));
            QFile file(path);
            QVERIFY(file.open(QIODevice::WriteOnly));
            const auto bytes = fixtures::gzipped(fixtures::lamostImage(
                {3909, 1, 1, number + 1, 0.001 * number, "GALAXY", static_cast<unsigned>(number)}));
            QCOMPARE(file.write(bytes), bytes.size());
            paths.append(QFile::encodeName(path));
        }
        compare("made files", paths);
    }

    /// Real spectra are packed otherwise than made ones, which is what zlib and libdeflate differ in.
    void readsReleasedFilesAtNearlyTheSpeedOfInflating()
    {
        const QDir released(QStringLiteral(SPECDESK_REAL_DATA) + u"/lamost_lrs/DR8v0_gz"_s);
        QList<QByteArray> paths;
        for (const auto& file : released.entryList({u"*.gz"_s}, QDir::Files))
            paths.append(QFile::encodeName(released.filePath(file)));
        NEEDS(!paths.isEmpty(), "the folder of real survey files");
        const auto few = paths;
        while (paths.size() < fileCount)
            paths += few;
        compare("released files", paths);
    }

private:
    /// Turn about, the best round of each: other work on the machine slows all three alike.
    void compare(const char* what, const QList<QByteArray>& paths)
    {
        const auto ours = [](const QByteArray& path) { return bool(readSpectra(QFile::decodeName(path))); };
        std::array<double, 3> best {};
        for (int round = 0; round < rounds; ++round) {
            best[0] = std::max(best[0], rate(paths, bareInflate));
            best[1] = std::max(best[1], rate(paths, plainCfitsio));
            best[2] = std::max(best[2], rate(paths, ours));
        }
        std::printf(
            "%s; spectra per second on one core:\n"
            "  read and inflate only %8.0f\n  cfitsio               %8.0f\n  SpecDesk              %8.0f\n"
            "  SpecDesk / inflate    %8.3f  (goal 0.82)\n  SpecDesk / cfitsio    %8.2f  (goal 2.3)\n"
            "  inflate / cfitsio     %8.2f  (the most there could be)\n",
            what, best[0], best[1], best[2], best[2] / best[0], best[2] / best[1], best[0] / best[1]);
    }

    template<typename Read>
    double rate(const QList<QByteArray>& paths, Read read)
    {
        const auto begin = cpuSeconds();
        for (const auto& path : paths) {
            if (!read(path))
                qFatal("cannot read %s", path.constData());
        }
        return static_cast<double>(paths.size()) / (cpuSeconds() - begin);
    }
};

QTEST_GUILESS_MAIN(BenchSpectrumReader)
#include "bench_spectrumreader.moc"
