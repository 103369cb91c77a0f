#include "plotting/thumbnail/glyphs.h"

#include <QImage>

using namespace Qt::Literals::StringLiterals;

namespace {
constexpr int firstLetter = 32;
constexpr int asciiLetters = 95;
const QString others = u"±Å−"_s;
}

Glyphs::Glyphs()
{
    const auto picture = QImage(u":/thumbnail/glyphs.png"_s).convertToFormat(QImage::Format_Grayscale8);
    const int letters = asciiLetters + static_cast<int>(others.size());
    m_shades.assign(static_cast<std::size_t>(letters * width * height), 0);
    if (picture.width() != letters * width || picture.height() != height)
        return;
    auto* shade = m_shades.data();
    for (int letter = 0; letter < letters; ++letter) {
        for (int y = 0; y < height; ++y) {
            const auto* row = picture.constScanLine(y) + letter * width;
            for (int x = 0; x < width; ++x)
                *shade++ = static_cast<unsigned char>(row[x] >> 5);
        }
    }
}

const unsigned char* Glyphs::letter(QChar character) const
{
    int number = character.unicode() - firstLetter;
    if (number < 0 || number >= asciiLetters) {
        const auto other = static_cast<int>(others.indexOf(character));
        number = other >= 0 ? asciiLetters + other : '?' - firstLetter;
    }
    return m_shades.data() + static_cast<std::ptrdiff_t>(number) * width * height;
}
