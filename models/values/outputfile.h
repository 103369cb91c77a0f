#pragma once

#include "models/values/unfinishedfile.h"

#include <QByteArray>

#include <memory>
#include <optional>

/// A file that appears whole or not at all: what stood there before stays until commit(). Devices and pipes,
/// which cannot be replaced, are written to directly.
class OutputFile
{
public:
    enum class Sort {
        Single, ///< What somebody named: flushed to the disk by commit(), where a link leads, with the rights
                ///< of what it replaces.
        OfTree ///< One of very many that are flushed together later; replaces whatever has its name.
    };

    explicit OutputFile(const QString& path, Sort sort = Sort::Single);
    ~OutputFile();
    Q_DISABLE_COPY_MOVE(OutputFile)

    /// Errors here and below as writeFailure() tells them; after one the file does not appear.
    Result<void> open();
    Result<void> write(QByteArrayView bytes);
    Result<void> commit();

    /// Opens, writes and commits in one go.
    static Result<void> write(const QString& path, QByteArrayView bytes, Sort sort = Sort::Single);

private:
    Result<void> put(QByteArrayView bytes);
    Error failure(int cause);

    const QString m_path;
    const Sort m_sort;
    std::unique_ptr<UnfinishedFile> m_unfinished; ///< Absent for devices and pipes
    QByteArray m_waiting;
    std::optional<Error> m_failed;
    int m_fd = -1;
};
