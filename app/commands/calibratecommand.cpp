#include "app/commands/calibratecommand.h"

#include "app/commands/arguments.h"
#include "app/commands/truthsource.h"
#include "app/redshift/redshiftrun.h"
#include "app/spectra/parallelreader.h"
#include "db/fits/spectrumreader.h"
#include "models/redshift/calibration.h"
#include "models/templates/templatebuilder.h"
#include "models/values/outputfile.h"
#include "plotting/spectrum/spectrumplot.h"

#include <QCoreApplication>
#include <QCryptographicHash>
#include <QDir>
#include <QFileInfo>
#include <QTextStream>
#include <QtConcurrent>

using namespace Qt::Literals::StringLiterals;

namespace {
struct Text
{
    Q_DECLARE_TR_FUNCTIONS(CalibrateCommand)
};

void describe(QCommandLineParser& parser)
{
    describeTruth(parser);
    parser.addOptions(
        {{u"templates"_s, Text::tr("Use the templates of a folder instead of SpecDesk's own."), u"DIR"_s},
         {u"folds"_s,
          Text::tr(
              "Build templates anew from all but one of N parts of the spectra and measure on that part, in "
              "turn."),
          u"N"_s, u"1"_s},
         {u"pictures"_s, Text::tr("Draw the worst cases into this folder."), u"DIR"_s},
         {{u"o"_s, u"output"_s}, Text::tr("Write every spectrum's comparison into a CSV file."), u"FILE"_s}});
}

struct KnownSpectrum
{
    SpectrumPtr spectrum;
    Truth truth;
};

void refuse(const QString& file, const Error& error, Outcome& outcome, CommandContext& context)
{
    outcome = Outcome::SomeRefused;
    context.err << file << ": " << error.message << Qt::endl;
}

std::vector<KnownSpectrum> knownSpectra(const TruthSource& source, Outcome& outcome, CommandContext& context)
{
    std::vector<KnownSpectrum> known;
    readInParallel(source.files, [&](std::vector<FileReading> readings) {
        for (const auto& reading : readings) {
            if (!reading.spectra) {
                refuse(reading.file, reading.spectra.error(), outcome, context);
                continue;
            }
            for (const auto& spectrum : reading.spectra.value()) {
                if (const auto truth = source.of(*spectrum))
                    known.push_back({spectrum, *truth});
            }
        }
        return true;
    });
    return known;
}

/// The same spectrum is always in the same part.
int foldOf(const Spectrum& spectrum, int folds)
{
    const auto name = spectrum.file.section(u'/', -1).toUtf8();
    const auto hash = QCryptographicHash::hash(name, QCryptographicHash::Md5);
    return static_cast<int>(static_cast<unsigned char>(hash[0]) % folds);
}

void measure(const std::vector<KnownSpectrum>& spectra, const RedshiftEngine& engine,
             Calibration& calibration)
{
    const auto answers = QtConcurrent::blockingMapped<QList<RedshiftAnswer>>(
        spectra, [&](const KnownSpectrum& known) { return engine.solve(*known.spectrum); });
    for (std::size_t i = 0; i < spectra.size(); ++i)
        calibration.add(*spectra[i].spectrum, answers[static_cast<qsizetype>(i)], spectra[i].truth);
}

void measureInFolds(const std::vector<KnownSpectrum>& spectra, int folds, Calibration& calibration)
{
    for (int fold = 0; fold < folds; ++fold) {
        VerifiedSpectra others;
        std::vector<KnownSpectrum> own;
        for (const auto& known : spectra) {
            if (foldOf(*known.spectrum, folds) == fold)
                own.push_back(known);
            else if (known.truth.z && known.truth.isUsable)
                others.push_back(
                    {known.spectrum, known.truth.spectralClass, known.truth.subclass, *known.truth.z});
        }
        measure(own, RedshiftEngine(buildTemplates(others, {u"fold"_s, 8})), calibration);
    }
}

/// One picture a case: the spectrum with the lines and the template where the first solution puts them.
Result<void> drawWorst(const QString& folder, const Calibration& calibration, const RedshiftEngine& engine)
{
    if (!QDir().mkpath(folder))
        return Error {ErrorKind::CannotWrite, Text::tr("The folder %1 could not be made.").arg(folder), {}};
    int number = 0;
    for (const auto& one : calibration.worst()) {
        const auto spectra = readSpectra(one.file);
        if (!spectra || one.index >= static_cast<int>(spectra.value().size()))
            continue;
        constexpr QSize size(1366, 768);
        SpectrumPlot plot;
        plot.resize(size);
        const auto& spectrum = spectra.value()[static_cast<std::size_t>(one.index)];
        plot.setSpectrum(spectrum);
        plot.setRedshift(one.z);
        plot.setTemplate(engine.model(*spectrum, one.group, one.z));
        plot.setTemplateVisible(true);
        const auto name =
            u"%1-%2.png"_s.arg(++number, 3, 10, QChar(u'0')).arg(QFileInfo(one.file).baseName());
        if (auto drawn = plot.exportTo(QDir(folder).filePath(name), size, {one.sentence(), {}}); !drawn)
            return drawn;
    }
    return {};
}

Result<void> measureAll(const TruthSource& source, const RedshiftEngine& engine, Calibration& calibration,
                        Outcome& outcome, CommandContext& context)
{
    return solveFiles(
        source.files, engine, {},
        {[&](const SolvedSpectrum& solved) {
             if (const auto truth = source.of(*solved.spectrum))
                 calibration.add(*solved.spectrum, solved.answer, *truth);
         },
         [&](const QString& file, const Error& error) { refuse(file, error, outcome, context); }});
}
}

