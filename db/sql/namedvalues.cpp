#include "db/sql/namedvalues.h"

#include <QRegularExpression>

#include <deque>

Result<QSqlQuery> runNamed(const QSqlDatabase& db, const SchemaNames& names, const QString& text,
                           const QVariantMap& values)
{
    static const QRegularExpression placeholder(QStringLiteral(":[a-z][a-z_0-9]*"));
    std::deque<QByteArray> keys; // what SqlValues points to
    SqlValues bound;
    for (auto found = placeholder.globalMatch(text); found.hasNext();) {
        const auto name = found.next().captured();
        const auto value = values.find(name.sliced(1));
        if (value == values.end())
            continue;
        keys.push_back(name.toLatin1());
        bound.emplace_back(keys.back().constData(), *value);
    }
    return runText(db, names, text, bound);
}
