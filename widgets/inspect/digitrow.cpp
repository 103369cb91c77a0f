#include "widgets/inspect/digitrow.h"

#include <QKeyEvent>

using namespace Qt::Literals::StringLiterals;

namespace {
/// False where the system says that the key is another one than the digit's: an apostrophe has a key of its
/// own on most keyboards, é on some. X11 and Wayland number the keys 1 to 0 from 10 to 19 (evdev's KEY_1 = 2,
/// plus 8).
bool mayBeDigitKey(const QKeyEvent& key, int digit)
{
    constexpr quint32 keyOfZero = 9;
    const auto scanCode = key.nativeScanCode();
    return scanCode == 0 ? key.key() != Qt::Key_Apostrophe
                         : scanCode == keyOfZero + static_cast<quint32>(digit);
}
}

QString actionOfFrenchDigit(const QKeyEvent& key)
{
    const auto text = key.text();
    if (text.size() != 1)
        return {};
    if (key.modifiers() == Qt::ShiftModifier) { // elsewhere Shift makes a sign of a digit
        if (text == u"6"_s)
            return u"starAndGo"_s;
        return text >= u"0"_s && text <= u"4"_s ? u"grade"_s + text : QString();
    }
    const auto digit = static_cast<int>(u"&é\"'("_s.indexOf(text)) + 1;
    return key.modifiers() == Qt::NoModifier && digit > 0 && mayBeDigitKey(key, digit)
        ? u"solution%1"_s.arg(digit)
        : QString();
}
