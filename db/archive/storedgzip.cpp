#include "db/archive/storedgzip.h"

#include <QtEndian>

#include <libdeflate.h>

namespace {
constexpr qsizetype largestBlock = 65535; // of deflate's stored blocks
}

StoredGzip::StoredGzip(const QString& path, Frame frame)
    : m_file(path)
    , m_frame(frame)
{
    m_block.reserve(largestBlock);
}

bool StoredGzip::open(OpenMode mode)
{
    if (!m_file.open(QIODevice::WriteOnly)) {
        setErrorString(m_file.errorString());
        return false;
    }
    // RFC 1952: deflate, no name, no time, system unknown.
    return QIODevice::open(mode | QIODevice::Unbuffered)
        && (m_frame == Frame::None || put(QByteArrayView("\x1f\x8b\x08\x00\x00\x00\x00\x00\x00\xff", 10)));
}

bool StoredGzip::put(QByteArrayView bytes)
{
    m_digest.add(bytes);
    m_sum.size += bytes.size();
    if (m_file.write(bytes.data(), bytes.size()) == bytes.size())
        return true;
    setErrorString(m_file.errorString());
    return false;
}

bool StoredGzip::putBlock(bool last)
{
    char head[5] {last ? '\1' : '\0'};
    qToLittleEndian(static_cast<quint16>(m_block.size()), head + 1);
    qToLittleEndian(static_cast<quint16>(~m_block.size()), head + 3);
    const bool done = put(QByteArrayView(head, 5)) && put(m_block);
    m_block.resize(0);
    return done;
}

qint64 StoredGzip::writeData(const char* bytes, qint64 size)
{
    if (m_frame == Frame::None)
        return put(QByteArrayView(bytes, size)) ? size : -1;
    m_crc = libdeflate_crc32(m_crc, bytes, static_cast<std::size_t>(size));
    m_contents += static_cast<quint32>(size);
    for (qint64 at = 0; at < size;) {
        const auto part = std::min<qint64>(size - at, largestBlock - m_block.size());
        m_block.append(bytes + at, part);
        at += part;
        if (m_block.size() == largestBlock && !putBlock(false))
            return -1;
    }
    return size;
}

bool StoredGzip::finish()
{
    char end[8];
    qToLittleEndian(m_crc, end);
    qToLittleEndian(m_contents, end + 4);
    bool done = m_frame == Frame::None || (putBlock(true) && put(QByteArrayView(end, 8)));
    done = done && m_file.flush();
    m_sum.sha256 = m_digest.hex();
    m_file.close();
    done = done && m_file.error() == QFileDevice::NoError;
    QIODevice::close();
    return done;
}
