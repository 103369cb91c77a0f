#pragma once

#include "models/values/result.h"

#include <QByteArray>
#include <QByteArrayView>

#include <memory>
#include <vector>

struct inflate_state;

/// Reads the first bytes of files, gzipped or not, without reading and inflating the rest; what is compressed
/// is not checked, so a digest must tell whether the bytes are right. Keeps its memory for the next file; not
/// shared between threads.
class FileHead
{
public:
    FileHead();
    ~FileHead();

    /// The first `size` bytes of the contents; valid until the next call. Empty where they cannot be had.
    QByteArrayView read(const QString& path, qsizetype size);

private:
    std::unique_ptr<inflate_state> m_state;
    std::vector<char> m_packed;
    QByteArray m_plain;
};
