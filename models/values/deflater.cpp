#include "models/values/deflater.h"

#include "models/values/huffmancode.h"

#include <QtEndian>

#include <algorithm>
#include <bit>
#include <cstring>
#include <span>

// Compiled twice on x86-64, for shifts by any number of bits at once.
#if defined(__x86_64__) && defined(__GNUC__) && !defined(__clang__) && defined(__OPTIMIZE__)                 \
    && !defined(__SANITIZE_ADDRESS__)
#define SPECDESK_SHIFTS __attribute__((target_clones("bmi2", "default")))
#else
#define SPECDESK_SHIFTS
#endif

namespace {
constexpr qsizetype shortest = 3;
constexpr qsizetype longest = 258;
constexpr std::size_t endOfBlock = 256;
constexpr int longestCode = 14; // one less than allowed, so that four fit into what is written at once
constexpr int longestLengthCode = 7;

struct Range
{
    int first;
    int extraBits;
};

/// The codes 257 to 285 (RFC 1951, section 3.2.5).
constexpr std::array<Range, 29> lengthRanges {
    {{3, 0},  {4, 0},  {5, 0},  {6, 0},   {7, 0},   {8, 0},   {9, 0},   {10, 0},  {11, 1}, {13, 1},
     {15, 1}, {17, 1}, {19, 2}, {23, 2},  {27, 2},  {31, 2},  {35, 3},  {43, 3},  {51, 3}, {59, 3},
     {67, 4}, {83, 4}, {99, 4}, {115, 4}, {131, 5}, {163, 5}, {195, 5}, {227, 5}, {258, 0}}};

/// The place of each repeat's range among them, by its length.
constexpr auto rangeOfLength = [] {
    std::array<std::uint8_t, longest + 1> ranges {};
    for (std::size_t range = 0; range < lengthRanges.size(); ++range) {
        for (auto length = static_cast<std::size_t>(lengthRanges[range].first); length < ranges.size();
             ++length)
            ranges[length] = static_cast<std::uint8_t>(range);
    }
    return ranges;
}();

std::uint64_t wordAt(const char* bytes)
{
    return qFromLittleEndian<quint64>(bytes);
}

/// How far two texts are the same, at most `most` bytes.
qsizetype commonBytes(const char* left, const char* right, qsizetype most)
{
    qsizetype count = 0;
    for (; count + 8 <= most; count += 8) {
        if (const auto differing = wordAt(left + count) ^ wordAt(right + count))
            return count + std::countr_zero(differing) / 8;
    }
    while (count < most && left[count] == right[count])
        ++count;
    return count;
}

/// A length of a code as the header writes it, or how often the last one or 0 is repeated.
struct LengthSymbol
{
    std::uint8_t symbol = 0;
    std::uint8_t extraBits = 0;
    std::uint8_t extra = 0;
};

/// Section 3.2.7; returns how many.
std::size_t lengthSymbols(std::span<const std::uint8_t> lengths, LengthSymbol* symbols)
{
    std::size_t count = 0;
    for (std::size_t at = 0; at < lengths.size();) {
        std::size_t same = 1;
        while (at + same < lengths.size() && lengths[at + same] == lengths[at])
            ++same;
        const auto length = lengths[at];
        at += same;
        if (length != 0) {
            symbols[count++] = {length};
            --same;
        }
        while (same >= 3) {
            const auto most = length != 0 ? std::size_t(6) : same > 10 ? std::size_t(138) : std::size_t(10);
            const auto taken = std::min(same, most);
            if (length != 0)
                symbols[count++] = {16, 2, static_cast<std::uint8_t>(taken - 3)};
            else if (taken > 10)
                symbols[count++] = {18, 7, static_cast<std::uint8_t>(taken - 11)};
            else
                symbols[count++] = {17, 3, static_cast<std::uint8_t>(taken - 3)};
            same -= taken;
        }
        for (; same > 0; --same)
            symbols[count++] = {length};
    }
    return count;
}
}

