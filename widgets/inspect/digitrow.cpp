#include "widgets/inspect/digitrow.h"

#include <QKeyEvent>

using namespace Qt::Literals::StringLiterals;

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
    const auto row = u"&é\"'("_s.indexOf(text);
    return key.modifiers() == Qt::NoModifier && row >= 0 ? u"solution%1"_s.arg(row + 1) : QString();
}
