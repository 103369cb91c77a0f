#include "app/commands/redshiftcommand.h"

#include "app/commands/arguments.h"
#include "app/commands/refusals.h"
#include "app/commands/stopsignal.h"
#include "app/redshift/redshiftrun.h"
#include "app/redshift/solutionstorage.h"
#include "db/fits/spectrumfiles.h"
#include "db/sql/dbthread.h"
#include "db/stores/solutionstore.h"
#include "db/templates/solutionfile.h"
#include "models/redshift/solutionexport.h"
#include "models/values/outputfile.h"
#include "models/values/wholefile.h"

#include <QCoreApplication>
#include <QDate>
#include <QTextStream>

using namespace Qt::Literals::StringLiterals;

namespace {
struct Text
{
    Q_DECLARE_TR_FUNCTIONS(RedshiftCommand)
};

void describe(QCommandLineParser& parser)
{
    parser.addOptions(
        {{{u"o"_s, u"output"_s},
          Text::tr("Write into a file: CSV, or FITS if its name ends in .fits."),
          u"FILE"_s},
         {u"top"_s, Text::tr("Solutions of each spectrum, 1 to 20 (default 5)."), u"N"_s, u"5"_s},
         {u"templates"_s, Text::tr("Use the templates of a folder instead of SpecDesk's own."), u"DIR"_s},
         {u"json"_s, Text::tr("One JSON object a spectrum instead of CSV.")},
         {u"night"_s,
          Text::tr(
              "The spectra of an evening in the database instead of files; the solutions are stored there."),
          u"yyyy-mm-dd"_s},
         {u"accept"_s,
          Text::tr("With --night: rules by which spectra are accepted without eyes, as JSON; \"default\" "
                   "takes SpecDesk's own. Without this option none is."),
          u"RULES"_s}});
}

/// Where solutions go: a stream, a text file, or a FITS table.
class Solutions
{
public:
    Solutions(QTextStream& out, QString path, int count, bool json)
        : m_out(out)
        , m_path(std::move(path))
        , m_count(count)
        , m_json(json)
        , m_isFits(m_path.endsWith(".fits"_L1) || m_path.endsWith(".fit"_L1))
    {
        if (!m_json)
            m_text = SolutionExport::csvHeading();
    }

    void add(const SolvedSpectrum& solved)
    {
        if (m_isFits) {
            m_fits.add(*solved.spectrum, solved.answer, m_count);
            return;
        }
        m_text += m_json ? SolutionExport::jsonLine(*solved.spectrum, solved.answer, m_count)
                         : SolutionExport::csvLines(*solved.spectrum, solved.answer, m_count);
        if (m_path.isEmpty()) {
            m_out << QString::fromUtf8(m_text) << Qt::flush;
            m_text.clear();
        }
    }

    const QString& path() const { return m_path; }

    Result<void> finish()
    {
        if (m_isFits)
            return m_fits.write(m_path);
        if (m_path.isEmpty()) {
            m_out << QString::fromUtf8(m_text) << Qt::flush;
            return {};
        }
        return OutputFile::write(m_path, m_text);
    }

private:
    QTextStream& m_out;
    QString m_path;
    int m_count;
    bool m_json;
    bool m_isFits;
    QByteArray m_text;
    SolutionFile m_fits;
};

/// "default", a file, or nothing.
Result<AcceptanceRules> acceptanceRules(const QString& source)
{
    if (source.isEmpty())
        return AcceptanceRules();
    const bool own = source == "default"_L1;
    const auto text = readWholeFile(own ? u":/rules/acceptance.json"_s : source);
    if (!text)
        return text.error();
    auto rules = AcceptanceRules::fromJson(text.value());
    if (rules && own)
        rules.value().enabled = true; // asking for them by name is switching them on
    return rules;
}

Result<QStringList> filesOfNight(const QString& date, DbThread& db, const SchemaNames& names)
{
    const auto night = db.run([&](QSqlDatabase& connection) {
                             return SolutionStore::night(connection, names, date);
                         }).result();
    if (!night)
        return night.error();
    if (night.value().files.isEmpty())
        return Error {ErrorKind::NotFound,
                      Text::tr("No spectrum in the database was observed in the night of %1.").arg(date),
                      {}};
    return night.value().files;
}

RedshiftOptions optionsFor(int count)
{
    RedshiftOptions options;
    options.solutions = count;
    return options;
}

/// What was searched and what could not be.
struct Tally
{
    qsizetype searched = 0;
    std::vector<RefusedFile> refused {};

