#pragma once

#include "models/values/result.h"

#include <QByteArray>
#include <QByteArrayView>

#include <vector>

/// The second run of a packed file, as it stands in it: it can be taken over into another file.
struct PackedRest
{
    QByteArrayView run;
    quint32 crc = 0; ///< CRC-32 of what it inflates to
    qint64 size = 0; ///< Bytes it inflates to
};

/// The CRC-32 that gzip checks by.
quint32 crcOf(QByteArrayView bytes);

/// Compresses whole files with isa-l, which is several times as fast as others on the noise of a spectrum and
/// 3 % larger. One gzip member (RFC 1952) without name and time, so the same bytes give the same bytes. It is
/// made of two runs of deflated blocks: the first ends at a byte's boundary and the second does not lean on
/// it, so that another first run can be put before the second. Keeps its memory for the next file; not shared
/// between threads.
class GzipPacker
{
public:
    GzipPacker();

    /// Packs both parts into `packed`, and says where the second run lies in it.
    Result<PackedRest> pack(QByteArrayView head, QByteArrayView rest, QByteArray& packed);
    /// Packs `head` and puts a run behind it that pack() made of some rest: the same bytes as pack() with
    /// that rest.
    Result<PackedRest> splice(QByteArrayView head, const PackedRest& rest, QByteArray& packed);

private:
    Result<qsizetype> deflate(QByteArrayView bytes, bool last, char* to, qsizetype room);

    std::vector<unsigned char> m_tables;
};
