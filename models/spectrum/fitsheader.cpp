#include "models/spectrum/fitsheader.h"

#include <bit>
#include <charconv>
#include <cmath>
#include <cstring>

using namespace Qt::Literals::StringLiterals;

namespace {
constexpr qsizetype cardSize = 80;
constexpr qsizetype valueColumn = 10; // FITS Standard 4.0, 4.1.2.2: "= " in columns 9 and 10

QByteArrayView trimmed(QByteArrayView text)
{
    while (!text.isEmpty() && text.front() == ' ')
        text = text.sliced(1);
    while (!text.isEmpty() && text.back() == ' ')
        text.chop(1);
    return text;
}

/// Where the value of a card ends; `field` is what stands behind "= ", with a quote first or without.
qsizetype endOfValue(QByteArrayView field)
{
    if (!field.startsWith('\'')) {
        const auto slash = field.indexOf('/');
        return slash < 0 ? field.size() : slash;
    }
    qsizetype at = 1;
    for (; at < field.size(); ++at) {
        if (field[at] != '\'')
            continue;
        if (at + 1 == field.size() || field[at + 1] != '\'')
            break;
        ++at; // a doubled quote is one quote
    }
    return std::min(at + 1, field.size());
}

/// The value without quotes; doubled quotes are still doubled.
QByteArrayView bareValue(QByteArrayView field)
{
    auto value = field.first(endOfValue(field));
    if (value.startsWith('\'')) {
        value = value.sliced(1);
        if (value.endsWith('\''))
            value.chop(1);
    }
    return trimmed(value);
}

QByteArrayView valueField(const char* card)
{
    return trimmed({card + valueColumn, cardSize - valueColumn});
}

QString textOf(QByteArrayView bare)
{
    auto text = QString::fromLatin1(bare);
    if (bare.contains('\''))
        text.replace(u"''"_s, u"'"_s);
    return text;
}

/// The eight characters of a keyword as one number.
quint64 keywordWord(const char* card)
{
    quint64 word = 0;
    std::memcpy(&word, card, 8);
    return word;
}

std::size_t slotOf(quint64 keyword)
{
    return static_cast<std::size_t>((keyword * 0x9e3779b97f4a7c15ULL)
                                    >> 40); // Fibonacci hashing: the high bits mix best
}

bool isUnknownWord(QLatin1StringView word)
{
    return word.isEmpty() || word == "-"_L1 || word == "."_L1 || word.startsWith("***"_L1)
        || (word.size() == 4 && word.compare("NULL"_L1, Qt::CaseInsensitive) == 0)
        || (word.size() == 3 && word.compare("NaN"_L1, Qt::CaseInsensitive) == 0);
}

std::optional<double> numberOf(QByteArrayView bare)
{
    if (bare.startsWith('+'))
        bare = bare.sliced(1);
    double number = 0;
    auto end = std::from_chars(bare.begin(), bare.end(), number).ptr;
    if (end != bare.end() && (*end == 'D' || *end == 'd')) { // Fortran double precision exponent
        auto text = bare.toByteArray();
        text.replace(end - bare.begin(), 1, "E");
        bool ok = false;
        number = text.toDouble(&ok);
        end = ok ? bare.end() : bare.begin();
    }
    if (bare.isEmpty() || end != bare.end() || isUnknownNumber(number))
        return {};
    return number;
}
}

namespace {
/// "12:30:49.4", "+12 23 28", "-00:30.5" in units of its first part, times `scale`.
std::optional<double> sexagesimal(QByteArrayView bare, double scale)
{
    const bool isNegative = bare.startsWith('-');
    if (isNegative || bare.startsWith('+'))
        bare = bare.sliced(1);
    auto plain = bare.toByteArray().replace(':', ' ').simplified();
    const auto parts = plain.split(' ');
    if (parts.size() < 2 || parts.size() > 3)
        return {};
    double value = 0;
    double unit = scale;
    for (const auto& part : parts) {
        const auto number = numberOf(part);
        if (!number || *number < 0 || (unit < scale && *number >= 60.0 + 1e-6))
            return {};
        value += *number * unit;
        unit /= 60.0;
    }
    return isNegative ? -value : value;
}
}

bool isUnknownText(QStringView text)
{
    const auto word = text.trimmed();
    return word.isEmpty() || word == u"-" || word == u"." || word.startsWith(u"***")
        || word.compare("NULL"_L1, Qt::CaseInsensitive) == 0
        || word.compare("NaN"_L1, Qt::CaseInsensitive) == 0;
}

bool isUnknownNumber(double value)
{
    return !std::isfinite(value) || value == -9999.0 || value == -999.0;
}

FitsHeader::FitsHeader(QByteArray cards)
    : m_cards(std::move(cards))
{
    index(0);
}

void FitsHeader::append(const FitsHeader& other)
{
    const auto before = m_cards.size() / cardSize;
    m_cards.append(other.m_cards);
    index(before);
}

