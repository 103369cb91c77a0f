#include "models/lines/linename.h"

using namespace Qt::Literals::StringLiterals;

QString printedLineName(QString name)
{
    constexpr std::pair<QLatin1StringView, char16_t> letters[] = {{"-alpha"_L1, u'α'},   {"-beta"_L1, u'β'},
                                                                  {"-gamma"_L1, u'γ'},   {"-delta"_L1, u'δ'},
                                                                  {"-epsilon"_L1, u'ε'}, {"-zeta"_L1, u'ζ'}};
    for (const auto& [word, letter] : letters)
        name.replace(word, QString(QChar(letter)));
    return name;
}
