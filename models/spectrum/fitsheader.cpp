#include "models/spectrum/fitsheader.h"

#include <cmath>
#include <cstring>

using namespace Qt::Literals::StringLiterals;

namespace {
constexpr qsizetype cardSize = 80;
constexpr qsizetype valueColumn = 10; // FITS Standard 4.0, 4.1.2.2: "= " in columns 9 and 10

struct CardParts
{
    QString value;
    QString comment;
};

/// Splits what stands behind "= ": 'a quoted string' or a bare word, then "/ comment".
CardParts splitValue(QStringView field)
{
    field = field.trimmed();
    QString value;
    qsizetype at = 0;
    if (field.startsWith(u'\'')) {
        for (at = 1; at < field.size(); ++at) {
            if (field[at] != u'\'') {
                value += field[at];
            } else if (at + 1 < field.size() && field[at + 1] == u'\'') {
                value += u'\''; // a doubled quote is one quote
                ++at;
            } else {
                break;
            }
        }
        ++at;
    } else {
        at = field.indexOf(u'/');
        if (at < 0)
            at = field.size();
        value = field.first(at).toString();
    }
    const auto slash = field.indexOf(u'/', std::min(at, field.size()));
    return {value.trimmed(), slash < 0 ? QString() : field.sliced(slash + 1).trimmed().toString()};
}
}

bool isUnknownText(QStringView text)
{
    const auto word = text.trimmed();
    return word.isEmpty() || word == u"-" || word == u"." || word.startsWith(u"***")
        || word.compare("NULL"_L1, Qt::CaseInsensitive) == 0 || word.compare("NaN"_L1, Qt::CaseInsensitive) == 0;
}

bool isUnknownNumber(double value)
{
    return !std::isfinite(value) || value == -9999.0 || value == -999.0;
}

FitsHeader::FitsHeader(QByteArray cards)
    : m_cards(std::move(cards))
{
}

const char* FitsHeader::find(const char* keyword) const
{
    char wanted[9];
    std::memset(wanted, ' ', 8);
    std::memcpy(wanted, keyword, std::min<std::size_t>(std::strlen(keyword), 8));
    for (qsizetype at = 0; at + cardSize <= m_cards.size(); at += cardSize) {
        const char* card = m_cards.constData() + at;
        if (std::memcmp(card, wanted, 8) == 0 && card[8] == '=')
            return card;
    }
    return nullptr;
}

bool FitsHeader::contains(const char* keyword) const
{
    return find(keyword) != nullptr;
}

std::optional<QString> FitsHeader::text(const char* keyword) const
{
    const char* card = find(keyword);
    if (!card)
        return {};
    const auto field = QString::fromLatin1(card + valueColumn, cardSize - valueColumn);
    auto value = splitValue(field).value;
    if (isUnknownText(value))
        return {};
    return value;
}

std::optional<double> FitsHeader::number(const char* keyword) const
{
    const auto value = text(keyword);
    if (!value)
        return {};
    bool ok = false;
    auto number = value->toDouble(&ok);
    if (!ok)
        number = QString(*value).replace(u'D', u'E').toDouble(&ok); // Fortran double precision exponent
    if (!ok || isUnknownNumber(number))
        return {};
    return number;
}

std::optional<qint64> FitsHeader::integer(const char* keyword) const
{
    const auto value = text(keyword);
    if (!value)
        return {};
    bool ok = false;
    const auto exact = value->toLongLong(&ok);
    if (ok)
        return isUnknownNumber(static_cast<double>(exact)) ? std::nullopt : std::optional(exact);
    const auto real = number(keyword);
    if (!real || std::abs(*real) > 9.0e15)
        return {};
    return static_cast<qint64>(*real);
}

std::optional<bool> FitsHeader::flag(const char* keyword) const
{
    const auto value = text(keyword);
    if (!value)
        return {};
    if (*value == u"T" || *value == u"1")
        return true;
    if (*value == u"F" || *value == u"0")
        return false;
    return {};
}

std::vector<HeaderCard> FitsHeader::cards() const
{
    std::vector<HeaderCard> cards;
    for (qsizetype at = 0; at + cardSize <= m_cards.size(); at += cardSize) {
        const auto card = QString::fromLatin1(m_cards.constData() + at, cardSize);
        const auto keyword = card.first(8).trimmed();
        if (keyword == u"END" || card.trimmed().isEmpty())
            continue;
        if (card[8] == u'=') {
            auto parts = splitValue(QStringView(card).sliced(valueColumn));
            cards.push_back({keyword, parts.value, parts.comment});
        } else {
            cards.push_back({keyword, {}, card.sliced(8).trimmed()});
        }
    }
    return cards;
}
