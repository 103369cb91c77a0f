#pragma once

#include <QByteArray>
#include <QRgb>
#include <QSize>

#include <array>
#include <memory>
#include <span>
#include <vector>

struct libdeflate_compressor;

/// Writes PNG pictures of at most 16 colours, many a second: Qt's writer takes ten times as long. Same
/// pixels, same bytes. Keeps its memory for the next picture; not shared between threads.
class PalettePng
{
public:
    static constexpr std::size_t colours = 16;

    explicit PalettePng(const std::array<QRgb, colours>& palette);
    ~PalettePng();

    /// `indices`: one byte for each pixel, row by row, each below 16. The width is even.
    QByteArray encoded(std::span<const unsigned char> indices, QSize size);

private:
    struct Deleter
    {
        void operator()(libdeflate_compressor* compressor) const;
    };
    QByteArray m_palette; ///< The PLTE chunk
    std::unique_ptr<libdeflate_compressor, Deleter> m_compressor;
    std::vector<unsigned char> m_rows; ///< Filter byte and two pixels a byte.
};
