#include "app/spectra/spectrumcache.h"

#include "db/fits/spectrumreader.h"

#include <algorithm>

namespace {
constexpr qsizetype capacity = 256; // spectra; about 25 MB
constexpr qsizetype mostOfAFile = capacity / 3; // files of hundreds: this one, the last and the next stay
constexpr int filesAtOnce = 2;
}

SpectrumCache::SpectrumCache(QObject* parent)
    : QObject(parent)
    , m_files(capacity)
{
    m_pool.setMaxThreadCount(filesAtOnce);
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
    if (const auto reading = m_inReading.find(address.file); reading != m_inReading.end()) {
        if (!reading->contains(address))
            reading->append(address);
        return;
    }
    std::erase(m_urgent, address);
    m_urgent.push_front(address);
    readNext();
}

void SpectrumCache::expect(const std::vector<SpectrumAddress>& addresses)
{
    m_expected.clear();
    for (const auto& address : addresses)
        if (!find(address) && !m_inReading.contains(address.file))
            m_expected.push_back(address);
    readNext();
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

void SpectrumCache::readNext()
{
    while (m_inReading.size() < filesAtOnce && !(m_urgent.empty() && m_expected.empty())) {
        const auto file = (m_urgent.empty() ? m_expected : m_urgent).front().file;
        auto& waiting = m_inReading[file];
        for (auto* wishes : {&m_urgent, &m_expected})
            std::erase_if(*wishes, [&](const SpectrumAddress& address) {
                if (address.file == file && !waiting.contains(address))
                    waiting.append(address);
                return address.file == file;
            });
        m_pool.start([this, file] {
            auto spectra = readSpectra(file);
            QMetaObject::invokeMethod(
                this, [this, file, spectra = std::move(spectra)] { take(file, spectra); },
                Qt::QueuedConnection);
        });
    }
}

void SpectrumCache::take(const QString& file, const Result<std::vector<SpectrumPtr>>& spectra)
{
    const auto waiting = m_inReading.take(file);
    readNext();
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
