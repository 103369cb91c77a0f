#include "app/commands/logcommand.h"

#include "app/commands/arguments.h"
#include "app/commands/platelogfile.h"
#include "db/sql/account.h"
#include "db/sql/dbthread.h"

#include <QCoreApplication>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTextStream>

#include <algorithm>

using namespace Qt::Literals::StringLiterals;

namespace {
struct Text
{
    Q_DECLARE_TR_FUNCTIONS(LogCommand)
};

void describe(QCommandLineParser& parser)
{
    parser.addOptions(
        {{u"headers"_s, Text::tr("Enter the plates of all ingested spectra that the log does not have yet.")},
         {u"open"_s, Text::tr("Show only plates that nobody has confirmed.")},
         {u"from"_s, Text::tr("Show evenings from this one on."), u"yyyy-mm-dd"_s},
         {u"until"_s, Text::tr("Show evenings up to this one."), u"yyyy-mm-dd"_s},
         {u"confirm"_s, Text::tr("Confirm what the log says of this plate; needs --night."), u"PLAN"_s},
         {u"night"_s, Text::tr("Evening of the plate to confirm."), u"yyyy-mm-dd"_s},
         {u"science"_s, Text::tr("With --confirm: a science observation (yes) or a test (no)."), u"yes|no"_s},
         {u"valid"_s, Text::tr("With --confirm: whether its data may go out."), u"yes|no"_s},
         {u"comment"_s, Text::tr("With --confirm: a remark."), u"TEXT"_s},
         {u"json"_s, Text::tr("One JSON object a line.")}});
}

QString word(const std::optional<bool>& flag)
{
    return !flag ? u"?"_s : *flag ? u"yes"_s : u"no"_s;
}

QString number(const std::optional<double>& value)
{
    return value ? QString::number(*value, 'f', 2) : u"?"_s;
}

QByteArray jsonLine(const PlateLog& plate)
{
    const auto orNull = [](const auto& value) { return value ? QJsonValue(*value) : QJsonValue(); };
    const QJsonObject object {{u"night"_s, plate.obsDate},
                              {u"lmjd"_s, plate.lmjd},
                              {u"plan"_s, plate.planId},
                              {u"pid"_s, orNull(plate.pid)},
                              {u"science"_s, orNull(plate.isScience)},
                              {u"valid"_s, orNull(plate.isValid)},
                              {u"moon_phase_days"_s, orNull(plate.moonPhaseDays)},
                              {u"seeing"_s, orNull(plate.seeingArcsec)},
                              {u"weather"_s, plate.weather},
                              {u"comment"_s, plate.remark},
                              {u"entered_from"_s, plate.enteredFrom},
                              {u"confirmed_by"_s, plate.confirmedBy}};
    return QJsonDocument(object).toJson(QJsonDocument::Compact);
}

void print(const std::vector<PlateLog>& plates, bool json, QTextStream& out)
{
    if (!json)
        out << u"night       plan                      science valid  moon  seeing  confirmed  comment\n"_s;
    for (const auto& plate : plates)
        if (json)
            out << QString::fromUtf8(jsonLine(plate)) << '\n';
        else
            out << u"%1  %2 %3 %4 %5 %6  %7  %8\n"_s.arg(plate.obsDate)
                       .arg(plate.planId, -25)
                       .arg(word(plate.isScience), -7)
                       .arg(word(plate.isValid), -5)
                       .arg(number(plate.moonPhaseDays), 5)
                       .arg(number(plate.seeingArcsec), 7)
                       .arg(plate.confirmedBy.isEmpty() ? u"-"_s : plate.confirmedBy, -9)
                       .arg(plate.remark);
    out.flush();
}

Result<std::optional<bool>> yesOrNo(const QCommandLineParser& parser, const QString& option,
                                    const std::optional<bool>& otherwise)
{
    if (!parser.isSet(option))
        return otherwise;
    const auto value = parser.value(option);
    if (value != "yes"_L1 && value != "no"_L1)
        return Error {ErrorKind::BadInput, Text::tr("--%1 takes yes or no.").arg(option), {}};
    return std::optional(value == "yes"_L1);
}

Result<void> confirmPlate(const QCommandLineParser& parser, DbThread& db, const SchemaNames& names)
{
    return db
        .run([&](QSqlDatabase& open) -> Result<void> {
            const auto plan = parser.value(u"confirm"_s);
            const auto night = parser.value(u"night"_s);
            const auto plates = ObservationLogStore::page(
                open, names, {.fromDate = night, .untilDate = night, .unconfirmedOnly = false});
            if (!plates)
                return plates.error();
            const auto found = std::ranges::find(plates.value(), plan, &PlateLog::planId);
            if (found == plates.value().end())
                return Error {
                    ErrorKind::NotFound,
                    Text::tr("The observation log has no plate %1 in the night %2.").arg(plan, night),
                    {}};
            auto plate = *found;
            const auto science = yesOrNo(parser, u"science"_s, plate.isScience);
            const auto valid = yesOrNo(parser, u"valid"_s, plate.isValid);
            if (!science || !valid)
                return science ? valid.error() : science.error();
            plate.isScience = science.value();
            plate.isValid = valid.value();
            if (parser.isSet(u"comment"_s))
                plate.remark = parser.value(u"comment"_s);
            const auto account = connectedAccount(open);
            if (!account)
                return account.error();
            return ObservationLogStore::confirm(open, names, plate, account.value());
        })
        .result();
}

Result<void> enterFiles(const QStringList& files, DbThread& db, CommandContext& context)
{
    for (const auto& path : files) {
        const auto plates = readPlateLog(path);
        if (!plates)
            return plates.error();
        const auto counts =
            db.run([&](QSqlDatabase& open) -> Result<PlateLogCounts> {
                  const auto account = connectedAccount(open);
                  if (!account)
                      return account.error();
                  return ObservationLogStore::enter(open, context.schemas, plates.value(), account.value());
              }).result();
        if (!counts)
            return counts.error();
        context.err
            << Text::tr(
                   "%1: %n plates entered, %2 changed, %3 unchanged, %4 left as a person confirmed them.",
                   nullptr, counts.value().added)
                   .arg(path)
                   .arg(counts.value().changed)
                   .arg(counts.value().unchanged)
                   .arg(counts.value().keptConfirmed)
            << Qt::endl;
    }
    return {};
}

Result<void> enterHeaders(DbThread& db, CommandContext& context)
{
    const auto added =
        db.run([&](QSqlDatabase& open) -> Result<int> {
              const auto account = connectedAccount(open);
              if (!account)
                  return account.error();
              return ObservationLogStore::enterFromHeaders(open, context.schemas, account.value());
          }).result();
    if (!added)
        return added.error();
    context.err << Text::tr("%n plates entered from headers.", nullptr, added.value()) << Qt::endl;
    return {};
}
}