QString CalibrateCommand::name() const
{
    return u"calibrate"_s;
}

QString CalibrateCommand::summary() const
{
    return Text::tr("Measure how right SpecDesk's redshifts are.");
}

QString CalibrateCommand::usage() const
{
    QCommandLineParser parser;
    describe(parser);
    return usageText(
        parser, name(), u"[PATH…]"_s,
        Text::tr(
            "Compares the redshifts SpecDesk finds with the truth and reports success by class and S/N, the\n"
            "reliability of the probabilities, classes confused, the honesty of the errors, and the worst "
            "cases.\n"
            "Right is within 1000 km/s, for stars of S/N 10 and more within 100 km/s."));
}

Result<Outcome> CalibrateCommand::run(const QStringList& arguments, CommandContext& context)
{
    QCommandLineParser parser;
    describe(parser);
    if (auto parsed = parseArguments(parser, name(), arguments); !parsed)
        return parsed.error();
    bool isNumber = false;
    const int folds = parser.value(u"folds"_s).toInt(&isNumber);
    if (!isNumber || folds < 1 || folds > 20)
        return Error {ErrorKind::BadInput, Text::tr("--folds takes a number from 1 to 20."), {}};
    const auto source = truthSource(parser, parser.positionalArguments(), context);
    if (!source)
        return source.error();

    QStringList complaints;
    auto templates = templatesFor(parser.value(u"templates"_s), complaints);
    if (!templates)
        return templates.error();
    for (const auto& complaint : complaints)
        context.err << complaint << Qt::endl;
    const RedshiftEngine engine(std::move(templates.value()));

    auto outcome = Outcome::Done;
    Calibration calibration;
    if (folds > 1)
        measureInFolds(knownSpectra(source.value(), outcome, context), folds, calibration);
    else if (auto measured = measureAll(source.value(), engine, calibration, outcome, context); !measured)
        return measured.error();
    context.out << calibration.report();
    if (parser.isSet(u"pictures"_s)) {
        if (auto drawn = drawWorst(parser.value(u"pictures"_s), calibration, engine); !drawn)
            return drawn.error();
    }
    if (parser.isSet(u"output"_s)) {
        if (auto written = OutputFile::write(parser.value(u"output"_s), calibration.csv()); !written)
            return written.error();
    }
    return outcome;
}
