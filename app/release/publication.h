#pragma once

#include "db/publish/publicationtarget.h"

#include <QHash>

#include <chrono>
#include <functional>

/// How far a publication is.
struct PublishState
{
    qint64 sent = 0;
    qint64 there = 0; ///< Files that were there already.
    qint64 removed = 0; ///< Files of an earlier publication that are not in the release any more.
    qint64 inAll = 0;
    qint64 bytes = 0; ///< Sent
};

struct PublishSettings
{
    QString folder; ///< Of a packed release.
    bool dryRun = false; ///< Tells what would be done.
    bool anew = false; ///< Asks the target for every file, whatever earlier runs noted.
    int attempts = 6; ///< For each file, when the target cannot be reached.
    std::chrono::milliseconds pause {1000}; ///< Before the second attempt; doubled each time.
};

/// Brings a packed release to where the public gets it. Every file is compared with its digest before it
/// leaves and after it arrived; the manifest goes last, so that nobody sees half a release as whole. What an
/// earlier or a broken-off run brought is not sent again: it is noted once the target has it on its disk.
class Publication
{
public:
    /// False stops.
    using Watcher = std::function<bool(const PublishState&)>;

    Publication(PublishSettings settings, PublicationTarget& target);

    /// BadFile when the release is not whole; the target's errors when it stays away.
    Result<PublishState> run(const Watcher& watcher);

private:
    Result<void> bringAll(const std::vector<ManifestLine>& files);
    Result<void> bring(const ManifestLine& file);
    Result<void> withPatience(const std::function<Result<void>()>& attempt) const;
    Result<void> settle();
    Result<void> note();
    Result<void> removeSurplus(const std::vector<ManifestLine>& files);
    QString journalPath() const;

    PublishSettings m_settings;
    PublicationTarget& m_target;
    std::function<bool()> m_goesOn;
    PublishState m_state;
    QHash<QString, FileSum> m_published; ///< What the journal says is there.
    std::vector<ManifestLine> m_unsettled; ///< There, and not noted yet.
};

/// Every file of a packed release, from its manifests; manifest.tsv of the release is the last.
Result<std::vector<ManifestLine>> releaseFiles(const QString& folder);
