#include "app/commands/calibratecommand.h"

#include "app/commands/arguments.h"
#include "app/parallelreader.h"
#include "app/redshiftrun.h"
#include "db/fits/spectrumfiles.h"
#include "models/redshift/calibration.h"
#include "models/templates/templatebuilder.h"

#include <QCoreApplication>
#include <QCryptographicHash>
#include <QSaveFile>
#include <QTextStream>
#include <QtConcurrent>

using namespace Qt::Literals::StringLiterals;

namespace {
QString tr(const char* text)
{
    return QCoreApplication::translate("CalibrateCommand", text);
}

void describe(QCommandLineParser& parser)
{
    parser.addOptions(
        {{u"truth"_s,
          tr("Classes and redshifts as a table (verdicts, for example); without it, the pipeline's where it "
             "warns of nothing."),
          u"FILE"_s},
         {u"templates"_s, tr("Use the templates of a folder instead of SpecDesk's own."), u"DIR"_s},
         {u"folds"_s,
          tr("Build templates anew from all but one of N parts of the spectra and measure on that part, in "
             "turn."),
          u"N"_s, u"1"_s},
         {{u"o"_s, u"output"_s}, tr("Write every spectrum's comparison into a CSV file."), u"FILE"_s}});
}

struct KnownSpectrum
{
    SpectrumPtr spectrum;
    Truth truth;
};

std::vector<KnownSpectrum> knownSpectra(const QStringList& paths, const std::optional<TruthTable>& table,
                                        Outcome& outcome, CommandContext& context)
{
    std::vector<KnownSpectrum> known;
    readInParallel(spectrumFilesIn(paths), [&](std::vector<FileReading> readings) {
        for (const auto& reading : readings) {
            if (!reading.spectra) {
                outcome = Outcome::SomeRefused;
                context.err << reading.file << ": " << reading.spectra.error().message << Qt::endl;
                continue;
            }
            for (const auto& spectrum : reading.spectra.value()) {
                if (const auto truth = table ? table->of(*spectrum) : truthOfPipeline(*spectrum))
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

Result<std::optional<TruthTable>> truthTable(const QString& path)
{
    if (path.isEmpty())
        return std::optional<TruthTable> {};
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return Error {ErrorKind::NotFound, tr("%1 cannot be opened.").arg(path), file.errorString()};
    auto table = TruthTable::parse(file.readAll());
    if (!table)
        return table.error();
    return std::optional<TruthTable>(std::move(table.value()));
}

Result<void> writeCsv(const QString& path, const Calibration& calibration)
{
    QSaveFile file(path);
    const auto text = calibration.csv();
    if (!file.open(QIODevice::WriteOnly) || file.write(text) != text.size() || !file.commit())
        return Error {ErrorKind::Refused, tr("%1 could not be written.").arg(path), file.errorString()};
    return {};
}
}

QString CalibrateCommand::name() const
{
    return u"calibrate"_s;
}

QString CalibrateCommand::summary() const
{
    return tr("Measure how right SpecDesk's redshifts are.");
}

QString CalibrateCommand::usage() const
{
    QCommandLineParser parser;
    describe(parser);
    return usageText(
        parser, name(), u"PATH…"_s,
        tr("Compares the redshifts SpecDesk finds with the truth and reports success by class and S/N, the\n"
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
    if (parser.positionalArguments().isEmpty())
        return Error {ErrorKind::BadInput, tr("Which spectra? Name files, folders or URLs."), {}};
    bool isNumber = false;
    const int folds = parser.value(u"folds"_s).toInt(&isNumber);
    if (!isNumber || folds < 1 || folds > 20)
        return Error {ErrorKind::BadInput, tr("--folds takes a number from 1 to 20."), {}};
    const auto table = truthTable(parser.value(u"truth"_s));
    if (!table)
        return table.error();

    auto outcome = Outcome::Done;
    const auto spectra = knownSpectra(parser.positionalArguments(), table.value(), outcome, context);
    Calibration calibration;
    if (folds > 1) {
        measureInFolds(spectra, folds, calibration);
    } else {
        QStringList complaints;
        auto templates = templatesFor(parser.value(u"templates"_s), complaints);
        if (!templates)
            return templates.error();
        for (const auto& complaint : complaints)
            context.err << complaint << Qt::endl;
        measure(spectra, RedshiftEngine(std::move(templates.value())), calibration);
    }
    context.out << calibration.report();
    if (parser.isSet(u"output"_s)) {
        if (auto written = writeCsv(parser.value(u"output"_s), calibration); !written)
            return written.error();
    }
    return outcome;
}
