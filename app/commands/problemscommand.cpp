#include "app/commands/problemscommand.h"

#include "app/commands/arguments.h"
#include "app/commands/databasejob.h"
#include "app/commands/optionreader.h"
#include "app/commands/rowtable.h"
#include "db/stores/problemstore.h"

#include <QCoreApplication>
#include <QTextStream>

#include <algorithm>

using namespace Qt::Literals::StringLiterals;

namespace {
struct Text
{
    Q_DECLARE_TR_FUNCTIONS(ProblemsCommand)
};

void describe(QCommandLineParser& parser)
{
    parser.addOption({u"from"_s, Text::tr("From this date of observation on."), u"DATE"_s});
    parser.addOption({u"to"_s, Text::tr("Up to this date of observation."), u"DATE"_s});
    parser.addOption({u"plate"_s, Text::tr("Plate."), u"PLAN"_s});
    parser.addOption({u"spectrograph"_s, Text::tr("Spectrograph."), u"NUMBER"_s});
    parser.addOption(
        {u"state"_s,
         Text::tr("open, confirmed, refuted or fixed; may be given again. Otherwise open and confirmed."),
         u"STATE"_s});
    parser.addOption({u"all"_s, Text::tr("Whatever the state.")});
    parser.addOption({u"note"_s, Text::tr("What to say with an answer or a report."), u"TEXT"_s});
    parser.addOption({u"pipeline"_s,
                      Text::tr("Pipeline version: that was looked at, or, with reprocessed, that mends it."),
                      u"VERSION"_s});
    parser.addOption({u"night"_s, Text::tr("With report: the date of observation."), u"DATE"_s});
    parser.addOption({u"fibers"_s, Text::tr("With report: the range of fibres, e.g. 17-30."), u"A-B"_s});
    parser.addOption(
        {u"kind"_s, Text::tr("With report: %1.").arg(problemKinds().join(u", "_s)), u"KIND"_s, u"other"_s});
    parser.addOption({u"arm"_s, Text::tr("With report: blue or red."), u"ARM"_s});
    parser.addOption(
        {u"raw"_s, Text::tr("With report: the raw data are bad, so that they are not released.")});
    parser.addOption({u"json"_s, Text::tr("One JSON object a line instead of a table.")});
}

Result<ProblemFilter> filterFrom(const QCommandLineParser& parser)
{
    ProblemFilter filter {.fromDate = parser.value(u"from"_s),
                          .toDate = parser.value(u"to"_s),
                          .planId = parser.value(u"plate"_s)};
    OptionReader reader(parser, u"problems"_s);
    for (const auto& day : {u"from"_s, u"to"_s})
        reader.day(day);
    if (parser.isSet(u"spectrograph"_s))
        filter.spectrographId = reader.wholeNumber(u"spectrograph"_s);
    if (reader.error())
        return *reader.error();
    for (const auto& name : parser.values(u"state"_s)) {
        const auto state = problemStateFrom(name);
        if (!state)
            return Error {ErrorKind::BadInput, Text::tr("“%1” is no state of a problem.").arg(name), {}};
        filter.states.push_back(*state);
    }
    if (filter.states.empty() && !parser.isSet(u"all"_s))
        filter.states = ProblemStore::statesToWorkOn();
    return filter;
}

Result<void> list(QSqlDatabase& db, CommandContext& context, const QCommandLineParser& parser)
{
    const auto filter = filterFrom(parser);
    if (!filter)
        return filter.error();
    const auto problems = ProblemStore::all(db, context.schemas, filter.value());
    if (!problems)
        return problems.error();
    std::vector<QVariantList> rows;
    for (const auto& problem : problems.value())
        rows.push_back({problem.id, problem.obsDate, problem.planId, problem.spectrographId,
                        problem.firstFiber, problem.lastFiber, problem.arm, problem.kind,
                        originName(problem.origin), stateName(problem.state), problem.spectra,
                        problem.reporter, problem.description, problem.note, problem.pipelineVersion,
                        problem.fixedVersion});
    writeRows(context.out,
              {{u"id"_s, Text::tr("No.")},
               {u"obs_date"_s, Text::tr("Night")},
               {u"plate"_s, Text::tr("Plate")},
               {u"spectrograph"_s, Text::tr("Sp.")},
               {u"first_fiber"_s, Text::tr("From")},
               {u"last_fiber"_s, Text::tr("To")},
               {u"arm"_s, Text::tr("Arm")},
               {u"kind"_s, Text::tr("Kind")},
               {u"origin"_s, Text::tr("Origin")},
               {u"state"_s, Text::tr("State")},
               {u"spectra"_s, Text::tr("Spectra")},
               {u"reporter"_s, Text::tr("Reporter")},
               {u"description"_s, Text::tr("Description")},
               {u"note"_s, Text::tr("Answer")},
               {u"pipeline_version"_s, Text::tr("Version")},
               {u"fixed_version"_s, Text::tr("Mended by")}},
              rows, parser.isSet(u"json"_s));
    return {};
}

/// "17-30" or "17" as two numbers; a complaint for anything else.
std::pair<int, int> fibersFrom(const QCommandLineParser& parser, OptionReader& reader)
{
    const auto range = parser.value(u"fibers"_s).split(u'-');
    bool isFirst = false;
    bool isLast = false;
    const std::pair fibers {range.first().toInt(&isFirst), range.last().toInt(&isLast)};
    reader.complainUnless(isFirst && isLast && range.size() <= 2, u"fibers"_s, parser.value(u"fibers"_s));
    return fibers;
}

Result<void> report(QSqlDatabase& db, CommandContext& context, const QCommandLineParser& parser)
{
    OptionReader reader(parser, u"problems"_s);
    const auto [first, last] = fibersFrom(parser, reader);
    const FiberProblem problem {.submission = QUuid::createUuid(),
                                .pipelineVersion = parser.value(u"pipeline"_s),
                                .obsDate = parser.value(u"night"_s),
                                .planId = parser.value(u"plate"_s),
                                .spectrographId = reader.wholeNumber(u"spectrograph"_s),
                                .firstFiber = first,
                                .lastFiber = last,
                                .arm = parser.value(u"arm"_s),
                                .kind = parser.value(u"kind"_s),
                                .origin =
                                    parser.isSet(u"raw"_s) ? ProblemOrigin::Raw : ProblemOrigin::Reduction,
                                .description = parser.value(u"note"_s),
                                .reporter = context.account};
    if (reader.error())
        return *reader.error();
    const auto id = ProblemStore::report(db, context.schemas, problem);
    if (!id)
        return id.error();
    const auto spectra = ProblemStore::spectraOf(db, context.schemas, problem);
    if (!spectra)
        return spectra.error();
    context.out << Text::tr("Problem %1 is reported; %n spectra are kept back.", nullptr,
                            static_cast<int>(spectra.value()))
                       .arg(id.value())
                << Qt::endl;
    return {};
}

/// What is true once the answer stands.
QString sentenceOn(const FiberProblem& problem, ProblemState state, const QString& version)
{
    const int spectra = static_cast<int>(problem.spectra);
    if (state == ProblemState::Rejected)
        return Text::tr("Problem %1 is rejected; %n spectra are not kept back any longer.", nullptr, spectra)
            .arg(problem.id);
    if (problem.origin == ProblemOrigin::Raw)
        return Text::tr("Problem %1 is answered; %n spectra stay kept back, as the raw data are bad.",
                        nullptr, spectra)
            .arg(problem.id);
    if (state == ProblemState::Confirmed)
        return Text::tr("Problem %1 is confirmed; %n spectra wait for a version that mends it.", nullptr,
                        spectra)
            .arg(problem.id);
    return Text::tr("Problem %1 is mended by %2, whose spectra are inspected anew.")
        .arg(problem.id)
        .arg(version);
}

Result<void> answer(QSqlDatabase& db, CommandContext& context, const QCommandLineParser& parser, qint64 id,
                    ProblemState state)
{
    const auto problems = ProblemStore::all(db, context.schemas);
    if (!problems)
        return problems.error();
    const auto seen = std::ranges::find(problems.value(), id, &FiberProblem::id);
    if (seen == problems.value().end())
        return Error {ErrorKind::NotFound, Text::tr("There is no problem %1.").arg(id), {}};
    const auto version = state == ProblemState::Reprocessed ? parser.value(u"pipeline"_s) : QString();
    if (auto done = ProblemStore::answer(
            db, context.schemas, *seen,
            {.problemId = id, .state = state, .note = parser.value(u"note"_s), .fixedVersion = version},
            context.account);
        !done)
        return done;
    context.out << sentenceOn(*seen, state, version) << Qt::endl;
    return {};
}

Result<void> perform(QSqlDatabase& db, CommandContext& context, const QCommandLineParser& parser)
{
    const auto words = parser.positionalArguments();
    const auto deed = words.value(0);
    if (words.isEmpty() || (words.size() == 1 && deed == "list"_L1))
        return list(db, context, parser);
    if (words.size() == 1 && deed == "report"_L1)
        return report(db, context, parser);
    if (words.size() == 2)
        for (const auto& [word, state] : {std::pair {u"confirm"_s, ProblemState::Confirmed},
                                          std::pair {u"reject"_s, ProblemState::Rejected},
                                          std::pair {u"reprocessed"_s, ProblemState::Reprocessed}})
            if (deed == word)
                return answer(db, context, parser, words.at(1).toLongLong(), state);
    return Error {ErrorKind::BadInput, Text::tr("This is not understood. Try: specdesk problems --help"),
                  words.join(u' ')};
}
}

QString ProblemsCommand::name() const
{
    return u"problems"_s;
}

QString ProblemsCommand::summary() const
{
    return Text::tr("List, report and answer problems of spectrographs.");
}

QString ProblemsCommand::usage() const
{
    QCommandLineParser parser;
    describe(parser);
    return usageText(
        parser, name(), Text::tr("[list | report | confirm NUMBER | reject NUMBER | reprocessed NUMBER]"),
        Text::tr("Spectra of a reported range are not released unless the 2D team rejects the problem; those "
                 "of a version that\n"
                 "mends it are inspected anew and go out. An empty list means that nothing is left to do."));
}

Result<Outcome> ProblemsCommand::run(const QStringList& arguments, CommandContext& context)
{
    QCommandLineParser parser;
    describe(parser);
    if (auto parsed = parseArguments(parser, name(), arguments); !parsed)
        return parsed.error();
    return runOnDatabase(context, [&](QSqlDatabase& db) { return perform(db, context, parser); });
}
