#include "db/fits/nightfolder.h"

#include "db/fits/gzipped.h"
#include "db/fits/lamostwriter.h"
#include "models/simulation/lamostheader.h"
#include "models/spectrum/wavelength.h"
#include "models/values/wholefile.h"

#include <QCoreApplication>
#include <QDir>
#include <QMutex>
#include <QThread>
#include <QThreadPool>

#include <atomic>

using namespace Qt::Literals::StringLiterals;

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(NightFolder)
};

// One plate's spectra as a list that threads take from, and the first failure.
struct PlateWork
{
    const PlatePlan& plate;
    const QString folder;
    const Layout layout;
    std::vector<SpectrographPlan> spectrographs {};
    std::vector<std::pair<const SpectrographPlan*, const FiberPlan*>> queue {};
    std::atomic<std::size_t> next = 0;
    std::atomic<int> written = 0;
    std::atomic<qint64> bytes = 0;
    std::atomic<bool> stop = false;
    QMutex mutex {};
    std::optional<Error> failure {};
};

Result<qint64> writeSpectrum(const PlateWork& work, const SpectrographPlan& spectrograph,
                             const FiberPlan& fiber)
{
    const auto rows = exposedFiber(fiber.scene, spectrograph.conditions);
    const auto cards = lamostCards(work.plate, spectrograph, fiber, bandSignalToNoise(rows), work.layout);
    const auto fits = lamostFits(cards, rows, work.layout);
    if (!fits)
        return fits.error();
    constexpr int compressionLevel =
        1; // noise does not compress: higher ones cost three times the time for 3 %
    const auto packed = gzipped(fits.value(), compressionLevel);
    if (!packed)
        return packed.error();
    const QString name = lamostFileName(work.plate, fiber.spectrographId, fiber.fiberId) + u".gz"_s;
    const auto written = writeWholeFile(work.folder + '/'_L1 + name, packed.value());
    if (!written)
        return written.error();
    return packed.value().size();
}

void workThrough(PlateWork& work)
{
    while (!work.stop) {
        const auto index = work.next++;
        if (index >= work.queue.size())
            return;
        const auto [spectrograph, fiber] = work.queue[index];
        const auto size = writeSpectrum(work, *spectrograph, *fiber);
        if (!size) {
            const QMutexLocker lock(&work.mutex);
            if (!work.failure)
                work.failure = size.error();
            work.stop = true;
            return;
        }
        work.bytes += size.value();
        ++work.written;
    }
}

void planPlate(PlateWork& work, const NightSettings& settings)
{
    const auto counts = fibersPerSpectrograph(settings);
    for (std::size_t i = 0; i < counts.size(); ++i)
        work.spectrographs.push_back(plannedSpectrograph(work.plate, static_cast<int>(i) + 1, counts[i]));
    for (const auto& spectrograph : work.spectrographs) {
        for (const auto& fiber : spectrograph.fibers)
            work.queue.emplace_back(&spectrograph, &fiber);
    }
}

Result<void> writePlate(PlateWork& work, int threads, const std::function<bool()>& report)
{
    if (!QDir().mkpath(work.folder))
        return Error {ErrorKind::Unavailable, Text::tr("The folder %1 cannot be made.").arg(work.folder), {}};
    QThreadPool pool;
    pool.setMaxThreadCount(threads);
    for (int i = 0; i < threads; ++i)
        pool.start([&work] { workThrough(work); });
    constexpr int reportEveryMs = 100;
    bool cancelled = false;
    while (!pool.waitForDone(reportEveryMs)) {
        if (!cancelled && !report()) {
            cancelled = true;
            work.stop = true;
        }
    }
    if (work.failure)
        return *work.failure;
    if (cancelled)
        return Error {ErrorKind::Cancelled, Text::tr("Simulation stopped."), {}};
    return {};
}

QString csvNumber(std::optional<double> value)
{
    return value ? QString::number(*value, 'f', 8) : QString();
}

