#pragma once

#include <QString>

#include <vector>

/// Letters of one size as shades, from resources/thumbnail/glyphs.png: the same on every computer, whatever
/// fonts it has. The picture was drawn with DejaVu Sans Mono at 12 pixels: ASCII from the space on, then ±, Å
/// and −.
class Glyphs
{
public:
    static constexpr int width = 7;
    static constexpr int height = 14;

    Glyphs();

    /// Shade of a letter's pixels, 0 (none) to 7 (full), row by row; '?' for letters that are not there.
    const unsigned char* letter(QChar character) const;

private:
    std::vector<unsigned char> m_shades;
};
