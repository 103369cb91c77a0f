#include "db/archive/gzippacker.h"

#include <QtEndian>

#include <cstring>
#include <libdeflate.h>
#include <zlib.h>

namespace {
constexpr char gzipHead[] {'\x1f', '\x8b', 8, 0, 0, 0, 0, 0, 0, '\xff'}; // no name, no time, system unknown
constexpr qsizetype headBytes = sizeof gzipHead;
constexpr qsizetype trailerBytes = 8;

/// Ends the member behind `end` bytes.
void putTrailer(QByteArray& packed, qsizetype end, QByteArrayView head, const PackedRest& rest)
{
    const auto crc = crc32_combine(crcOf(head), rest.crc, static_cast<z_off_t>(rest.size));
    packed.truncate(end + trailerBytes);
    qToLittleEndian(static_cast<quint32>(crc), packed.data() + end);
    qToLittleEndian(static_cast<quint32>(head.size() + rest.size), packed.data() + end + 4);
}
}

quint32 crcOf(QByteArrayView bytes)
{
    return libdeflate_crc32(0, bytes.data(), static_cast<std::size_t>(bytes.size()));
}

PackedRest GzipPacker::pack(QByteArrayView head, QByteArrayView rest, QByteArray& packed)
{
    packed.resize(headBytes + Deflater::mostBytes(head.size()) + Deflater::mostBytes(rest.size())
                  + trailerBytes);
    std::memcpy(packed.data(), gzipHead, headBytes);
    const auto restAt = headBytes + m_deflater.deflate(head, false, packed.data() + headBytes);
    const auto size = m_deflater.deflate(rest, true, packed.data() + restAt);
    PackedRest done {{}, crcOf(rest), rest.size()};
    putTrailer(packed, restAt + size, head, done);
    done.run = QByteArrayView(packed).sliced(restAt, size);
    return done;
}

PackedRest GzipPacker::splice(QByteArrayView head, const PackedRest& rest, QByteArray& packed)
{
    packed.resize(headBytes + Deflater::mostBytes(head.size()) + rest.run.size() + trailerBytes);
    std::memcpy(packed.data(), gzipHead, headBytes);
    const auto restAt = headBytes + m_deflater.deflate(head, false, packed.data() + headBytes);
    std::memcpy(packed.data() + restAt, rest.run.data(), static_cast<std::size_t>(rest.run.size()));
    auto done = rest;
    putTrailer(packed, restAt + rest.run.size(), head, done);
    done.run = QByteArrayView(packed).sliced(restAt, rest.run.size());
    return done;
}
