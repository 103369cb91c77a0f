#include "app/commands/taskscommand.h"

#include "app/commands/arguments.h"
#include "app/commands/databasejob.h"
#include "app/commands/optionreader.h"
#include "app/commands/rowtable.h"
#include "db/stores/memberstore.h"
#include "db/stores/scorestore.h"
#include "db/stores/taskstore.h"
#include "models/templates/truthtable.h"
#include "models/values/wholefile.h"

#include <QCoreApplication>
#include <QDate>
#include <QFileInfo>
#include <QTextStream>

using namespace Qt::Literals::StringLiterals;

namespace {
struct Text
{
    Q_DECLARE_TR_FUNCTIONS(TasksCommand)
};

void describe(QCommandLineParser& parser)
{
    parser.addOption({u"night"_s, Text::tr("Date of observation; may be given again."), u"DATE"_s});
    parser.addOption({u"plate"_s, Text::tr("Plate; may be given again."), u"PLAN"_s});
    parser.addOption({u"spectrograph"_s, Text::tr("Spectrograph; may be given again."), u"NUMBER"_s});
    parser.addOption({u"class"_s, Text::tr("STAR, GALAXY, QSO or UNKNOWN; may be given again."), u"CLASS"_s});
    parser.addOption({u"subclass"_s, Text::tr("Wildcard, e.g. sdM*; may be given again."), u"PATTERN"_s});
    parser.addOption({u"target"_s,
                      Text::tr("Wildcard for the type of the input catalogue; may be given again."),
                      u"PATTERN"_s});
    parser.addOption({u"page"_s, Text::tr("inspect or browse."), u"PAGE"_s});
    parser.addOption({u"pipeline"_s, Text::tr("Pipeline version."), u"VERSION"_s});
    parser.addOption({u"min-snr"_s, Text::tr("S/N in g or r, the larger, at least."), u"NUMBER"_s});
    parser.addOption({u"max-snr"_s, Text::tr("S/N in g or r, the larger, at most."), u"NUMBER"_s});
    parser.addOption({u"again"_s, Text::tr("Also what has a verdict.")});
    parser.addOption({u"order"_s,
                      Text::tr("What comes first: information (what tells most), probability (least P), "
                               "delta-chi2 (least), photometry (class against the target's), natural (as "
                               "observed) or random."),
                      u"ORDER"_s, u"information"_s});
    parser.addOption(
        {u"inspectors"_s, Text::tr("How many people look at each spectrum."), u"NUMBER"_s, u"1"_s});
    parser.addOption({u"gold"_s, Text::tr("Share of known spectra mixed in, 0 to 0.5."), u"SHARE"_s, u"0"_s});
    parser.addOption({u"lease"_s, Text::tr("Minutes after which what is not decided is free again."),
                      u"MINUTES"_s, u"30"_s});
    parser.addOption({u"for"_s,
                      Text::tr("Give it to this person; may be given again. Otherwise to everybody."),
                      u"ACCOUNT"_s});
    parser.addOption({u"all"_s, Text::tr("List closed tasks too.")});
    parser.addOption({u"json"_s, Text::tr("One JSON object a line instead of a table.")});
}

TaskFilter filterFrom(const QCommandLineParser& parser, OptionReader& reader)
{
    TaskFilter filter {.nights = parser.values(u"night"_s),
                       .planIds = parser.values(u"plate"_s),
                       .subclasses = parser.values(u"subclass"_s),
                       .objectTypes = parser.values(u"target"_s),
                       .pipelineVersion = parser.value(u"pipeline"_s),
                       .minSnr = reader.number(u"min-snr"_s),
                       .maxSnr = reader.number(u"max-snr"_s),
                       .openOnly = !parser.isSet(u"again"_s)};
    for (const auto& night : filter.nights)
        reader.complainUnless(QDate::fromString(night, Qt::ISODate).isValid(), u"night"_s, night);
    filter.spectrographs = reader.wholeNumbers(u"spectrograph"_s);
    for (const auto& word : parser.values(u"class"_s)) {
        filter.classes.push_back(spectralClassFrom(word));
        const bool isUnknown = word.compare(className(SpectralClass::Unknown), Qt::CaseInsensitive) == 0;
        reader.complainUnless(isUnknown || filter.classes.back() != SpectralClass::Unknown, u"class"_s, word);
    }
    if (parser.isSet(u"page"_s))
        filter.page = reader.page(u"page"_s);
    return filter;
}

void write(CommandContext& context, const Tasks& tasks, bool json)
{
    std::vector<QVariantList> rows;
    for (const auto& task : tasks)
        rows.push_back({task.id, task.title, task.spectra, task.looks, task.looksDone, task.looksHeld,
                        orderName(task.order), task.members, task.createdBy, task.closed});
    writeRows(context.out,
              {{u"id"_s, Text::tr("No.")},
               {u"title"_s, Text::tr("Task")},
               {u"spectra"_s, Text::tr("Spectra")},
               {u"looks"_s, Text::tr("Looks")},
               {u"done"_s, Text::tr("Done")},
               {u"held"_s, Text::tr("Held")},
               {u"order"_s, Text::tr("Order")},
               {u"members"_s, Text::tr("For")},
               {u"created_by"_s, Text::tr("By")},
               {u"closed"_s, Text::tr("Closed")}},
              rows, json);
}

Result<void> list(QSqlDatabase& db, CommandContext& context, const QCommandLineParser& parser)
{
    const auto tasks = TaskStore::all(db, context.schemas, {.openOnly = !parser.isSet(u"all"_s)});
    if (!tasks)
        return tasks.error();
    write(context, tasks.value(), parser.isSet(u"json"_s));
    return {};
}

/// The people of --for: members, or whoever signs on his own server.
Result<QStringList> peopleFrom(QSqlDatabase& db, const CommandContext& context,
                               const QCommandLineParser& parser)
{
    const auto people = parser.values(u"for"_s);
    for (const auto& account : people) {
        const auto role = MemberStore::roleOf(db, context.schemas, account);
        if (!role)
            return role.error();
        if (!role.value() && account != context.account)
            return Error {ErrorKind::NotFound, Text::tr("There is no account “%1”.").arg(account), {}};
    }
    return people;
}

Result<void> create(QSqlDatabase& db, CommandContext& context, const QCommandLineParser& parser,
                    const QString& title)
{
    const auto order = taskOrderFrom(parser.value(u"order"_s));
    if (!order)
        return Error {ErrorKind::BadInput, Text::tr("“%1” is no order.").arg(parser.value(u"order"_s)), {}};
    const auto people = peopleFrom(db, context, parser);
    if (!people)
        return people.error();
    OptionReader reader(parser, u"tasks"_s);
    const Task wish {.title = title,
                     .filter = filterFrom(parser, reader),
                     .order = *order,
                     .inspectors = reader.wholeNumber(u"inspectors"_s),
                     .goldShare = *reader.number(u"gold"_s),
                     .leaseMinutes = reader.wholeNumber(u"lease"_s),
                     .members = people.value(),
                     .createdBy = context.account};
    if (reader.error())
        return *reader.error();
    const auto task = TaskStore::create(db, context.schemas, wish);
    if (!task)
        return task.error();
    write(context, {task.value()}, parser.isSet(u"json"_s));
    return {};
}

/// Truths of a table like the one `simulate` writes, for spectra whose answer is certain.
Result<void> noteKnown(QSqlDatabase& db, CommandContext& context, const QString& version, const QString& path)
{
    const auto text = readWholeFile(path);
    if (!text)
        return text.error();
    const auto table = TruthTable::parse(text.value());
    if (!table)
        return table.error();
    GoldStandards truths;
    for (const auto& [obsid, truth] : table.value().byObsid().asKeyValueRange())
        if (truth.isUsable && truth.spectralClass != SpectralClass::Unknown)
            truths.push_back({.obsid = obsid,
                              .pipelineVersion = version,
                              .spectralClass = truth.spectralClass,
                              .subclass = truth.subclass,
                              .z = truth.z,
                              .source = QFileInfo(path).fileName()});
    const auto noted = ScoreStore::addGold(db, context.schemas, truths);
    if (!noted)
        return noted.error();
    context.out << Text::tr("%1 of %n spectra of %2 are known now; the others are not in the queue.", nullptr,
                            static_cast<int>(truths.size()))
                       .arg(noted.value())
                       .arg(path)
                << Qt::endl;
    return {};
}

Result<void> scores(QSqlDatabase& db, CommandContext& context, bool json)
{
    const auto rules = ConflictRules::builtIn();
    if (!rules)
        return rules.error();
    const auto scores = ScoreStore::scores(db, context.schemas, rules.value());
    if (!scores)
        return scores.error();
    std::vector<QVariantList> rows;
    for (const auto& score : scores.value())
        rows.push_back({score.inspector, score.judged, score.right(), score.wrongClass, score.wrongRedshift,
                        score.unsure, 100 * score.wrongShare()});
    writeRows(context.out,
              {{u"inspector"_s, Text::tr("Inspector")},
               {u"judged"_s, Text::tr("Known spectra")},
               {u"right"_s, Text::tr("Right")},
               {u"wrong_class"_s, Text::tr("Wrong class")},
               {u"wrong_redshift"_s, Text::tr("Wrong redshift")},
               {u"unsure"_s, Text::tr("Unsure")},
               {u"wrong_percent"_s, Text::tr("Wrong %")}},
              rows, json);
    return {};
}

/// What is done to the task of a number.
Result<void> change(QSqlDatabase& db, CommandContext& context, const QCommandLineParser& parser,
                    const QString& deed, const QString& number)
{
    bool isNumber = false;
    const int id = number.toInt(&isNumber);
    if (!isNumber)
        return Error {ErrorKind::BadInput, Text::tr("“%1” is no task's number.").arg(number), {}};
    if (deed != "assign"_L1) {
        const bool closes = deed == "close"_L1;
        if (auto done = TaskStore::setClosed(db, context.schemas, id, closes); !done)
            return done;
        context.out << (closes ? Text::tr("Task %1 is closed.") : Text::tr("Task %1 is open again.")).arg(id)
                    << Qt::endl;
        return {};
    }
    const auto people = peopleFrom(db, context, parser);
    if (!people)
        return people.error();
    if (auto done = TaskStore::assign(db, context.schemas, id, people.value()); !done)
        return done;
    context.out << (people.value().isEmpty()
                        ? Text::tr("Task %1 is given to everybody.").arg(id)
                        : Text::tr("Task %1 is given to: %2.").arg(id).arg(people.value().join(u", "_s)))
                << Qt::endl;
    return {};
}

Result<void> perform(QSqlDatabase& db, CommandContext& context, const QCommandLineParser& parser)
{
    const auto words = parser.positionalArguments();
    const auto deed = words.value(0);
    if (words.isEmpty() || (words.size() == 1 && deed == "list"_L1))
        return list(db, context, parser);
    if (words.size() == 1 && deed == "scores"_L1)
        return scores(db, context, parser.isSet(u"json"_s));
    if (words.size() == 2) {
        if (deed == "create"_L1)
            return create(db, context, parser, words.at(1));
        if (deed == "known"_L1)
            return noteKnown(db, context, parser.value(u"pipeline"_s), words.at(1));
        if (deed == "assign"_L1 || deed == "close"_L1 || deed == "reopen"_L1)
            return change(db, context, parser, deed, words.at(1));
    }
    return Error {ErrorKind::BadInput, Text::tr("This is not understood. Try: specdesk tasks --help"),
                  words.join(u' ')};
}
}

QString TasksCommand::name() const
{
    return u"tasks"_s;
}

QString TasksCommand::summary() const
{
    return Text::tr("Hand out work, list it, and score people on known spectra.");
}

QString TasksCommand::usage() const
{
    QCommandLineParser parser;
    describe(parser);
    return usageText(
        parser, name(),
        Text::tr(
            "[list | create TITLE | assign NUMBER | close NUMBER | reopen NUMBER | known FILE | scores]"),
        Text::tr("A task is what its options find at this moment. People take spectra of it for a while; two "
                 "never get the\n"
                 "same one, unless it is to be looked at several times."));
}

Result<Outcome> TasksCommand::run(const QStringList& arguments, CommandContext& context)
{
    QCommandLineParser parser;
    describe(parser);
    if (auto parsed = parseArguments(parser, name(), arguments); !parsed)
        return parsed.error();
    return runOnDatabase(context, [&](QSqlDatabase& db) { return perform(db, context, parser); });
}
