#include "app/commands/simulatecommand.h"

#include "app/commands/arguments.h"
#include "app/commands/releaserequest.h"
#include "app/spectra/ingestion.h"
#include "db/fits/nightfolder.h"
#include "db/simulation/seasonrows.h"
#include "db/sql/dbthread.h"
#include "models/values/outputfile.h"

#include <QCommandLineParser>
#include <QCoreApplication>
#include <QDir>
#include <QElapsedTimer>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTextStream>
#include <QThread>

#include <algorithm>

using namespace Qt::Literals::StringLiterals;

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(SimulateCommand)
};

struct Request
{
    NightSettings night;
    NightFolder folder;
    bool json = false;
    bool season = false;
    bool force = false; ///< A season, also on a server that is not SpecDesk's own.
    QString rulesFile;
};

void describeOptions(QCommandLineParser& parser)
{
    parser.addOptions(
        {{u"plates"_s, Text::tr("Number of plates."), u"N"_s, u"1"_s},
         {u"spectra"_s, Text::tr("Spectra of each plate (default: 250 for each spectrograph)."), u"N"_s},
         {u"spectrographs"_s, Text::tr("Spectrographs in use, 1 to 16."), u"N"_s, u"16"_s},
         {u"date"_s, Text::tr("Evening of the first night."), u"yyyy-mm-dd"_s, u"2018-12-05"_s},
         {u"seed"_s, Text::tr("Another number gives another sky."), u"N"_s, u"1"_s},
         {u"layout"_s, Text::tr("File layout: image (DR7) or table (DR9)."), u"image|table"_s, u"image"_s},
         {u"mix"_s, Text::tr("Objects as in the survey, or rich in galaxies, QSOs and special stars."),
          u"survey|teaching"_s, u"survey"_s},
         {u"season"_s,
          Text::tr("Store a season in the database instead of writing files: observation log, verdicts, "
                   "rechecks, problems, "
                   "parameters and versions as well. DIR is where its files would lie; truth.csv tells what "
                   "a release must "
                   "be.")},
         {u"rules"_s, Text::tr("With --season: release rules instead of SpecDesk's own."), u"FILE"_s},
         {u"force"_s,
          Text::tr(
              "Write into a folder that is not empty, files of the same name are replaced; with --season: "
              "also on a configured server.")},
         {u"json"_s, Text::tr("Print the summary as one JSON object.")}});
}

Error wrong(const QCommandLineParser& parser, const QString& option)
{
    return badOption(u"simulate"_s, option, parser.value(option));
}

Result<qint64> wholeNumber(const QCommandLineParser& parser, const QString& option, qint64 from, qint64 to)
{
    bool ok = false;
    const qint64 value = parser.value(option).toLongLong(&ok);
    if (!ok || value < from || value > to)
        return wrong(parser, option);
    return value;
}

Result<void> readNumbers(const QCommandLineParser& parser, NightSettings& night)
{
    constexpr int fibersInSpectrograph = 250;
    const auto plates = wholeNumber(parser, u"plates"_s, 1, 100000);
    if (!plates)
        return plates.error();
    const auto spectrographs = wholeNumber(parser, u"spectrographs"_s, 1, 16);
    if (!spectrographs)
        return spectrographs.error();
    const auto seed = wholeNumber(parser, u"seed"_s, 0, std::numeric_limits<qint64>::max());
    if (!seed)
        return seed.error();
    night.plates = static_cast<int>(plates.value());
    night.spectrographs = static_cast<int>(spectrographs.value());
    night.seed = static_cast<quint64>(seed.value());
    night.spectraPerPlate = fibersInSpectrograph * night.spectrographs;
    if (parser.isSet(u"spectra"_s)) {
        const auto spectra = wholeNumber(parser, u"spectra"_s, 1, night.spectraPerPlate);
        if (!spectra)
            return spectra.error();
        night.spectraPerPlate = static_cast<int>(spectra.value());
    }
    return {};
}

Result<void> readWords(const QCommandLineParser& parser, Request& request)
{
    const auto date = QDate::fromString(parser.value(u"date"_s), Qt::ISODate);
    if (!date.isValid() || date < QDate(2011, 10, 24) || date.year() > 2099)
        return wrong(parser, u"date"_s);
    const auto layout = parser.value(u"layout"_s);
    const auto mix = parser.value(u"mix"_s);
    if (layout != u"image"_s && layout != u"table"_s)
        return wrong(parser, u"layout"_s);
    if (mix != u"survey"_s && mix != u"teaching"_s)
        return wrong(parser, u"mix"_s);
    request.night.evening = date;
    request.folder.layout = layout == u"table"_s ? Layout::LamostTable : Layout::LamostImage;
    request.night.mix = mix == u"teaching"_s ? ObjectMix::Teaching : ObjectMix::Survey;
    request.json = parser.isSet(u"json"_s);
    request.season = parser.isSet(u"season"_s);
    request.force = parser.isSet(u"force"_s);
    request.rulesFile = parser.value(u"rules"_s);
    return {};
}

