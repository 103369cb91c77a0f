#include "app/spectra/spectrographreader.h"

#include "db/fits/spectrumreader.h"

#include <algorithm>
#include <map>

namespace {
constexpr std::size_t fibersOfSpectrograph = 250;

/// An exposure in place of the coadd, nullptr when the file has no such one.
SpectrumPtr exposureAlone(const SpectrumPtr& spectrum, int exposure)
{
    if (exposure > std::ssize(spectrum->exposures))
        return nullptr;
    auto alone = std::make_shared<Spectrum>(*spectrum);
    alone->coadd = spectrum->exposures[static_cast<std::size_t>(exposure - 1)].samples;
    return alone;
}

QStringList exposureNames(const Spectrum& spectrum)
{
    QStringList names;
    for (const auto& exposure : spectrum.exposures)
        names << (exposure.name.isEmpty() ? QString::number(names.size() + 1) : exposure.name);
    return names;
}
}

SpectrographReading readSpectrograph(const QueueEntries& entries, const QDate& night, int exposure)
{
    SpectrographReading reading;
    reading.byFiber.resize(fibersOfSpectrograph);
    std::vector<FiberMeasure> measures;
    std::map<QString, Result<std::vector<SpectrumPtr>>> files; // one of many spectra is read once
    for (const auto& entry : entries) {
        auto found = files.find(entry.file);
        if (found == files.end())
            found = files.emplace(entry.file, readSpectra(entry.file, {.exposures = exposure > 0})).first;
        const auto& spectra = found->second;
        if (!spectra || entry.indexInFile >= std::ssize(spectra.value()) || entry.fiberId.value_or(0) < 1) {
            ++reading.failed;
            continue;
        }
        const auto& spectrum = spectra.value()[static_cast<std::size_t>(entry.indexInFile)];
        const auto fiber = static_cast<std::size_t>(*entry.fiberId);
        reading.byFiber.resize(std::max(reading.byFiber.size(), fiber));
        reading.byFiber[fiber - 1] = exposure > 0 ? exposureAlone(spectrum, exposure) : spectrum;
        if (spectrum->exposures.size() > static_cast<std::size_t>(reading.exposures.size()))
            reading.exposures = exposureNames(*spectrum);
        measures.push_back(measureOf(*spectrum));
    }
    reading.maps = fiberMaps(reading.byFiber);
    reading.hints = hintsFor(std::move(measures), builtInHintLimits(), night);
    return reading;
}
