#pragma once

#include "models/values/result.h"

#include <QByteArrayView>

#include <memory>

struct libdeflate_decompressor;

/// The most bytes a file may have, before and after decompression: 512 MiB.
inline constexpr qsizetype largestFile = qsizetype(512) << 20;

/// True when the bytes begin like a gzip file, whatever the file is called.
bool isGzip(QByteArrayView bytes);

/// Decompresses gzip files and keeps its memory for the next one. Not shared between threads.
///
/// Strict: CRC-32 and length of every member are checked; several members are joined; anything behind the
/// last one is refused. The length a file claims is only a hint: memory grows with what is really there, and
/// no file may inflate to more than 16 MiB or 64 times its size, whichever is more, nor to more than
/// `largestFile`.
class Gunzip
{
public:
    Gunzip();
    ~Gunzip();

    /// The contents; valid until the next call. `file` is named in the error.
    Result<QByteArrayView> inflate(QByteArrayView bytes, const QString& file);

private:
    bool reserve(qsizetype size, qsizetype keep);
    void shrink();

    struct Deleter
    {
        void operator()(libdeflate_decompressor* decompressor) const;
    };
    std::unique_ptr<libdeflate_decompressor, Deleter> m_decompressor;
    std::unique_ptr<char[]> m_buffer;
    qsizetype m_capacity = 0;
};