    /// A single file's sentence is the command's own.
    void refuse(const QString& file, const Error& error, bool isOnlyOne, CommandContext& context)
    {
        if (!isOnlyOne)
            context.err << file << ": " << error.message << Qt::endl;
        refused.push_back({file, error.message, error.kind});
    }
};

Result<Outcome> solvePaths(const QStringList& paths, const RedshiftEngine& engine, int count,
                           Solutions& solutions, CommandContext& context)
{
    const auto files = spectrumFilesIn(paths);
    if (files.isEmpty())
        return Error {ErrorKind::NotFound, Text::tr("There is no spectrum to search."), {}};
    Tally tally;
    const auto searched = solveFiles(files, engine, optionsFor(count),
                                     {[&](const SolvedSpectrum& solved) {
                                          solutions.add(solved);
                                          ++tally.searched;
                                      },
                                      [&](const QString& file, const Error& error) {
                                          tally.refuse(file, error, files.size() == 1, context);
                                      },
                                      [] { return !StopSignal::isGiven(); }});
    if (!searched)
        return searched.error();
    const auto outcome = outcomeOf(tally.searched, tally.refused);
    if (!outcome)
        return outcome; // and no table of headings
    if (auto written = solutions.finish(); !written)
        return written.error();
    if (!solutions.path().isEmpty())
        context.err << Text::tr("The solutions of %n spectra are in %1.", nullptr,
                                static_cast<int>(tally.searched))
                           .arg(solutions.path())
                    << Qt::endl;
    return outcome;
}

Result<Outcome> solveNight(const QString& date, const AcceptanceRules& rules, const RedshiftEngine& engine,
                           int count, Solutions& solutions, CommandContext& context)
{
    const auto db = context.database();
    if (!db)
        return db.error();
    const auto files = filesOfNight(date, *db.value(), context.schemas);
    if (!files)
        return files.error();
    Tally tally;
    SolutionStorage storage(*db.value(), context.schemas, rules, count);
    const auto searched = solveFiles(
        files.value(), engine, optionsFor(count),
        {[&](const SolvedSpectrum& solved) {
             solutions.add(solved);
             storage.add(solved);
             ++tally.searched;
         },
         [&](const QString& file, const Error& error) { tally.refuse(file, error, false, context); },
         [] { return !StopSignal::isGiven(); }});
    const auto stored = storage.finish();
    if (!stored)
        return stored.error();
    if (!searched)
        return Error {ErrorKind::Cancelled,
                      Text::tr("The search was stopped; the solutions of %1 spectra are stored.")
                          .arg(stored.value().stored),
                      {}};
    if (auto written = solutions.finish(); !written)
        return written.error();
    context.err << Text::tr("%n spectra searched and stored, %1 accepted without eyes.", nullptr,
                            stored.value().stored)
                       .arg(stored.value().accepted)
                << Qt::endl;
    return outcomeOf(tally.searched, tally.refused);
}
}

QString RedshiftCommand::name() const
{
    return u"redshift"_s;
}

QString RedshiftCommand::summary() const
{
    return Text::tr("Find the redshifts and classes of spectra.");
}

QString RedshiftCommand::usage() const
{
    QCommandLineParser parser;
    describe(parser);
    return usageText(
        parser, name(), u"PATH… | --night DATE"_s,
        Text::tr(
            "Compares every spectrum of the files, folders and URLs with templates of stars, galaxies and\n"
            "QSOs at all redshifts and writes the best solutions, ranked, with the probability that the\n"
            "first is right: file, obsid, rank, class, template, z, z_err, p, warning, index, and what p "
            "rests\n"
            "on. \"no-redshift\" warns of a spectrum that no solution can be trusted for."));
}

Result<Outcome> RedshiftCommand::run(const QStringList& arguments, CommandContext& context)
{
    QCommandLineParser parser;
    describe(parser);
    if (auto parsed = parseArguments(parser, name(), arguments); !parsed)
        return parsed.error();
    const auto date = parser.value(u"night"_s);
    if (parser.positionalArguments().isEmpty() == date.isEmpty())
        return Error {ErrorKind::BadInput,
                      Text::tr("Which spectra? Name files, folders or URLs, or a night with --night."),
                      {}};
    if (!date.isEmpty() && !QDate::fromString(date, Qt::ISODate).isValid())
        return Error {ErrorKind::BadInput, Text::tr("%1 is no date: write 2026-03-29.").arg(date), {}};
    bool isNumber = false;
    const int count = parser.value(u"top"_s).toInt(&isNumber);
    if (!isNumber || count < 1 || count > 20)
        return Error {ErrorKind::BadInput, Text::tr("--top takes a number from 1 to 20."), {}};
    const auto rules = acceptanceRules(parser.value(u"accept"_s));
    if (!rules)
        return rules.error();
    if (date.isEmpty() && parser.isSet(u"accept"_s))
        return Error {ErrorKind::BadInput, Text::tr("--accept goes with --night."), {}};

    QStringList complaints;
    auto templates = templatesFor(parser.value(u"templates"_s), complaints);
    if (!templates)
        return templates.error();
    for (const auto& complaint : complaints)
        context.err << complaint << Qt::endl;
    const RedshiftEngine engine(std::move(templates.value()));
    Solutions solutions(context.out, parser.value(u"output"_s), count, parser.isSet(u"json"_s));
    const StopSignal stop;
    return date.isEmpty() ? solvePaths(parser.positionalArguments(), engine, count, solutions, context)
                          : solveNight(date, rules.value(), engine, count, solutions, context);
}
