#include "app/release/spectrumbatch.h"

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

/// Empty where there is none any more.
QByteArray SpectrumBatch::fileOfBefore(const QString& path, qint64 at, qint64 bytes, QFile& archive)
{
    if (archive.isOpen())
        return archive.seek(at) ? archive.read(bytes) : QByteArray();
    const auto read = m_file.read(m_settings.folder + u'/' + path);
    return read ? read.value().toByteArray() : QByteArray();
}

/// Finds out which spectra are kept or renewed, and reads their files where they are needed.
void SpectrumBatch::readBefore(std::span<const PackTask> tasks, QFile& archive)
{
    for (std::size_t number = 0; number < tasks.size(); ++number) {
        const auto& task = tasks[number];
        auto& outcome = m_outcomes[number];
        auto& files = m_files[number];
        outcome = {};
        outcome.isKept = task.isUnchanged();
        m_isRenewable[number] = task.isRenewable(m_settings.thumbnails);
        if (outcome.isKept)
            outcome.packed = *task.before;
        if (!m_isRenewable[number] && !(outcome.isKept && m_settings.archives))
            continue;
        const auto& before = *task.before;
        auto* holds = m_isRenewable[number] ? &m_isRenewable[number] : &outcome.isKept;
        files.fits = fileOfBefore(task.path + fitsSuffix, before.fitsAt, before.fits.size, archive);
        outcome.fits = files.fits;
        *holds = m_digest.hexOf(files.fits) == before.fits.sha256;
        if (before.thumbnail.size == 0 || (!m_isRenewable[number] && m_settings.singleFiles))
            continue;
        files.thumbnail =
            fileOfBefore(task.path + thumbnailSuffix, before.thumbnailAt, before.thumbnail.size, archive);
        outcome.thumbnail = files.thumbnail;
        *holds = *holds && m_digest.hexOf(files.thumbnail) == before.thumbnail.sha256;
    }
}

FileSum SpectrumBatch::sumOf(const QByteArray& file)
{
    return {file.size(), file.isEmpty() ? QByteArray() : m_digest.hexOf(file)};
}

Result<void> SpectrumBatch::packOne(const PackTask& task, std::size_t number)
{
    auto& outcome = m_outcomes[number];
    auto& files = m_files[number];
    const bool isRenewed = m_isRenewable[number] && m_packer.renew(task.row, task.before->parts, files);
    if (auto done = isRenewed ? Result<void>() : m_packer.pack(task.row, files); !done) {
        if (!isOfThatFile(done.error()))
            return done;
        outcome.refused = done.error();
        return {};
    }
    outcome.packed = {task.path, task.key, sumOf(files.fits), sumOf(files.thumbnail), files.parts};
    outcome.packed.parts.source = task.source;
    outcome.fits = files.fits;
    outcome.thumbnail = files.thumbnail;
    return {};
}

Result<std::span<const PackOutcome>> SpectrumBatch::run(std::span<const PackTask> tasks,
                                                        const QString& archive)
{
    QFile before(archive);
    if (!archive.isEmpty() && std::ranges::any_of(tasks, [](const auto& task) { return task.before; }))
        (void)before.open(QIODevice::ReadOnly);
    readBefore(tasks, before);
    for (std::size_t number = 0; number < tasks.size(); ++number) {
        if (m_outcomes[number].isKept)
            continue;
        if (auto done = packOne(tasks[number], number); !done)
            return done.error();
    }
    return std::span<const PackOutcome>(m_outcomes).first(tasks.size());
}
