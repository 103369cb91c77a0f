#pragma once

#include "models/values/result.h"

#include <QFileDevice>

#include <memory>

/// A file that appears whole or not at all: what stood there before stays until commit(). Devices and pipes,
/// which cannot be replaced, are written to directly.
class OutputFile
{
public:
    explicit OutputFile(const QString& path);

    /// CannotWrite where the path cannot be written to.
    Result<void> open();
    /// NoSpace or CannotWrite when the bytes could not be written; the file will not appear then.
    Result<void> write(const QByteArray& bytes);
    Result<void> commit();

    /// Opens, writes and commits in one go.
    static Result<void> write(const QString& path, const QByteArray& bytes);

private:
    Error failure() const;

    std::unique_ptr<QFileDevice> m_file;
};
