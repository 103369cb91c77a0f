#include "plotting/thumbnail/palettepng.h"

#include <QtEndian>

#include <bit>
#include <cstring>
#include <libdeflate.h>
#include <zlib.h>

namespace {
static_assert(std::endian::native == std::endian::little, "packRow() takes pixels in pairs");

constexpr qsizetype chunkFrame = 12; // length, type, CRC-32
constexpr qsizetype beforeContents = 8; // length, type
constexpr char zlibHead[] {'\x78', '\x01'}; // deflate, the fastest effort

void putNumber(QByteArray& out, quint32 number)
{
    char bytes[4];
    qToBigEndian(number, bytes);
    out.append(bytes, 4);
}

/// Puts length and CRC-32 to the chunk whose contents end here (PNG specification, section 5.3).
void endChunk(QByteArray& out, qsizetype start)
{
    const auto size = out.size() - start - beforeContents;
    qToBigEndian(static_cast<quint32>(size), out.data() + start);
    putNumber(out, libdeflate_crc32(0, out.constData() + start + 4, static_cast<std::size_t>(size + 4)));
}

void beginChunk(QByteArray& out, const char* type)
{
    putNumber(out, 0);
    out.append(type, 4);
}

using Pairs = std::uint16_t __attribute__((vector_size(16)));
using Packed = std::uint8_t __attribute__((vector_size(8)));

/// Two pixels a byte, the left one in the upper half; sixteen at a time.
void packRow(const unsigned char* from, std::size_t width, unsigned char* to)
{
    std::size_t x = 0;
    for (; x + 16 <= width; x += 16) {
        Pairs pairs; // of pixels, the left one in the lower byte
        std::memcpy(&pairs, from + x, sizeof pairs);
        const auto packed = __builtin_convertvector(pairs << 4 | pairs >> 8, Packed);
        std::memcpy(to + x / 2, &packed, sizeof packed);
    }
    for (; x < width; x += 2)
        to[x / 2] = static_cast<unsigned char>(from[x] << 4 | from[x + 1]);
}

QByteArrayView viewOf(const unsigned char* bytes, std::size_t size)
{
    return {reinterpret_cast<const char*>(bytes), static_cast<qsizetype>(size)};
}

/// Appends a run of deflated blocks.
void deflateInto(QByteArray& out, Deflater& deflater, QByteArrayView bytes, bool last)
{
    const auto at = out.size();
    out.resize(at + Deflater::mostBytes(bytes.size()));
    out.truncate(at + deflater.deflate(bytes, last, out.data() + at));
}
}

PalettePng::PalettePng(const std::array<QRgb, colours>& palette, QSize size, int headRows)
    : m_stride(static_cast<std::size_t>(size.width()) / 2 + 1)
    , m_headRows(static_cast<std::size_t>(headRows))
    , m_rowCount(static_cast<std::size_t>(size.height()))
    , m_begin("\x89PNG\r\n\x1a\n", 8)
    , m_inflater(libdeflate_alloc_decompressor(), &libdeflate_free_decompressor)
    , m_rows(m_stride * m_rowCount)
{
    auto start = m_begin.size();
    beginChunk(m_begin, "IHDR");
    putNumber(m_begin, static_cast<quint32>(size.width()));
    putNumber(m_begin, static_cast<quint32>(size.height()));
    m_begin.append(char(4)); // bits for each pixel
    m_begin.append(char(3)); // colours from a palette
    m_begin.append(3, '\0'); // deflate, standard filters, not interlaced
    endChunk(m_begin, start);
    start = m_begin.size();
    beginChunk(m_begin, "PLTE");
    for (const auto colour : palette) {
        m_begin.append(static_cast<char>(qRed(colour)));
        m_begin.append(static_cast<char>(qGreen(colour)));
        m_begin.append(static_cast<char>(qBlue(colour)));
    }
    endChunk(m_begin, start);
}

/// The first rows of the picture as they are compressed, without filter.
void PalettePng::packRows(std::span<const unsigned char> indices, std::size_t count)
{
    const auto width = 2 * (m_stride - 1);
    for (std::size_t y = 0; y < count; ++y) {
        auto* to = m_rows.data() + y * m_stride;
        *to = 0;
        packRow(indices.data() + y * width, width, to + 1);
    }
}

/// The upper rows as a chunk: a zlib stream's begin (PNG specification, section 10.1).
QByteArray PalettePng::headChunk()
{
    QByteArray chunk;
    beginChunk(chunk, "IDAT");
    chunk.append(zlibHead, sizeof zlibHead);
    deflateInto(chunk, m_deflater, viewOf(m_rows.data(), m_stride * m_headRows), false);
    endChunk(chunk, 0);
    return chunk;
}

/// The whole file: the stream goes on from chunk to chunk, and its end is a chunk of its own.
QByteArray PalettePng::joined(const QByteArray& headChunk, QByteArrayView restChunk, quint32 restSum) const
{
    const auto headSum = libdeflate_adler32(1, m_rows.data(), m_stride * m_headRows);
    const auto restBytes = static_cast<z_off_t>(m_stride * (m_rowCount - m_headRows));
    QByteArray png;
    png.reserve(m_begin.size() + headChunk.size() + restChunk.size() + 3 * chunkFrame);
    png += m_begin;
    png += headChunk;
    png += restChunk;
    auto start = png.size();
    beginChunk(png, "IDAT");
    putNumber(png, static_cast<quint32>(adler32_combine(headSum, restSum, restBytes)));
    endChunk(png, start);
    start = png.size();
    beginChunk(png, "IEND");
    endChunk(png, start);
    return png;
}

QByteArray PalettePng::encoded(std::span<const unsigned char> indices)
{
    packRows(indices, m_rowCount);
    const auto* rest = m_rows.data() + m_stride * m_headRows;
    const auto restBytes = m_stride * (m_rowCount - m_headRows);
    QByteArray chunk;
    beginChunk(chunk, "IDAT");
    deflateInto(chunk, m_deflater, viewOf(rest, restBytes), true);
    endChunk(chunk, 0);
    return joined(headChunk(), chunk, libdeflate_adler32(1, rest, restBytes));
}

std::optional<QByteArray> PalettePng::withHead(std::span<const unsigned char> headIndices,
                                               const QByteArray& before)
{
    const auto chunkAt = [&before](qsizetype at) -> QByteArrayView {
        if (at + chunkFrame > before.size() || QByteArrayView(before).sliced(at + 4, 4) != "IDAT")
            return {};
        const auto size = qsizetype(qFromBigEndian<quint32>(before.constData() + at)) + chunkFrame;
        return size <= before.size() - at ? QByteArrayView(before).sliced(at, size) : QByteArrayView();
    };
    const auto head = chunkAt(m_begin.size());
    const auto rest = chunkAt(m_begin.size() + head.size());
    if (!before.startsWith(m_begin) || head.isEmpty() || rest.isEmpty())
        return {};
    auto* rows = m_rows.data() + m_stride * m_headRows;
    const auto restBytes = m_stride * (m_rowCount - m_headRows);
    if (!m_inflater
        || libdeflate_deflate_decompress(m_inflater.get(), rest.data() + beforeContents,
                                         static_cast<std::size_t>(rest.size() - chunkFrame), rows, restBytes,
                                         nullptr)
            != LIBDEFLATE_SUCCESS)
        return {};
    packRows(headIndices, m_headRows);
    return joined(headChunk(), rest, libdeflate_adler32(1, rows, restBytes));
}
