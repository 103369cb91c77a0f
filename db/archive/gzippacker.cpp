#include "db/archive/gzippacker.h"

#include <QCoreApplication>
#include <QtEndian>

#include <cstring>
#include <isa-l/igzip_lib.h>
#include <libdeflate.h>
#include <zlib.h>

namespace {
constexpr qsizetype slack = 1024; // what incompressible blocks cost beyond a 64th
constexpr char gzipHead[] {'\x1f', '\x8b', 8, 0, 0, 0, 0, 0, 0, '\xff'}; // no name, no time, system unknown
constexpr qsizetype headBytes = sizeof gzipHead;
constexpr qsizetype trailerBytes = 8;

qsizetype mostBytes(qsizetype size)
{
    return size + size / 64 + slack;
}

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

GzipPacker::GzipPacker()
    : m_tables(ISAL_DEF_LVL1_DEFAULT)
{
}

/// One run; all but the last end with an empty stored block, which fills a byte up.
Result<qsizetype> GzipPacker::deflate(QByteArrayView bytes, bool last, char* to, qsizetype room)
{
    isal_zstream stream {}; // isal_deflate_stateless_init() leaves hist_bits as it was
    isal_deflate_stateless_init(&stream);
    stream.level = 1;
    stream.level_buf = m_tables.data();
    stream.level_buf_size = static_cast<std::uint32_t>(m_tables.size());
    stream.gzip_flag = IGZIP_DEFLATE;
    stream.flush = last ? NO_FLUSH : FULL_FLUSH;
    stream.end_of_stream = last ? 1 : 0;
    // isa-l reads through a pointer to non-const bytes.
    stream.next_in = reinterpret_cast<std::uint8_t*>(const_cast<char*>(bytes.data()));
    stream.avail_in = static_cast<std::uint32_t>(bytes.size());
    stream.next_out = reinterpret_cast<std::uint8_t*>(to);
    stream.avail_out = static_cast<std::uint32_t>(room);
    if (const auto status = isal_deflate_stateless(&stream); status != COMP_OK)
        return Error {ErrorKind::Internal,
                      QCoreApplication::translate("GzipPacker", "A file could not be compressed."),
                      QStringLiteral("isa-l status %1").arg(status)};
    return static_cast<qsizetype>(stream.total_out);
}

Result<PackedRest> GzipPacker::pack(QByteArrayView head, QByteArrayView rest, QByteArray& packed)
{
    packed.resize(headBytes + mostBytes(head.size()) + mostBytes(rest.size()) + trailerBytes);
    std::memcpy(packed.data(), gzipHead, headBytes);
    const auto first = deflate(head, false, packed.data() + headBytes, mostBytes(head.size()));
    if (!first)
        return first.error();
    const auto restAt = headBytes + first.value();
    const auto second = deflate(rest, true, packed.data() + restAt, mostBytes(rest.size()));
    if (!second)
        return second.error();
    PackedRest done {{}, crcOf(rest), rest.size()};
    putTrailer(packed, restAt + second.value(), head, done);
    done.run = QByteArrayView(packed).sliced(restAt, second.value());
    return done;
}

Result<PackedRest> GzipPacker::splice(QByteArrayView head, const PackedRest& rest, QByteArray& packed)
{
    packed.resize(headBytes + mostBytes(head.size()) + rest.run.size() + trailerBytes);
    std::memcpy(packed.data(), gzipHead, headBytes);
    const auto first = deflate(head, false, packed.data() + headBytes, mostBytes(head.size()));
    if (!first)
        return first.error();
    const auto restAt = headBytes + first.value();
    std::memcpy(packed.data() + restAt, rest.run.data(), static_cast<std::size_t>(rest.run.size()));
    auto done = rest;
    putTrailer(packed, restAt + rest.run.size(), head, done);
    done.run = QByteArrayView(packed).sliced(restAt, rest.run.size());
    return done;
}
