#include "app/commands/cataloguecommand.h"

#include "app/commands/arguments.h"
#include "app/commands/stopsignal.h"
#include "db/catalogue/catalogueexport.h"
#include "db/sql/dbthread.h"
#include "db/stores/releasestore.h"

#include <QCoreApplication>
#include <QTextStream>

using namespace Qt::Literals::StringLiterals;

namespace {
struct Text
{
    Q_DECLARE_TR_FUNCTIONS(CatalogueCommand)
};

void describe(QCommandLineParser& parser)
{
    parser.addOptions({{u"release"_s, Text::tr("The release, for example dr6."), u"NAME"_s},
                       {u"table"_s, Text::tr("catalogue, stellar, astellar, mstellar or plate."), u"TABLE"_s,
                        u"catalogue"_s},
                       {{u"o"_s, u"output"_s}, Text::tr("The file: .fits, .csv or .csv.gz."), u"FILE"_s}});
}
}

QString CatalogueCommand::name() const
{
    return u"catalogue"_s;
}

QString CatalogueCommand::summary() const
{
    return Text::tr("Write a catalogue of a release as FITS or CSV.");
}

QString CatalogueCommand::usage() const
{
    QCommandLineParser parser;
    describe(parser);
    return usageText(
        parser, name(), {},
        Text::tr("Writes the released rows of a catalogue with the columns the survey publishes. Unknown "
                 "numbers are -9999."));
}

Result<Outcome> CatalogueCommand::run(const QStringList& arguments, CommandContext& context)
{
    QCommandLineParser parser;
    describe(parser);
    if (auto parsed = parseOptions(parser, name(), arguments); !parsed)
        return parsed.error();
    const auto release = parser.value(u"release"_s);
    const auto path = parser.value(u"output"_s);
    if (release.isEmpty() || path.isEmpty())
        return Error {
            ErrorKind::BadInput, Text::tr("Name the release with --release and the file with -o."), {}};
    const auto db = context.database();
    if (!db)
        return db.error();
    const StopSignal stop;
    const auto count = db.value()
                           ->run([&](QSqlDatabase& open) -> Result<qint64> {
                               const auto releases = ReleaseStore::releases(open, context.schemas);
                               if (!releases)
                                   return releases.error();
                               if (!releases.value().contains(release))
                                   return Error {ErrorKind::NotFound,
                                                 Text::tr("There is no release “%1”.").arg(release),
                                                 {}};
                               const auto names = context.schemas.forRelease(release);
                               if (const auto build = ReleaseStore::current(open, names); !build)
                                   return build.error();
                               return CatalogueExport::write(open, names, parser.value(u"table"_s), {path},
                                                             [](qint64) { return !StopSignal::isGiven(); });
                           })
                           .result();
    if (!count)
        return count.error();
    context.err << Text::tr("%n rows written to %1.", nullptr, static_cast<int>(count.value())).arg(path)
                << Qt::endl;
    return Outcome::Done;
}