QString LogCommand::name() const
{
    return u"log"_s;
}

QString LogCommand::summary() const
{
    return Text::tr("Enter, show and confirm the observation log.");
}

QString LogCommand::usage() const
{
    QCommandLineParser parser;
    describe(parser);
    return usageText(
        parser, name(), u"[FILE.csv…]"_s,
        Text::tr(
            "Enters what the files or the headers of ingested spectra say of each plate: science or test, "
            "valid or\n"
            "not, moon, seeing, comment. What a person confirmed is not changed by a file. Without files "
            "and\n"
            "--headers it shows the log. Invalid and test plates never go into a release, unconfirmed ones "
            "into no\n"
            "formal one."));
}

Result<Outcome> LogCommand::run(const QStringList& arguments, CommandContext& context)
{
    QCommandLineParser parser;
    describe(parser);
    if (auto parsed = parseArguments(parser, name(), arguments); !parsed)
        return parsed.error();
    if (parser.isSet(u"confirm"_s) != parser.isSet(u"night"_s))
        return Error {ErrorKind::BadInput, Text::tr("--confirm PLAN and --night belong together."), {}};
    const auto db = context.database();
    if (!db)
        return db.error();
    const auto files = parser.positionalArguments();
    Result<void> done;
    if (parser.isSet(u"confirm"_s))
        done = confirmPlate(parser, *db.value(), context.schemas);
    else if (!files.isEmpty())
        done = enterFiles(files, *db.value(), context);
    if (done && parser.isSet(u"headers"_s))
        done = enterHeaders(*db.value(), context);
    if (!done)
        return done.error();
    if (!files.isEmpty() || parser.isSet(u"headers"_s) || parser.isSet(u"confirm"_s))
        return Outcome::Done;
    const PlateLogFilter filter {.fromDate = parser.value(u"from"_s),
                                 .untilDate = parser.value(u"until"_s),
                                 .unconfirmedOnly = parser.isSet(u"open"_s)};
    const auto plates = db.value()
                            ->run([&](QSqlDatabase& open) {
                                return ObservationLogStore::page(open, context.schemas, filter);
                            })
                            .result();
    if (!plates)
        return plates.error();
    print(plates.value(), parser.isSet(u"json"_s), context.out);
    return Outcome::Done;
}
