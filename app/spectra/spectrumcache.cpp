#include "app/spectra/spectrumcache.h"

#include "db/fits/spectrumreader.h"

#include <QCoreApplication>

namespace {
constexpr qsizetype capacity = 256; // spectra; about 25 MB
constexpr int urgent = 1'000'000;
}

size_t qHash(const SpectrumAddress& address, size_t seed)
{
    return qHashMulti(seed, address.file, address.indexInFile);
}

SpectrumCache::SpectrumCache(QObject* parent)
    : QObject(parent)
    , m_spectra(capacity)
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
    const auto* spectrum = m_spectra.object(address);
    return spectrum ? *spectrum : nullptr;
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
    m_spectra.insert({spectrum->file, spectrum->indexInFile}, new SpectrumPtr(spectrum));
}

void SpectrumCache::startReading(const SpectrumAddress& address, int priority)
{
    if (m_filesInReading.contains(address.file))
        return;
    m_filesInReading.insert(address.file);
    m_pool.start(
        [this, address] {
            auto spectra = readSpectra(address.file);
            QMetaObject::invokeMethod(
                this, [this, address, spectra = std::move(spectra)] { take(address, spectra); },
                Qt::QueuedConnection);
        },
        priority);
}

void SpectrumCache::take(const SpectrumAddress& address, const Result<std::vector<SpectrumPtr>>& spectra)
{
    m_filesInReading.remove(address.file);
    if (!spectra) {
        emit failed(address, spectra.error());
        return;
    }
    bool found = false;
    for (const auto& spectrum : spectra.value()) {
        insert(spectrum);
        found = found || spectrum->indexInFile == address.indexInFile;
        emit arrived({address.file, spectrum->indexInFile}, spectrum);
    }
    if (!found)
        emit failed(address,
                    {ErrorKind::NotFound,
                     tr("%1 holds no spectrum number %2.").arg(address.file).arg(address.indexInFile),
                     {}});
}
