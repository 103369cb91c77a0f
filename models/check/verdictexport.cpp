#include "models/check/verdictexport.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

#include <utility>

using namespace Qt::Literals::StringLiterals;

namespace {
using Field = std::pair<QString, QJsonValue>;

QJsonValue value(const std::optional<double>& number)
{
    return number ? QJsonValue(*number) : QJsonValue();
}

std::vector<Field> fieldsOf(const Verdict& verdict)
{
    return {{u"obsid"_s, verdict.obsid},
            {u"pipeline_version"_s, verdict.pipelineVersion},
            {u"class"_s, className(verdict.spectralClass)},
            {u"subclass"_s, verdict.subclass},
            {u"z"_s, value(verdict.z)},
            {u"z_err"_s, value(verdict.zError)},
            {u"z_origin"_s, originName(verdict.origin)},
            {u"z_origin_detail"_s, verdict.originDetail},
            {u"grade"_s, verdict.grade ? QJsonValue(static_cast<int>(*verdict.grade)) : QJsonValue()},
            {u"reasons"_s, QJsonArray::fromStringList(verdict.reasons)},
            {u"comment"_s, verdict.comment},
            {u"inspector"_s, verdict.inspector},
            {u"decided_at"_s, verdict.decidedAt.toUTC().toString(Qt::ISODateWithMs)},
            {u"seconds_spent"_s, verdict.secondsSpent},
            {u"shown_class"_s, className(verdict.shownClass)},
            {u"shown_subclass"_s, verdict.shownSubclass},
            {u"shown_z"_s, value(verdict.shownZ)},
            {u"withdraws"_s, verdict.withdraws},
            {u"tool_version"_s, verdict.toolVersion},
            {u"line_list_version"_s, verdict.lineListVersion},
            {u"submission"_s, verdict.submission.toString(QUuid::WithoutBraces)}};
}

QString cell(const QJsonValue& field)
{
    if (!field.isArray())
        return field.toVariant().toString();
    return field.toVariant().toStringList().join(u' ');
}

QString quoted(const QString& text)
{
    if (!text.contains(u',') && !text.contains(u'"') && !text.contains(u'\n') && !text.contains(u'\r'))
        return text;
    return u'"' + QString(text).replace(u"\""_s, u"\"\""_s) + u'"';
}

QByteArray csv(const std::vector<Field>& fields, const auto& text)
{
    QStringList cells;
    for (const auto& field : fields)
        cells << quoted(text(field));
    return cells.join(u',').toUtf8() + '\n';
}
}

namespace VerdictExport {
QByteArray csvHeading()
{
    return csv(fieldsOf({}), [](const Field& field) { return field.first; });
}

QByteArray csvLine(const Verdict& verdict)
{
    return csv(fieldsOf(verdict), [](const Field& field) { return cell(field.second); });
}

QByteArray jsonLine(const Verdict& verdict)
{
    QJsonObject object;
    for (const auto& [name, field] : fieldsOf(verdict))
        object.insert(name, field);
    return QJsonDocument(object).toJson(QJsonDocument::Compact) + '\n';
}
}