Result<Request> readRequest(const QStringList& arguments)
{
    QCommandLineParser parser;
    describeOptions(parser);
    if (auto parsed = parseArguments(parser, u"simulate"_s, arguments); !parsed)
        return parsed.error();
    if (parser.positionalArguments().size() != 1)
        return Error {ErrorKind::BadInput, Text::tr("Name one folder to write into."), {}};
    Request request;
    if (auto read = readNumbers(parser, request.night); !read)
        return read.error();
    if (auto read = readWords(parser, request); !read)
        return read.error();
    request.folder.path = QDir::cleanPath(parser.positionalArguments().constFirst());
    const QDir dir(request.folder.path);
    if (dir.exists() && !dir.isEmpty(QDir::AllEntries | QDir::Hidden | QDir::NoDotAndDotDot)
        && !parser.isSet(u"force"_s))
        return Error {ErrorKind::BadInput,
                      Text::tr("%1 is not empty. Choose a new folder, or use --force to write into it.")
                          .arg(dir.path()),
                      {}};
    return request;
}

void printJson(const NightTally& tally, double seconds, QTextStream& out)
{
    const auto of = [&](SpectralClass spectralClass) {
        return tally.byPipelineClass[static_cast<std::size_t>(spectralClass)];
    };
    const QJsonObject summary {{u"plates"_s, tally.plates},
                               {u"spectra"_s, tally.spectra},
                               {u"sky"_s, tally.skyFibers},
                               {u"star"_s, of(SpectralClass::Star)},
                               {u"galaxy"_s, of(SpectralClass::Galaxy)},
                               {u"qso"_s, of(SpectralClass::Qso)},
                               {u"unknown"_s, of(SpectralClass::Unknown)},
                               {u"mistakes"_s, tally.mistakes},
                               {u"with_defects"_s, tally.withDefects},
                               {u"bytes"_s, tally.bytes},
                               {u"seconds"_s, seconds}};
    out << QString::fromUtf8(QJsonDocument(summary).toJson(QJsonDocument::Compact)) << Qt::endl;
}

void printWords(const NightTally& tally, double seconds, const QString& path, QTextStream& out)
{
    const auto of = [&](SpectralClass spectralClass) {
        return tally.byPipelineClass[static_cast<std::size_t>(spectralClass)];
    };
    out << Text::tr("%1: %2 on %3 in %4 s.")
               .arg(path, Text::tr("%n spectra", nullptr, tally.spectra),
                    Text::tr("%n plates", nullptr, tally.plates))
               .arg(seconds, 0, 'f', 1)
        << '\n'
        << Text::tr("The pipeline says: %1, %2, %3, %4 unknown; %5.")
               .arg(Text::tr("%n stars", nullptr, of(SpectralClass::Star)),
                    Text::tr("%n galaxies", nullptr, of(SpectralClass::Galaxy)),
                    Text::tr("%n QSOs", nullptr, of(SpectralClass::Qso)))
               .arg(of(SpectralClass::Unknown))
               .arg(Text::tr("%n sky fibres", nullptr, tally.skyFibers))
        << '\n'
        << Text::tr("%1, %2: see truth.csv.")
               .arg(Text::tr("%n of its answers are wrong or missing", nullptr, tally.mistakes),
                    Text::tr("%n spectra have a defect", nullptr, tally.withDefects))
        << Qt::endl;
}

}

QString SimulateCommand::name() const
{
    return u"simulate"_s;
}

QString SimulateCommand::summary() const
{
    return Text::tr("Write a survey night whose truth is known.");
}

QString SimulateCommand::usage() const
{
    QCommandLineParser parser;
    describeOptions(parser);
    return usageText(
        parser, name(), u"DIR"_s,
        Text::tr("Writes FITS files as LAMOST releases them, with noise, sky residuals, defects and the "
                 "mistakes of a\n"
                 "pipeline, into DIR/<evening>/<plan>/, and beside them truth.csv (what every spectrum "
                 "really is) and\n"
                 "observation_log.csv. DIR must be empty or new. The same options give the same files."));
}

