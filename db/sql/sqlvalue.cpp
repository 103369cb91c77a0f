#include "db/sql/sqlvalue.h"

#include <cmath>

using namespace Qt::Literals::StringLiterals;

QVariant sqlBindable(const QVariant& value)
{
    const auto type = value.typeId();
    if ((type == QMetaType::Double || type == QMetaType::Float) && !std::isfinite(value.toDouble()))
        return QVariant(QMetaType::fromType<double>());
    if (type == QMetaType::QString && value.toString().isNull())
        return u""_s;
    return value;
}

QVariant sqlUtc(const QDateTime& moment)
{
    if (!moment.isValid())
        return {};
    return moment.toUTC().toString(u"yyyy-MM-dd HH:mm:ss.zzz"_s);
}

QDateTime utcFrom(const QVariant& text)
{
    const auto written = text.toString();
    // Parsed with its Z: as local time it would not exist in the hour that daylight saving skips.
    return QDateTime::fromString(
        written.first(std::min<qsizetype>(written.size(), 23)).replace(u' ', u'T') + u'Z', Qt::ISODateWithMs);
}

QVariant sqlDate(const QDate& date)
{
    return date.isValid() ? QVariant(date.toString(Qt::ISODate)) : QVariant();
}

QDate dateFrom(const QVariant& text)
{
    return QDate::fromString(text.toString(), Qt::ISODate);
}
