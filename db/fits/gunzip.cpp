#include "db/fits/gunzip.h"

#include "db/fits/refusal.h"

#include <QCoreApplication>
#include <QtEndian>

#include <cstring>
#include <libdeflate.h>

using namespace Qt::Literals::StringLiterals;

namespace {
constexpr qsizetype alwaysAllowed = qsizetype(16) << 20;
constexpr qsizetype mostTimesLarger = 64; // survey spectra shrink 2 to 10 times
constexpr qsizetype keptBetweenFiles = qsizetype(4) << 20;
constexpr qsizetype smallestMember = 18;
constexpr qsizetype slack = 1024; // libdeflate goes slowly where less room is left

/// RFC 1952 leaves these header bytes outside the CRC; what no gzip writes there is damage.
bool headerIsPlausible(QByteArrayView bytes)
{
    const auto at = [bytes](qsizetype index) { return static_cast<unsigned char>(bytes[index]); };
    const bool knownFlags = (at(3) & 0xe1) == 0;
    const bool knownEffort = at(8) == 0 || at(8) == 2 || at(8) == 4;
    const bool knownSystem = at(9) <= 13 || at(9) == 255;
    return isGzip(bytes) && at(2) == 8 && knownFlags && knownEffort && knownSystem;
}

Error damaged(const QString& file, const QString& detail)
{
    return refusal(file,
                   QCoreApplication::translate(
                       "Gunzip", "%1 is damaged or cut off: its compressed contents do not add up."),
                   detail);
}
}

bool isGzip(QByteArrayView bytes)
{
    return bytes.size() >= 2 && bytes[0] == '\x1f' && bytes[1] == '\x8b';
}

void Gunzip::Deleter::operator()(libdeflate_decompressor* decompressor) const
{
    libdeflate_free_decompressor(decompressor);
}

Gunzip::Gunzip()
    : m_decompressor(libdeflate_alloc_decompressor())
{
}

Gunzip::~Gunzip() = default;

/// Makes room for `size` bytes; the first `keep` of them survive.
bool Gunzip::reserve(qsizetype size, qsizetype keep)
{
    if (size <= m_capacity)
        return true;
    if (keep == 0)
        m_buffer.reset(); // so that old and new do not add up
    std::unique_ptr<char[]> larger(new (std::nothrow) char[static_cast<std::size_t>(size)]);
    if (!larger)
        return false;
    if (keep > 0)
        std::memcpy(larger.get(), m_buffer.get(), static_cast<std::size_t>(keep));
    m_buffer = std::move(larger);
    m_capacity = size;
    return true;
}

void Gunzip::shrink()
{
    if (m_capacity > keptBetweenFiles) {
        m_buffer.reset();
        m_capacity = 0;
    }
}

Result<QByteArrayView> Gunzip::inflate(QByteArrayView bytes, const QString& file)
{
    shrink();
    if (bytes.size() < smallestMember || !headerIsPlausible(bytes))
        return damaged(file, u"no complete gzip header"_s);
    const auto limit = std::min(largestFile, std::max(alwaysAllowed, mostTimesLarger * bytes.size()));
    const qsizetype claimed = qFromLittleEndian<quint32>(bytes.data() + bytes.size() - 4);
    qsizetype room =
        std::clamp(claimed + slack, std::min(bytes.size(), limit), std::min(limit, 8 * bytes.size() + 65536));
    qsizetype filled = 0;
    while (!bytes.isEmpty()) {
        if (!headerIsPlausible(bytes.size() < smallestMember ? QByteArrayView("\0\0\0\0\0\0\0\0\0\0", 10)
                                                             : bytes))
            return damaged(file, u"unknown bytes behind the last gzip member"_s);
        if (!m_decompressor || !reserve(room, filled))
            return Error {ErrorKind::Internal,
                          QCoreApplication::translate("Gunzip", "There is not enough memory to read a file."),
                          file};
        std::size_t taken = 0;
        std::size_t given = 0;
        const auto status = libdeflate_gzip_decompress_ex(
            m_decompressor.get(), bytes.data(), static_cast<std::size_t>(bytes.size()),
            m_buffer.get() + filled, static_cast<std::size_t>(room - filled), &taken, &given);
        if (status == LIBDEFLATE_INSUFFICIENT_SPACE) {
            if (room >= limit)
                return refusal(
                    file,
                    QCoreApplication::translate("Gunzip", "%1 unpacks to far more than a spectrum can be."),
                    u"limit %1 bytes"_s.arg(limit));
            room = std::min(limit, 2 * room);
            continue;
        }
        if (status != LIBDEFLATE_SUCCESS)
            return damaged(file, u"libdeflate status %1 after %2 bytes"_s.arg(status).arg(filled));
        filled += static_cast<qsizetype>(given);
        bytes = bytes.sliced(static_cast<qsizetype>(taken));
        if (room == filled && !bytes.isEmpty())
            room = std::min(limit, 2 * room + 65536);
    }
    return QByteArrayView(m_buffer.get(), filled);
}
