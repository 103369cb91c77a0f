#pragma once

#include "models/values/deflater.h"

#include <QByteArray>
#include <QRgb>
#include <QSize>

#include <array>
#include <memory>
#include <optional>
#include <span>
#include <vector>

struct libdeflate_decompressor;

/// Writes PNG pictures of at most 16 colours and one size, many a second: Qt's writer takes ten times as
/// long. Same pixels, same bytes. Keeps its memory for the next picture; not shared between threads.
class PalettePng
{
public:
    static constexpr std::size_t colours = 16;

    /// The upper `headRows` rows are compressed for themselves, so that they can be changed alone. The width
    /// is even.
    PalettePng(const std::array<QRgb, colours>& palette, QSize size, int headRows);

    /// `indices`: one byte for each pixel, row by row, each below 16.
    QByteArray encoded(std::span<const unsigned char> indices);
    /// A picture that encoded() made, with other upper rows; the same bytes as if all rows were given.
    /// Nothing for any other picture.
    std::optional<QByteArray> withHead(std::span<const unsigned char> headIndices, const QByteArray& before);

private:
    void packRows(std::span<const unsigned char> indices, std::size_t count);
    QByteArray headChunk();
    QByteArray joined(const QByteArray& headChunk, QByteArrayView restChunk, quint32 restSum) const;

    std::size_t m_stride; ///< Filter byte and two pixels a byte
    std::size_t m_headRows;
    std::size_t m_rowCount;
    QByteArray m_begin; ///< All before the pixels.
    Deflater m_deflater;
    std::unique_ptr<libdeflate_decompressor, void (*)(libdeflate_decompressor*)> m_inflater;
    std::vector<unsigned char> m_rows;
};
