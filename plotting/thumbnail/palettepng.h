#pragma once

#include <QByteArray>
#include <QRgb>
#include <QSize>

#include <array>
#include <span>
#include <vector>

/// Writes PNG pictures of at most 16 colours, many a second: Qt's writer takes ten times as long. Same
/// pixels, same bytes. Keeps its memory for the next picture; not shared between threads.
class PalettePng
{
public:
    static constexpr std::size_t colours = 16;

    explicit PalettePng(const std::array<QRgb, colours>& palette);

    /// `indices`: one byte for each pixel, row by row, each below 16. The width is even.
    QByteArray encoded(std::span<const unsigned char> indices, QSize size);

private:
    QByteArray deflated();

    QByteArray m_palette; ///< The PLTE chunk
    std::vector<unsigned char> m_tables; ///< Room that isa-l works in.
    std::vector<unsigned char> m_rows; ///< Filter byte and two pixels a byte.
};
