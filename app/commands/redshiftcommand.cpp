#include "app/commands/redshiftcommand.h"

#include "app/commands/arguments.h"
#include "app/redshiftrun.h"
#include "db/fits/spectrumfiles.h"
#include "db/templates/solutionfile.h"
#include "models/redshift/solutionexport.h"

#include <QCoreApplication>
#include <QSaveFile>
#include <QTextStream>

using namespace Qt::Literals::StringLiterals;

namespace {
QString tr(const char* text)
{
    return QCoreApplication::translate("RedshiftCommand", text);
}

void describe(QCommandLineParser& parser)
{
    parser.addOptions(
        {{{u"o"_s, u"output"_s}, tr("Write into a file: CSV, or FITS if its name ends in .fits."), u"FILE"_s},
         {u"top"_s, tr("Solutions of each spectrum, 1 to 20 (default 5)."), u"N"_s, u"5"_s},
         {u"templates"_s, tr("Use the templates of a folder instead of SpecDesk's own."), u"DIR"_s},
         {u"json"_s, tr("One JSON object a spectrum instead of CSV.")}});
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

    Result<void> finish()
    {
        if (m_isFits)
            return m_fits.write(m_path);
        if (m_path.isEmpty()) {
            m_out << QString::fromUtf8(m_text) << Qt::flush;
            return {};
        }
        QSaveFile file(m_path);
        if (!file.open(QIODevice::WriteOnly) || file.write(m_text) != m_text.size() || !file.commit())
            return Error {ErrorKind::Refused, tr("%1 could not be written.").arg(m_path), file.errorString()};
        return {};
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
}

QString RedshiftCommand::name() const
{
    return u"redshift"_s;
}

QString RedshiftCommand::summary() const
{
    return tr("Find the redshifts and classes of spectra.");
}

QString RedshiftCommand::usage() const
{
    QCommandLineParser parser;
    describe(parser);
    return usageText(
        parser, name(), u"PATH…"_s,
        tr("Compares every spectrum of the files, folders and URLs with templates of stars, galaxies and\n"
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
    if (parser.positionalArguments().isEmpty())
        return Error {ErrorKind::BadInput, tr("Which spectra? Name files, folders or URLs."), {}};
    bool isNumber = false;
    const int count = parser.value(u"top"_s).toInt(&isNumber);
    if (!isNumber || count < 1 || count > 20)
        return Error {ErrorKind::BadInput, tr("--top takes a number from 1 to 20."), {}};

    QStringList complaints;
    auto templates = templatesFor(parser.value(u"templates"_s), complaints);
    if (!templates)
        return templates.error();
    for (const auto& complaint : complaints)
        context.err << complaint << Qt::endl;

    const RedshiftEngine engine(std::move(templates.value()));
    auto outcome = Outcome::Done;
    Solutions solutions(context.out, parser.value(u"output"_s), count, parser.isSet(u"json"_s));
    RedshiftOptions options;
    options.solutions = count;
    solveFiles(spectrumFilesIn(parser.positionalArguments()), engine, options,
               {[&](const SolvedSpectrum& solved) { solutions.add(solved); },
                [&](const QString& file, const Error& error) {
                    outcome = Outcome::SomeRefused;
                    context.err << file << ": " << error.message << Qt::endl;
                }});
    if (auto written = solutions.finish(); !written)
        return written.error();
    return outcome;
}
