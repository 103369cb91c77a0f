#include "db/fits/filehead.h"

#include "db/fits/gunzip.h"

#include <QFile>

#include <fcntl.h>
#include <isa-l/igzip_lib.h>
#include <unistd.h>

namespace {
constexpr std::size_t pieceBytes = std::size_t(1) << 14; // a LAMOST header takes 4 kB
}

FileHead::FileHead()
    : m_state(std::make_unique<inflate_state>())
    , m_packed(pieceBytes)
{
}

FileHead::~FileHead() = default;

QByteArrayView FileHead::read(const QString& path, qsizetype size)
{
    const int file =
        ::open(QFile::encodeName(path).constData(), O_RDONLY | O_CLOEXEC | O_NONBLOCK | O_NOCTTY);
    if (file < 0)
        return {};
    m_plain.resize(size);
    auto& state = *m_state;
    isal_inflate_init(&state);
    state.crc_flag = ISAL_GZIP;
    state.next_out = reinterpret_cast<std::uint8_t*>(m_plain.data());
    state.avail_out = static_cast<std::uint32_t>(size);
    bool isPacked = false;
    bool goesOn = true;
    qsizetype filled = 0;
    for (bool first = true; goesOn && filled < size; first = false) {
        const auto got = ::read(file, m_packed.data(), m_packed.size());
        const QByteArrayView piece(m_packed.data(), std::max<qsizetype>(0, got));
        isPacked = first ? isGzip(piece) : isPacked;
        if (isPacked) {
            state.next_in = reinterpret_cast<std::uint8_t*>(m_packed.data());
            state.avail_in = static_cast<std::uint32_t>(piece.size());
            goesOn =
                got > 0 && isal_inflate(&state) == ISAL_DECOMP_OK && state.block_state != ISAL_BLOCK_FINISH;
            filled = size - static_cast<qsizetype>(state.avail_out);
        } else {
            goesOn = got > 0;
            const auto taken = std::min(piece.size(), size - filled);
            std::copy_n(piece.data(), taken, m_plain.data() + filled);
            filled += taken;
        }
    }
    ::close(file);
    return filled == size ? QByteArrayView(m_plain) : QByteArrayView();
}
