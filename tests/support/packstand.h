#pragma once

#include "app/release/packaging.h"
#include "db/fits/lamostwriter.h"
#include "models/values/wholefile.h"
#include "support/fitsfixtures.h"

#include <QDir>
#include <QDirIterator>
#include <QFile>

/// A season of small files, and a release of them without a database.
namespace packstand {
using namespace Qt::Literals::StringLiterals;

inline constexpr int plates = 4;
inline constexpr int fibers = 25;

inline ReleasedSpectrum spectrum(const QString& folder, int plate, int fiber)
{
    ReleasedSpectrum row;
    row.obsid = plate * 100000 + 1000 + fiber;
    row.obsDate = QDate(2011, 10, 24).addDays(plate / 2);
    row.lmjd = 55859 + plate / 2;
    row.planId = u"F590%1"_s.arg(plate);
    row.spectrographId = 1;
    row.fiberId = fiber;
    row.raDeg = 10.5 + fiber;
    row.decDeg = -2.25;
    row.spectralClass = fiber % 5 == 0 ? u"QSO"_s : u"STAR"_s;
    row.subclass = fiber % 5 == 0 ? u"Non"_s : u"G7"_s;
    row.z = 0.001 * fiber;
    row.zError = 0.0001;
    row.snr = {1.0, 10.0, 4.0 * fiber, 12.0, 9.0};
    row.zFlag = fiber % 5 == 0 ? u"PIPELINE AND EYECHECK"_s : u"PIPELINE"_s;
    row.file = folder + u"/%1.fits.gz"_s.arg(row.obsid);
    return row;
}

/// Writes the pipeline's files; false when that failed.
inline bool writeInputs(const QString& folder)
{
    for (int plate = 1; plate <= plates; ++plate) {
        for (int fiber = 1; fiber <= fibers; ++fiber) {
            const fixtures::Observation observation {.pixels = 900,
                                                     .plateRun = plate,
                                                     .spectrographId = 1,
                                                     .fiberId = fiber,
                                                     .seed = static_cast<unsigned>(plate * 1000 + fiber)};
            const auto fits =
                plate % 2 ? fixtures::lamostImage(observation) : fixtures::lamostTable(observation);
            if (!writeWholeFile(spectrum(folder, plate, fiber).file, fixtures::gzipped(fits)))
                return false;
        }
    }
    return true;
}

inline ReleaseSource source(const QString& folder)
{
    ReleaseSource rows;
    rows.groups = [folder]() -> Result<std::vector<ReleaseGroup>> {
        std::vector<ReleaseGroup> groups;
        for (int plate = 1; plate <= plates; ++plate) {
            const auto first = spectrum(folder, plate, 1);
            groups.push_back({first.obsDate, first.planId, fibers});
        }
        return groups;
    };
    rows.spectra = [folder](const ReleaseGroup& group) -> Result<std::vector<ReleasedSpectrum>> {
        std::vector<ReleasedSpectrum> spectra;
        for (int fiber = 1; fiber <= fibers; ++fiber)
            spectra.push_back(spectrum(folder, group.planId.right(1).toInt(), fiber));
        return spectra;
    };
    rows.excluded = []() -> Result<QMap<QString, qint64>> {
        return QMap<QString, qint64> {{u"plate not valid"_s, 12}, {u"open 2D problem"_s, 3}};
    };
    return rows;
}

inline PackageSettings settings(const QString& folder)
{
    auto rules = HeaderRules::builtIn();
    return {.folder = folder,
            .release = {u"LAMOST DR6"_s, QDate(2026, 11, 21)},
            .rules = std::move(rules).value(),
            .threads = 2};
}

inline Result<PackReport> pack(const QString& inputs, const QString& folder, bool singleFiles = true)
{
    auto wanted = settings(folder);
    wanted.singleFiles = singleFiles;
    if (!singleFiles)
        wanted.archives = ArchiveKind::Tar;
    Packaging packaging(wanted, source(inputs));
    auto report = packaging.run([](const PackState&) { return true; });
    if (report) {
        if (auto written = writeReleaseManifest(report.value(), folder); !written)
            return written.error();
    }
    return report;
}

/// Template of a temporary folder in memory where the system has such a place: packing waits for the disk to
/// have everything.
inline QString scratch()
{
    const QFileInfo memory(u"/dev/shm"_s);
    return (memory.isWritable() ? memory.filePath() : QDir::tempPath()) + u"/specdesk-XXXXXX"_s;
}

/// Every file of a tree with its bytes, but not the records beside it.
inline QMap<QString, QByteArray> tree(const QString& folder)
{
    QMap<QString, QByteArray> files;
    QDirIterator found(folder, QDir::Files | QDir::Hidden, QDirIterator::Subdirectories);
    while (found.hasNext()) {
        const auto path = found.next();
        QFile file(path);
        if (!path.contains("/.specdesk/"_L1) && file.open(QIODevice::ReadOnly))
            files.insert(path.sliced(folder.size() + 1), file.readAll());
    }
    return files;
}

/// What a tree lacks or has beyond another; empty when they are the same.
inline QString difference(const QMap<QString, QByteArray>& tree, const QMap<QString, QByteArray>& wanted)
{
    QString text;
    for (auto file = wanted.begin(); file != wanted.end(); ++file) {
        if (tree.value(file.key()) != file.value())
            text += u"%1 differs; "_s.arg(file.key());
    }
    for (auto file = tree.begin(); file != tree.end(); ++file) {
        if (!wanted.contains(file.key()))
            text += u"%1 is too much; "_s.arg(file.key());
    }
    return text;
}
}
