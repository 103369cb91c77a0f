#pragma once

#include "app/commands/command.h"

#include <memory>
#include <vector>

/// `specdesk --help`: what the program is for and every command in a line.
QString programHelp(const std::vector<std::unique_ptr<Command>>& commands);

/// Runs a command with the process's own streams and returns the exit status.
int runCommand(Command& command, const QStringList& arguments);
