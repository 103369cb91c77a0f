#include "models/values/deflater.h"

#include <isa-l/igzip_lib.h>

namespace {
constexpr qsizetype slack = 1024; // what incompressible blocks cost beyond a 64th
}

Deflater::Deflater()
    : m_tables(ISAL_DEF_LVL1_DEFAULT)
{
}

qsizetype Deflater::mostBytes(qsizetype size)
{
    return size + size / 64 + slack;
}

qsizetype Deflater::deflate(QByteArrayView bytes, bool last, char* to)
{
    isal_zstream stream {}; // isal_deflate_stateless_init() leaves hist_bits as it was
    isal_deflate_stateless_init(&stream);
    stream.level = 1;
    stream.level_buf = m_tables.data();
    stream.level_buf_size = static_cast<std::uint32_t>(m_tables.size());
    stream.gzip_flag = IGZIP_DEFLATE;
    stream.flush = last ? NO_FLUSH : FULL_FLUSH; // ends with an empty stored block, which fills a byte up
    stream.end_of_stream = last ? 1 : 0;
    // isa-l reads through a pointer to non-const bytes.
    stream.next_in = reinterpret_cast<std::uint8_t*>(const_cast<char*>(bytes.data()));
    stream.avail_in = static_cast<std::uint32_t>(bytes.size());
    stream.next_out = reinterpret_cast<std::uint8_t*>(to);
    stream.avail_out = static_cast<std::uint32_t>(mostBytes(bytes.size()));
    if (const auto status = isal_deflate_stateless(&stream); status != COMP_OK)
        qFatal("isa-l could not compress: %d", status); // with this much room it can
    return static_cast<qsizetype>(stream.total_out);
}
