#include "plotting/thumbnail/palettepng.h"

#include <QtEndian>

#include <bit>
#include <cstring>
#include <isa-l/igzip_lib.h>
#include <libdeflate.h>

namespace {
static_assert(std::endian::native == std::endian::little, "packRow() takes pixels in pairs");

void putNumber(QByteArray& out, quint32 number)
{
    char bytes[4];
    qToBigEndian(number, bytes);
    out.append(bytes, 4);
}

/// A chunk of a PNG file: length, type, contents, CRC-32 of type and contents (PNG specification,
/// section 5.3).
void putChunk(QByteArray& out, const char* type, const QByteArray& contents)
{
    putNumber(out, static_cast<quint32>(contents.size()));
    const auto start = out.size();
    out.append(type, 4);
    out.append(contents);
    putNumber(out,
              libdeflate_crc32(0, out.constData() + start, static_cast<std::size_t>(out.size() - start)));
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

QByteArray imageHeader(QSize size)
{
    QByteArray header;
    putNumber(header, static_cast<quint32>(size.width()));
    putNumber(header, static_cast<quint32>(size.height()));
    header.append(char(4)); // bits for each pixel
    header.append(char(3)); // colours from a palette
    header.append(3, '\0'); // deflate, standard filters, not interlaced
    return header;
}
}

PalettePng::PalettePng(const std::array<QRgb, colours>& palette)
    : m_tables(ISAL_DEF_LVL1_DEFAULT)
{
    for (const auto colour : palette) {
        m_palette.append(static_cast<char>(qRed(colour)));
        m_palette.append(static_cast<char>(qGreen(colour)));
        m_palette.append(static_cast<char>(qBlue(colour)));
    }
}

/// The rows as a zlib stream (PNG specification, section 10.1).
QByteArray PalettePng::deflated()
{
    QByteArray packed(static_cast<qsizetype>(m_rows.size() + m_rows.size() / 64) + 1024, Qt::Uninitialized);
    isal_zstream stream {}; // isal_deflate_stateless_init() leaves hist_bits as it was
    isal_deflate_stateless_init(&stream);
    stream.level = 1;
    stream.level_buf = m_tables.data();
    stream.level_buf_size = static_cast<std::uint32_t>(m_tables.size());
    stream.gzip_flag = IGZIP_ZLIB;
    stream.flush = NO_FLUSH;
    stream.end_of_stream = 1;
    stream.next_in = m_rows.data();
    stream.avail_in = static_cast<std::uint32_t>(m_rows.size());
    stream.next_out = reinterpret_cast<std::uint8_t*>(packed.data());
    stream.avail_out = static_cast<std::uint32_t>(packed.size());
    isal_deflate_stateless(&stream); // cannot fail: there is room for incompressible rows
    packed.truncate(static_cast<qsizetype>(stream.total_out));
    return packed;
}

QByteArray PalettePng::encoded(std::span<const unsigned char> indices, QSize size)
{
    const auto width = static_cast<std::size_t>(size.width());
    const auto height = static_cast<std::size_t>(size.height());
    const auto stride = width / 2 + 1;
    m_rows.resize(stride * height);
    for (std::size_t y = 0; y < height; ++y) {
        auto* to = m_rows.data() + y * stride;
        *to = 0; // no filter
        packRow(indices.data() + y * width, width, to + 1);
    }
    const auto pixels = deflated();

    QByteArray png;
    png.reserve(pixels.size() + 200);
    png.append("\x89PNG\r\n\x1a\n", 8);
    putChunk(png, "IHDR", imageHeader(size));
    putChunk(png, "PLTE", m_palette);
    putChunk(png, "IDAT", pixels);
    putChunk(png, "IEND", {});
    return png;
}
