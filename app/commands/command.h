#pragma once

#include "db/sql/schemanames.h"
#include "models/values/result.h"

#include <QStringList>

#include <functional>

class DbThread;
class QTextStream;

/// What a command may use. Tests pass their own streams and database.
struct CommandContext
{
    QTextStream& out; ///< Results: what a pipe reads.
    QTextStream& err; ///< Progress and complaints.
    bool terminal = false; ///< A person watches: progress may redraw its line.
    /// The configured or embedded server, started and migrated when first asked for.
    std::function<Result<DbThread*>()> database;
    SchemaNames schemas {}; ///< Names of the schemas on that server.
    QString account {}; ///< Who signs what the command writes.
};

/// How a command that did its work ended.
enum class Outcome {
    Done,
    SomeRefused, ///< Done, but some inputs were refused and reported one by one (exit status EX_DATAERR).
    NotRunning ///< Done, and the answer is that what was asked after does not run (EX_UNAVAILABLE).
};

/// One headless command: `specdesk <name> <arguments...>`.
class Command
{
public:
    /// Which Qt application object the command needs to exist while it runs.
    enum class Needs { Core, OffscreenWidgets };

    virtual ~Command() = default;
    virtual QString name() const = 0;
    virtual QString summary() const = 0; ///< One line for `specdesk --help`.
    virtual QString usage() const = 0; ///< The text of `specdesk <name> --help`.
    virtual Needs needs() const { return Needs::Core; }
    virtual Result<Outcome> run(const QStringList& arguments, CommandContext& context) = 0;
};
