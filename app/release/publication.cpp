#include "app/release/publication.h"

#include "app/release/releasefolder.h"
#include "db/archive/sha256.h"
#include "models/values/outputfile.h"
#include "models/values/wholefile.h"

#include <QCoreApplication>
#include <QDir>
#include <QFile>
#include <QSet>
#include <QThread>

using namespace Qt::Literals::StringLiterals;

namespace {
struct Text
{
    Q_DECLARE_TR_FUNCTIONS(Publication)
};

const QString manifestName = u"manifest.tsv"_s;
constexpr int mostUnsettled = 1000; ///< So many files a killed run asks for again at most.

Error notWhole(const QString& path)
{
    return {
        ErrorKind::BadFile,
        Text::tr("%1 is not as the manifest says; pack the release again before it is published.").arg(path),
        {}};
}

Error stopped()
{
    return {ErrorKind::Cancelled, Text::tr("Publishing was stopped; it can be started again."), {}};
}
}

Result<std::vector<ManifestLine>> releaseFiles(const QString& folder)
{
    const auto top = readWholeFile(folder + u'/' + manifestName);
    if (!top)
        return Error {ErrorKind::NotFound, Text::tr("There is no packed release in %1.").arg(folder),
                      top.error().detail};
    std::vector<ManifestLine> files;
    for (const auto& line : manifestLines(top.value())) {
        if (line.path.endsWith(u'/' + manifestName)) {
            const auto plate = readWholeFile(folder + u'/' + line.path);
            if (!plate || Sha256().hexOf(plate.value()) != line.sum.sha256)
                return notWhole(line.path);
            const auto place = line.path.chopped(manifestName.size());
            for (auto& file : manifestLines(plate.value()))
                files.push_back({place + file.path, file.sum});
        }
        files.push_back(line);
    }
    files.push_back({manifestName, {top.value().size(), Sha256().hexOf(top.value())}});
    return files;
}

Publication::Publication(PublishSettings settings, PublicationTarget& target)
    : m_settings(std::move(settings))
    , m_target(target)
{
}

/// One journal for each target.
QString Publication::journalPath() const
{
    constexpr qsizetype enough = 16;
    const auto id = Sha256().hexOf(m_target.name().toUtf8()).left(enough);
    return m_settings.folder + u"/.specdesk/published-"_s + QString::fromLatin1(id) + u".tsv"_s;
}

Result<void> Publication::withPatience(const std::function<Result<void>()>& attempt) const
{
    auto pause = m_settings.pause;
    for (int number = 1;; ++number) {
        auto done = attempt();
        if (done || done.error().kind != ErrorKind::Unavailable || number >= m_settings.attempts)
            return done;
        if (!m_goesOn())
            return stopped();
        QThread::msleep(static_cast<unsigned long>(pause.count()));
        pause *= 2;
    }
}

/// Appends to the journal: a killed run leaves at most one line unfinished, which is not read.
Result<void> Publication::note()
{
    QByteArray lines;
    for (const auto& file : m_unsettled) {
        m_published.insert(file.path, file.sum);
        lines +=
            file.path.toUtf8() + '\t' + QByteArray::number(file.sum.size) + '\t' + file.sum.sha256 + '\n';
    }
    m_unsettled.clear();
    QFile journal(journalPath());
    if (journal.open(QIODevice::WriteOnly | QIODevice::Append) && journal.write(lines) == lines.size()
        && journal.flush())
        return {};
    return Error {ErrorKind::CannotWrite, Text::tr("%1 cannot be written.").arg(journal.fileName()),
                  journal.errorString()};
}

/// What may not have reached the target's disk is taken away there, so that the next run sends it again.
Result<void> Publication::settle()
{
    if (m_unsettled.empty())
        return {};
    auto settled = m_target.settle();
    if (settled)
        return note();
    for (const auto& file : m_unsettled)
        if (auto removed = m_target.remove(file.path); !removed)
            break;
    m_unsettled.clear();
    return settled;
}

Result<void> Publication::bring(const ManifestLine& file)
{
    if (!m_settings.anew && m_published.value(file.path) == file.sum) {
        ++m_state.there;
        return {};
    }
    bool there = false;
    auto asked = withPatience([&]() -> Result<void> {
        auto has = m_target.has(file);
        if (!has)
            return has.error();
        there = has.value();
        return {};
    });
    if (!asked)
        return asked;
    if (!there) {
        const auto source = m_settings.folder + u'/' + file.path;
        const auto sum = fileSum(source);
        if (!sum || sum.value() != file.sum)
            return notWhole(file.path);
        ++m_state.sent;
        m_state.bytes += file.sum.size;
        if (m_settings.dryRun)
            return {};
        if (auto put = withPatience([&] { return m_target.put(file, source); }); !put)
            return put;
    } else {
        ++m_state.there;
    }
    if (!m_settings.dryRun)
        m_unsettled.push_back(file);
    return m_unsettled.size() < mostUnsettled ? Result<void>() : settle();
}

Result<void> Publication::bringAll(const std::vector<ManifestLine>& files)
{
    for (const auto& file : files) {
        if (!m_goesOn())
            return stopped();
        if (file.path == manifestName)
            if (auto settled = settle(); !settled)
                return settled;
        if (auto brought = bring(file); !brought)
            return brought;
    }
    return {};
}

/// Takes away what an earlier publication brought and the release does not have any more.
Result<void> Publication::removeSurplus(const std::vector<ManifestLine>& files)
{
    QSet<QString> wanted;
    for (const auto& file : files)
        wanted.insert(file.path);
    std::vector<ManifestLine> left;
    for (auto entry = m_published.begin(); entry != m_published.end(); ++entry) {
        if (wanted.contains(entry.key())) {
            left.push_back({entry.key(), entry.value()});
            continue;
        }
        ++m_state.removed;
        if (m_settings.dryRun)
            continue;
        if (auto removed = withPatience([&] { return m_target.remove(entry.key()); }); !removed)
            return removed;
    }
    return m_settings.dryRun ? Result<void>()
                             : OutputFile::write(journalPath(), manifestText(std::move(left)));
}

Result<PublishState> Publication::run(const Watcher& watcher)
{
    const auto folder = ReleaseFolder::open(m_settings.folder);
    if (!folder)
        return folder.error();
    const auto files = releaseFiles(m_settings.folder);
    if (!files)
        return files.error();
    m_state = {};
    m_state.inAll = static_cast<qint64>(files.value().size());
    m_published.clear();
    m_unsettled.clear();
    m_goesOn = [&] { return watcher(m_state); };
    QFile journal(journalPath());
    if (journal.open(QIODevice::ReadOnly)) {
        for (auto& line : manifestLines(journal.readAll()))
            m_published.insert(line.path, line.sum);
    }
    const auto brought = bringAll(files.value());
    const auto settled = settle(); // what was brought before a failure, too
    if (!brought)
        return brought.error();
    if (!settled)
        return settled.error();
    if (auto removed = removeSurplus(files.value()); !removed)
        return removed.error();
    watcher(m_state);
    return m_state;
}
