#include "db/fits/pixelloops.h"

#include <QtEndian>

#include <bit>
#include <cstring>
#include <limits>

// After inflating, these loops are what reading a spectrum costs. On x86-64 they are compiled twice and
// chosen when the program is loaded: SSE4.2 turns bytes several times faster than the common instructions.
// Not AVX2: with it the reading benchmark was slower in every run, probably because wide registers lower the
// processor's clock while the next file is inflated.
#if defined(__x86_64__) && defined(__GNUC__) && !defined(__clang__) && defined(__OPTIMIZE__)                 \
    && !defined(__SANITIZE_ADDRESS__)
#define SPECDESK_VECTORS __attribute__((target_clones("sse4.2", "default")))
#else
#define SPECDESK_VECTORS
#endif

SPECDESK_VECTORS void fromBigEndian(const char* bytes, std::size_t count, float* values)
{
    for (std::size_t index = 0; index < count; ++index) {
        quint32 word = 0;
        std::memcpy(&word, bytes + index * sizeof(word), sizeof(word));
        word = qFromBigEndian(word);
        std::memcpy(values + index, &word, sizeof(word));
    }
}

SPECDESK_VECTORS void fromBigEndian(const char* bytes, std::size_t count, double* values)
{
    for (std::size_t index = 0; index < count; ++index) {
        quint64 word = 0;
        std::memcpy(&word, bytes + index * sizeof(word), sizeof(word));
        word = qFromBigEndian(word);
        std::memcpy(values + index, &word, sizeof(word));
    }
}

SPECDESK_VECTORS void widenBigEndian(const char* bytes, std::size_t count, double* values)
{
    for (std::size_t index = 0; index < count; ++index) {
        quint32 word = 0;
        std::memcpy(&word, bytes + index * sizeof(word), sizeof(word));
        values[index] = static_cast<double>(std::bit_cast<float>(qFromBigEndian(word)));
    }
}

SPECDESK_VECTORS bool allZero(const char* bytes, std::size_t size)
{
    quint64 bits = 0;
    std::size_t at = 0;
    for (; at + sizeof(bits) <= size; at += sizeof(bits)) {
        quint64 word = 0;
        std::memcpy(&word, bytes + at, sizeof(word));
        bits |= word;
    }
    for (; at < size; ++at)
        bits |= static_cast<unsigned char>(bytes[at]);
    return bits == 0;
}

SPECDESK_VECTORS bool strictlyRises(const double* values, std::size_t count)
{
    qint64 rises = 0;
    for (std::size_t index = 1; index < count; ++index)
        rises += values[index - 1] < values[index] ? 1 : 0;
    return rises == static_cast<qint64>(count) - 1;
}

SPECDESK_VECTORS void clearBadWeights(float* values, std::size_t count)
{
    constexpr auto largest = std::numeric_limits<float>::max();
    for (std::size_t index = 0; index < count; ++index)
        values[index] = values[index] > 0.0F && values[index] <= largest ? values[index] : 0.0F;
}

SPECDESK_VECTORS std::uint64_t sumOfBigEndianWords(const char* bytes, std::size_t size)
{
    quint64 sum = 0;
    for (std::size_t index = 0; index < size / 4; ++index) {
        quint32 word = 0;
        std::memcpy(&word, bytes + 4 * index, sizeof(word));
        sum += qFromBigEndian(word);
    }
    return sum;
}
