#include "app/release/unitpacker.h"

#include "app/release/packwords.h"
#include "db/archive/sha256.h"
#include "models/values/wholefile.h"

#include <QCoreApplication>
#include <QDir>
#include <QSet>

#include <fcntl.h>
#include <unistd.h>

using namespace Qt::Literals::StringLiterals;

namespace {
struct Text
{
    Q_DECLARE_TR_FUNCTIONS(UnitPacker)
};

const QString manifestName = u"manifest.tsv"_s;
// Raised when the same rows would give other bytes: writing, thumbnails, compression.
constexpr auto packingVersion = "2";
constexpr qsizetype keyLetters = 32;

/// All that was written to the disk is on it afterwards.
Result<void> settle(const QString& folder)
{
    const int descriptor = ::open(QFile::encodeName(folder).constData(), O_RDONLY | O_DIRECTORY | O_CLOEXEC);
    const bool isSettled = descriptor >= 0 && ::syncfs(descriptor) == 0;
    const auto cause = qt_error_string(errno);
    if (descriptor >= 0)
        ::close(descriptor);
    if (isSettled)
        return {};
    return Error {ErrorKind::CannotWrite,
                  Text::tr("The disk of %1 has not taken all that was written.").arg(folder), cause};
}
}

struct UnitPacker::Work
{
    const PackUnit& unit;
    std::vector<PackTask> tasks {};
    std::vector<std::size_t> groups {}; ///< Of each task, its place among the unit's groups.
    PackRecord before {};
    PackRecord record {};
    UnitReport report {};
    std::vector<PlateFolder> folders {}; ///< Of each group, while something is packed.
    std::unique_ptr<ArchiveWriter> archive {};
    bool hasArchive = false; ///< That of the last run is there.
};

QString recordFolder(const QString& releaseFolder)
{
    return releaseFolder + u"/.specdesk/units"_s;
}

QString archivePath(const PackUnit& unit, ArchiveKind kind)
{
    return u"archives/"_s + unit.name + u'.' + archiveSuffix(kind);
}

QString archiveIndexPath(const PackUnit& unit)
{
    return u"archives/"_s + unit.name + u".tar.tsv"_s;
}

UnitPacker::UnitPacker(const PackageSettings& settings, const ReleaseSource& source, PackProgress& progress)
    : m_settings(settings)
    , m_source(source)
    , m_progress(progress)
    , m_batch(settings)
    , m_commonWords(commonWords())
{
}

QString UnitPacker::pathIn(const QString& relative) const
{
    return m_settings.folder + u'/' + relative;
}

/// What is the same for all spectra of a release.
QByteArray UnitPacker::commonWords() const
{
    const auto& [title, date] = m_settings.release;
    return packingVersion + title.toUtf8() + '\n' + date.toString(Qt::ISODate).toUtf8() + '\n'
        + (m_settings.thumbnails ? "png" : "") + '\n' + Sha256().hexOf(m_settings.rules.text());
}

void UnitPacker::addKeys(PackTask& task) const
{
    Sha256 digest;
    const auto source = sourceWords(task.row);
    task.source = digest.hexOf(source).left(keyLetters);
    task.key = digest.hexOf(source + '\n' + m_commonWords + '\n' + decidingWords(task.row)).left(keyLetters);
}

bool UnitPacker::isThere(const PackedSpectrum& before, const Work& work) const
{
    if (!m_settings.singleFiles)
        return before.fitsAt > 0 && work.hasArchive;
    const auto path = pathIn(before.path);
    return isFileOf(path + fitsSuffix, before.fits.size)
        && (before.thumbnail.size == 0 || isFileOf(path + thumbnailSuffix, before.thumbnail.size));
}

/// Counts what goes out: every row but the refused.
void UnitPacker::count(Work& work)
{
    QSet<qint64> refused;
    for (const auto& spectrum : work.report.refused)
        refused.insert(spectrum.obsid);
    for (std::size_t number = 0; number < work.tasks.size(); ++number)
        if (!refused.contains(work.tasks[number].row.obsid))
            work.report.statistics.add(work.tasks[number].row,
                                       groupFolder(work.unit.groups[work.groups[number]]));
}

