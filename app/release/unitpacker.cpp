#include "app/release/unitpacker.h"

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

const QString fitsSuffix = u".fits.gz"_s;
const QString thumbnailSuffix = u".png"_s;
const QString manifestName = u"manifest.tsv"_s;
// Raised when the same rows would give other bytes: writing, thumbnails, compression.
constexpr auto packingVersion = "1";

bool isThere(const QString& path, qint64 size)
{
    const QFileInfo file(path);
    return file.isFile() && file.size() == size;
}

/// All that was written to the disk is on it afterwards.
void settle(const QString& folder)
{
    const int descriptor = ::open(QFile::encodeName(folder).constData(), O_RDONLY | O_DIRECTORY | O_CLOEXEC);
    if (descriptor >= 0) {
        ::syncfs(descriptor);
        ::close(descriptor);
    }
}

/// True for failures of one spectrum's file; others end the run.
bool isOfThatFile(const Error& error)
{
    return error.kind == ErrorKind::BadFile || error.kind == ErrorKind::NotFound;
}
}

struct UnitPacker::Work
{
    const PackUnit& unit;
    std::vector<ReleasedSpectrum> rows {};
    std::vector<QString> paths {}; ///< Of each row, without suffix.
    std::vector<QByteArray> keys {};
    std::vector<const PackedSpectrum*> kept {}; ///< Of each row; null where it must be packed.
    PackRecord before {};
    QHash<QString, PackedSpectrum> beforeByPath {};
    PackRecord record {};
    UnitReport report {};
    std::unique_ptr<ArchiveWriter> archive {};
};

QString recordFolder(const QString& releaseFolder)
{
    return releaseFolder + u"/.specdesk/units"_s;
}

QString archivePath(const PackUnit& unit, ArchiveKind kind)
{
    return u"archives/"_s + unit.name + u'.' + archiveSuffix(kind);
}

UnitPacker::UnitPacker(const PackageSettings& settings, const ReleaseSource& source, PackProgress& progress)
    : m_settings(settings)
    , m_source(source)
    , m_progress(progress)
    , m_packer(settings)
{
}

QString UnitPacker::pathIn(const QString& relative) const
{
    return m_settings.folder + u'/' + relative;
}

/// A digest of the cards, the thumbnail's words and the state of the file.
QByteArray UnitPacker::keyOf(const ReleasedSpectrum& spectrum)
{
    m_digest.add(packingVersion);
    m_digest.add(m_settings.release.title.toUtf8());
    for (const auto& wish : m_settings.rules.wishesFor(spectrum, m_settings.release)) {
        for (const QByteArrayView part :
             {QByteArrayView(wish.keyword), QByteArrayView("="), QByteArrayView(wish.value),
              QByteArrayView("/"), QByteArrayView(wish.comment), QByteArrayView("<"),
              QByteArrayView(wish.after)})
            m_digest.add(part);
        for (const auto& name : wish.formerly)
            m_digest.add(name);
    }
    const QFileInfo file(spectrum.file);
    const auto number = [](const std::optional<double>& value) {
        return value ? QByteArray::number(*value, 'g', 17) : QByteArray("-");
    };
    m_digest.add(QByteArrayList {spectrum.file.toUtf8(), number(spectrum.raDeg), number(spectrum.decDeg),
                                 spectrum.designation.toUtf8(), QByteArray::number(spectrum.contentHash),
                                 QByteArray::number(file.size()),
                                 QByteArray::number(file.lastModified().toMSecsSinceEpoch()),
                                 m_settings.thumbnails ? "png" : ""}
                     .join('\n'));
    constexpr qsizetype enough = 32;
    return m_digest.hex().left(enough);
}

bool UnitPacker::isKept(const PackedSpectrum& before) const
{
    const auto path = pathIn(before.path);
    return isThere(path + fitsSuffix, before.fits.size)
        && (before.thumbnail.size == 0 || isThere(path + thumbnailSuffix, before.thumbnail.size));
}

/// Counts what goes out: every row but the refused.
void UnitPacker::count(Work& work)
{
    QSet<qint64> refused;
    for (const auto& spectrum : work.report.refused)
        refused.insert(spectrum.obsid);
    for (std::size_t number = 0; number < work.rows.size(); ++number)
        if (!refused.contains(work.rows[number].obsid))
            work.report.statistics.add(work.rows[number], work.paths[number].section(u'/', 0, -2));
}

/// Asks for the rows and finds out which of them are packed already.
Result<void> UnitPacker::plan(Work& work)
{
    QFile record(recordFolder(m_settings.folder) + u'/' + work.unit.name + u".tsv"_s);
    if (record.open(QIODevice::ReadOnly))
        work.before = PackRecord::fromText(record.readAll());
    work.beforeByPath = work.before.byPath();
    for (const auto& group : work.unit.groups) {
        auto rows = m_source.spectra(group);
        if (!rows)
            return rows.error();
        const auto folder = groupFolder(group);
        for (auto& row : rows.value()) {
            const auto path = folder + u'/' + releasedBaseName(row);
            const auto key = keyOf(row);
            const auto found = work.beforeByPath.constFind(path);
            const bool same = found != work.beforeByPath.constEnd() && found->key == key && isKept(*found);
            work.rows.push_back(std::move(row));
            work.paths.push_back(path);
            work.keys.push_back(key);
            work.kept.push_back(same ? &*found : nullptr);
        }
    }
    if (m_settings.archives) {
        work.record.archiveKey =
            m_digest.hexOf(packingVersion + m_settings.release.date.toString(Qt::ISODate).toUtf8());
        work.record.archive.path = archivePath(work.unit, *m_settings.archives);
    }
    return {};
}

