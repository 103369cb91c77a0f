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
}

Result<QDateTime> moment(const QString& text)
{
    if (text.isEmpty())
        return QDateTime();
    auto time = QDateTime::fromString(text, Qt::ISODate);
    if (!time.isValid())
        return Error {ErrorKind::BadInput,
                      Text::tr("%1 is no date: write 2026-03-29 or 2026-03-29T21:30:00.").arg(text),
                      {}};
    time.setTimeSpec(Qt::UTC);
    return time;
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

/// Hands every verdict to `write` page by page and counts them.
Result<qint64> exportAll(CommandContext& context, VerdictFilter filter,
                         const std::function<Result<void>(const Verdict&)>& write)
{
    const auto db = context.database();
    if (!db)
        return db.error();
    qint64 count = 0;
    while (true) {
        const auto page = db.value()
                              ->run([&](QSqlDatabase& connection) {
                                  return VerdictStore::all(connection, context.schemas, filter);
                              })
                              .result();
        if (!page)
            return page.error();
        for (const auto& verdict : page.value()) {
            if (auto written = write(verdict); !written)
                return written.error();
            ++count;
        }
        if (page.value().size() < static_cast<std::size_t>(pageSize))
            return count;
        filter.afterId = page.value().back().id;
    }
}

using VerdictLine = QByteArray (*)(const Verdict&);

Result<Outcome> writeFile(const QString& path, const QByteArray& heading, VerdictLine line,
                          CommandContext& context, const VerdictFilter& filter)
{
    OutputFile file(path);
    if (auto opened = file.open(); !opened)
        return opened.error();
    if (auto written = file.write(heading); !written)
        return written.error();
    const auto count =
        exportAll(context, filter, [&](const Verdict& verdict) { return file.write(line(verdict)); });
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

    const bool json = parser.isSet(u"json"_s);
    const VerdictLine line = json ? VerdictExport::jsonLine : VerdictExport::csvLine;
    const auto heading = json ? QByteArray() : VerdictExport::csvHeading();
    if (parser.isSet(u"output"_s))
        return writeFile(parser.value(u"output"_s), heading, line, context, filter.value());
    if (const auto db = context.database(); !db) // before the heading is out
        return db.error();
    context.out << QString::fromUtf8(heading);
    const auto count = exportAll(context, filter.value(), [&](const Verdict& verdict) -> Result<void> {
        context.out << QString::fromUtf8(line(verdict));
        return {};
    });
    if (!count)
        return count.error();
    return Outcome::Done;
}
