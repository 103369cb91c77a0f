#pragma once

#include "db/sql/sqlquery.h"

#include <map>

/// What a table's columns become in a copy of its rows.
using ColumnChanges = std::map<QString, QString>;

/// Adds rows of a table of {check} with what `changes` makes of their columns: of the spectra whose obsid is
/// below `bound`.
inline Result<void> copyRows(QSqlDatabase& db, const SchemaNames& names, const QString& table,
                             const ColumnChanges& changes, qint64 bound)
{
    auto rows = runText(db, names,
                        QStringLiteral("SELECT column_name FROM information_schema.columns WHERE "
                                       "table_schema = '{check}' AND table_name = '%1' AND extra NOT LIKE "
                                       "'%GENERATED%' ORDER BY ordinal_position")
                            .arg(table));
    if (!rows)
        return rows.error();
    QStringList columns;
    QStringList values;
    for (auto& row = rows.value(); row.next();) {
        const auto name = row.value(0).toString();
        columns << u'`' + name + u'`';
        const auto change = changes.find(name);
        values << (change == changes.end() ? columns.back() : change->second);
    }
    return runStatement(db,
                        names.in(QStringLiteral("INSERT INTO {check}.%1 (%2) SELECT %3 FROM {check}.%1 WHERE "
                                                "obsid < %4 ORDER BY obsid")
                                     .arg(table, columns.join(u','), values.join(u','))
                                     .arg(bound)));
}

/// The queue's spectra again in other nights, with their verdicts and redshifts, until it has `length` of
/// them. The first ones come from syntheticPlate(), in one version.
inline Result<void> multiplyQueue(QSqlDatabase& db, const SchemaNames& names, qint64 length)
{
    for (qint64 copy = 1;; copy *= 2) {
        auto counted = runText(db, names, QStringLiteral("SELECT COUNT(*) FROM {check}.spec_check"));
        if (!counted)
            return counted.error();
        counted.value().next();
        const auto have = counted.value().value(0).toLongLong();
        if (have >= length)
            return {};
        auto last =
            runText(db, names,
                    QStringLiteral("SELECT obsid FROM {check}.spec_check ORDER BY obsid LIMIT 1 OFFSET %1")
                        .arg(std::min(have, length - have) - 1));
        if (!last)
            return last.error();
        last.value().next();
        const auto bound = last.value().value(0).toLongLong() + 1;
        const auto moved = [copy](const char* column) {
            return QStringLiteral("%1 + %2").arg(QLatin1String(column)).arg(copy * 10'000'000'000);
        };
        const auto obsid = std::pair(QStringLiteral("obsid"), moved("obsid"));
        const std::pair<const char*, ColumnChanges> tables[] = {
            {"spec_check",
             {obsid,
              {QStringLiteral("planid"), QStringLiteral("CONCAT(planid, '-', %1)").arg(copy)},
              {QStringLiteral("obs_date"),
               QStringLiteral("CAST(obs_date + INTERVAL %1 DAY AS CHAR)").arg(copy)}}},
            {"humanverify",
             {obsid,
              {QStringLiteral("id"), moved("id")},
              {QStringLiteral("submission"),
               QStringLiteral("UNHEX(MD5(CONCAT(HEX(submission), '-%1')))").arg(copy)},
              {QStringLiteral("withdrawn_id"), moved("withdrawn_id")}}},
            {"standing_verdict", {obsid, {QStringLiteral("verdict_id"), moved("verdict_id")}}},
            {"redshift_solution", {obsid}}};
        for (const auto& [table, changes] : tables)
            if (auto copied = copyRows(db, names, QLatin1String(table), changes, bound); !copied)
                return copied;
    }
}
