#include "app/release/packaging.h"

#include "models/values/outputfile.h"

#include <QCoreApplication>
#include <QDir>
#include <QMutex>
#include <QSet>
#include <QThread>
#include <QThreadPool>

using namespace Qt::Literals::StringLiterals;

namespace {
struct Text
{
    Q_DECLARE_TR_FUNCTIONS(Packaging)
};

constexpr int watchEveryMs = 100;

/// What the threads share.
struct Shared
{
    const std::vector<PackUnit>& units;
    PackProgress progress {};
    std::atomic<std::size_t> next = 0;
    QMutex mutex {};
    std::optional<Error> failure {};
    std::vector<std::optional<UnitReport>> reports {};
};

void workThrough(Shared& shared, const PackageSettings& settings, const ReleaseSource& source)
{
    UnitPacker packer(settings, source, shared.progress);
    while (!shared.progress.stop) {
        const auto number = shared.next++;
        if (number >= shared.units.size())
            return;
        auto report = packer.run(shared.units[number]);
        const QMutexLocker lock(&shared.mutex);
        if (report) {
            shared.reports[number] = std::move(report).value();
        } else {
            if (!shared.failure)
                shared.failure = report.error();
            shared.progress.stop = true;
        }
    }
}

PackState stateOf(const PackProgress& progress, qint64 inAll)
{
    return {progress.packed, progress.kept, progress.refused, inAll, progress.bytes};
}

/// The plates' folders of a packed tree, "20111024/F5902".
QStringList packedPlates(const QDir& root)
{
    static const QRegularExpression night(u"^(\\d{8}|undated)$"_s);
    QStringList plates;
    const auto nights = root.entryList(QDir::Dirs | QDir::NoDotAndDotDot).filter(night);
    for (const auto& name : nights) {
        const auto folders = QDir(root.filePath(name)).entryList(QDir::Dirs | QDir::NoDotAndDotDot);
        for (const auto& folder : folders)
            plates << name + u'/' + folder;
    }
    return plates;
}

/// Of a link only the link goes, not what it leads to.
void removePlate(const QString& path)
{
    if (QFileInfo(path).isSymLink())
        QFile::remove(path);
    else
        QDir(path).removeRecursively();
}

Error cannotMake(const QString& folder)
{
    return {ErrorKind::CannotWrite, Text::tr("The folder %1 cannot be made.").arg(folder), {}};
}
}

std::vector<PackUnit> packUnits(const std::vector<ReleaseGroup>& groups, bool byNight)
{
    std::vector<PackUnit> units;
    QHash<QString, std::size_t> places;
    for (const auto& group : groups) {
        auto name = groupFolder(group);
        name = byNight ? name.section(u'/', 0, 0) : name.replace(u'/', u'_');
        const auto place = places.value(name, units.size());
        if (place == units.size()) {
            places.insert(name, place);
            units.push_back({name, {}});
        }
        units[place].groups.push_back(group);
    }
    return units;
}

Packaging::Packaging(PackageSettings settings, ReleaseSource source)
    : m_settings(std::move(settings))
    , m_source(std::move(source))
{
}

/// Removes plates and archives that are not in the release any more, and what a killed run left.
Result<void> Packaging::removeSurplus(const std::vector<PackUnit>& units) const
{
    QSet<QString> records;
    QSet<QString> archives;
    QSet<QString> folders;
    for (const auto& unit : units) {
        records.insert(unit.name + u".tsv"_s);
        if (m_settings.archives)
            archives.insert(archivePath(unit, *m_settings.archives).section(u'/', -1));
        if (!m_settings.singleFiles) {
            archives.insert(archiveIndexPath(unit).section(u'/', -1));
            continue;
        }
        for (const auto& group : unit.groups)
            folders.insert(groupFolder(group));
    }
    const QDir root(m_settings.folder);
    const auto packed = packedPlates(root);
    auto surplus = packed;
    erase_if(surplus, [&](const QString& plate) { return folders.contains(plate); });
    if (2 * surplus.size() > packed.size() && !m_settings.force)
        return Error {ErrorKind::BadInput,
                      Text::tr("%1 of the %n plates in %2 are not in the release any more. Is it the right "
                               "one, and built? --force takes them away.",
                               nullptr, static_cast<int>(packed.size()))
                          .arg(surplus.size())
                          .arg(m_settings.folder),
                      {}};
    const auto clean = [](const QString& folder, const QSet<QString>& wanted) {
        QDir dir(folder);
        const auto names = dir.entryList(QDir::Files | QDir::Hidden);
        for (const auto& name : names) {
            if (!wanted.contains(name))
                dir.remove(name);
        }
    };
    clean(recordFolder(m_settings.folder), records);
    clean(m_settings.folder + u"/archives"_s, archives);
    for (const auto& plate : surplus) {
        removePlate(root.filePath(plate));
        root.rmdir(plate.section(u'/', 0, 0)); // where nothing is left in it
    }
    return {};
}

Result<PackReport> Packaging::run(const Watcher& watcher)
{
    auto claimed = ReleaseFolder::claim(m_settings.folder, m_settings.release.title);
    if (!claimed)
        return claimed.error();
    m_folder = std::move(claimed).value();
    for (const auto& folder : {recordFolder(m_settings.folder), m_settings.folder + u"/archives"_s}) {
        if (!QDir().mkpath(folder))
            return cannotMake(folder);
    }
    const auto groups = m_source.groups();
    if (!groups)
        return groups.error();
    const auto units = packUnits(groups.value(), m_settings.archiveByNight);
    if (auto removed = removeSurplus(units); !removed)
        return removed.error();
    qint64 inAll = 0;
    for (const auto& group : groups.value())
        inAll += group.spectra;

    const Error stopped {ErrorKind::Cancelled, Text::tr("Packing was stopped; it can be started again."), {}};
    if (!watcher(stateOf({}, inAll)))
        return stopped;
    Shared shared {units};
    shared.reports.resize(units.size());
    QThreadPool pool;
    pool.setMaxThreadCount(m_settings.threads > 0 ? m_settings.threads : QThread::idealThreadCount());
    for (int i = 0; i < pool.maxThreadCount(); ++i)
        pool.start([&] { workThrough(shared, m_settings, m_source); });
    while (!pool.waitForDone(watchEveryMs)) {
        if (!watcher(stateOf(shared.progress, inAll)))
            shared.progress.stop = true;
    }
    if (shared.failure)
        return *shared.failure;
    PackReport report;
    for (auto& unit : shared.reports) {
        if (!unit)
            return stopped;
        report.statistics.add(unit->statistics);
        std::ranges::move(unit->refused, std::back_inserter(report.refused));
        std::ranges::move(unit->files, std::back_inserter(report.files));
    }
    auto excluded = m_source.excluded();
    if (!excluded)
        return excluded.error();
    report.statistics.excluded = std::move(excluded).value();
    report.state = stateOf(shared.progress, inAll);
    watcher(report.state);
    return report;
}

Result<void> addReleaseFile(PackReport& report, const QString& folder, const QString& path,
                            const QByteArray& bytes)
{
    const auto whole = folder + u'/' + path;
    if (!QDir().mkpath(QFileInfo(whole).path()))
        return cannotMake(QFileInfo(whole).path());
    if (auto written = OutputFile::write(whole, bytes); !written)
        return written;
    report.files.push_back({path, {bytes.size(), Sha256().hexOf(bytes)}});
    return {};
}

Result<void> writeReleaseManifest(const PackReport& report, const QString& folder)
{
    return OutputFile::write(folder + u"/manifest.tsv"_s, manifestText(report.files));
}