void appendTruth(QByteArray& csv, const PlateWork& work)
{
    for (const auto& [spectrograph, fiber] : work.queue) {
        const auto& object = fiber->scene.object;
        QStringList defects;
        for (const auto& defect : fiber->scene.defects)
            defects += defectName(defect.kind);
        const bool sky = object.kind == ObjectKind::Sky;
        const bool star = classOf(object.kind) == SpectralClass::Star;
        const QStringList fields {QString::number(fiber->obsid),
                                  lamostFolder(work.plate) + '/'_L1
                                      + lamostFileName(work.plate, fiber->spectrographId, fiber->fiberId)
                                      + u".gz"_s,
                                  fiber->fiberType,
                                  kindName(object.kind),
                                  sky ? u"SKY"_s : className(classOf(object.kind)),
                                  object.subclass,
                                  sky ? QString() : QString::number(object.z, 'f', 8),
                                  star ? QString::number(object.z * speedOfLightKmS, 'f', 2) : QString(),
                                  QString::number(fiber->scene.signalToNoise, 'f', 2),
                                  className(fiber->answer.spectralClass),
                                  fiber->answer.subclass,
                                  csvNumber(fiber->answer.z),
                                  mistakeName(fiber->mistake),
                                  defects.join(' '_L1)};
        csv += fields.join(','_L1).toUtf8() + '\n';
    }
}

void appendLog(QByteArray& csv, const PlatePlan& plate)
{
    const auto yesNo = [](bool yes) { return yes ? u"yes"_s : u"no"_s; };
    const QStringList fields {plate.evening.toString(Qt::ISODate),
                              QString::number(plate.pid),
                              plate.planId,
                              QString::number(plate.raDeg, 'f', 6),
                              QString::number(plate.decDeg, 'f', 6),
                              plate.localBegin().toString(u"yyyy-MM-ddTHH:mm:ss"_s),
                              QString::number(plate.exposureStarts.size()),
                              QString::number(plate.exposureSeconds),
                              QString::number(plate.weather.seeingArcsec, 'f', 2),
                              QString::number(plate.weather.moonPhaseDays, 'f', 2),
                              plate.weather.word,
                              yesNo(plate.science),
                              yesNo(plate.valid),
                              '"'_L1 + plate.comment + '"'_L1};
    csv += fields.join(','_L1).toUtf8() + '\n';
}

void count(NightTally& tally, const PlateWork& work)
{
    ++tally.plates;
    tally.spectra += work.written;
    tally.bytes += work.bytes;
    for (const auto& [spectrograph, fiber] : work.queue) {
        if (!fiber->scene.defects.empty())
            ++tally.withDefects;
        if (fiber->mistake != PipelineMistake::None)
            ++tally.mistakes;
        if (fiber->scene.object.kind == ObjectKind::Sky)
            ++tally.skyFibers;
        else
            ++tally.byPipelineClass[static_cast<std::size_t>(fiber->answer.spectralClass)];
    }
}

}

Result<NightTally> writeNight(const NightSettings& settings, const NightFolder& folder,
                              const std::function<bool(int)>& progress)
{
    NightTally tally;
    QByteArray truth = "obsid,file,fiber_type,kind,class,subclass,z,rv_km_s,target_snr_r,pipeline_class,"
                       "pipeline_subclass,pipeline_z,mistake,defects\n";
    QByteArray log = "night,pid,plan,ra,dec,local_start,exposures,exposure_s,seeing,moon_phase_days,weather,"
                     "science,valid,comment\n";
    const int threads = folder.threads > 0 ? folder.threads : QThread::idealThreadCount();
    for (const auto& plate : plannedPlates(settings)) {
        PlateWork work {plate, folder.path + '/'_L1 + lamostFolder(plate), folder.layout};
        planPlate(work, settings);
        const auto written =
            writePlate(work, threads, [&] { return progress(tally.spectra + work.written); });
        if (!written)
            return written.error();
        appendTruth(truth, work);
        appendLog(log, plate);
        count(tally, work);
        if (!progress(tally.spectra))
            return Error {ErrorKind::Cancelled, Text::tr("Simulation stopped."), {}};
    }
    for (const auto& [name, csv] :
         {std::pair {u"truth.csv"_s, truth}, std::pair {u"observation_log.csv"_s, log}}) {
        const auto written = writeWholeFile(folder.path + '/'_L1 + name, csv);
        if (!written)
            return written.error();
    }
    return tally;
}
