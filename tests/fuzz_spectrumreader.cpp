// Feeds damaged survey files to the reader until the time is up:
//     fuzz_spectrumreader [--seconds N] [--seed S] [--save FOLDER] [FILE or FOLDER of seeds …]
// Without seeds it takes the fixtures of every layout. Half of the files are damaged inside their gzip, so
// that the check sums pass and the FITS reader is reached. Build it with the asan preset. It ends with 1
// where a file took longer than 50 ms, made the process grow by more than 64 MiB or gave a spectrum that
// breaks a promise; a crash is a crash. With --save the file under way lies in FOLDER/current, and those that
// were slow or broke a promise in FOLDER/found-1, -2, …

#include "db/fits/spectrumreader.h"
#include "support/fitsfixtures.h"
#include "support/mutation.h"
#include "support/spectrumpromises.h"

#include <QCommandLineParser>
#include <QCoreApplication>
#include <QDirIterator>
#include <QElapsedTimer>
#include <QFile>

#include <cstdio>
#include <sys/resource.h>

using namespace Qt::Literals::StringLiterals;

namespace {
constexpr qint64 mostMilliseconds = 50;
constexpr qint64 mostKibibytes = 64 * 1024;

#if defined(__SANITIZE_ADDRESS__)
constexpr qint64 sanitizerSlowdown = 5;
#else
constexpr qint64 sanitizerSlowdown = 1;
#endif

qint64 peakKibibytes()
{
    rusage usage = {};
    getrusage(RUSAGE_SELF, &usage);
    return usage.ru_maxrss;
}

double cpuMilliseconds()
{
    timespec now = {};
    clock_gettime(CLOCK_THREAD_CPUTIME_ID, &now);
    return 1e3 * static_cast<double>(now.tv_sec) + 1e-6 * static_cast<double>(now.tv_nsec);
}

std::vector<fixtures::Fixture> seedsFrom(const QStringList& paths)
{
    std::vector<fixtures::Fixture> seeds;
    const auto add = [&seeds](const QString& path) {
        QFile file(path);
        if (file.open(QIODevice::ReadOnly))
            seeds.push_back({file.fileName(), file.readAll()});
    };
    for (const auto& path : paths) {
        if (!QFileInfo(path).isDir()) {
            add(path);
            continue;
        }
        QDirIterator files(path, QDir::Files, QDirIterator::Subdirectories);
        while (files.hasNext())
            add(files.next());
    }
    return seeds.empty() ? fixtures::everyLayout() : seeds;
}

struct Tally
{
    qint64 files = 0;
    qint64 read = 0;
    qint64 slow = 0;
    qint64 broken = 0;
    double slowest = 0;
};

void tryOne(const QByteArray& bytes, const QString& name, Tally& tally)
{
    const auto begin = cpuMilliseconds();
    const auto spectra = readSpectraFrom(bytes, name);
    const auto milliseconds = cpuMilliseconds() - begin;
    ++tally.files;
    tally.slowest = std::max(tally.slowest, milliseconds);
    if (milliseconds > mostMilliseconds * sanitizerSlowdown) {
        ++tally.slow;
        std::printf("slow: %.1f ms, %s\n", milliseconds, qPrintable(name));
    }
    const auto broken = spectra ? brokenPromise(spectra.value()) : brokenPromise(spectra.error());
    if (!broken.isEmpty()) {
        ++tally.broken;
        std::printf("broken: %s, %s\n", qPrintable(broken), qPrintable(name));
    }
    tally.read += spectra ? 1 : 0;
}
}

int main(int argc, char** argv)
{
    QCoreApplication application(argc, argv);
    QCommandLineParser options;
    options.addHelpOption();
    options.addOption({u"seconds"_s, u"How long."_s, u"N"_s, u"60"_s});
    options.addOption({u"seed"_s, u"Of the random damage."_s, u"S"_s, u"1"_s});
    options.addOption({u"save"_s, u"Where the file under way is kept."_s, u"FOLDER"_s});
    options.addPositionalArgument(u"seeds"_s, u"Files to damage."_s);
    options.process(application);
    const auto seeds = seedsFrom(options.positionalArguments());
    std::mt19937 generator(options.value(u"seed"_s).toUInt());
    Tally tally;
    const auto before = peakKibibytes();
    QElapsedTimer timer;
    timer.start();
    while (timer.elapsed() < options.value(u"seconds"_s).toLongLong() * 1000) {
        const auto& seed = seeds[static_cast<std::size_t>(tally.files) % seeds.size()];
        auto bytes = mutated(seed.bytes, generator);
        if (generator() % 2 == 0)
            bytes = fixtures::gzipped(bytes);
        if (options.isSet(u"save"_s)) {
            QFile current(options.value(u"save"_s) + u"/current"_s);
            if (current.open(QIODevice::WriteOnly))
                current.write(bytes);
        }
        const auto found = tally.slow + tally.broken;
        tryOne(bytes, seed.name, tally);
        if (options.isSet(u"save"_s) && tally.slow + tally.broken > found)
            QFile::copy(options.value(u"save"_s) + u"/current"_s,
                        options.value(u"save"_s) + u"/found-%1"_s.arg(tally.slow + tally.broken));
    }
    const auto grown = peakKibibytes() - before;
    std::printf("%lld files, %lld read, %lld slow, %lld broken, slowest %.1f ms, grown by %lld KiB\n",
                static_cast<long long>(tally.files), static_cast<long long>(tally.read),
                static_cast<long long>(tally.slow), static_cast<long long>(tally.broken), tally.slowest,
                static_cast<long long>(grown));
    return tally.slow + tally.broken > 0 || grown > mostKibibytes * sanitizerSlowdown ? 1 : 0;
}
