#include "db/archive/sha256lanes.h"

#include "db/archive/sha256.h"

#include <QtEndian>

#include <algorithm>
#include <array>
#include <cstring>
#include <utility>

namespace {
constexpr std::size_t lanes = 16;
constexpr std::size_t blockBytes = 64;
constexpr std::size_t worthTheLanes = 5; // fewer messages are hashed one by one

/// Fractional parts of the cube roots of the first 64 primes (FIPS 180-4, section 4.2.2).
constexpr std::array<quint32, 64> roundConstants {
    0x428a2f98, 0x71374491, 0xb5c0fbcf, 0xe9b5dba5, 0x3956c25b, 0x59f111f1, 0x923f82a4, 0xab1c5ed5,
    0xd807aa98, 0x12835b01, 0x243185be, 0x550c7dc3, 0x72be5d74, 0x80deb1fe, 0x9bdc06a7, 0xc19bf174,
    0xe49b69c1, 0xefbe4786, 0x0fc19dc6, 0x240ca1cc, 0x2de92c6f, 0x4a7484aa, 0x5cb0a9dc, 0x76f988da,
    0x983e5152, 0xa831c66d, 0xb00327c8, 0xbf597fc7, 0xc6e00bf3, 0xd5a79147, 0x06ca6351, 0x14292967,
    0x27b70a85, 0x2e1b2138, 0x4d2c6dfc, 0x53380d13, 0x650a7354, 0x766a0abb, 0x81c2c92e, 0x92722c85,
    0xa2bfe8a1, 0xa81a664b, 0xc24b8b70, 0xc76c51a3, 0xd192e819, 0xd6990624, 0xf40e3585, 0x106aa070,
    0x19a4c116, 0x1e376c08, 0x2748774c, 0x34b0bcb5, 0x391c0cb3, 0x4ed8aa4a, 0x5b9cca4f, 0x682e6ff3,
    0x748f82ee, 0x78a5636f, 0x84c87814, 0x8cc70208, 0x90befffa, 0xa4506ceb, 0xbef9a3f7, 0xc67178f2};

/// Of the square roots of the first 8 primes (section 5.3.3).
constexpr std::array<quint32, 8> startValues {0x6a09e667, 0xbb67ae85, 0x3c6ef372, 0xa54ff53a,
                                              0x510e527f, 0x9b05688c, 0x1f83d9ab, 0x5be0cd19};

/// Word w of lane l stands at [w][l].
using States = std::array<std::array<quint32, lanes>, 8>;

#if defined(__x86_64__) && !defined(__clang__)
// Behind all includes, so that no inline function of others is compiled for this processor only.
#pragma GCC push_options
#pragma GCC target("avx512f,avx512bw")
#pragma GCC optimize("O3")

/// A word of every lane.
using Word = quint32 __attribute__((vector_size(4 * lanes)));

template<int Bits>
inline __attribute__((always_inline)) Word rotated(Word word)
{
    return word >> Bits | word << (32 - Bits);
}

/// The next block of every lane, word by word.
inline __attribute__((always_inline)) void readBlocks(const std::array<const char*, lanes>& at, Word* words)
{
    using Bytes = char __attribute__((vector_size(4 * lanes)));
    constexpr Bytes swapped {3,  2,  1,  0,  7,  6,  5,  4,  11, 10, 9,  8,  15, 14, 13, 12,
                             19, 18, 17, 16, 23, 22, 21, 20, 27, 26, 25, 24, 31, 30, 29, 28,
                             35, 34, 33, 32, 39, 38, 37, 36, 43, 42, 41, 40, 47, 46, 45, 44,
                             51, 50, 49, 48, 55, 54, 53, 52, 59, 58, 57, 56, 63, 62, 61, 60};
    constexpr Word lowWords {0, 16, 1, 17, 4, 20, 5, 21, 8, 24, 9, 25, 12, 28, 13, 29};
    constexpr Word highWords {2, 18, 3, 19, 6, 22, 7, 23, 10, 26, 11, 27, 14, 30, 15, 31};
    constexpr Word lowPairs {0, 1, 16, 17, 4, 5, 20, 21, 8, 9, 24, 25, 12, 13, 28, 29};
    constexpr Word highPairs {2, 3, 18, 19, 6, 7, 22, 23, 10, 11, 26, 27, 14, 15, 30, 31};
    constexpr Word lowHalves {0, 1, 2, 3, 4, 5, 6, 7, 16, 17, 18, 19, 20, 21, 22, 23};
    constexpr Word highHalves {8, 9, 10, 11, 12, 13, 14, 15, 24, 25, 26, 27, 28, 29, 30, 31};
    constexpr Word evenFours {0, 1, 2, 3, 8, 9, 10, 11, 16, 17, 18, 19, 24, 25, 26, 27};
    constexpr Word oddFours {4, 5, 6, 7, 12, 13, 14, 15, 20, 21, 22, 23, 28, 29, 30, 31};
    Word rows[lanes];
    Word pairs[lanes];
    for (std::size_t lane = 0; lane < lanes; ++lane) {
        Bytes bytes;
        std::memcpy(&bytes, at[lane], sizeof bytes);
        rows[lane] = reinterpret_cast<Word>(__builtin_shuffle(bytes, swapped));
    }
    // The table of 16 lanes by 16 words, turned.
    for (std::size_t i = 0; i < lanes; i += 2) {
        pairs[i] = __builtin_shuffle(rows[i], rows[i + 1], lowWords);
        pairs[i + 1] = __builtin_shuffle(rows[i], rows[i + 1], highWords);
    }
    for (std::size_t i = 0; i < lanes; i += 4) {
        rows[i] = __builtin_shuffle(pairs[i], pairs[i + 2], lowPairs);
        rows[i + 1] = __builtin_shuffle(pairs[i], pairs[i + 2], highPairs);
        rows[i + 2] = __builtin_shuffle(pairs[i + 1], pairs[i + 3], lowPairs);
        rows[i + 3] = __builtin_shuffle(pairs[i + 1], pairs[i + 3], highPairs);
    }
    for (std::size_t i = 0; i < 4; ++i) {
        const auto a = __builtin_shuffle(rows[i], rows[i + 4], lowHalves);
        const auto b = __builtin_shuffle(rows[i], rows[i + 4], highHalves);
        const auto c = __builtin_shuffle(rows[i + 8], rows[i + 12], lowHalves);
        const auto d = __builtin_shuffle(rows[i + 8], rows[i + 12], highHalves);
        words[i] = __builtin_shuffle(a, c, evenFours);
        words[i + 4] = __builtin_shuffle(a, c, oddFours);
        words[i + 8] = __builtin_shuffle(b, d, evenFours);
        words[i + 12] = __builtin_shuffle(b, d, oddFours);
    }
}

/// One of the 64 rounds (section 6.2.2, step 3). The letters move on by one place each round, so they stay
/// and the round begins at another one. The word is replaced by that of the round sixteen further on.
template<std::size_t Round>
inline __attribute__((always_inline)) void doRound(Word* letters, Word* words, const quint32* constants)
{
    const auto& a = letters[(0 - Round) & 7U];
    const auto& b = letters[(1 - Round) & 7U];
    const auto& c = letters[(2 - Round) & 7U];
    auto& d = letters[(3 - Round) & 7U];
    const auto& e = letters[(4 - Round) & 7U];
    const auto& f = letters[(5 - Round) & 7U];
    const auto& g = letters[(6 - Round) & 7U];
    auto& h = letters[(7 - Round) & 7U];
    auto& word = words[Round];
    const auto first = (h + (rotated<6>(e) ^ rotated<11>(e) ^ rotated<25>(e)) + (g ^ (e & (f ^ g))))
        + (word + constants[Round]);
    d += first;
    h = first + ((rotated<2>(a) ^ rotated<13>(a) ^ rotated<22>(a)) + ((a & b) | (c & (a | b))));
    const auto& near = words[(Round + 1) & 15U];
    const auto& far = words[(Round + 14) & 15U];
    word += (rotated<7>(near) ^ rotated<18>(near) ^ (near >> 3)) + words[(Round + 9) & 15U]
        + (rotated<17>(far) ^ rotated<19>(far) ^ (far >> 10));
}

template<std::size_t... Rounds>
inline __attribute__((always_inline)) void doRounds(Word* letters, Word* words, const quint32* constants,
                                                    std::index_sequence<Rounds...>)
{
    (doRound<Rounds>(letters, words, constants), ...);
}

/// Hashes `blocks` blocks of every lane.
void hashBlocks(States& states, std::array<const char*, lanes>& at, std::size_t blocks)
{
    Word letters[8];
    std::memcpy(letters, states.data(), sizeof letters);
    for (; blocks > 0; --blocks) {
        Word before[8];
        std::copy_n(letters, 8, before);
        Word words[16];
        readBlocks(at, words);
        for (std::size_t round = 0; round < roundConstants.size(); round += 16)
            doRounds(letters, words, roundConstants.data() + round, std::make_index_sequence<16>());
        for (std::size_t i = 0; i < 8; ++i)
            letters[i] += before[i];
        for (auto& lane : at)
            lane += blockBytes;
    }
    std::memcpy(states.data(), letters, sizeof letters);
}
#pragma GCC pop_options
#else
void hashBlocks(States&, std::array<const char*, lanes>&, std::size_t) { }
#endif

/// A message on its way through a lane: its whole blocks, then the one or two that end it.
struct Lane
{
    std::size_t message = 0;
    std::size_t blocks = 0; ///< Left of this part.
    bool isEnding = true;
    bool isBusy = false;
    std::array<char, 2 * blockBytes> ending {};
    std::size_t endingBlocks = 0;
};

/// Hands messages to lanes until all are hashed.
class LaneWork
{
public:
    explicit LaneWork(std::span<const QByteArrayView> messages)
        : m_messages(messages)
        , m_digests(messages.size())
    {
    }

