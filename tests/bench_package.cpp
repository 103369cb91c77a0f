#include "app/release/packaging.h"
#include "db/archive/sha256.h"
#include "db/fits/spectrumfiles.h"
#include "db/fits/spectrumreader.h"
#include "plotting/thumbnail/thumbnailcaption.h"
#include "support/samplenight.h"

#include <QDir>
#include <QTemporaryDir>
#include <QTest>

#include <cstdio>
#include <ctime>

using namespace Qt::Literals::StringLiterals;

namespace {
constexpr int nightSize = 500;
constexpr int rounds = 3;

/// Processor time of all threads of this program: other programs must not count.
double cpuSeconds()
{
    timespec now = {};
    clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &now);
    return static_cast<double>(now.tv_sec) + 1e-9 * static_cast<double>(now.tv_nsec);
}

/// The best of some rounds over all spectra, in µs of processor time a spectrum.
double microseconds(int count, const std::function<void(int)>& work)
{
    double best = 1e9;
    for (int round = 0; round < rounds; ++round) {
        const auto start = cpuSeconds();
        for (int i = 0; i < count; ++i)
            work(i);
        best = std::min(best, (cpuSeconds() - start) / count * 1e6);
    }
    return best;
}

void print(const char* stage, double us)
{
    std::printf("  %-44s %7.1f us  %8.0f /s\n", stage, us, 1e6 / us);
    std::fflush(stdout);
}

ReleasedSpectrum rowOf(const Spectrum& spectrum)
{
    ReleasedSpectrum row;
    row.obsid = spectrum.target.obsid;
    row.designation = spectrum.target.designation;
    row.obsDate = QDate::fromString(spectrum.target.obsDate, Qt::ISODate);
    row.lmjd = spectrum.target.lmjd;
    row.planId = spectrum.target.planId;
    row.spectrographId = spectrum.target.spectrographId;
    row.fiberId = spectrum.target.fiberId;
    row.raDeg = spectrum.target.raDeg;
    row.decDeg = spectrum.target.decDeg;
    row.snr = spectrum.snr;
    row.spectralClass = className(spectrum.pipeline.spectralClass);
    row.subclass = u"G7"_s;
    row.z = spectrum.pipeline.z;
    row.zError = spectrum.pipeline.zError;
    row.zFlag = u"PIPELINE AND EYECHECK"_s;
    row.file = spectrum.file;
    return row;
}
}

/// What packing costs: each stage, and the whole pass with archives and digests. One core.
class BenchPackage : public QObject
{
    Q_OBJECT
private slots:
    void initTestCase()
    {
        keepFreedMemory(); // as the program does
        QVERIFY(writeSampleNight(m_night.path(), nightSize));
        for (const auto& file : spectrumFilesIn({m_night.path()})) {
            const auto read = readSpectra(file);
            QVERIFY(read);
            m_rows.push_back(rowOf(*read.value().front()));
            FileBytes bytes;
            m_packed.push_back(bytes.read(file).value().toByteArray());
            Gunzip gunzip;
            m_plain.push_back(gunzip.inflate(m_packed.back(), file).value().toByteArray());
        }
    }

