#include "models/check/verdictexport.h"

#include "models/values/csv.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

#include <utility>

using namespace Qt::Literals::StringLiterals;

namespace {
using Field = std::pair<QString, QJsonValue>;

/// Of a verdict what is the answer; the rest says how it came about.
const QStringList answerFields {u"class"_s, u"subclass"_s, u"z"_s,      u"z_err"_s,
                                u"grade"_s, u"reasons"_s,  u"comment"_s};

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

void addAnswer(std::vector<Field>& fields, const QString& prefix, const std::optional<Verdict>& verdict)
{
    for (const auto& [name, field] : fieldsOf(verdict.value_or(Verdict())))
        if (answerFields.contains(name))
            fields.emplace_back(prefix + name, verdict ? field : QJsonValue());
}

std::vector<Field> fieldsOf(const VerdictChange& change)
{
    const auto& verdict = change.verdict;
    std::vector<Field> fields {{u"changed_at"_s, verdict.decidedAt.toUTC().toString(Qt::ISODateWithMs)},
                               {u"inspector"_s, verdict.inspector},
                               {u"obsid"_s, verdict.obsid},
                               {u"pipeline_version"_s, verdict.pipelineVersion},
                               {u"change"_s, change.kind()}};
    addAnswer(fields, u"from_"_s, change.from);
    addAnswer(fields, u"to_"_s, change.to);
    fields.emplace_back(u"submission"_s, verdict.submission.toString(QUuid::WithoutBraces));
    return fields;
}

QString cell(const QJsonValue& field)
{
    if (!field.isArray())
        return field.toVariant().toString();
    return field.toVariant().toStringList().join(u' ');
}

QByteArray csv(const std::vector<Field>& fields, const auto& text)
{
    QStringList cells;
    for (const auto& field : fields)
        cells << csvField(text(field));
    return cells.join(u',').toUtf8() + '\n';
}

QByteArray csvHeadingOf(const std::vector<Field>& fields)
{
    return csv(fields, [](const Field& field) { return field.first; });
}

QByteArray csvLineOf(const std::vector<Field>& fields)
{
    return csv(fields, [](const Field& field) { return cell(field.second); });
}

QByteArray jsonLineOf(const std::vector<Field>& fields)
{
    QJsonObject object;
    for (const auto& [name, field] : fields)
        object.insert(name, field);
    return QJsonDocument(object).toJson(QJsonDocument::Compact) + '\n';
}
}

namespace VerdictExport {
QByteArray csvHeading()
{
    return csvHeadingOf(fieldsOf(Verdict()));
}

QByteArray csvLine(const Verdict& verdict)
{
    return csvLineOf(fieldsOf(verdict));
}

QByteArray jsonLine(const Verdict& verdict)
{
    return jsonLineOf(fieldsOf(verdict));
}

QByteArray changeCsvHeading()
{
    return csvHeadingOf(fieldsOf(VerdictChange()));
}

QByteArray changeCsvLine(const VerdictChange& change)
{
    return csvLineOf(fieldsOf(change));
}

QByteArray changeJsonLine(const VerdictChange& change)
{
    return jsonLineOf(fieldsOf(change));
}
}
