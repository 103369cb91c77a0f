#include "app/commands/migratecommand.h"

#include "app/commands/arguments.h"
#include "db/sql/dbthread.h"
#include "db/sql/migrator.h"

#include <QCoreApplication>
#include <QTextStream>

using namespace Qt::Literals::StringLiterals;

namespace {
QString tr(const char* text)
{
    return QCoreApplication::translate("MigrateCommand", text);
}
}

QString MigrateCommand::name() const
{
    return u"migrate"_s;
}

QString MigrateCommand::summary() const
{
    return tr("Create or upgrade the tables of every schema.");
}

QString MigrateCommand::usage() const
{
    return usageText(QCommandLineParser(), name(), {},
                     tr("Brings the eye-check schema and every processing and product schema that exists up to the version of\n"
                        "this program. An interrupted upgrade goes on where it stopped; a newer database is left alone."));
}
