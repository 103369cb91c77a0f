#pragma once

#include "models/values/deflater.h"

#include <QByteArray>
#include <QByteArrayView>

/// The second run of a packed file, as it stands in it: it can be taken over into another file.
struct PackedRest
{
    QByteArrayView run;
    quint32 crc = 0; ///< CRC-32 of what it inflates to
    qint64 size = 0; ///< Bytes it inflates to
};

/// The CRC-32 that gzip checks by.
quint32 crcOf(QByteArrayView bytes);

/// Compresses FITS files, each as one gzip member (RFC 1952) without name and time, so that the same bytes
/// give the same bytes. It is made of two runs of deflated blocks, one of a header's cards and one of
/// numbers: the first ends at a byte's boundary and the second does not lean on it, so that another first run
/// can be put before the second. Keeps its memory for the next file; not shared between threads.
class GzipPacker
{
public:
    /// Packs both parts into `packed`, and says where the second run lies in it.
    PackedRest pack(QByteArrayView head, QByteArrayView rest, QByteArray& packed);
    /// Packs `head` and puts a run behind it that pack() made of some rest: the same bytes as pack() with
    /// that rest.
    PackedRest splice(QByteArrayView head, const PackedRest& rest, QByteArray& packed);

private:
    Deflater m_deflater;
};
