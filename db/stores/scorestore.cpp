#include "db/stores/scorestore.h"

#include "db/sql/sqltext.h"
#include "db/sql/sqlvalue.h"
#include "db/sql/sqlwhere.h"
#include "db/sql/transaction.h"
#include "db/stores/spectrumrows.h"
#include "db/stores/verdictrow.h"

#include <QSet>

using namespace Qt::Literals::StringLiterals;

namespace {
GoldStandard truthFrom(const QSqlQuery& row)
{
    return {.obsid = row.value(0).toLongLong(),
            .pipelineVersion = row.value(1).toString(),
            .spectralClass = spectralClassFrom(row.value(2).toString()),
            .subclass = row.value(3).toString(),
            .z = optionalFrom<double>(row.value(4)),
            .source = row.value(5).toString()};
}
}

namespace ScoreStore {
Result<qint64> addGold(QSqlDatabase& db, const SchemaNames& names, const GoldStandards& truths)
{
    return inTransaction(db, [&](QSqlDatabase& open) -> Result<qint64> {
        QSet<qint64> known;
        for (const auto& truth : truths) {
            const auto version =
                truth.pipelineVersion.isEmpty() ? u""_s : storedVersion(truth.pipelineVersion);
            const auto noted = runQuery(open, names, u"note_known_spectrum"_s,
                                        {{":obsid", truth.obsid},
                                         {":version", version},
                                         {":version_again", version},
                                         {":class", className(truth.spectralClass)},
                                         {":subclass", truth.subclass},
                                         {":z", sqlOptional(truth.z)},
                                         {":source", truth.source}});
            if (!noted)
                return noted.error();
            if (noted.value().numRowsAffected() > 0)
                known.insert(truth.obsid);
        }
        return known.size();
    });
}

Result<GoldStandards> gold(QSqlDatabase& db, const SchemaNames& names)
{
    auto rows = runQuery(db, names, u"select_gold_standard"_s);
    if (!rows)
        return rows.error();
    GoldStandards truths;
    for (auto& row = rows.value(); row.next();)
        truths.push_back(truthFrom(row));
    return truths;
}

Result<InspectorScores> scores(QSqlDatabase& db, const SchemaNames& names, const ConflictRules& rules,
                               const QString& inspector)
{
    SqlWhere where;
    if (!inspector.isEmpty())
        where.add(u"v.inspector = %1"_s, inspector);
    auto rows =
        runText(db, names, sqlText(u"select_gold_verdicts"_s).replace(u"{conditions}"_s, where.text()),
                where.values());
    if (!rows)
        return rows.error();
    InspectorScores scores;
    for (auto& row = rows.value(); row.next();) {
        const auto verdict = verdictFrom(row, 6);
        if (!verdict)
            continue;
        if (scores.empty() || scores.back().inspector != verdict->inspector)
            scores.push_back({.inspector = verdict->inspector});
        addToScore(scores.back(), *verdict, truthFrom(row), rules);
    }
    return scores;
}
}