/// Asks for the rows and finds out which of them are packed already.
Result<void> UnitPacker::plan(Work& work)
{
    QFile record(recordFolder(m_settings.folder) + u'/' + work.unit.name + u".tsv"_s);
    if (record.open(QIODevice::ReadOnly))
        work.before = PackRecord::fromText(record.readAll());
    const auto& archive = work.before.archive;
    work.hasArchive = !archive.path.isEmpty() && isFileOf(pathIn(archive.path), archive.sum.size);
    QHash<QString, const PackedSpectrum*> before;
    before.reserve(static_cast<qsizetype>(work.before.spectra.size()));
    for (const auto& spectrum : work.before.spectra)
        before.insert(spectrum.path, &spectrum);
    for (std::size_t number = 0; number < work.unit.groups.size(); ++number) {
        const auto& group = work.unit.groups[number];
        auto rows = m_source.spectra(group);
        if (!rows)
            return rows.error();
        const auto folder = groupFolder(group);
        for (auto& row : rows.value()) {
            const auto path = folder + u'/' + releasedBaseName(row);
            const auto* found = before.value(path);
            work.tasks.push_back(
                {std::move(row), path, {}, {}, found && isThere(*found, work) ? found : nullptr});
            work.groups.push_back(number);
        }
    }
    for (auto& task : work.tasks)
        addKeys(task);
    if (m_settings.archives) {
        work.record.archiveKey =
            Sha256().hexOf(packingVersion + m_settings.release.date.toString(Qt::ISODate).toUtf8());
        work.record.archive.path = archivePath(work.unit, *m_settings.archives);
    }
    return {};
}

bool UnitPacker::isUnchanged(const Work& work) const
{
    const auto& before = work.before;
    return std::ranges::all_of(work.tasks, &PackTask::isUnchanged)
        && before.spectra.size() == work.tasks.size() && before.archiveKey == work.record.archiveKey
        && before.archive.path == work.record.archive.path
        && (before.archive.path.isEmpty() || work.hasArchive);
}

Result<void> UnitPacker::storeFiles(Work& work, std::size_t number, const PackOutcome& outcome)
{
    auto& folder = work.folders[work.groups[number]];
    const auto name = work.tasks[number].path.section(u'/', -1);
    if (auto written = folder.write(name + fitsSuffix, outcome.fits); !written)
        return written;
    return outcome.thumbnail.isEmpty() ? Result<void>()
                                       : folder.write(name + thumbnailSuffix, outcome.thumbnail);
}

/// The thumbnail goes into the archive only where it has no other place.
Result<void> UnitPacker::storeInArchive(Work& work, const PackOutcome& outcome, PackedSpectrum& packed)
{
    const auto fits = work.archive->add(packed.path + fitsSuffix, outcome.fits);
    if (!fits)
        return fits.error();
    packed.fitsAt = fits.value();
    if (m_settings.singleFiles || outcome.thumbnail.isEmpty())
        return {};
    const auto thumbnail = work.archive->add(packed.path + thumbnailSuffix, outcome.thumbnail);
    if (!thumbnail)
        return thumbnail.error();
    packed.thumbnailAt = thumbnail.value();
    return {};
}

/// Writes the files of one row and adds them to the archive.
Result<void> UnitPacker::store(Work& work, std::size_t number, const PackOutcome& outcome)
{
    const auto& task = work.tasks[number];
    if (outcome.refused) {
        work.report.refused.push_back({task.row.obsid, outcome.refused->message});
        ++m_progress.refused;
        return {};
    }
    const auto bytes = outcome.fits.size() + outcome.thumbnail.size();
    if (!outcome.isKept && m_settings.singleFiles) {
        if (auto stored = storeFiles(work, number, outcome); !stored)
            return stored;
        m_progress.bytes += bytes;
    }
    work.record.spectra.push_back(outcome.packed);
    if (work.archive) {
        if (auto stored = storeInArchive(work, outcome, work.record.spectra.back()); !stored)
            return stored;
        m_progress.bytes += m_settings.singleFiles ? outcome.fits.size() : bytes;
    }
    ++(outcome.isKept ? m_progress.kept : m_progress.packed);
    return {};
}

Result<void> UnitPacker::openTargets(Work& work)
{
    for (const auto& group : work.unit.groups) {
        if (!m_settings.singleFiles)
            break;
        work.folders.emplace_back(pathIn(groupFolder(group)));
        if (auto opened = work.folders.back().open(); !opened)
            return opened;
    }
    if (!m_settings.archives)
        return {};
    const auto date =
        m_settings.release.date.isValid() ? m_settings.release.date : work.unit.groups.front().obsDate;
    work.archive = std::make_unique<ArchiveWriter>(pathIn(work.record.archive.path), *m_settings.archives,
                                                   date.startOfDay(Qt::UTC));
    return work.archive->open();
}

