#pragma once

#include "db/sql/sqlquery.h"

#include <QStringList>

#include <deque>

/// Conditions joined by AND, with numbered placeholders: how many there are depends on what is asked.
class SqlWhere
{
public:
    SqlWhere() = default;
    Q_DISABLE_COPY_MOVE(SqlWhere) ///< The values point to the names.

    void add(const QString& condition) { m_conditions << condition; }
    /// %1 in `condition` becomes the placeholder of `value`.
    void add(const QString& condition, const QVariant& value) { add(condition.arg(bind(value))); }
    /// `column` is one of `values`; no condition when there are none.
    void addOneOf(const QString& column, const QVariantList& values);

    /// The placeholder of a value.
    QString bind(const QVariant& value);

    QString text() const; ///< "TRUE" without conditions
    SqlValues& values() { return m_values; }

private:
    QStringList m_conditions;
    std::deque<QByteArray> m_names; ///< Keeps its elements in place.
    SqlValues m_values;
};
