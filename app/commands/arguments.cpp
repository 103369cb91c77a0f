#include "app/commands/arguments.h"

#include <QCoreApplication>

using namespace Qt::Literals::StringLiterals;

Result<void> parseArguments(QCommandLineParser& parser, const QString& command, const QStringList& arguments)
{
    if (parser.parse(QStringList {u"specdesk "_s + command} + arguments))
        return {};
    return Error {ErrorKind::BadInput,
                  QCoreApplication::translate("commands", "%1 Try: specdesk %2 --help")
                      .arg(parser.errorText(), command),
                  arguments.join(u' ')};
}

Result<void> parseOptions(QCommandLineParser& parser, const QString& command, const QStringList& arguments)
{
    if (auto parsed = parseArguments(parser, command, arguments); !parsed)
        return parsed;
    if (parser.positionalArguments().isEmpty())
        return {};
    return Error {ErrorKind::BadInput,
                  QCoreApplication::translate("commands", "%1 is not understood. Try: specdesk %2 --help")
                      .arg(parser.positionalArguments().first(), command),
                  arguments.join(u' ')};
}

Error badOption(const QString& command, const QString& option, const QString& value)
{
    return {ErrorKind::BadInput,
            QCoreApplication::translate("commands", "%1%2 does not take “%3”. Try: specdesk %4 --help")
                .arg(option.size() == 1 ? u"-"_s : u"--"_s, option, value, command),
            {}};
}

QString usageText(const QCommandLineParser& parser, const QString& command, const QString& positional,
                  const QString& description)
{
    // QCommandLineParser knows the options; its first lines name the running program, not the command.
    const auto help = parser.helpText();
    const auto options = help.indexOf(u"\n\n"_s);
    const auto known = options < 0 ? QString() : help.mid(options).trimmed();
    const auto call = known.isEmpty()
        ? QCoreApplication::translate("commands", "Usage: specdesk %1 %2").arg(command, positional)
        : QCoreApplication::translate("commands", "Usage: specdesk %1 [options] %2").arg(command, positional);
    const auto text = call.trimmed() + u"\n\n"_s + description + u'\n';
    return known.isEmpty() ? text : text + u'\n' + known + u'\n';
}
