#include "app/commands/rowtable.h"

#include <QDateTime>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTextStream>

#include <algorithm>

using namespace Qt::Literals::StringLiterals;

namespace {
QString cell(const QVariant& value)
{
    if (value.typeId() == QMetaType::QDateTime)
        return value.toDateTime().toUTC().toString(u"yyyy-MM-dd HH:mm"_s);
    if (value.typeId() == QMetaType::QStringList)
        return value.toStringList().join(u", "_s);
    if (value.typeId() == QMetaType::Double)
        return QString::number(value.toDouble(), 'f', 1);
    return value.toString().simplified();
}

QJsonValue jsonOf(const QVariant& value)
{
    if (value.typeId() == QMetaType::QDateTime)
        return value.toDateTime().isValid()
            ? QJsonValue(value.toDateTime().toUTC().toString(Qt::ISODateWithMs))
            : QJsonValue();
    return value.isValid() ? QJsonValue::fromVariant(value) : QJsonValue();
}

bool isNumber(const QVariant& value)
{
    return value.typeId() == QMetaType::Int || value.typeId() == QMetaType::LongLong
        || value.typeId() == QMetaType::Double;
}
}

void writeRows(QTextStream& out, const std::vector<RowColumn>& columns, const std::vector<QVariantList>& rows,
               bool json)
{
    if (json) {
        for (const auto& row : rows) {
            QJsonObject object;
            for (std::size_t i = 0; i < columns.size(); ++i)
                object.insert(columns[i].key, jsonOf(row.value(static_cast<qsizetype>(i))));
            out << QString::fromUtf8(QJsonDocument(object).toJson(QJsonDocument::Compact)) << '\n';
        }
        return;
    }
    std::vector<qsizetype> widths;
    for (std::size_t i = 0; i < columns.size(); ++i) {
        auto width = columns[i].heading.size();
        for (const auto& row : rows)
            width = std::max(width, cell(row.value(static_cast<qsizetype>(i))).size());
        widths.push_back(width);
    }
    const auto line = [&](auto text, auto right) {
        QString written;
        for (std::size_t i = 0; i < columns.size(); ++i) {
            const QString word = text(i);
            written += (right(i) ? word.rightJustified(widths[i]) : word.leftJustified(widths[i])) + u"  "_s;
        }
        while (written.endsWith(u' '))
            written.chop(1);
        out << written << '\n';
    };
    const auto firstIsNumber = [&](std::size_t i) {
        return !rows.empty() && isNumber(rows.front().value(static_cast<qsizetype>(i)));
    };
    line([&](std::size_t i) { return columns[i].heading; }, firstIsNumber);
    for (const auto& row : rows)
        line([&](std::size_t i) { return cell(row.value(static_cast<qsizetype>(i))); }, firstIsNumber);
}