    void theStages()
    {
        const int count = static_cast<int>(m_rows.size());
        const auto rules = HeaderRules::builtIn();
        const ReleaseIdentity release {u"LAMOST DR6"_s, QDate(2026, 11, 21)};
        FileBytes file;
        Gunzip gunzip;
        ReleaseFits fits;
        GzipPacker gzip;
        QByteArray out;
        Thumbnail thumbnail;
        std::vector<std::vector<SpectrumPtr>> spectra;
        for (int i = 0; i < count; ++i)
            spectra.push_back(readSpectraFrom(plain(i), u"a.fits"_s).value());
        std::printf("%d spectra, %lld bytes packed, %lld plain each\n", count, qint64(m_packed[0].size()),
                    qint64(m_plain[0].size()));
        print("read", microseconds(count, [&](int i) { (void)file.read(row(i).file); }));
        print("inflate, CRC checked",
              microseconds(count, [&](int i) { (void)gunzip.inflate(packed(i), u"a"_s); }));
        print("rewrite header, DATASUM, CHECKSUM", microseconds(count, [&](int i) {
                  (void)fits.rewrite(plain(i), rules.value().wishesFor(row(i), release), row(i).obsid,
                                     u"a"_s);
              }));
        print("parse for the thumbnail",
              microseconds(count, [&](int i) { (void)readSpectraFrom(plain(i), u"a.fits"_s); }));
        print("thumbnail", microseconds(count, [&](int i) {
                  const auto& shown = *spectra[static_cast<std::size_t>(i)].front();
                  (void)thumbnail.png(shown.coadd, thumbnailCaption(row(i), release.title, shown.header));
              }));
        print("compress", microseconds(count, [&](int i) {
                  constexpr qsizetype head = 14400;
                  (void)gzip.pack(QByteArrayView(plain(i)).first(head), QByteArrayView(plain(i)).sliced(head),
                                  out);
              }));
        print("SHA-256", microseconds(count, [&](int i) { (void)Sha256().hexOf(packed(i)); }));
    }

    void theWholePass_data()
    {
        QTest::addColumn<bool>("archives");
        QTest::addColumn<bool>("files");
        QTest::newRow("files and archive") << true << true;
        QTest::newRow("files only") << false << true;
        QTest::newRow("archive only") << true << false;
    }

    void theWholePass()
    {
        QFETCH(bool, archives);
        QFETCH(bool, files);
        ReleaseSource source;
        source.groups = [&]() -> Result<std::vector<ReleaseGroup>> {
            return std::vector<ReleaseGroup> {{m_rows[0].obsDate, m_rows[0].planId, qint64(m_rows.size())}};
        };
        source.spectra = [&](const ReleaseGroup&) -> Result<std::vector<ReleasedSpectrum>> { return m_rows; };
        source.excluded = []() -> Result<QMap<QString, qint64>> { return QMap<QString, qint64>(); };
        auto rules = HeaderRules::builtIn();
        double best = 1e9;
        double unchanged = 1e9;
        double renewed = 1e9;
        for (int round = 0; round < rounds; ++round) {
            // Removed at the very end: ext4 makes files slowly where many were just removed.
            const auto folder =
                u"%1/%2-%3"_s.arg(m_releases.path(), QString::fromLatin1(QTest::currentDataTag())).arg(round);
            QVERIFY(QDir().mkpath(folder));
            PackageSettings settings {
                .folder = folder, .release = {u"LAMOST DR6"_s, QDate(2026, 11, 21)}, .rules = rules.value()};
            settings.threads = 1;
            if (!archives)
                settings.archives.reset();
            settings.singleFiles = files;
            if (!files)
                settings.archives = ArchiveKind::Tar;
            for (auto* seconds : {&best, &unchanged, &renewed}) {
                if (seconds == &renewed)
                    settings.release.date = QDate(2026, 12, 24);
                const auto start = cpuSeconds();
                const auto report = Packaging(settings, source).run([](const PackState&) { return true; });
                QVERIFY(report);
                QCOMPARE(report.value().state.packed + report.value().state.kept, qint64(m_rows.size()));
                *seconds =
                    std::min(*seconds, (cpuSeconds() - start) / static_cast<double>(m_rows.size()) * 1e6);
            }
        }
        std::printf("%s\n", QTest::currentDataTag());
        print("whole pass", best);
        print("the same again, nothing changed", unchanged);
        print("again, another date in each header", renewed);
    }

private:
    const ReleasedSpectrum& row(int i) const { return m_rows[static_cast<std::size_t>(i)]; }
    const QByteArray& packed(int i) const { return m_packed[static_cast<std::size_t>(i)]; }
    const QByteArray& plain(int i) const { return m_plain[static_cast<std::size_t>(i)]; }

    QTemporaryDir m_night;
    QTemporaryDir m_releases;
    std::vector<ReleasedSpectrum> m_rows;
    std::vector<QByteArray> m_packed;
    std::vector<QByteArray> m_plain;
};

QTEST_GUILESS_MAIN(BenchPackage)
#include "bench_package.moc"
