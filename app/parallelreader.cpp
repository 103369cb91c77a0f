#include "app/parallelreader.h"

#include "db/fits/spectrumreader.h"

#include <QtConcurrent>

namespace {
constexpr qsizetype firstWindow = 16; // read in a few milliseconds
constexpr qsizetype laterWindow = 512; // about 50 MB of spectra

FileReading readOne(const QString& file)
{
    return {file, readSpectra(file)};
}

QFuture<FileReading> startWindow(const QStringList& files, qsizetype from, qsizetype count)
{
    return QtConcurrent::mapped(files.mid(from, count), readOne);
}

std::vector<FileReading> finished(QFuture<FileReading>& window)
{
    std::vector<FileReading> readings;
    for (const auto& reading : window.results())
        readings.push_back(reading);
    return readings;
}
}

void readInParallel(const QStringList& files, const FileReadingSink& sink)
{
    qsizetype from = 0;
    auto window = startWindow(files, from, firstWindow);
    from += firstWindow;
    while (true) {
        auto readings = finished(window);
        const bool more = from < files.size();
        if (more) {
            window = startWindow(files, from, laterWindow);
            from += laterWindow;
        }
        if (!sink(std::move(readings)) || !more)
            break;
    }
    window.cancel();
    window.waitForFinished();
}
