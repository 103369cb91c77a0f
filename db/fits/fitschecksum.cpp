#include "db/fits/fitschecksum.h"

#include "db/fits/pixelloops.h"

#include <algorithm>
#include <array>

namespace {
quint32 folded(quint64 sum)
{
    while (sum >> 32 != 0)
        sum = (sum & 0xffffffff) + (sum >> 32);
    return static_cast<quint32>(sum);
}

/// Punctuation between the digits and letters of ASCII, which a checksum must not have.
bool isPunctuation(int character)
{
    return (character >= 0x3a && character <= 0x40) || (character >= 0x5b && character <= 0x60);
}

/// Four characters whose bytes add up to `byte` and four times '0'.
std::array<int, 4> spread(int byte)
{
    std::array<int, 4> characters;
    characters.fill(byte / 4 + '0');
    characters[0] += byte % 4;
    while (std::ranges::any_of(characters, isPunctuation)) {
        for (std::size_t pair : {0U, 2U}) {
            if (isPunctuation(characters[pair]) || isPunctuation(characters[pair + 1])) {
                ++characters[pair];
                --characters[pair + 1];
            }
        }
    }
    return characters;
}
}

quint32 fitsSum(QByteArrayView bytes, quint32 sum)
{
    return folded(sum + sumOfBigEndianWords(bytes.data(), static_cast<std::size_t>(bytes.size())));
}

QByteArray encodedChecksum(quint32 sum)
{
    const quint32 complement = ~sum;
    std::array<char, 16> characters;
    for (std::size_t byte = 0; byte < 4; ++byte) {
        const auto four = spread(static_cast<int>(complement >> (24 - 8 * byte) & 0xff));
        for (std::size_t i = 0; i < 4; ++i)
            characters[4 * i + byte] = static_cast<char>(four[i]);
    }
    // In a card they begin one byte before a word's boundary.
    std::rotate(characters.begin(), characters.end() - 1, characters.end());
    return QByteArray(characters.data(), characters.size());
}
