#include "db/release/disputes.h"

#include "db/sql/namedvalues.h"
#include "db/sql/sqltext.h"
#include "db/stores/verdictrow.h"
#include "models/check/secondlook.h"

#include <QCoreApplication>

#include <map>
#include <utility>

using namespace Qt::Literals::StringLiterals;

namespace {
/// Obsids by pipeline version. Whole numbers may stand in a text.
using ObsidLists = std::map<QString, QStringList>;

Result<ObsidLists> disputed(const QSqlDatabase& db, const SchemaNames& names, const ConflictRules& rules,
                            ObsidRange range)
{
    auto rows = runNamed(db, names, sqlText(u"select_unsettled_verdicts"_s),
                         {{u"first"_s, range.first}, {u"last"_s, range.last}});
    if (!rows)
        return rows.error();
    ObsidLists found;
    Verdicts verdicts; // of one spectrum
    const auto judge = [&] {
        if (!conflictsAmong(verdicts, rules).empty())
            found[verdicts.front().pipelineVersion] << QString::number(verdicts.front().obsid);
        verdicts.clear();
    };
    for (auto& row = rows.value(); row.next();) {
        auto verdict = verdictFrom(row, 0);
        if (!verdict)
            continue;
        if (!verdicts.empty()
            && (verdicts.front().obsid != verdict->obsid
                || verdicts.front().pipelineVersion != verdict->pipelineVersion))
            judge();
        verdicts.push_back(std::move(*verdict));
    }
    judge();
    return found;
}
}

Result<void> markDisputed(const QSqlDatabase& db, const SchemaNames& names, ObsidRange range)
{
    constexpr qsizetype batch = 1000;
    const auto rules = ConflictRules::builtIn();
    if (!rules)
        return rules.error();
    const auto found = disputed(db, names, rules.value(), range);
    if (!found)
        return found.error();
    for (const auto& [version, obsids] : found.value())
        for (qsizetype from = 0; from < obsids.size(); from += batch) {
            const auto text =
                sqlText(u"mark_disputed"_s).replace(u"{obsids}"_s, obsids.mid(from, batch).join(u','));
            if (const auto marked = runNamed(db, names, text, {{u"version"_s, version}}); !marked)
                return marked.error();
        }
    return {};
}
