#pragma once

#include "db/server/serverfiles.h"
#include "models/values/result.h"

#include <QStringList>

#include <chrono>

/// The operating system's name of this user, which is also his name in the embedded server; empty when he has
/// none.
QString systemUser();

/// The path of mariadbd in `folders` (none: $PATH and where systems keep servers), or a sentence on what to
/// install.
Result<QString> serverProgram(const QStringList& folders = {});

/// How long a new data folder may take; a slow disk needs a minute.
inline constexpr std::chrono::milliseconds longestInstall {120'000};

/// Makes the data folder where there is none: in a folder beside it that takes its name when it is complete.
Result<void> installData(const ServerFiles& files);

/// The command line of the server: this user's socket and no network.
QStringList serverCommand(const QString& program, const ServerFiles& files, const QString& socket);

/// Why a server ended early, from the tail of its log.
Error startFailure(const ServerFiles& files);