Result<void> UnitPacker::packAll(Work& work)
{
    if (auto opened = openTargets(work); !opened)
        return opened;
    const auto& tasks = work.tasks;
    for (std::size_t from = 0; from < tasks.size(); from += SpectrumBatch::size) {
        if (m_progress.stop)
            return Error {
                ErrorKind::Cancelled, Text::tr("Packing was stopped; it can be started again."), {}};
        const auto outcomes =
            m_batch.run(std::span(tasks).subspan(from, std::min(SpectrumBatch::size, tasks.size() - from)),
                        m_settings.singleFiles ? QString() : pathIn(work.before.archive.path));
        if (!outcomes)
            return outcomes.error();
        for (std::size_t i = 0; i < outcomes.value().size(); ++i) {
            if (auto stored = store(work, from + i, outcomes.value()[i]); !stored)
                return stored;
        }
    }
    if (!tasks.empty() && work.record.spectra.empty())
        return Error {ErrorKind::Unavailable,
                      Text::tr("None of the %1 spectra of %2 can be read: is their disk there? %3")
                          .arg(tasks.size())
                          .arg(work.unit.name, work.report.refused.front().sentence),
                      {}};
    if (work.archive) {
        auto sum = work.archive->finish();
        if (!sum)
            return sum.error();
        work.record.archive.sum = sum.value();
    }
    return {};
}

/// Writes each plate's manifest and removes what does not belong to the plate any more.
Result<void> UnitPacker::writeManifests(Work& work)
{
    for (std::size_t number = 0; number < work.unit.groups.size(); ++number) {
        const auto folder = groupFolder(work.unit.groups[number]);
        std::vector<ManifestLine> lines;
        QSet<QString> names {manifestName};
        for (const auto& spectrum : work.record.spectra) {
            if (!spectrum.path.startsWith(folder + u'/'))
                continue;
            const auto name = spectrum.path.sliced(folder.size() + 1);
            lines.push_back({name + fitsSuffix, spectrum.fits});
            if (spectrum.thumbnail.size > 0)
                lines.push_back({name + thumbnailSuffix, spectrum.thumbnail});
        }
        for (const auto& line : lines)
            names.insert(line.path);
        const auto text = manifestText(std::move(lines));
        const auto path = folder + u'/' + manifestName;
        work.report.files.push_back({path, {text.size(), Sha256().hexOf(text)}});
        QFile old(pathIn(path));
        const bool isSame = old.open(QIODevice::ReadOnly) && old.readAll() == text;
        const QDir there(pathIn(folder), {}, QDir::Unsorted, QDir::Files | QDir::Hidden);
        if (isSame && work.folders.empty() && qsizetype(there.count()) == names.size())
            continue;
        PlateFolder own(pathIn(folder));
        if (work.folders.empty()) {
            if (auto opened = own.open(); !opened)
                return opened;
        }
        auto& plate = work.folders.empty() ? own : work.folders[number];
        if (auto written = isSame ? Result<void>() : plate.write(manifestName, text); !written)
            return written;
        if (auto finished = plate.finish(names); !finished)
            return finished;
    }
    return {};
}

/// Writes the table of what lies in the archive alone.
Result<void> UnitPacker::writeIndex(Work& work)
{
    std::vector<ManifestLine> lines;
    for (const auto& spectrum : work.record.spectra) {
        lines.push_back({spectrum.path + fitsSuffix, spectrum.fits, spectrum.fitsAt});
        if (spectrum.thumbnail.size > 0)
            lines.push_back({spectrum.path + thumbnailSuffix, spectrum.thumbnail, spectrum.thumbnailAt});
    }
    const auto text = archiveIndexText(std::move(lines));
    const auto path = archiveIndexPath(work.unit);
    work.report.files.push_back({path, {text.size(), Sha256().hexOf(text)}});
    QFile old(pathIn(path));
    if (old.open(QIODevice::ReadOnly) && old.readAll() == text)
        return {};
    return writeWholeFile(pathIn(path), text);
}

Result<UnitReport> UnitPacker::run(const PackUnit& unit)
{
    Work work {unit};
    if (auto planned = plan(work); !planned)
        return planned.error();
    const bool unchanged = isUnchanged(work);
    if (unchanged) {
        work.record = work.before;
        m_progress.kept += static_cast<qint64>(work.tasks.size());
    } else if (auto packed = packAll(work); !packed) {
        return packed.error();
    }
    if (auto written = m_settings.singleFiles ? writeManifests(work) : writeIndex(work); !written)
        return written.error();
    if (!work.record.archive.path.isEmpty())
        work.report.files.push_back(work.record.archive);
    count(work);
    if (unchanged)
        return std::move(work.report);
    if (auto settled = settle(m_settings.folder); !settled)
        return settled.error(); // without a record, so that the plate is packed again
    const auto path = recordFolder(m_settings.folder) + u'/' + unit.name + u".tsv"_s;
    if (auto written = writeWholeFile(path, work.record.text()); !written)
        return written.error();
    return std::move(work.report);
}