Deflater::Deflater(const Manner& manner)
    : m_manner(manner)
{
    // The codes of distances: two of each number of extra bits from 5 on (section 3.2.5).
    int first = 1;
    for (int code = 0;; ++code) {
        const int extraBits = std::max(0, code / 2 - 1);
        if (manner.distance < first + (1 << extraBits)) {
            m_distanceCode = code;
            m_distanceBits = extraBits;
            m_distanceExtra = static_cast<std::uint64_t>(manner.distance - first);
            return;
        }
        first += 1 << extraBits;
    }
}

qsizetype Deflater::mostBytes(qsizetype size)
{
    return size + size / 32 + 1024; // the code of a block takes less than 300 bytes, 8 may follow
}

void Deflater::put(std::uint64_t bits, int count)
{
    m_bits |= bits << m_bitCount;
    m_bitCount += count;
}

/// Writes whole bytes; seven bits at most stay.
void Deflater::flush()
{
    qToLittleEndian<quint64>(m_bits, m_to);
    m_to += m_bitCount / 8;
    m_bits >>= m_bitCount & ~7;
    m_bitCount &= 7;
}

void Deflater::addPiece(const char* bytes, qsizetype from, qsizetype literals, qsizetype repeat)
{
    const auto* byte = reinterpret_cast<const unsigned char*>(bytes + from);
    const auto* const end = byte + literals;
    for (; byte + 4 <= end; byte += 4) { // four tables, as the same byte often follows itself
        ++m_byteCounts[0][byte[0]];
        ++m_byteCounts[1][byte[1]];
        ++m_byteCounts[2][byte[2]];
        ++m_byteCounts[3][byte[3]];
    }
    for (; byte < end; ++byte)
        ++m_byteCounts[0][*byte];
    do {
        auto length = std::min(repeat, longest);
        if (repeat > longest && repeat - length < shortest)
            length -= shortest;
        m_pieces.push_back({static_cast<std::uint32_t>(literals), static_cast<std::uint32_t>(length)});
        if (length > 0)
            ++m_counts[endOfBlock + 1 + rangeOfLength[static_cast<std::size_t>(length)]];
        repeat -= length;
        literals = 0;
    } while (repeat > 0);
}

/// Finds what repeats in a block.
void Deflater::split(const char* bytes, qsizetype from, qsizetype end)
{
    constexpr qsizetype compared = 4;
    const qsizetype distance = m_manner.distance;
    const qsizetype step = m_manner.step;
    const auto aligned = [step](qsizetype at) { return (at + step - 1) / step * step; };
    m_pieces.clear();
    m_counts.fill(0);
    for (auto& counts : m_byteCounts)
        counts.fill(0);
    auto begin = from; // of the literals
    for (auto at = aligned(std::max(from, distance)); at + compared <= end;) {
        if (std::memcmp(bytes + at, bytes + at - distance, compared) != 0) {
            at += step;
            continue;
        }
        const auto repeat = compared
            + commonBytes(bytes + at + compared, bytes + at + compared - distance, end - at - compared);
        addPiece(bytes, begin, at - begin, repeat);
        begin = at + repeat;
        at = aligned(begin);
    }
    addPiece(bytes, begin, end - begin, 0);
    for (std::size_t byte = 0; byte < 256; ++byte)
        m_counts[byte] =
            m_byteCounts[0][byte] + m_byteCounts[1][byte] + m_byteCounts[2][byte] + m_byteCounts[3][byte];
    m_counts[endOfBlock] = 1;
}

