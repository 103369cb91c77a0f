#include "db/fits/headercard.h"

#include <QRegularExpression>

#include <cstring>

using namespace Qt::Literals::StringLiterals;

namespace {
constexpr qsizetype valueColumn = 10; // from 0
constexpr qsizetype valueEnd = 30;

/// Where the value ends: behind the closing quote of a string, else at the slash.
qsizetype endOfValue(QByteArrayView card)
{
    auto at = valueColumn;
    while (at < card.size() && card[at] == ' ')
        ++at;
    if (at < card.size() && card[at] == '\'') {
        for (++at; at < card.size(); ++at) {
            if (card[at] != '\'')
                continue;
            if (at + 1 < card.size() && card[at + 1] == '\'')
                ++at;
            else
                return at + 1;
        }
        return card.size();
    }
    const auto slash = card.indexOf('/', valueColumn);
    return slash < 0 ? card.size() : slash;
}

/// "2014-12-23" or "2014-12-23T16:41:39", with or without fractions: what nearly all cards hold.
bool isValidDate(QByteArrayView date)
{
    static constexpr QByteArrayView form("0000-00-00T00:00:00");
    if (date.size() != 10 && date.size() < form.size())
        return false;
    for (qsizetype at = 0; at < date.size(); ++at) {
        const char expected = at < form.size() ? form[at] : at == form.size() ? '.' : '0';
        const bool isDigit = date[at] >= '0' && date[at] <= '9';
        if (expected == '0' ? !isDigit : date[at] != expected)
            return false;
    }
    return true;
}

/// The date with every part at its full width; empty where it is valid already, or no date.
QString repairedDate(const QString& date)
{
    static const QRegularExpression form(
        u"^(\\d{4})-(\\d\\d?)-(\\d\\d?)[T ](\\d\\d?):(\\d\\d?):(\\d\\d?)(\\.\\d*)?$"_s);
    const auto match = form.match(date.trimmed());
    if (!match.hasMatch())
        return {};
    const auto two = [&](int part) { return match.captured(part).rightJustified(2, u'0'); };
    const auto whole = match.captured(1) + u'-' + two(2) + u'-' + two(3) + u'T' + two(4) + u':' + two(5)
        + u':' + two(6) + match.captured(7);
    return whole == date.trimmed() ? QString() : whole;
}
}

quint64 keywordNumber(QByteArrayView keyword)
{
    char padded[8] {' ', ' ', ' ', ' ', ' ', ' ', ' ', ' '};
    std::memcpy(padded, keyword.data(), static_cast<std::size_t>(std::min<qsizetype>(8, keyword.size())));
    quint64 number;
    std::memcpy(&number, padded, 8);
    return number;
}

quint64 keywordOfCard(QByteArrayView card)
{
    quint64 number;
    std::memcpy(&number, card.data(), 8);
    return number;
}

QByteArray commentOfCard(QByteArrayView card)
{
    const auto slash = card.indexOf('/', endOfValue(card));
    return slash < 0 ? QByteArray() : card.sliced(slash + 1).toByteArray().trimmed();
}

QByteArray valueCard(const QByteArray& keyword, const QByteArray& value, const QByteArray& comment)
{
    QByteArray card(fitsCardSize, ' ');
    qsizetype at = 0;
    const auto put = [&](QByteArrayView text) {
        const auto size = std::min(text.size(), fitsCardSize - at);
        std::copy_n(text.data(), size, card.data() + at);
        at += size;
    };
    const auto width = valueEnd - valueColumn;
    put(keyword);
    at = std::max(at, valueColumn - 2);
    put("= ");
    if (!value.startsWith('\''))
        at += std::max<qsizetype>(0, width - value.size());
    const auto from = at;
    put(value);
    if (value.startsWith('\''))
        at = std::max(at, from + width);
    put(" / ");
    put(comment);
    return card;
}

QByteArray repairedCard(QByteArrayView card)
{
    if (card[8] != '=')
        return {};
    const bool isDate = card.startsWith("DATE");
    const bool isAxisType = card.startsWith("CTYPE");
    auto first = valueColumn;
    while (first < card.size() && card[first] == ' ')
        ++first;
    if (!isDate && !isAxisType && (first == card.size() || card[first] != '*'))
        return {};
    const auto value = card.sliced(valueColumn, endOfValue(card) - valueColumn).trimmed();
    const auto keyword = card.first(8).toByteArray().trimmed();
    if (value.startsWith('*'))
        return valueCard(keyword, {}, commentOfCard(card));
    if (isAxisType && !value.isEmpty() && !value.startsWith('\''))
        return valueCard(keyword, '\'' + value.toByteArray().leftJustified(8) + '\'', commentOfCard(card));
    const bool isText = value.size() >= 2 && value.startsWith('\'');
    if (isDate && isText && !isValidDate(value.sliced(1).chopped(1).trimmed())) {
        const auto date = repairedDate(QString::fromLatin1(value.sliced(1).chopped(1)));
        if (!date.isEmpty())
            return valueCard(keyword, '\'' + date.toLatin1() + '\'', commentOfCard(card));
    }
    return {};
}
