#pragma once

#include <QDateTime>
#include <QVariant>

#include <optional>

/// NULL for an absent value.
template<typename T>
QVariant sqlOptional(const std::optional<T>& value)
{
    return value ? QVariant::fromValue(*value) : QVariant();
}

/// NULL as absent.
template<typename T>
std::optional<T> optionalFrom(const QVariant& value)
{
    return value.isNull() ? std::nullopt : std::optional(value.value<T>());
}

/// What is really bound: NaN and ±∞, which DOUBLE refuses, become NULL; a null QString becomes an empty text.
QVariant sqlBindable(const QVariant& value);

/// A moment as the text of a DATETIME(6) in UTC; NULL when invalid. Text both ways, for QMYSQL reads a
/// DATETIME as local time, which does not exist in the hour that daylight saving skips.
QVariant sqlUtc(const QDateTime& moment);
/// The moment of a DATETIME that was selected as CAST(… AS CHAR).
QDateTime utcFrom(const QVariant& text);

/// A date as SQL text; NULL for an invalid one. Dates go as text both ways: with libmariadb 10.11.18 Qt
/// 6.4 reads a DATE of a prepared statement as none.
QVariant sqlDate(const QDate& date);
/// A date from its text, which the query makes by CAST(… AS CHAR); invalid for NULL.
QDate dateFrom(const QVariant& text);
