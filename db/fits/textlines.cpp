#include "db/fits/textlines.h"

#include "models/spectrum/fitsheader.h"

#include <QStringDecoder>

#include <algorithm>
#include <array>
#include <charconv>

using namespace Qt::Literals::StringLiterals;

namespace {
constexpr std::size_t mostFields = 64;

QByteArrayView unquoted(QByteArrayView field)
{
    const bool isQuoted =
        field.size() >= 2 && (field.front() == '"' || field.front() == '\'') && field.back() == field.front();
    return isQuoted ? field.sliced(1, field.size() - 2).trimmed() : field;
}

/// Fields between delimiters; empty ones count.
TextFields splitAt(char delimiter, QByteArrayView line)
{
    TextFields fields;
    for (qsizetype at = 0; at <= line.size() && fields.size() < mostFields;) {
        auto end = line.indexOf(delimiter, at);
        if (end < 0)
            end = line.size();
        fields.push_back(unquoted(line.sliced(at, end - at).trimmed()));
        at = end + 1;
    }
    return fields;
}

QByteArrayView withoutOuterBars(QByteArrayView line)
{
    if (line.startsWith('|'))
        line = line.sliced(1);
    if (line.endsWith('|'))
        line.chop(1);
    return line;
}

struct Count
{
    std::size_t numbers = 0;
    std::size_t missing = 0;
    std::size_t words = 0;

    bool isRow() const { return numbers >= 2 || (numbers == 1 && missing >= 1); }
};

Count countOf(const TextFields& fields)
{
    Count count;
    for (const auto field : fields)
        ++(numberIn(field) ? count.numbers : isMissing(field) ? count.missing : count.words);
    return count;
}
}

QByteArray plainText(QByteArrayView bytes)
{
    if (bytes.startsWith("\xFF\xFE") || bytes.startsWith("\xFE\xFF")) {
        QStringDecoder decoder(QStringDecoder::Utf16);
        return QString(decoder(bytes)).toUtf8();
    }
    return (bytes.startsWith("\xEF\xBB\xBF") ? bytes.sliced(3) : bytes).toByteArray();
}

std::vector<QByteArrayView> linesOf(QByteArrayView text)
{
    std::vector<QByteArrayView> lines;
    const auto isEnd = [](char letter) { return letter == '\n' || letter == '\r'; };
    for (auto at = text.begin(); at != text.end();) {
        const auto end = std::find_if(at, text.end(), isEnd);
        if (const auto line = QByteArrayView(at, end).trimmed(); !line.isEmpty())
            lines.push_back(line);
        at = std::find_if_not(end, text.end(), isEnd);
    }
    return lines;
}

bool isComment(QByteArrayView line)
{
    static constexpr std::array marks {'#', '!', '%', ';', '\\'};
    return std::ranges::find(marks, line.front()) != marks.end() || line.startsWith("//")
        || line.startsWith("-- ");
}

TextFields fieldsAtBlanks(QByteArrayView line)
{
    TextFields fields;
    const auto isBlank = [](char c) { return c == ' ' || c == '\t'; };
    for (auto at = line.begin(); at != line.end() && fields.size() < mostFields;) {
        const auto begin = std::find_if_not(at, line.end(), isBlank);
        at = std::find_if(begin, line.end(), isBlank);
        if (begin != at)
            fields.push_back(unquoted({begin, at}));
    }
    return fields;
}

TextFields fieldsOf(QByteArrayView line)
{
    if (line.contains('|'))
        return splitAt('|', withoutOuterBars(line));
    for (const char delimiter : {';', '\t', ','}) {
        if (line.contains(delimiter))
            return splitAt(delimiter, line);
    }
    return fieldsAtBlanks(line);
}

TextFields rowOf(QByteArrayView line)
{
    auto fields = fieldsOf(line);
    const auto count = countOf(fields);
    if (count.isRow() && count.words == 0)
        return fields;
    auto atBlanks = fieldsAtBlanks(line); // "5000,25 2,5"
    const auto blanks = countOf(atBlanks);
    if (blanks.isRow() && (blanks.words == 0 || !count.isRow()))
        return atBlanks;
    return count.isRow() ? fields : TextFields();
}

std::optional<double> numberIn(QByteArrayView field)
{
    if (field.startsWith('+'))
        field = field.sliced(1);
    double value = 0;
    const auto [end, error] = std::from_chars(field.begin(), field.end(), value);
    if (error == std::errc() && end == field.end())
        return value;
    if (error != std::errc())
        return {};
    auto plain = field.toByteArray();
    const auto at = static_cast<qsizetype>(end - field.begin());
    const bool isShort = field.size() - at < 5 && at > 0 && !field.contains('e') && !field.contains('E');
    if ((*end == 'D' || *end == 'd') && !field.sliced(at + 1).contains('D'))
        plain[at] = 'e';
    else if (*end == ',' && !field.contains('.') && !field.sliced(at + 1).contains(','))
        plain[at] = '.';
    else if ((*end == '-' || *end == '+') && isShort && field.contains('.'))
        plain.insert(at, 'e');
    else
        return {};
    const auto [last, wrong] = std::from_chars(plain.cbegin(), plain.cend(), value);
    return wrong == std::errc() && last == plain.cend() ? std::optional(value) : std::nullopt;
}

bool isMissing(QByteArrayView field)
{
    static constexpr std::array words {"--"_L1, "---"_L1, "NA"_L1, "N/A"_L1, "INDEF"_L1, "NONE"_L1};
    const auto text = QString::fromLatin1(field);
    return isUnknownText(text) || std::ranges::any_of(words, [&text](auto word) {
               return text.compare(word, Qt::CaseInsensitive) == 0;
           });
}
