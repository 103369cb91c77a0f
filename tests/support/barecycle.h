#pragma once

#include "db/sql/dberror.h"
#include "db/sql/sqlquery.h"

#include <QSqlDatabase>
#include <QSqlError>
#include <QSqlQuery>
#include <QVariantList>

#include <vector>

/// The least that a cycle can be: selects the next row, stores a verdict in a table without secondary
/// indexes and counts it, in one transaction with prepared statements.
class BareClient
{
public:
    explicit BareClient(int number)
        : m_number(number)
        , m_place(qint64 {number} * 200)
    {
    }

    Result<void> cycle(QSqlDatabase& db)
    {
        if (m_queries.empty())
            for (const auto* text :
                 {"SELECT id FROM lamost_check.bare_queue WHERE id > ? AND done = 0 ORDER BY id LIMIT 1",
                  "INSERT INTO lamost_check.bare_verdict (inspector, obsid, word, z, decided_at) VALUES (?, "
                  "?, 'GALAXY', 0.1, UTC_TIMESTAMP(6)) ON DUPLICATE KEY UPDATE word = VALUES(word)",
                  "UPDATE lamost_check.bare_progress SET done = done + 1 WHERE inspector = ?"}) {
                QSqlQuery query(db);
                query.setForwardOnly(true);
                if (!query.prepare(QString::fromLatin1(text)))
                    return databaseError(query.lastError(), QString::fromLatin1(text));
                m_queries.push_back(std::move(query));
            }
        if (auto begun = runStatement(db, QStringLiteral("START TRANSACTION")); !begun)
            return begun;
        if (auto found = run(0, {m_place}); !found)
            return found;
        m_place = m_queries[0].next() ? m_queries[0].value(0).toLongLong() : 0; // from the first one again
        m_queries[0].finish();
        if (auto stored = run(1, {m_number, m_place}); !stored)
            return stored;
        if (auto counted = run(2, {m_number}); !counted)
            return counted;
        return runStatement(db, QStringLiteral("COMMIT"));
    }

private:
    Result<void> run(std::size_t number, const QVariantList& values)
    {
        auto& query = m_queries[number];
        for (int place = 0; place < values.size(); ++place)
            query.bindValue(place, values[place]);
        if (!query.exec())
            return databaseError(query.lastError(), query.lastQuery());
        return {};
    }

    const int m_number;
    qint64 m_place;
    std::vector<QSqlQuery> m_queries;
};

/// The tables of BareClient, with a row of the queue for each spectrum there is.
inline Result<void> makeBareTables(QSqlDatabase& db)
{
    for (const auto* text :
         {"CREATE TABLE lamost_check.bare_queue (id BIGINT NOT NULL PRIMARY KEY, done TINYINT NOT NULL) "
          "ENGINE=InnoDB",
          "CREATE TABLE lamost_check.bare_verdict (inspector INT NOT NULL, obsid BIGINT NOT NULL, word "
          "VARCHAR(10) NOT NULL, z DOUBLE, decided_at DATETIME(6), PRIMARY KEY (inspector, obsid)) "
          "ENGINE=InnoDB",
          "CREATE TABLE lamost_check.bare_progress (inspector INT NOT NULL PRIMARY KEY, done BIGINT NOT "
          "NULL) ENGINE=InnoDB",
          "INSERT INTO lamost_check.bare_queue SELECT ROW_NUMBER() OVER (ORDER BY obsid), 0 FROM "
          "lamost_check.spec_check",
          "INSERT INTO lamost_check.bare_progress SELECT id, 0 FROM lamost_check.bare_queue WHERE id <= "
          "2000",
          "INSERT INTO lamost_check.bare_progress VALUES (0, 0)"})
        if (auto made = runStatement(db, QString::fromLatin1(text)); !made)
            return made;
    return {};
}