namespace {
/// One line of a season's truth.csv.
QByteArray truthLine(const SeasonTruth& truth, const SeasonTruth& alpha)
{
    const auto number = [](const std::optional<double>& value) {
        return value ? QByteArray::number(*value, 'f', 8) : QByteArray();
    };
    return QByteArray::number(truth.obsid) + ',' + truth.version.toUtf8() + ',' + truth.reason.toUtf8() + ','
        + alpha.reason.toUtf8() + ',' + truth.spectralClass.toUtf8() + ',' + truth.subclass.toUtf8() + ','
        + number(truth.z) + ',' + truth.decidedBy.toUtf8() + ',' + truth.zFlag.toUtf8() + ','
        + (truth.stellar ? number(truth.stellar->teff) : QByteArray()) + '\n';
}

Result<void> writeSeasonTruth(const NightSettings& night, const QString& folder, const QueueRules& queue,
                              const ReleaseRules& rules)
{
    if (!QDir().mkpath(folder))
        return Error {ErrorKind::CannotWrite, Text::tr("The folder %1 cannot be made.").arg(folder), {}};
    OutputFile file(folder + u"/truth.csv"_s);
    if (auto opened = file.open(); !opened)
        return opened;
    if (auto written =
            file.write("obsid,version,reason,reason_alpha,class,subclass,z,decided_by,zflag,teff\n");
        !written)
        return written;
    const auto plates = seasonPlates(night);
    for (std::size_t i = 0; i < plates.size(); ++i) {
        const auto plate = seasonPlate(night, plates[i], static_cast<int>(i));
        QByteArray lines;
        for (const auto& spectrum : plate.spectra) {
            const auto header = seasonHeader(plate, spectrum, spectrum.versions.back(), folder);
            const auto reason = reasonName(decide(*header, queue).reason);
            lines += truthLine(truthOf(plate, spectrum, reason, rules, true),
                               truthOf(plate, spectrum, reason, rules, false));
        }
        if (auto written = file.write(lines); !written)
            return written;
    }
    return file.commit();
}

Result<Outcome> storeWholeSeason(const Request& request, CommandContext& context)
{
    const auto queue = defaultQueueRules();
    const auto rules = releaseRulesFrom(request.rulesFile);
    if (!queue || !rules)
        return queue ? rules.error() : queue.error();
    const auto db = context.database();
    if (!db)
        return db.error();
    const auto& night = request.night;
    const auto stored =
        db.value()
            ->run([&](QSqlDatabase& open) -> Result<void> {
                if (!open.hostName().isEmpty() && !request.force)
                    return Error {
                        ErrorKind::BadInput,
                        Text::tr("The profile's server may hold a survey. To store made-up spectra there "
                                 "all the same: --force"),
                        open.hostName()};
                return storeSeason(
                    open, context.schemas, night, queue.value(), request.folder.path,
                    std::clamp(QThread::idealThreadCount(), 1, 8), [&](int plates) {
                        if (context.terminal)
                            context.err << '\r'
                                        << Text::tr("%1 of %n plates", nullptr, night.plates).arg(plates)
                                        << Qt::flush;
                        return true;
                    });
            })
            .result();
    if (context.terminal)
        context.err << Qt::endl;
    if (!stored)
        return stored.error();
    if (auto written = writeSeasonTruth(night, request.folder.path, queue.value(), rules.value()); !written)
        return written.error();
    context.out
        << Text::tr(
               "%n plates are in the database; %1/truth.csv tells what a release must have of each spectrum.",
               nullptr, night.plates)
               .arg(request.folder.path)
        << Qt::endl;
    return Outcome::Done;
}
}

Result<Outcome> SimulateCommand::run(const QStringList& arguments, CommandContext& context)
{
    const auto request = readRequest(arguments);
    if (!request)
        return request.error();
    if (request.value().season)
        return storeWholeSeason(request.value(), context);
    const auto& night = request.value().night;
    const auto& folder = request.value().folder;
    const int total = night.plates * night.spectraPerPlate;
    const bool watched = context.terminal;
    QElapsedTimer clock;
    clock.start();
    const auto tally = writeNight(night, folder, [&](int written) {
        if (watched)
            context.err << '\r' << Text::tr("%1 of %n spectra", nullptr, total).arg(written) << Qt::flush;
        return true;
    });
    if (watched)
        context.err << '\n' << Qt::flush;
    if (!tally)
        return tally.error();
    const double seconds = static_cast<double>(clock.elapsed()) / 1000;
    if (request.value().json)
        printJson(tally.value(), seconds, context.out);
    else
        printWords(tally.value(), seconds, folder.path, context.out);
    return Outcome::Done;
}