bool UnitPacker::isUnchanged(const Work& work) const
{
    const auto& before = work.before;
    return std::ranges::none_of(work.kept, [](const auto* kept) { return kept == nullptr; })
        && before.spectra.size() == work.rows.size() && before.archiveKey == work.record.archiveKey
        && before.archive.path == work.record.archive.path
        && (before.archive.path.isEmpty() || isThere(pathIn(before.archive.path), before.archive.sum.size));
}

/// Writes the files of one row, or takes those that are there, and adds them to the archive.
Result<void> UnitPacker::packOne(Work& work, std::size_t number)
{
    const auto& path = work.paths[number];
    const auto fitsName = path + fitsSuffix;
    if (const auto* kept = work.kept[number]) {
        const auto bytes =
            work.archive ? m_file.read(pathIn(fitsName)) : Result<QByteArrayView>(QByteArrayView());
        if (bytes && (!work.archive || m_digest.hexOf(bytes.value()) == kept->fits.sha256)) {
            work.record.spectra.push_back(*kept);
            ++m_progress.kept;
            return work.archive ? work.archive->add(fitsName, bytes.value()) : Result<void>();
        }
    }
    const auto packed = m_packer.pack(work.rows[number]);
    if (!packed) {
        if (!isOfThatFile(packed.error()))
            return packed.error();
        work.report.refused.push_back({work.rows[number].obsid, packed.error().message});
        ++m_progress.refused;
        return {};
    }
    const auto& [fits, thumbnail] = packed.value();
    const auto bytes = QByteArray::fromRawData(fits.data(), fits.size());
    if (auto written = writeWholeFile(pathIn(fitsName), bytes); !written)
        return written;
    if (!thumbnail.isEmpty()) {
        if (auto written = writeWholeFile(pathIn(path + thumbnailSuffix), thumbnail); !written)
            return written;
    }
    PackedSpectrum done {path, work.keys[number], {fits.size(), m_digest.hexOf(fits)}, {}};
    if (!thumbnail.isEmpty())
        done.thumbnail = {thumbnail.size(), m_digest.hexOf(thumbnail)};
    work.record.spectra.push_back(std::move(done));
    ++m_progress.packed;
    m_progress.bytes += fits.size() * (work.archive ? 2 : 1) + thumbnail.size();
    return work.archive ? work.archive->add(fitsName, fits) : Result<void>();
}

Result<void> UnitPacker::packAll(Work& work)
{
    if (m_settings.archives) {
        const auto date =
            m_settings.release.date.isValid() ? m_settings.release.date : work.unit.groups.front().obsDate;
        work.archive = std::make_unique<ArchiveWriter>(pathIn(work.record.archive.path), *m_settings.archives,
                                                       date.startOfDay(Qt::UTC));
        if (auto opened = work.archive->open(); !opened)
            return opened;
    }
    for (std::size_t number = 0; number < work.rows.size(); ++number) {
        if (m_progress.stop)
            return Error {
                ErrorKind::Cancelled, Text::tr("Packing was stopped; it can be started again."), {}};
        if (auto packed = packOne(work, number); !packed)
            return packed;
    }
    if (!work.rows.empty() && work.record.spectra.empty())
        return Error {ErrorKind::Unavailable,
                      Text::tr("None of the %1 spectra of %2 can be read: is their disk there? %3")
                          .arg(work.rows.size())
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
    for (const auto& group : work.unit.groups) {
        const auto folder = groupFolder(group);
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
        QDir plate(pathIn(folder));
        const auto there = plate.entryList(QDir::Files | QDir::Hidden);
        for (const auto& name : there) {
            if (!names.contains(name))
                plate.remove(name);
        }
        const auto text = manifestText(std::move(lines));
        const auto path = folder + u'/' + manifestName;
        QFile old(pathIn(path));
        const bool same = old.open(QIODevice::ReadOnly) && old.readAll() == text;
        if (auto written = same ? Result<void>() : writeWholeFile(pathIn(path), text); !written)
            return written;
        work.report.files.push_back({path, {text.size(), m_digest.hexOf(text)}});
    }
    if (work.archive || !work.record.archive.path.isEmpty())
        work.report.files.push_back(work.record.archive);
    return {};
}

Result<UnitReport> UnitPacker::run(const PackUnit& unit)
{
    Work work {unit};
    if (auto planned = plan(work); !planned)
        return planned.error();
    for (const auto& group : unit.groups)
        QDir().mkpath(pathIn(groupFolder(group)));
    const bool unchanged = isUnchanged(work);
    if (unchanged) {
        work.record = work.before;
        m_progress.kept += static_cast<qint64>(work.rows.size());
    } else if (auto packed = packAll(work); !packed) {
        return packed.error();
    }
    if (auto written = writeManifests(work); !written)
        return written.error();
    count(work);
    if (unchanged)
        return std::move(work.report);
    settle(m_settings.folder);
    const auto path = recordFolder(m_settings.folder) + u'/' + unit.name + u".tsv"_s;
    if (auto written = writeWholeFile(path, work.record.text()); !written)
        return written.error();
    return std::move(work.report);
}
