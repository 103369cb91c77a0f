#include "app/commands/optionreader.h"

using namespace Qt::Literals::StringLiterals;

OptionReader::OptionReader(const QCommandLineParser& parser, QString command)
    : m_parser(parser)
    , m_command(std::move(command))
{
}

std::optional<double> OptionReader::number(const QString& option)
{
    const auto word = m_parser.value(option);
    if (word.isEmpty() && !m_parser.isSet(option))
        return {};
    bool isNumber = false;
    const double number = word.toDouble(&isNumber);
    complainUnless(isNumber, option, word);
    return number;
}

int OptionReader::wholeNumber(const QString& option)
{
    return wholeNumberIn(option, m_parser.value(option));
}

std::vector<int> OptionReader::wholeNumbers(const QString& option)
{
    std::vector<int> numbers;
    for (const auto& word : m_parser.values(option))
        numbers.push_back(wholeNumberIn(option, word));
    return numbers;
}

int OptionReader::port(const QString& option)
{
    const int port = wholeNumber(option);
    complainUnless(port >= 1 && port <= 65535, option, m_parser.value(option));
    return port;
}

QDateTime OptionReader::day(const QString& option)
{
    if (!m_parser.isSet(option))
        return {};
    const auto day = QDate::fromString(m_parser.value(option), Qt::ISODate);
    complainUnless(day.isValid(), option, m_parser.value(option));
    return day.startOfDay(Qt::UTC);
}

WorkPage OptionReader::page(const QString& option)
{
    const auto word = m_parser.value(option);
    complainUnless(word == "browse"_L1 || word == "inspect"_L1, option, word);
    return word == "browse"_L1 ? WorkPage::Browse : WorkPage::Inspect;
}

void OptionReader::complainUnless(bool isGood, const QString& option, const QString& word)
{
    if (!isGood && !m_error)
        m_error = badOption(m_command, option, word);
}

int OptionReader::wholeNumberIn(const QString& option, const QString& word)
{
    bool isNumber = false;
    const int number = word.toInt(&isNumber);
    complainUnless(isNumber, option, word);
    return number;
}
