#include "app/commands/migratecommand.h"

#include "app/commands/arguments.h"
#include "db/sql/dbthread.h"
#include "db/sql/grants.h"
#include "db/sql/migrator.h"

#include <QCoreApplication>
#include <QTextStream>

using namespace Qt::Literals::StringLiterals;

namespace {
struct Text
{
    Q_DECLARE_TR_FUNCTIONS(MigrateCommand)
};
}

QString MigrateCommand::name() const
{
    return u"migrate"_s;
}

QString MigrateCommand::summary() const
{
    return Text::tr("Create or upgrade the tables of the eye-check and processing schemas.");
}

QString MigrateCommand::usage() const
{
    return usageText(QCommandLineParser(), name(), {},
                     Text::tr("Brings the eye-check schema and every processing schema that exists up to "
                              "the version of this program;\n"
                              "integrate does it for the product schema of its release. An interrupted "
                              "upgrade goes on where it\n"
                              "stopped; a newer database is left alone."));
}

Result<Outcome> MigrateCommand::run(const QStringList& arguments, CommandContext& context)
{
    QCommandLineParser parser;
    if (auto parsed = parseOptions(parser, name(), arguments); !parsed)
        return parsed.error();
    const auto db = context.database();
    if (!db)
        return db.error();
    const auto version =
        db.value()
            ->run([&](QSqlDatabase& connection) -> Result<int> {
                if (auto migrated = migrateAll(connection, context.schemas); !migrated)
                    return migrated.error();
                auto newest = migrate(connection, context.schemas, SchemaGroup::Check);
                const auto granted = newest ? installGrants(connection, context.schemas) : Result<void>();
                if (!granted && granted.error().kind == ErrorKind::Refused)
                    context.err << Text::tr("This account may not make roles, so that people's rights "
                                            "are as they were.")
                                << Qt::endl;
                else if (!granted)
                    return granted.error();
                return newest;
            })
            .result();
    if (!version)
        return version.error();
    context.out << Text::tr("%1 is at version %2; all processing schemas are up to date.")
                       .arg(context.schemas.check())
                       .arg(version.value())
                << Qt::endl;
    return Outcome::Done;
}
