#include "models/values/huffmancode.h"

#include <algorithm>
#include <array>
#include <bit>

namespace {
constexpr std::size_t mostSymbols = 288;
constexpr int longestCode = 15;

/// Symbols that occur by their number, fewest first; the symbol is in the lower ten bits.
constexpr std::uint32_t symbolMask = 0x3ff;
constexpr int symbolBits = 10;

std::size_t sorted(std::span<const std::uint32_t> counts, std::uint32_t* order)
{
    std::array<std::uint32_t, mostSymbols> other;
    std::size_t used = 0;
    std::uint32_t largest = 0;
    for (std::size_t symbol = 0; symbol < counts.size(); ++symbol) {
        if (counts[symbol] == 0)
            continue;
        order[used++] = counts[symbol] << symbolBits | static_cast<std::uint32_t>(symbol);
        largest = std::max(largest, counts[symbol]);
    }
    auto* from = order;
    auto* to = other.data();
    for (int shift = symbolBits; shift < symbolBits + static_cast<int>(std::bit_width(largest)); shift += 8) {
        std::array<std::uint32_t, 257> places {};
        for (std::size_t i = 0; i < used; ++i)
            ++places[(from[i] >> shift & 0xff) + 1];
        for (std::size_t i = 1; i < places.size(); ++i)
            places[i] += places[i - 1];
        for (std::size_t i = 0; i < used; ++i)
            to[places[from[i] >> shift & 0xff]++] = from[i];
        std::swap(from, to);
    }
    if (from != order)
        std::copy_n(from, used, order);
    return used;
}

/// Replaces counts in rising order by the lengths of Huffman's codes for them (Moffat & Katajainen 1995,
/// "In-place calculation of minimum-redundancy codes").
void lengthsInPlace(std::uint32_t* a, int n)
{
    const auto at = [a](int i) -> std::uint32_t& { return a[i]; };
    int root = 0;
    int leaf = 2;
    at(0) += at(1);
    for (int next = 1; next < n - 1; ++next) {
        for (int half = 0; half < 2; ++half) {
            std::uint32_t taken = 0;
            if (leaf >= n || (root < next && at(root) < at(leaf))) {
                taken = at(root);
                at(root++) = static_cast<std::uint32_t>(next);
            } else {
                taken = at(leaf++);
            }
            at(next) = half == 0 ? taken : at(next) + taken;
        }
    }
    at(n - 2) = 0;
    for (int next = n - 3; next >= 0; --next)
        at(next) = at(static_cast<int>(at(next))) + 1;
    int available = 1;
    int used = 0;
    std::uint32_t depth = 0;
    root = n - 2;
    for (int next = n - 1; available > 0; ++depth) {
        for (; root >= 0 && at(root) == depth; --root)
            ++used;
        for (; available > used; --available)
            at(next--) = depth;
        available = 2 * used;
        used = 0;
    }
}
}

void findCodeLengths(std::span<const std::uint32_t> counts, int limit, std::uint8_t* lengths)
{
    std::array<std::uint32_t, mostSymbols> order;
    std::fill_n(lengths, counts.size(), std::uint8_t(0));
    const auto used = sorted(counts, order.data());
    if (used < 2) {
        lengths[0] = lengths[1] = 1;
        if (used == 1 && (order[0] & symbolMask) > 1) {
            lengths[1] = 0;
            lengths[order[0] & symbolMask] = 1;
        }
        return;
    }
    std::array<std::uint32_t, mostSymbols> depths;
    for (std::size_t i = 0; i < used; ++i)
        depths[i] = order[i] >> symbolBits;
    lengthsInPlace(depths.data(), static_cast<int>(used));
    // How many codes of each length; those too long are shortened and others lengthened for it until they
    // fit (Kraft's inequality).
    std::array<std::uint32_t, 33> ofLength {};
    for (std::size_t i = 0; i < used; ++i)
        ++ofLength[std::min<std::uint32_t>(depths[i], static_cast<std::uint32_t>(limit))];
    const auto top = static_cast<std::size_t>(limit);
    std::uint32_t room = 0;
    for (std::size_t length = 1; length <= top; ++length)
        room += ofLength[length] << (top - length);
    for (; room > 1U << top; --room) {
        --ofLength[top];
        auto length = top - 1;
        while (ofLength[length] == 0)
            --length;
        --ofLength[length];
        ofLength[length + 1] += 2;
    }
    std::size_t next = 0;
    for (auto length = top; length > 0; --length) {
        for (auto left = ofLength[length]; left > 0; --left)
            lengths[order[next++] & symbolMask] = static_cast<std::uint8_t>(length);
    }
}

void findCodes(std::span<const std::uint8_t> lengths, std::uint16_t* codes)
{
    std::array<std::uint32_t, longestCode + 1> ofLength {};
    for (const auto length : lengths)
        ++ofLength[length];
    ofLength[0] = 0;
    std::array<std::uint32_t, longestCode + 1> next {};
    for (std::size_t length = 1; length < next.size(); ++length)
        next[length] = (next[length - 1] + ofLength[length - 1]) << 1;
    for (std::size_t symbol = 0; symbol < lengths.size(); ++symbol) {
        auto code = next[lengths[symbol]]++;
        code = (code & 0x5555) << 1 | (code >> 1 & 0x5555);
        code = (code & 0x3333) << 2 | (code >> 2 & 0x3333);
        code = (code & 0x0f0f) << 4 | (code >> 4 & 0x0f0f);
        code = (code & 0x00ff) << 8 | (code >> 8 & 0x00ff);
        codes[symbol] = static_cast<std::uint16_t>(code >> (16 - lengths[symbol]));
    }
}
