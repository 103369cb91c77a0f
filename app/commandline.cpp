#include "app/commandline.h"

#include "app/commands/registry.h"
#include "app/session/session.h"
#include "db/server/serverfiles.h"

#include <QCoreApplication>
#include <QFileInfo>
#include <QTextStream>

#include <cerrno>
#include <cstdio>
#include <cstring>
#include <poll.h>
#include <sysexits.h>
#include <unistd.h>

using namespace Qt::Literals::StringLiterals;

namespace {
struct Text
{
    Q_DECLARE_TR_FUNCTIONS(commandline)
};

/// Making the database takes longer than anything else a first command does.
void tellOfNewDatabase(const Settings& settings, QTextStream& err)
{
    if (!settings.server && !QFileInfo::exists(ServerFiles::defaultFolder()))
        err << Text::tr("Making a database in %1, this once.").arg(ServerFiles::defaultFolder()) << Qt::endl;
}

/// Whether the output is a pipe that nobody reads any more, such as that of `head`.
bool readerHasGone()
{
    pollfd output {STDOUT_FILENO, POLLOUT, 0};
    return ::poll(&output, 1, 0) > 0 && (output.revents & (POLLERR | POLLHUP)) != 0;
}

bool asksForHelp(const QStringList& arguments)
{
    return arguments.contains(u"--help"_s) || arguments.contains(u"-h"_s);
}
}

QString programHelp(const std::vector<std::unique_ptr<Command>>& commands)
{
    QString text =
        Text::tr("SpecDesk: eye-check and quality control of multi-fibre spectra.\n\n"
                 "Usage: specdesk [PATH…]             open a window on files, folders or the queue\n"
                 "       specdesk --pictures FOLDER [PATH…]  pictures of the window, without a display\n"
                 "       specdesk COMMAND [ARGUMENTS]  work without a window\n\n"
                 "Commands:\n");
    for (const auto& command : commands)
        text += u"  %1%2\n"_s.arg(command->name(), -15).arg(command->summary());
    return text + Text::tr("\n`specdesk COMMAND --help` tells the rest. Exit statuses follow sysexits(3).\n");
}

int runCommand(Command& command, const QStringList& arguments)
{
    QTextStream out(stdout);
    QTextStream err(stderr);
    if (asksForHelp(arguments)) {
        out << command.usage();
        return EX_OK;
    }
    const auto settings = loadSettings();
    const auto schemas = SchemaNames::fromPrefix(settings.schemaPrefix());
    if (!schemas) {
        err << schemas.error().message << Qt::endl;
        return EX_CONFIG;
    }
    std::shared_ptr<Session> session;
    CommandContext context {.out = out,
                            .err = err,
                            .terminal = isatty(STDERR_FILENO) != 0,
                            .database = [&]() -> Result<DbThread*> {
                                if (!session) {
                                    tellOfNewDatabase(settings, err);
                                    auto opened = Session::open(settings, givenPassword());
                                    if (!opened)
                                        return opened.error();
                                    session = opened.value();
                                }
                                return &session->background();
                            },
                            .schemas = schemas.value(),
                            .account = settings.account};
    const auto outcome = command.run(arguments, context);
    out.flush();
    if (out.status() != QTextStream::Ok || std::fflush(stdout) != 0) {
        if (readerHasGone())
            return EX_IOERR; // it has seen enough
        err << Text::tr("The output could not be written: %1.")
                   .arg(QString::fromLocal8Bit(std::strerror(errno)))
            << Qt::endl;
        return EX_IOERR;
    }
    if (outcome)
        return exitCode(outcome.value());
    err << outcome.error().message << Qt::endl;
    if (qEnvironmentVariableIsSet("SPECDESK_DEBUG"))
        err << outcome.error().detail << Qt::endl;
    return exitCode(outcome.error().kind);
}
