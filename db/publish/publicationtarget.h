#pragma once

#include "models/release/manifest.h"
#include "models/values/result.h"

#include <QByteArray>
#include <QString>
#include <QUrl>

#include <memory>

/// Where a release is published: a folder or mount, or a web server that takes files by PUT.
class PublicationTarget
{
public:
    virtual ~PublicationTarget() = default;

    /// True when the file is there with this size and, where that can be told without fetching it, this
    /// digest.
    virtual Result<bool> has(const ManifestLine& file) = 0;
    /// Brings the local file `source` there, replacing an older one, and makes sure that what arrived is what
    /// was sent. Memory does not grow with the file.
    virtual Result<void> put(const ManifestLine& file, const QString& source) = 0;
    /// What was put outlasts a power cut afterwards, where the place lets us see to that. After an error all
    /// since the last time is in doubt.
    virtual Result<void> settle() { return {}; }
    /// Takes a file away; none there is success.
    virtual Result<void> remove(const QString& path) = 0;
    /// What sentences call it.
    virtual QString name() const = 0;

    /// A folder's path, or an http(s) address that paths are put behind. `token` goes along as a bearer token
    /// when it is not empty. BadInput for anything else.
    static Result<std::unique_ptr<PublicationTarget>> open(const QString& address, const QByteArray& token);
};

std::unique_ptr<PublicationTarget> folderTarget(const QString& folder);
std::unique_ptr<PublicationTarget> webTarget(const QUrl& address, const QByteArray& token);