/// Begins a block with a code of its own (section 3.2.7).
void Deflater::putHeader(bool last)
{
    static constexpr std::array<std::uint8_t, 19> order {16, 17, 18, 0, 8,  7, 9,  6, 10, 5,
                                                         11, 4,  12, 3, 13, 2, 14, 1, 15};
    auto bytes = m_lengths.size();
    while (bytes > endOfBlock + 1 && m_lengths[bytes - 1] == 0)
        --bytes;
    std::array<std::uint8_t, symbols + 30> lengths {};
    std::copy_n(m_lengths.begin(), bytes, lengths.begin());
    lengths[bytes + static_cast<std::size_t>(m_distanceCode)] = 1; // the only one: the bit 0
    const auto all = bytes + static_cast<std::size_t>(m_distanceCode) + 1;
    std::array<LengthSymbol, symbols + 30> written;
    const auto count = lengthSymbols(std::span(lengths).first(all), written.data());
    std::array<std::uint32_t, 19> counts {};
    for (std::size_t i = 0; i < count; ++i)
        ++counts[written[i].symbol];
    std::array<std::uint8_t, 19> codeLengths;
    std::array<std::uint16_t, 19> codes;
    findCodeLengths(counts, longestLengthCode, codeLengths.data());
    findCodes(codeLengths, codes.data());
    std::size_t shown = order.size();
    while (shown > 4 && codeLengths[order[shown - 1]] == 0)
        --shown;
    put(last ? 1 : 0, 1);
    put(2, 2);
    put(bytes - 257, 5);
    put(static_cast<std::uint64_t>(m_distanceCode), 5);
    put(shown - 4, 4);
    flush();
    for (std::size_t i = 0; i < shown; ++i) {
        put(codeLengths[order[i]], 3);
        flush();
    }
    for (std::size_t i = 0; i < count; ++i) {
        put(codes[written[i].symbol], codeLengths[written[i].symbol]);
        put(written[i].extra, written[i].extraBits);
        flush();
    }
}

SPECDESK_SHIFTS void Deflater::putPieces(const char* bytes)
{
    struct Code
    {
        std::uint32_t bits;
        int count;
    };
    std::array<Code, symbols> table;
    for (std::size_t symbol = 0; symbol < symbols; ++symbol)
        table[symbol] = {m_codes[symbol], m_lengths[symbol]};
    const auto* byte = reinterpret_cast<const unsigned char*>(bytes);
    auto pending = m_bits;
    auto pendingCount = m_bitCount;
    auto* to = m_to;
    const auto add = [&](Code code) {
        pending |= std::uint64_t(code.bits) << pendingCount;
        pendingCount += code.count;
    };
    const auto write = [&] {
        qToLittleEndian<quint64>(pending, to);
        to += pendingCount / 8;
        pending >>= pendingCount & ~7;
        pendingCount &= 7;
    };
    for (const auto& piece : m_pieces) {
        const auto* const end = byte + piece.literals;
        for (; byte + 4 <= end; byte += 4) { // 56 bits at most, upon seven
            add(table[byte[0]]);
            add(table[byte[1]]);
            add(table[byte[2]]);
            add(table[byte[3]]);
            write();
        }
        for (; byte < end; ++byte) {
            add(table[*byte]);
            write();
        }
        if (piece.repeat == 0)
            continue;
        const std::size_t range = rangeOfLength[piece.repeat];
        add(table[endOfBlock + 1 + range]);
        add({piece.repeat - static_cast<std::uint32_t>(lengthRanges[range].first),
             lengthRanges[range].extraBits});
        add({static_cast<std::uint32_t>(m_distanceExtra) << 1,
             1 + m_distanceBits}); // behind the code's bit 0
        write();
        byte += piece.repeat;
    }
    add(table[endOfBlock]);
    write();
    m_bits = pending;
    m_bitCount = pendingCount;
    m_to = to;
}

qsizetype Deflater::deflate(QByteArrayView bytes, bool last, char* to)
{
    m_to = to;
    m_bits = 0;
    m_bitCount = 0;
    qsizetype from = 0;
    do {
        const auto end = std::min(from + m_manner.blockBytes, bytes.size());
        split(bytes.data(), from, end);
        findCodeLengths(m_counts, longestCode, m_lengths.data());
        findCodes(m_lengths, m_codes.data());
        putHeader(last && end == bytes.size());
        putPieces(bytes.data() + from);
        from = end;
    } while (from < bytes.size());
    if (!last)
        put(0, 3); // an empty stored block ends at a byte's boundary
    flush();
    if (m_bitCount > 0) {
        m_bitCount = 8;
        flush();
    }
    if (!last) {
        std::memcpy(m_to, "\0\0\xff\xff", 4);
        m_to += 4;
    }
    return m_to - to;
}
