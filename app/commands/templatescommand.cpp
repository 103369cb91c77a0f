#include "app/commands/templatescommand.h"

#include "app/commands/arguments.h"
#include "app/commands/truthsource.h"
#include "app/redshift/redshiftrun.h"
#include "app/spectra/parallelreader.h"
#include "db/templates/templatefile.h"
#include "models/templates/templatebuilder.h"

#include <QCoreApplication>
#include <QDir>
#include <QTextStream>

using namespace Qt::Literals::StringLiterals;

namespace {
struct Text
{
    Q_DECLARE_TR_FUNCTIONS(TemplatesCommand)
};

void describe(QCommandLineParser& parser)
{
    describeTruth(parser);
    parser.addOptions(
        {{{u"o"_s, u"output"_s}, Text::tr("build: folder to write the set into."), u"DIR"_s},
         {u"set-version"_s, Text::tr("build: version written into the files."), u"TEXT"_s, u"1"_s},
         {u"min-snr"_s, Text::tr("build: least median S/N of a spectrum that is used (default 8)."), u"S/N"_s,
          u"8"_s},
         {u"templates"_s, Text::tr("list: the set of a folder instead of SpecDesk's own."), u"DIR"_s},
         {u"provenance"_s, Text::tr("list: also what each group is made from.")}});
}

QString fileNameOf(const TemplateGroup& group)
{
    return group.name.toLower().replace(u' ', u'-') + u".fits.gz"_s;
}

Result<Outcome> listTemplates(const QCommandLineParser& parser, CommandContext& context)
{
    QStringList complaints;
    const auto set = templatesFor(parser.value(u"templates"_s), complaints);
    if (!set)
        return set.error();
    const bool provenance = parser.isSet(u"provenance"_s);
    context.out << "group\tclass\tz_min\tz_max\tversion\tcomponents\tfile"
                << (provenance ? "\tprovenance\n" : "\n");
    for (const auto& group : set.value()) {
        QStringList names;
        for (const auto& component : group.components)
            names.append(component.name);
        context.out << group.name << '\t' << className(group.spectralClass) << '\t' << group.zMin << '\t'
                    << group.zMax << '\t' << group.version << '\t' << names.join(u", "_s) << '\t'
                    << (group.file.startsWith(u':') ? u"SpecDesk"_s : group.file)
                    << (provenance ? u'\t' + group.provenance : QString()) << '\n';
    }
    for (const auto& complaint : complaints)
        context.err << complaint << Qt::endl;
    return complaints.isEmpty() ? Outcome::Done : Outcome::SomeRefused;
}

VerifiedSpectra verifiedSpectra(const TruthSource& source, Outcome& outcome, CommandContext& context)
{
    VerifiedSpectra verified;
    readInParallel(source.files, [&](std::vector<FileReading> readings) {
        for (const auto& reading : readings) {
            if (!reading.spectra) {
                outcome = Outcome::SomeRefused;
                context.err << reading.file << ": " << reading.spectra.error().message << Qt::endl;
                continue;
            }
            for (const auto& spectrum : reading.spectra.value()) {
                const auto truth = source.of(*spectrum);
                if (truth && truth->z && truth->isUsable)
                    verified.push_back({spectrum, truth->spectralClass, truth->subclass, *truth->z});
            }
        }
        return true;
    });
    return verified;
}

Result<Outcome> build(const QCommandLineParser& parser, const QStringList& paths, CommandContext& context)
{
    const QDir folder(parser.value(u"output"_s));
    if (!parser.isSet(u"output"_s) || !QDir().mkpath(folder.path()))
        return Error {ErrorKind::BadInput, Text::tr("Name a folder to write into with -o."), {}};
    bool isNumber = false;
    TemplateRecipe recipe {parser.value(u"set-version"_s), parser.value(u"min-snr"_s).toDouble(&isNumber)};
    if (!isNumber)
        return Error {ErrorKind::BadInput, Text::tr("--min-snr takes a number."), {}};
    const auto source = truthSource(parser, paths, context);
    if (!source)
        return source.error();
    auto outcome = Outcome::Done;
    const auto verified = verifiedSpectra(source.value(), outcome, context);
    for (const auto& group : buildTemplates(verified, recipe)) {
        if (auto written = writeTemplateFile(group, folder.filePath(fileNameOf(group))); !written)
            return written.error();
        context.out << fileNameOf(group) << '\t' << group.provenance << '\n';
    }
    return outcome;
}
}

QString TemplatesCommand::name() const
{
    return u"templates"_s;
}

QString TemplatesCommand::summary() const
{
    return Text::tr("Build a set of redshift templates, or list one.");
}

QString TemplatesCommand::usage() const
{
    QCommandLineParser parser;
    describe(parser);
    return usageText(
        parser, name(), u"build PATH… | list"_s,
        Text::tr(
            "build: averages the verified stars of the files and folders by type, mixes galaxies from them, "
            "adds\n"
            "models of rare stars and of QSOs, and writes one file a group with version and provenance.\n"
            "list: the groups of a set and their components."));
}

Result<Outcome> TemplatesCommand::run(const QStringList& arguments, CommandContext& context)
{
    QCommandLineParser parser;
    describe(parser);
    if (auto parsed = parseArguments(parser, name(), arguments); !parsed)
        return parsed.error();
    auto words = parser.positionalArguments();
    const auto verb = words.isEmpty() ? QString() : words.takeFirst();
    if (verb == "list"_L1)
        return listTemplates(parser, context);
    if (verb == "build"_L1)
        return build(parser, words, context);
    return Error {
        ErrorKind::BadInput, Text::tr("What to do? build or list; see specdesk templates --help."), {}};
}
