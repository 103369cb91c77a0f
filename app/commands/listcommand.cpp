#include "app/commands/listcommand.h"

#include "app/commands/arguments.h"
#include "app/commands/refusals.h"
#include "app/commands/summarytable.h"
#include "app/spectra/parallelreader.h"
#include "db/fits/spectrumfiles.h"
#include "db/sql/dbthread.h"
#include "db/stores/summarystore.h"

#include <QCoreApplication>
#include <QTextStream>

using namespace Qt::Literals::StringLiterals;

namespace {
constexpr int pageSize = 5000; // rows a round trip

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(ListCommand)
};

void describe(QCommandLineParser& parser)
{
    parser.addOption({u"json"_s, Text::tr("One JSON object a line instead of a table.")});
}

Result<Outcome> listFiles(const QStringList& files, SummaryTable& table, QTextStream& err)
{
    qsizetype listed = 0;
    std::vector<RefusedFile> refused;
    readInParallel(files, [&](std::vector<FileReading> readings) {
        for (const auto& [file, spectra] : readings) {
            if (spectra) {
                ++listed;
                for (const auto& spectrum : spectra.value())
                    table.add(summaryOf(*spectrum));
            } else {
                table.addRefused(file, spectra.error());
                if (files.size() > 1)
                    err << file << ": " << spectra.error().message << Qt::endl;
                refused.push_back({file, spectra.error().message, spectra.error().kind});
            }
        }
        return true;
    });
    return outcomeOf(listed, refused);
}

Result<Outcome> listDatabase(bool json, CommandContext& context)
{
    const auto db = context.database();
    if (!db)
        return db.error();
    SummaryTable table(context.out, json);
    SummaryStore::Place place;
    while (true) {
        const auto page = db.value()
                              ->run([&](QSqlDatabase& connection) {
                                  return SummaryStore::page(connection, context.schemas, place, pageSize);
                              })
                              .result();
        if (!page)
            return page.error();
        for (const auto& summary : page.value().summaries)
            table.add(summary);
        context.out.flush();
        if (context.out.status() != QTextStream::Ok)
            return Outcome::Done; // nobody reads on; the edge says whether that is a fault
        if (page.value().summaries.size() < static_cast<std::size_t>(pageSize))
            return Outcome::Done;
        place = page.value().last;
    }
}
}

QString ListCommand::name() const
{
    return u"list"_s;
}

QString ListCommand::summary() const
{
    return Text::tr("List the spectra of files and folders, or of the database.");
}

QString ListCommand::usage() const
{
    QCommandLineParser parser;
    describe(parser);
    return usageText(
        parser, name(), u"[PATH…]"_s,
        Text::tr(
            "Lists every spectrum of the files, folders and URLs named, or of the database when none is "
            "named:\n"
            "file, index in the file, obsid, layout, class, subclass, z, S/N, position, pixels and vacuum\n"
            "wavelength range (Å). A file that cannot be read is reported and the rest goes on; the exit "
            "status is\n"
            "then 65. If nothing could be read it tells why: 66 not there, 69 out of reach, 65 no "
            "spectrum."));
}

Result<Outcome> ListCommand::run(const QStringList& arguments, CommandContext& context)
{
    QCommandLineParser parser;
    describe(parser);
    if (auto parsed = parseArguments(parser, name(), arguments); !parsed)
        return parsed.error();

    const bool json = parser.isSet(u"json"_s);
    if (parser.positionalArguments().isEmpty())
        return listDatabase(json, context);
    const auto files = spectrumFilesIn(parser.positionalArguments());
    if (files.isEmpty())
        return Error {ErrorKind::NotFound, Text::tr("There is no spectrum to list."), {}};
    SummaryTable table(context.out, json);
    return listFiles(files, table, context.err);
}
