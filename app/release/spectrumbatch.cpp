#include "app/release/spectrumbatch.h"

#include "db/archive/sha256lanes.h"

namespace {
/// True for failures of one spectrum's file; others end the run.
bool isOfThatFile(const Error& error)
{
    return error.kind == ErrorKind::BadFile || error.kind == ErrorKind::NotFound;
}
}

SpectrumBatch::SpectrumBatch(const PackageSettings& settings)
    : m_settings(settings)
    , m_packer(settings)
{
}

/// Finds out which spectra are kept, and reads their files where the archive needs them.
void SpectrumBatch::readBefore(std::span<const PackTask> tasks)
{
    std::vector<std::size_t> numbers;
    std::vector<QByteArrayView> texts;
    for (std::size_t number = 0; number < tasks.size(); ++number) {
        const auto& task = tasks[number];
        auto& outcome = m_outcomes[number];
        outcome = {};
        outcome.isKept = task.isUnchanged();
        if (!outcome.isKept)
            continue;
        outcome.packed = *task.before;
        if (!m_settings.archives)
            continue;
        const auto read = m_file.read(m_settings.folder + u'/' + task.path + fitsSuffix);
        auto& bytes = m_files[number].fits;
        bytes = read ? read.value().toByteArray() : QByteArray();
        outcome.fits = bytes;
        numbers.push_back(number);
        texts.push_back(bytes);
    }
    const auto sums = sha256OfEach(texts);
    for (std::size_t i = 0; i < numbers.size(); ++i) {
        auto& outcome = m_outcomes[numbers[i]];
        outcome.isKept = sums[i] == outcome.packed.fits.sha256;
    }
}

Result<void> SpectrumBatch::packOne(const PackTask& task, std::size_t number)
{
    auto& outcome = m_outcomes[number];
    auto& files = m_files[number];
    if (auto done = m_packer.pack(task.row, files); !done) {
        if (!isOfThatFile(done.error()))
            return done;
        outcome.refused = done.error();
        return {};
    }
    outcome.packed = {
        task.path, task.key, {files.fits.size(), {}}, {files.thumbnail.size(), {}}, files.parts};
    outcome.packed.parts.source = task.source;
    outcome.fits = files.fits;
    outcome.thumbnail = files.thumbnail;
    return {};
}

void SpectrumBatch::addSums(std::size_t count)
{
    std::vector<QByteArrayView> texts;
    std::vector<QByteArray*> places;
    for (std::size_t number = 0; number < count; ++number) {
        auto& outcome = m_outcomes[number];
        if (outcome.isKept || outcome.refused)
            continue;
        texts.push_back(outcome.fits);
        places.push_back(&outcome.packed.fits.sha256);
        if (outcome.thumbnail.isEmpty())
            continue;
        texts.push_back(outcome.thumbnail);
        places.push_back(&outcome.packed.thumbnail.sha256);
    }
    auto sums = sha256OfEach(texts);
    for (std::size_t i = 0; i < sums.size(); ++i)
        *places[i] = std::move(sums[i]);
}

Result<std::span<const PackOutcome>> SpectrumBatch::run(std::span<const PackTask> tasks)
{
    readBefore(tasks);
    for (std::size_t number = 0; number < tasks.size(); ++number) {
        if (m_outcomes[number].isKept)
            continue;
        if (auto done = packOne(tasks[number], number); !done)
            return done.error();
    }
    addSums(tasks.size());
    return std::span<const PackOutcome>(m_outcomes).first(tasks.size());
}
