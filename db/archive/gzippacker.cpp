#include "db/archive/gzippacker.h"

#include <QCoreApplication>

#include <isa-l/igzip_lib.h>

namespace {
constexpr std::size_t frame = 1024; // gzip's header and trailer, and what incompressible blocks cost
}

GzipPacker::GzipPacker()
    : m_tables(ISAL_DEF_LVL1_DEFAULT)
{
}

Result<QByteArrayView> GzipPacker::packed(QByteArrayView bytes)
{
    const auto size = static_cast<std::size_t>(bytes.size());
    m_packed.resize(size + size / 64 + frame);
    isal_zstream stream {}; // isal_deflate_stateless_init() leaves hist_bits as it was
    isal_deflate_stateless_init(&stream);
    stream.level = 1;
    stream.level_buf = m_tables.data();
    stream.level_buf_size = static_cast<std::uint32_t>(m_tables.size());
    stream.gzip_flag = IGZIP_GZIP;
    stream.flush = NO_FLUSH;
    stream.end_of_stream = 1;
    // isa-l reads through a pointer to non-const bytes.
    stream.next_in = reinterpret_cast<std::uint8_t*>(const_cast<char*>(bytes.data()));
    stream.avail_in = static_cast<std::uint32_t>(size);
    stream.next_out = reinterpret_cast<std::uint8_t*>(m_packed.data());
    stream.avail_out = static_cast<std::uint32_t>(m_packed.size());
    if (const auto status = isal_deflate_stateless(&stream); status != COMP_OK)
        return Error {ErrorKind::Internal,
                      QCoreApplication::translate("GzipPacker", "A file could not be compressed."),
                      QStringLiteral("isa-l status %1").arg(status)};
    return QByteArrayView(m_packed.data(), static_cast<qsizetype>(stream.total_out));
}
