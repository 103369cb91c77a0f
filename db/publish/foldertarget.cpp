#include "db/archive/sha256.h"
#include "db/publish/publicationtarget.h"
#include "models/values/outputfile.h"

#include <QCoreApplication>
#include <QDir>
#include <QFile>
#include <QFileInfo>

#include <cerrno>
#include <fcntl.h>
#include <unistd.h>

using namespace Qt::Literals::StringLiterals;

namespace {
struct Text
{
    Q_DECLARE_TR_FUNCTIONS(FolderTarget)
};

Result<void> copyFile(const QString& from, const QString& to)
{
    constexpr qint64 pieceSize = qint64(1) << 20;
    QFile source(from);
    OutputFile copy(to, OutputFile::Sort::OfTree);
    if (!source.open(QIODevice::ReadOnly | QIODevice::Unbuffered))
        return Error {ErrorKind::NotFound, Text::tr("%1 cannot be read.").arg(from), source.errorString()};
    if (auto opened = copy.open(); !opened)
        return opened;
    QByteArray piece(pieceSize, Qt::Uninitialized);
    for (;;) {
        const auto got = source.read(piece.data(), piece.size());
        if (got < 0)
            return Error {ErrorKind::BadFile, Text::tr("%1 cannot be read.").arg(from), source.errorString()};
        if (got == 0)
            return copy.commit();
        if (auto written = copy.write(QByteArrayView(piece).first(got)); !written)
            return written;
    }
}

class FolderTarget : public PublicationTarget
{
public:
    explicit FolderTarget(QString folder)
        : m_folder(std::move(folder))
    {
    }
    ~FolderTarget() override
    {
        if (m_fd >= 0)
            ::close(m_fd);
    }
    Q_DISABLE_COPY_MOVE(FolderTarget)

    Result<bool> has(const ManifestLine& file) override
    {
        const auto path = m_folder + u'/' + file.path;
        if (!QFileInfo(path).isFile() || QFileInfo(path).size() != file.sum.size)
            return false;
        const auto there = fileSum(path);
        return there && there.value() == file.sum;
    }

    Result<void> put(const ManifestLine& file, const QString& source) override
    {
        // A mount that is not there looks like an empty folder that may not be made.
        if (!QFileInfo(m_folder).isDir())
            return Error {
                ErrorKind::Unavailable, Text::tr("There is no folder %1: is it mounted?").arg(m_folder), {}};
        openFolder();
        const auto path = m_folder + u'/' + file.path;
        if (!QDir().mkpath(QFileInfo(path).path()))
            return Error {ErrorKind::CannotWrite,
                          Text::tr("The folder %1 cannot be made.").arg(QFileInfo(path).path()),
                          {}};
        if (auto copied = copyFile(source, path); !copied)
            return copied;
        const auto there = fileSum(path);
        if (!there)
            return there.error();
        if (there.value() == file.sum)
            return {};
        return Error {ErrorKind::Unavailable, Text::tr("%1 did not arrive as it was sent.").arg(path), {}};
    }

    /// All files at once: one by one would take a spinning disk some 10 ms each.
    Result<void> settle() override
    {
        openFolder();
        if (m_fd >= 0 && ::syncfs(m_fd) == 0)
            return {};
        auto failure = writeFailure(m_folder, errno);
        if (failure.kind == ErrorKind::Unavailable) // asked again it would forget the error: fsync(2)
            failure.kind = ErrorKind::CannotWrite;
        return failure;
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
    /// Before anything is written: syncfs() tells what went wrong since the folder was opened.
    void openFolder()
    {
        if (m_fd < 0)
            m_fd = ::open(QFile::encodeName(m_folder).constData(), O_RDONLY | O_DIRECTORY | O_CLOEXEC);
    }

    QString m_folder;
    int m_fd = -1;
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
