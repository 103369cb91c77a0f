#include "app/commands/truthsource.h"

#include "db/fits/spectrumfiles.h"
#include "db/sql/dbthread.h"
#include "db/stores/verdictstore.h"
#include "models/values/wholefile.h"

#include <QCoreApplication>
#include <QDir>
#include <QFile>

using namespace Qt::Literals::StringLiterals;

namespace {
struct Text
{
    Q_DECLARE_TR_FUNCTIONS(TruthSource)
};

Result<TruthTable> tableOf(const QString& path)
{
    const auto text = readWholeFile(path);
    return text ? TruthTable::parse(text.value()) : text.error();
}

struct Verified
{
    Verdicts verdicts;
    QStringList files;
};

Result<Verified> verified(CommandContext& context)
{
    const auto db = context.database();
    if (!db)
        return db.error();
    return db.value()
        ->run([&](QSqlDatabase& connection) -> Result<Verified> {
            VerdictFilter standing;
            standing.currentOnly = true;
            auto verdicts = VerdictStore::all(connection, context.schemas, standing);
            if (!verdicts)
                return verdicts.error();
            auto files = VerdictStore::verifiedFiles(connection, context.schemas);
            if (!files)
                return files.error();
            return Verified {std::move(verdicts.value()), std::move(files.value())};
        })
        .result();
}

/// The truth.csv of the first folder that has one.
QString simulatedTruth(const QStringList& paths)
{
    for (const auto& path : paths) {
        if (const auto file = QDir(path).filePath(u"truth.csv"_s); QFile::exists(file))
            return file;
    }
    return {};
}
}

void describeTruth(QCommandLineParser& parser)
{
    parser.addOptions(
        {{u"truth"_s,
          Text::tr(
              "Classes and redshifts as a table: columns file or obsid, z, class. Without it, truth.csv of a "
              "simulated night, else what the pipeline says without a warning."),
          u"FILE"_s},
         {u"verdicts"_s, Text::tr("Classes and redshifts of the verdicts in the database that stand.")}});
}

Result<TruthSource> truthSource(const QCommandLineParser& parser, const QStringList& paths,
                                CommandContext& context)
{
    TruthSource source;
    source.files = spectrumFilesIn(paths);
    if (parser.isSet(u"verdicts"_s)) {
        auto known = verified(context);
        if (!known)
            return known.error();
        source.table = TruthTable::fromVerdicts(known.value().verdicts);
        if (paths.isEmpty())
            source.files = known.value().files;
    } else if (const auto path = parser.isSet(u"truth"_s) ? parser.value(u"truth"_s) : simulatedTruth(paths);
               !path.isEmpty()) {
        auto table = tableOf(path);
        if (!table)
            return table.error();
        source.table = std::move(table.value());
    }
    if (source.files.isEmpty())
        return Error {ErrorKind::NotFound,
                      Text::tr("There is no spectrum to compare: name files or folders, or use --verdicts."),
                      {}};
    return source;
}
