#include "app/spectra/parallelreader.h"

#include "db/fits/spectrumreader.h"

#include <QtConcurrent>

namespace {
constexpr qsizetype firstWindow = 16; // read in a few milliseconds
constexpr qsizetype laterWindow = 512; // about 50 MB of spectra

/// Some files, being read.
struct Window
{
    std::vector<FileReading> readings;
    QFuture<void> done;
};

Window emptyWindow(const QStringList& files, qsizetype from, qsizetype count)
{
    Window window;
    for (const auto& file : files.mid(from, count))
        window.readings.push_back({file, Error {ErrorKind::Cancelled, {}, {}}});
    return window;
}

void start(Window& window)
{
    window.done = QtConcurrent::map(
        window.readings, [](FileReading& reading) { reading.spectra = readSpectra(reading.file); });
}
}

void readInParallel(const QStringList& files, const FileReadingSink& sink)
{
    qsizetype from = firstWindow;
    auto window = emptyWindow(files, 0, firstWindow);
    start(window);
    while (true) {
        window.done.waitForFinished();
        auto finished = std::move(window.readings);
        const bool more = from < files.size();
        if (more) {
            window = emptyWindow(files, from, laterWindow);
            start(window);
            from += laterWindow;
        }
        if (!sink(std::move(finished)) || !more)
            break;
    }
    window.done.cancel();
    window.done.waitForFinished();
}
