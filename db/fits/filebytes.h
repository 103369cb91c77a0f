#pragma once

#include "models/values/result.h"

#include <QByteArrayView>

#include <memory>

/// Reads whole files and keeps its memory for the next one. Not shared between threads.
class FileBytes
{
public:
    /// The file's bytes, valid until the next call; at most `largestFile`.
    Result<QByteArrayView> read(const QString& path);

private:
    std::unique_ptr<char[]> m_buffer;
    qint64 m_capacity = 0;
};