/// Adds the cards from `firstCard` on to the hash table; the first of several with one keyword counts.
void FitsHeader::index(qsizetype firstCard)
{
    const auto count = m_cards.size() / cardSize;
    if (count >= 0xffff)
        return m_slots.clear(); // find() then walks over all cards
    if (static_cast<std::size_t>(2 * count) > m_slots.size()) {
        m_slots.assign(std::bit_ceil(static_cast<std::size_t>(3 * count)), 0);
        firstCard = 0;
    }
    for (auto card = firstCard; card < count; ++card) {
        const char* bytes = m_cards.constData() + card * cardSize;
        if (bytes[8] != '=')
            continue;
        const auto keyword = keywordWord(bytes);
        auto slot = slotOf(keyword) & (m_slots.size() - 1);
        while (m_slots[slot] != 0
               && keywordWord(m_cards.constData() + (m_slots[slot] - 1) * cardSize) != keyword)
            slot = (slot + 1) & (m_slots.size() - 1);
        if (m_slots[slot] == 0)
            m_slots[slot] = static_cast<quint16>(card + 1);
    }
}

const char* FitsHeader::find(const char* keyword) const
{
    char padded[8];
    std::memset(padded, ' ', 8);
    std::memcpy(padded, keyword, std::min<std::size_t>(std::strlen(keyword), 8));
    const auto wanted = keywordWord(padded);
    if (m_slots.empty()) {
        for (qsizetype at = 0; at + cardSize <= m_cards.size(); at += cardSize) {
            const char* card = m_cards.constData() + at;
            if (keywordWord(card) == wanted && card[8] == '=')
                return card;
        }
        return nullptr;
    }
    for (auto slot = slotOf(wanted);; ++slot) {
        const auto number = m_slots[slot & (m_slots.size() - 1)];
        if (number == 0)
            return nullptr;
        const char* card = m_cards.constData() + (number - 1) * cardSize;
        if (keywordWord(card) == wanted)
            return card;
    }
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
    const auto bare = bareValue(valueField(card));
    if (isUnknownWord(QLatin1StringView(bare)))
        return {};
    return textOf(bare);
}

std::optional<double> FitsHeader::number(const char* keyword) const
{
    const char* card = find(keyword);
    return card ? numberOf(bareValue(valueField(card))) : std::nullopt;
}

std::optional<double> FitsHeader::between(double from, double to, double degreesOfSexagesimal,
                                          std::initializer_list<const char*> keywords) const
{
    for (const char* keyword : keywords) {
        const char* card = find(keyword);
        if (!card)
            continue;
        const auto bare = bareValue(valueField(card));
        auto value = numberOf(bare);
        if (!value)
            value = sexagesimal(bare, degreesOfSexagesimal);
        if (value && *value >= from && *value <= to)
            return value;
    }
    return {};
}

std::optional<double> FitsHeader::rightAscension(std::initializer_list<const char*> keywords) const
{
    constexpr double degreesPerHour = 15.0;
    return between(-180, 360, degreesPerHour, keywords);
}

std::optional<double> FitsHeader::declination(std::initializer_list<const char*> keywords) const
{
    return between(-90, 90, 1.0, keywords);
}

std::optional<qint64> FitsHeader::integer(const char* keyword) const
{
    const char* card = find(keyword);
    if (!card)
        return {};
    auto bare = bareValue(valueField(card));
    if (bare.startsWith('+'))
        bare = bare.sliced(1);
    qint64 exact = 0;
    const auto [end, error] = std::from_chars(bare.begin(), bare.end(), exact);
    if (error == std::errc() && end == bare.end())
        return isUnknownNumber(static_cast<double>(exact)) ? std::nullopt : std::optional(exact);
    const auto real = numberOf(bare);
    if (!real || std::abs(*real) > 9.0e15)
        return {};
    return static_cast<qint64>(*real);
}

std::optional<bool> FitsHeader::flag(const char* keyword) const
{
    const char* card = find(keyword);
    if (!card)
        return {};
    const auto bare = bareValue(valueField(card));
    if (bare == "T" || bare == "1")
        return true;
    if (bare == "F" || bare == "0")
        return false;
    return {};
}

std::vector<HeaderCard> FitsHeader::cards() const
{
    std::vector<HeaderCard> cards;
    for (qsizetype at = 0; at + cardSize <= m_cards.size(); at += cardSize) {
        const QByteArrayView card(m_cards.constData() + at, cardSize);
        const auto keyword = trimmed(card.first(8));
        if (keyword == "END" || trimmed(card).isEmpty())
            continue;
        if (card[8] != '=') {
            cards.push_back({textOf(keyword), {}, QString::fromLatin1(trimmed(card.sliced(8)))});
            continue;
        }
        const auto field = valueField(card.data());
        const auto slash = field.indexOf('/', endOfValue(field));
        cards.push_back({textOf(keyword), textOf(bareValue(field)),
                         slash < 0 ? QString() : QString::fromLatin1(trimmed(field.sliced(slash + 1)))});
    }
    return cards;
}
