#include "app/commands/verdictscommand.h"

#include "app/commands/arguments.h"
#include "db/sql/dbthread.h"
#include "db/stores/verdictstore.h"
#include "models/check/verdictexport.h"
#include "models/values/outputfile.h"

#include <QCoreApplication>
#include <QTextStream>

using namespace Qt::Literals::StringLiterals;

namespace {
constexpr int pageSize = 5000; // verdicts a round trip; bounds the memory of a long export

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(VerdictsCommand)
};

void describe(QCommandLineParser& parser)
{
    parser.addOption(
        {{u"o"_s, u"output"_s}, Text::tr("Write to this file instead of the standard output."), u"FILE"_s});
    parser.addOption({u"json"_s, Text::tr("One JSON object a line instead of CSV.")});
    parser.addOption({u"inspector"_s, Text::tr("Only this person's verdicts."), u"NAME"_s});
    parser.addOption({u"obsid"_s, Text::tr("Only verdicts on this spectrum."), u"OBSID"_s});
    parser.addOption({u"from"_s,
                      Text::tr("Only verdicts given at or after this UTC date or time (ISO 8601)."),
                      u"TIME"_s});
    parser.addOption({u"before"_s, Text::tr("Only verdicts given before this UTC date or time."), u"TIME"_s});
    parser.addOption(
        {u"current"_s, Text::tr("Only verdicts that stand: no withdrawn and no replaced ones.")});
    parser.addOption(
        {u"changes"_s,
         Text::tr("What was changed instead: by whom, when, from what to what. Corrections and what "
                  "was taken back are there.")});
}

Result<QDateTime> moment(const QString& text)
{
    if (text.isEmpty())
        return QDateTime();
    // Not as a local time, of which there is none in the hour a summer time begins.
    for (const auto& complete : {text + u"T00:00:00Z"_s, text + u'Z', text})
        if (const auto time = QDateTime::fromString(complete, Qt::ISODate); time.isValid())
            return time.toUTC();
    return Error {ErrorKind::BadInput,
                  Text::tr("%1 is no date: write 2026-03-29 or 2026-03-29T21:30:00.").arg(text),
                  {}};
}

Result<VerdictFilter> filterOf(const QCommandLineParser& parser)
{
    VerdictFilter filter;
    filter.inspector = parser.value(u"inspector"_s);
    filter.currentOnly = parser.isSet(u"current"_s);
    filter.limit = pageSize;
    if (parser.isSet(u"obsid"_s)) {
        bool isNumber = false;
        filter.obsid = parser.value(u"obsid"_s).toLongLong(&isNumber);
        if (!isNumber)
            return Error {ErrorKind::BadInput, Text::tr("%1 is no obsid.").arg(parser.value(u"obsid"_s)), {}};
    }
    for (const auto& [option, bound] :
         {std::pair {u"from"_s, &filter.from}, std::pair {u"before"_s, &filter.before}}) {
        auto time = moment(parser.value(option));
        if (!time)
            return time.error();
        *bound = time.value();
    }
    return filter;
}

/// What an export is made of: one line after the other, by ascending id.
struct Export
{
    struct Line
    {
        qint64 id = 0;
        QByteArray text;
    };

    QByteArray heading;
    std::function<Result<std::vector<Line>>(QSqlDatabase&, const SchemaNames&, const VerdictFilter&)> page;
};

template<typename Row>
Result<std::vector<Export::Line>> linesOf(const Result<std::vector<Row>>& rows, auto idOf,
                                          QByteArray (*text)(const Row&))
{
    if (!rows)
        return rows.error();
    std::vector<Export::Line> lines;
    for (const auto& row : rows.value())
        lines.push_back({idOf(row), text(row)});
    return lines;
}

Export exportOfVerdicts(bool json)
{
    return {json ? QByteArray() : VerdictExport::csvHeading(),
            [json](QSqlDatabase& db, const SchemaNames& names, const VerdictFilter& filter) {
                return linesOf(
                    VerdictStore::all(db, names, filter), [](const Verdict& verdict) { return verdict.id; },
                    json ? VerdictExport::jsonLine : VerdictExport::csvLine);
            }};
}

Export exportOfChanges(bool json)
{
    return {json ? QByteArray() : VerdictExport::changeCsvHeading(),
            [json](QSqlDatabase& db, const SchemaNames& names, const VerdictFilter& filter) {
                return linesOf(
                    VerdictStore::changes(db, names, filter),
                    [](const VerdictChange& change) { return change.verdict.id; },
                    json ? VerdictExport::changeJsonLine : VerdictExport::changeCsvLine);
            }};
}

/// Hands every line to `write` page by page and counts them.
Result<qint64> exportAll(CommandContext& context, const Export& wanted, VerdictFilter filter,
                         const std::function<Result<void>(const QByteArray&)>& write)
{
    const auto db = context.database();
    if (!db)
        return db.error();
    qint64 count = 0;
    while (true) {
        const auto page = db.value()
                              ->run([&](QSqlDatabase& connection) {
                                  return wanted.page(connection, context.schemas, filter);
                              })
                              .result();
        if (!page)
            return page.error();
        for (const auto& line : page.value()) {
            if (auto written = write(line.text); !written)
                return written.error();
            ++count;
        }
        if (page.value().size() < static_cast<std::size_t>(pageSize))
            return count;
        filter.afterId = page.value().back().id;
    }
}

Result<Outcome> writeFile(const QString& path, const Export& wanted, CommandContext& context,
                          const VerdictFilter& filter)
{
    OutputFile file(path);
    if (auto opened = file.open(); !opened)
        return opened.error();
    if (auto written = file.write(wanted.heading); !written)
        return written.error();
    const auto count =
        exportAll(context, wanted, filter, [&](const QByteArray& line) { return file.write(line); });
    if (!count)
        return count.error();
    if (auto committed = file.commit(); !committed)
        return committed.error();
    context.err << Text::tr("%n verdicts written to %1.", nullptr, static_cast<int>(count.value())).arg(path)
                << Qt::endl;
    return Outcome::Done;
}
}

QString VerdictsCommand::name() const
{
    return u"verdicts"_s;
}

QString VerdictsCommand::summary() const
{
    return Text::tr("Export the verdicts as CSV or JSON.");
}

QString VerdictsCommand::usage() const
{
    QCommandLineParser parser;
    describe(parser);
    return usageText(
        parser, name(), {},
        Text::tr(
            "Writes the verdicts in the order they were given, with everything that was noted at each."));
}

Result<Outcome> VerdictsCommand::run(const QStringList& arguments, CommandContext& context)
{
    QCommandLineParser parser;
    describe(parser);
    if (auto parsed = parseOptions(parser, name(), arguments); !parsed)
        return parsed.error();
    const auto filter = filterOf(parser);
    if (!filter)
        return filter.error();

    if (parser.isSet(u"changes"_s) && filter.value().currentOnly)
        return Error {ErrorKind::BadInput, Text::tr("--changes and --current do not go together."), {}};

    const bool json = parser.isSet(u"json"_s);
    const auto wanted = parser.isSet(u"changes"_s) ? exportOfChanges(json) : exportOfVerdicts(json);
    if (parser.isSet(u"output"_s))
        return writeFile(parser.value(u"output"_s), wanted, context, filter.value());
    if (const auto db = context.database(); !db) // before the heading is out
        return db.error();
    context.out << QString::fromUtf8(wanted.heading);
    const auto count =
        exportAll(context, wanted, filter.value(), [&](const QByteArray& line) -> Result<void> {
            context.out << QString::fromUtf8(line);
            return {};
        });
    if (!count)
        return count.error();
    return Outcome::Done;
}
