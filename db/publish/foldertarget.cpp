#include "db/archive/sha256.h"
#include "db/publish/publicationtarget.h"
#include "models/values/wholefile.h"

#include <QCoreApplication>
#include <QDir>
#include <QFileInfo>

using namespace Qt::Literals::StringLiterals;

namespace {
struct Text
{
    Q_DECLARE_TR_FUNCTIONS(FolderTarget)
};

class FolderTarget : public PublicationTarget
{
public:
    explicit FolderTarget(QString folder)
        : m_folder(std::move(folder))
    {
    }

    Result<bool> has(const ManifestLine& file) override
    {
        const auto path = m_folder + u'/' + file.path;
        if (!QFileInfo(path).isFile() || QFileInfo(path).size() != file.sum.size)
            return false;
        const auto there = fileSum(path);
        return there && there.value() == file.sum;
    }

    Result<void> put(const ManifestLine& file, const QByteArray& bytes) override
    {
        // A mount that is not there looks like an empty folder that may not be made.
        if (!QFileInfo(m_folder).isDir())
            return Error {
                ErrorKind::Unavailable, Text::tr("There is no folder %1: is it mounted?").arg(m_folder), {}};
        const auto path = m_folder + u'/' + file.path;
        if (!QDir().mkpath(QFileInfo(path).path()))
            return Error {ErrorKind::CannotWrite,
                          Text::tr("The folder %1 cannot be made.").arg(QFileInfo(path).path()),
                          {}};
        if (auto written = writeWholeFile(path, bytes); !written)
            return written;
        const auto there = fileSum(path);
        if (!there)
            return there.error();
        if (there.value() == file.sum)
            return {};
        return Error {ErrorKind::Unavailable, Text::tr("%1 did not arrive as it was sent.").arg(path), {}};
    }

    Result<void> remove(const QString& path) override
    {
        const auto whole = m_folder + u'/' + path;
        if (!QFileInfo::exists(whole) || QFile::remove(whole))
            return {};
        return Error {ErrorKind::CannotWrite, Text::tr("%1 cannot be removed.").arg(whole), {}};
    }

    QString name() const override { return m_folder; }

private:
    QString m_folder;
};
}

std::unique_ptr<PublicationTarget> folderTarget(const QString& folder)
{
    return std::make_unique<FolderTarget>(folder);
}

Result<std::unique_ptr<PublicationTarget>> PublicationTarget::open(const QString& address,
                                                                   const QByteArray& token)
{
    if (!address.contains("://"_L1))
        return folderTarget(QFileInfo(address).absoluteFilePath());
    const QUrl url(address);
    if (url.isValid() && !url.host().isEmpty() && (url.scheme() == u"http" || url.scheme() == u"https"))
        return webTarget(url, token);
    return Error {ErrorKind::BadInput,
                  Text::tr("%1 is neither a folder nor an http or https address.").arg(address),
                  url.errorString()};
}
