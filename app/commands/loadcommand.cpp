#include "app/commands/loadcommand.h"

#include "app/commands/arguments.h"
#include "db/release/releaseevidence.h"
#include "db/results/resultload.h"
#include "db/sql/dbthread.h"

#include <QCoreApplication>
#include <QTextStream>

using namespace Qt::Literals::StringLiterals;

namespace {
struct Text
{
    Q_DECLARE_TR_FUNCTIONS(LoadCommand)
};

void describe(QCommandLineParser& parser)
{
    parser.addOption(
        {u"pipeline"_s,
         Text::tr("The pipeline version whose spectra were measured; needed where there are several."),
         u"VERSION"_s});
}

Result<QString> versionOf(const QCommandLineParser& parser, DbThread& db, const SchemaNames& names)
{
    if (parser.isSet(u"pipeline"_s))
        return parser.value(u"pipeline"_s);
    const auto versions =
        db.run([&](QSqlDatabase& open) { return ReleaseEvidence::versions(open, names); }).result();
    if (!versions)
        return versions.error();
    if (versions.value().size() != 1) {
        auto named = versions.value();
        named.removeAll(QString()); // of spectra whose files name none
        return Error {
            ErrorKind::BadInput,
            Text::tr("Name the pipeline version with --pipeline; there are: %1.").arg(named.join(u", "_s)),
            {}};
    }
    return versions.value().first();
}
}

QString LoadCommand::name() const
{
    return u"load"_s;
}

QString LoadCommand::summary() const
{
    return Text::tr("Load stellar parameters and results of the galaxy and QSO modules.");
}

QString LoadCommand::usage() const
{
    QCommandLineParser parser;
    describe(parser);
    return usageText(
        parser, name(), u"KIND FILE…"_s,
        Text::tr(
            "Loads FITS tables or CSV files with a column obsid. KIND is one of %1:\n"
            "parameters with columns teff, logg, feh (and …_err, rv, alpha_m, chi2), modules with class, z, "
            "confidence\n"
            "(and subclass, z_err). A file is loaded whole or not at all; loading it again replaces its "
            "rows.")
            .arg(ResultLoad::kinds().join(u", "_s)));
}

Result<Outcome> LoadCommand::run(const QStringList& arguments, CommandContext& context)
{
    QCommandLineParser parser;
    describe(parser);
    if (auto parsed = parseArguments(parser, name(), arguments); !parsed)
        return parsed.error();
    auto files = parser.positionalArguments();
    if (files.size() < 2)
        return Error {ErrorKind::BadInput, Text::tr("Name a kind of results and a file."), {}};
    const auto kind = files.takeFirst();
    if (!ResultLoad::kinds().contains(kind))
        return Error {ErrorKind::BadInput,
                      Text::tr("“%1” is no kind of results; these are: %2.")
                          .arg(kind, ResultLoad::kinds().join(u", "_s)),
                      {}};
    const auto db = context.database();
    if (!db)
        return db.error();
    const auto version = versionOf(parser, *db.value(), context.schemas);
    if (!version)
        return version.error();
    for (const auto& path : files) {
        const auto counts =
            db.value()
                ->run([&](QSqlDatabase& open) {
                    return ResultLoad::load(open, context.schemas, kind, version.value(), path);
                })
                .result();
        if (!counts)
            return counts.error();
        context.err << Text::tr("%1: %n rows.", nullptr, static_cast<int>(counts.value().rows)).arg(path)
                    << Qt::endl;
        if (counts.value().withoutSpectrum > 0)
            context.err << Text::tr("%n results belong to spectra that were not ingested.", nullptr,
                                    static_cast<int>(counts.value().withoutSpectrum))
                        << Qt::endl;
    }
    return Outcome::Done;
}
