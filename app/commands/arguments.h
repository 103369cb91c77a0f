#pragma once

#include "models/values/result.h"

#include <QCommandLineParser>
#include <QStringList>

/// Parses a command's arguments; an unknown or incomplete option is a BadInput with the parser's sentence.
Result<void> parseArguments(QCommandLineParser& parser, const QString& command, const QStringList& arguments);

/// The same for a command that takes options only: a word is a BadInput.
Result<void> parseOptions(QCommandLineParser& parser, const QString& command, const QStringList& arguments);

/// Says that an option does not take `value`, and where to read what it takes.
Error badOption(const QString& command, const QString& option, const QString& value);

/// The help text of a command: how it is called, what it does, its options.
/// `positional` is the part behind the options, e.g. "PATH…".
QString usageText(const QCommandLineParser& parser, const QString& command, const QString& positional,
                  const QString& description);
