#include "app/commands/progresscommand.h"

#include "app/commands/arguments.h"
#include "app/commands/databasejob.h"
#include "app/commands/optionreader.h"
#include "app/commands/rowtable.h"
#include "db/stores/progressstore.h"

#include <QCoreApplication>
#include <QTextStream>

using namespace Qt::Literals::StringLiterals;

namespace {
struct Text
{
    Q_DECLARE_TR_FUNCTIONS(ProgressCommand)
};

void describe(QCommandLineParser& parser)
{
    parser.addOption({u"by"_s, Text::tr("day, night, plate, person or task."), u"GROUP"_s, u"night"_s});
    parser.addOption(
        {u"from"_s,
         Text::tr(
             "From this date on: of decision for days and people, of observation for nights and plates."),
         u"DATE"_s});
    parser.addOption({u"before"_s, Text::tr("Before this date."), u"DATE"_s});
    parser.addOption({u"inspector"_s, Text::tr("Only this person, for days and people."), u"NAME"_s});
    parser.addOption({u"page"_s, Text::tr("inspect or browse, for nights and plates."), u"PAGE"_s});
    parser.addOption(
        {u"json"_s, Text::tr("One JSON object a line instead of a table; the last one is the forecast.")});
}

Result<ProgressQuery> queryFrom(const QCommandLineParser& parser)
{
    const auto group = progressGroupFrom(parser.value(u"by"_s));
    if (!group)
        return Error {
            ErrorKind::BadInput, Text::tr("Progress goes by day, night, plate, person or task."), {}};
    OptionReader reader(parser, u"progress"_s);
    ProgressQuery query {.group = *group,
                         .from = reader.day(u"from"_s),
                         .before = reader.day(u"before"_s),
                         .inspector = parser.value(u"inspector"_s)};
    if (parser.isSet(u"page"_s))
        query.page = reader.page(u"page"_s);
    if (reader.error())
        return *reader.error();
    return query;
}

void write(QTextStream& out, const ProgressLines& lines, bool json)
{
    std::vector<QVariantList> rows;
    for (const auto& line : lines) {
        const auto ofAll = [&line](const QVariant& number) {
            return line.total > 0 ? number : QVariant(); // of days and people nobody knows how much there is
        };
        rows.push_back({line.name, ofAll(line.total), line.done, ofAll(line.remaining()),
                        ofAll(100 * line.share()), line.withdrawn, line.people,
                        line.perHour() ? QVariant(*line.perHour()) : QVariant(), line.last});
    }
    writeRows(out,
              {{u"name"_s, Text::tr("Name")},
               {u"total"_s, Text::tr("Total")},
               {u"done"_s, Text::tr("Done")},
               {u"remaining"_s, Text::tr("Remaining")},
               {u"percent"_s, u"%"_s},
               {u"withdrawn"_s, Text::tr("Taken back")},
               {u"people"_s, Text::tr("People")},
               {u"per_hour"_s, Text::tr("Per hour")},
               {u"last"_s, Text::tr("Last")}},
              rows, json);
}

void write(QTextStream& out, const Forecast& forecast, bool json)
{
    if (json) {
        writeRows(out,
                  {{u"remaining"_s, {}},
                   {u"per_day"_s, {}},
                   {u"per_hour"_s, {}},
                   {u"person_hours"_s, {}},
                   {u"done"_s, {}}},
                  {{forecast.remaining, forecast.perDay, forecast.perHour,
                    forecast.personHours ? QVariant(*forecast.personHours) : QVariant(),
                    forecast.done ? QVariant(forecast.done->toString(Qt::ISODate)) : QVariant()}},
                  true);
        return;
    }
    const int remaining = static_cast<int>(forecast.remaining);
    out << (forecast.done
                ? Text::tr("%n spectra remain; at %1 a day the last is looked at on %2.", nullptr, remaining)
                      .arg(forecast.perDay, 0, 'f', 0)
                      .arg(forecast.done->toString(Qt::ISODate))
                : Text::tr("%n spectra remain; nobody has decided anything in the last days.", nullptr,
                           remaining))
        << '\n';
}
}

QString ProgressCommand::name() const
{
    return u"progress"_s;
}

QString ProgressCommand::summary() const
{
    return Text::tr("Tell how far the work is and when it will be done.");
}

QString ProgressCommand::usage() const
{
    QCommandLineParser parser;
    describe(parser);
    return usageText(parser, name(), {},
                     Text::tr("Counts spectra with a verdict by night or plate, verdicts by day or person, "
                              "looks by task. Who may not\n"
                              "see others' verdicts gets his own numbers for days and people."));
}

Result<Outcome> ProgressCommand::run(const QStringList& arguments, CommandContext& context)
{
    QCommandLineParser parser;
    describe(parser);
    if (auto parsed = parseOptions(parser, name(), arguments); !parsed)
        return parsed.error();
    const auto query = queryFrom(parser);
    if (!query)
        return query.error();
    const bool json = parser.isSet(u"json"_s);
    return runOnDatabase(context, [&](QSqlDatabase& db) -> Result<void> {
        const auto lines = ProgressStore::lines(db, context.schemas, query.value());
        if (!lines)
            return lines.error();
        const auto forecast = ProgressStore::forecast(
            db, context.schemas, {.inspector = query.value().inspector, .page = query.value().page},
            QDateTime::currentDateTimeUtc().date());
        if (!forecast)
            return forecast.error();
        write(context.out, lines.value(), json);
        write(context.out, forecast.value(), json);
        return {};
    });
}
