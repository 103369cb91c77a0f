#include "app/commands/registry.h"

#include "app/commands/calibratecommand.h"
#include "app/commands/cataloguecommand.h"
#include "app/commands/ingestcommand.h"
#include "app/commands/integratecommand.h"
#include "app/commands/listcommand.h"
#include "app/commands/loadcommand.h"
#include "app/commands/logcommand.h"
#include "app/commands/membercommand.h"
#include "app/commands/migratecommand.h"
#include "app/commands/packagecommand.h"
#include "app/commands/problemscommand.h"
#include "app/commands/profilecommand.h"
#include "app/commands/progresscommand.h"
#include "app/commands/publishcommand.h"
#include "app/commands/publishtablescommand.h"
#include "app/commands/redshiftcommand.h"
#include "app/commands/releasecommand.h"
#include "app/commands/rendercommand.h"
#include "app/commands/servercommand.h"
#include "app/commands/simulatecommand.h"
#include "app/commands/taskscommand.h"
#include "app/commands/templatescommand.h"
#include "app/commands/verdictscommand.h"
#include "app/commands/withdrawcommand.h"

#include <sysexits.h>

std::vector<std::unique_ptr<Command>> allCommands()
{
    std::vector<std::unique_ptr<Command>> commands;
    commands.push_back(std::make_unique<IngestCommand>());
    commands.push_back(std::make_unique<ListCommand>());
    commands.push_back(std::make_unique<RenderCommand>());
    commands.push_back(std::make_unique<RedshiftCommand>());
    commands.push_back(std::make_unique<VerdictsCommand>());
    commands.push_back(std::make_unique<TasksCommand>());
    commands.push_back(std::make_unique<ProgressCommand>());
    commands.push_back(std::make_unique<ProblemsCommand>());
    commands.push_back(std::make_unique<MemberCommand>());
    commands.push_back(std::make_unique<LogCommand>());
    commands.push_back(std::make_unique<LoadCommand>());
    commands.push_back(std::make_unique<ReleaseCommand>());
    commands.push_back(std::make_unique<IntegrateCommand>());
    commands.push_back(std::make_unique<CatalogueCommand>());
    commands.push_back(std::make_unique<PackageCommand>());
    commands.push_back(std::make_unique<PublishCommand>());
    commands.push_back(std::make_unique<PublishTablesCommand>());
    commands.push_back(std::make_unique<WithdrawCommand>());
    commands.push_back(std::make_unique<TemplatesCommand>());
    commands.push_back(std::make_unique<CalibrateCommand>());
    commands.push_back(std::make_unique<SimulateCommand>());
    commands.push_back(std::make_unique<MigrateCommand>());
    commands.push_back(std::make_unique<ServerCommand>());
    commands.push_back(std::make_unique<ProfileCommand>());
    return commands;
}

int exitCode(Outcome outcome)
{
    switch (outcome) {
    case Outcome::Done:
        break;
    case Outcome::SomeRefused:
        return EX_DATAERR;
    case Outcome::NotRunning:
        return EX_UNAVAILABLE;
    }
    return EX_OK;
}

int exitCode(ErrorKind kind)
{
    switch (kind) {
    case ErrorKind::BadInput:
        return EX_USAGE;
    case ErrorKind::NotFound:
        return EX_NOINPUT;
    case ErrorKind::BadFile:
        return EX_DATAERR;
    case ErrorKind::Refused:
        return EX_NOPERM;
    case ErrorKind::Database:
        return EX_SOFTWARE;
    case ErrorKind::Unavailable:
        return EX_UNAVAILABLE;
    case ErrorKind::NoSpace:
        return EX_IOERR;
    case ErrorKind::CannotWrite:
        return EX_CANTCREAT;
    case ErrorKind::Cancelled:
        return EX_TEMPFAIL;
    case ErrorKind::Internal:
        return EX_SOFTWARE;
    }
    return EX_SOFTWARE;
}
