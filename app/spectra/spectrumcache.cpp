#include "app/spectra/spectrumcache.h"

#include "db/fits/spectrumreader.h"

#include <algorithm>

namespace {
constexpr qsizetype capacity = 256; // spectra; about 25 MB
constexpr qsizetype mostOfAFile = capacity / 3; // files of hundreds: this one, the last and the next stay
constexpr int urgent = 1'000'000;
}

SpectrumCache::SpectrumCache(QObject* parent)
    : QObject(parent)
    , m_files(capacity)
{
    m_pool.setMaxThreadCount(2);
}

SpectrumCache::~SpectrumCache()
{
    m_pool.clear();
    m_pool.waitForDone();
}

SpectrumPtr SpectrumCache::find(const SpectrumAddress& address) const
{
    const auto* spectra = m_files.object(address.file);
    if (!spectra)
        return nullptr;
    const auto found = std::ranges::find(*spectra, address.indexInFile, &Spectrum::indexInFile);
    return found == spectra->end() ? nullptr : *found;
}

void SpectrumCache::fetch(const SpectrumAddress& address)
{
    startReading(address, urgent);
}

void SpectrumCache::expect(const std::vector<SpectrumAddress>& addresses)
{
    int priority = 0;
    for (const auto& address : addresses)
        if (!find(address))
            startReading(address, --priority);
}

void SpectrumCache::insert(const SpectrumPtr& spectrum)
{
    std::vector<SpectrumPtr> spectra;
    if (auto* known = m_files.take(spectrum->file)) {
        spectra = std::move(*known);
        delete known;
    }
    std::erase_if(spectra, [&spectrum](const SpectrumPtr& other) {
        return other->indexInFile == spectrum->indexInFile;
    });
    spectra.push_back(spectrum);
    keep(spectrum->file, std::move(spectra));
}

void SpectrumCache::keep(const QString& file, std::vector<SpectrumPtr> spectra)
{
    const auto cost = std::clamp<qsizetype>(std::ssize(spectra), 1, mostOfAFile);
    m_files.insert(file, new std::vector<SpectrumPtr>(std::move(spectra)), cost);
}

void SpectrumCache::startReading(const SpectrumAddress& address, int priority)
{
    auto& waiting = m_inReading[address.file];
    const bool isRead = !waiting.isEmpty();
    if (!waiting.contains(address))
        waiting.append(address);
    if (isRead)
        return;
    m_pool.start(
        [this, file = address.file] {
            auto spectra = readSpectra(file);
            QMetaObject::invokeMethod(
                this, [this, file, spectra = std::move(spectra)] { take(file, spectra); },
                Qt::QueuedConnection);
        },
        priority);
}

void SpectrumCache::take(const QString& file, const Result<std::vector<SpectrumPtr>>& spectra)
{
    const auto waiting = m_inReading.take(file);
    if (spectra)
        keep(file, spectra.value());
    for (const auto& address : waiting)
        if (!spectra)
            emit failed(address, spectra.error());
        else if (const auto spectrum = find(address))
            emit arrived(address, spectrum);
        else
            emit failed(address,
                        {ErrorKind::NotFound,
                         tr("%1 holds no spectrum number %2.").arg(file).arg(address.indexInFile),
                         {}});
}