    std::vector<QByteArray> digests()
    {
        for (std::size_t lane = 0; lane < lanes; ++lane)
            begin(lane);
        while (const auto blocks = commonBlocks()) {
            hashBlocks(m_states, m_at, blocks);
            for (std::size_t lane = 0; lane < lanes; ++lane)
                goOn(lane, blocks);
        }
        return std::move(m_digests);
    }

private:
    /// Gives the next message to a lane; one without stands on a block of zeros.
    void begin(std::size_t number)
    {
        auto& lane = m_lanes[number];
        lane.isBusy = m_next < m_messages.size();
        if (!lane.isBusy)
            return;
        lane.message = m_next++;
        const auto text = m_messages[lane.message];
        const auto size = static_cast<std::size_t>(text.size());
        for (std::size_t word = 0; word < startValues.size(); ++word)
            m_states[word][number] = startValues[word];
        // A bit 1, zeros, and the number of bits in the last eight bytes (section 5.1.1).
        const auto rest = size % blockBytes;
        lane.ending.fill('\0');
        if (rest > 0)
            std::memcpy(lane.ending.data(), text.data() + (size - rest), rest);
        lane.ending[rest] = '\x80';
        lane.endingBlocks = rest + 9 > blockBytes ? 2 : 1;
        qToBigEndian<quint64>(8 * size, lane.ending.data() + lane.endingBlocks * blockBytes - 8);
        lane.blocks = size / blockBytes;
        lane.isEnding = false;
        m_at[number] = text.data();
        if (lane.blocks == 0)
            end(number);
    }

