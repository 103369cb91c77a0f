#pragma once

#include "app/commands/arguments.h"
#include "models/check/queueentry.h"

#include <QDateTime>

#include <optional>
#include <vector>

/// Reads the values of a command's options and remembers the first one that makes no sense, so that a command
/// reads them all and asks once for the error().
class OptionReader
{
public:
    OptionReader(const QCommandLineParser& parser, QString command);

    /// A number; nothing where the option was not given.
    std::optional<double> number(const QString& option);
    /// A whole number; 0 where there is none.
    int wholeNumber(const QString& option);
    /// All whole numbers of an option that may be given again.
    std::vector<int> wholeNumbers(const QString& option);
    /// A TCP port, 1 to 65535.
    int port(const QString& option);
    /// A day as yyyy-mm-dd, its beginning in UTC; invalid where the option was not given.
    QDateTime day(const QString& option);
    /// inspect or browse.
    WorkPage page(const QString& option);

    /// Remembers `word` as what the option does not take.
    void complainUnless(bool isGood, const QString& option, const QString& word);
    const std::optional<Error>& error() const { return m_error; }

private:
    int wholeNumberIn(const QString& option, const QString& word);

    const QCommandLineParser& m_parser;
    QString m_command;
    std::optional<Error> m_error;
};
