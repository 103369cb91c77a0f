#pragma once

#include <QtGlobal>

#include <cstring>
#include <type_traits>
#include <vector>

/// Neighbouring pixels that carry the same mask bits.
struct PixelRun
{
    qint32 first = 0; ///< Index of the first pixel.
    qint32 count = 0; ///< Number of pixels, at least 1.
    quint32 bits = 0; ///< The survey's own bits, never 0.

    bool operator==(const PixelRun&) const = default;
};

/// A mask over a spectrum's pixels as runs, sorted by pixel; a pixel in no run carries no bit.
/// Most spectra mask less than 1 % of their pixels, so this is far smaller than one word a pixel,
/// and it is what a plot hatches.
using PixelMask = std::vector<PixelRun>;

/// The bits of a mask word; LAMOST writes them as floating-point numbers. What is no such number carries no
/// bit.
template<typename Word>
quint32 maskBits(Word word)
{
    if constexpr (std::is_floating_point_v<Word>)
        return word >= Word(1) && word < Word(4294967040.0) ? static_cast<quint32>(word) : 0;
    else
        return static_cast<quint32>(word);
}

/// True when none of the next 16 words has a bit. A constant count lets the compiler do it in a few
/// instructions.
template<typename Word>
bool nextSixteenAreClear(const Word* words)
{
    Word zeros[16] = {};
    return std::memcmp(words, zeros, sizeof(zeros)) == 0;
}

/// The runs of `count` mask words.
template<typename Word>
PixelMask pixelMask(const Word* words, qint32 count)
{
    PixelMask mask;
    for (qint32 pixel = 0; pixel < count; ++pixel) {
        while (count - pixel >= 16 && nextSixteenAreClear(words + pixel))
            pixel += 16;
        if (pixel == count)
            break;
        const auto bits = maskBits(words[pixel]);
        if (bits == 0)
            continue;
        if (!mask.empty() && mask.back().bits == bits && mask.back().first + mask.back().count == pixel)
            ++mask.back().count;
        else
            mask.push_back({pixel, 1, bits});
    }
    return mask;
}