    void end(std::size_t number)
    {
        auto& lane = m_lanes[number];
        lane.isEnding = true;
        lane.blocks = lane.endingBlocks;
        m_at[number] = lane.ending.data();
    }

    void goOn(std::size_t number, std::size_t blocks)
    {
        auto& lane = m_lanes[number];
        if (!lane.isBusy)
            return;
        lane.blocks -= blocks;
        if (lane.blocks > 0)
            return;
        if (!lane.isEnding) {
            end(number);
            return;
        }
        QByteArray digest(static_cast<qsizetype>(4 * startValues.size()), Qt::Uninitialized);
        for (std::size_t word = 0; word < startValues.size(); ++word)
            qToBigEndian(m_states[word][number], digest.data() + 4 * word);
        m_digests[lane.message] = digest.toHex();
        begin(number);
    }

    /// How far all busy lanes can go together. The idle ones go with one of them.
    std::size_t commonBlocks()
    {
        std::size_t common = 0;
        const char* someone = nullptr;
        for (std::size_t lane = 0; lane < lanes; ++lane) {
            if (!m_lanes[lane].isBusy)
                continue;
            common = common == 0 ? m_lanes[lane].blocks : std::min(common, m_lanes[lane].blocks);
            someone = m_at[lane];
        }
        for (std::size_t lane = 0; lane < lanes; ++lane) {
            if (!m_lanes[lane].isBusy)
                m_at[lane] = someone;
        }
        return common;
    }

    std::span<const QByteArrayView> m_messages;
    std::vector<QByteArray> m_digests;
    std::size_t m_next = 0;
    std::array<Lane, lanes> m_lanes {};
    States m_states {};
    std::array<const char*, lanes> m_at {};
};
}

bool hasSha256Lanes()
{
#if defined(__x86_64__) && !defined(__clang__)
    static const bool has = __builtin_cpu_supports("avx512f") && __builtin_cpu_supports("avx512bw");
    return has;
#else
    return false;
#endif
}

std::vector<QByteArray> sha256OfEach(std::span<const QByteArrayView> messages)
{
    if (hasSha256Lanes() && messages.size() >= worthTheLanes)
        return LaneWork(messages).digests();
    Sha256 digest;
    std::vector<QByteArray> digests;
    for (const auto message : messages)
        digests.push_back(digest.hexOf(message));
    return digests;
}
