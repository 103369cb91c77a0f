#pragma once

#include "db/sql/dbthread.h"
#include "db/sql/sqlquery.h"

#include <QTest>

/// The number that a question has for an answer; -1 where it finds no row. A question that is not answered
/// fails the test: two of them must never be equal.
inline qint64 countOn(DbThread& server, const QString& text, const SchemaNames& names = {})
{
    const auto found = server
                           .run([&](QSqlDatabase& db) -> Result<qint64> {
                               auto rows = runText(db, names, text);
                               if (!rows)
                                   return rows.error();
                               return rows.value().next() ? rows.value().value(0).toLongLong() : -1;
                           })
                           .result();
    if (found)
        return found.value();
    const auto why = text + QLatin1StringView(": ") + found.error().message + u' ' + found.error().detail;
    QTest::qFail(qPrintable(why), __FILE__, __LINE__);
    static qint64 unanswered = -1;
    return --unanswered;
}
