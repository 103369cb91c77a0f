#include "models/check/verdictjson.h"

#include <cmath>

using namespace Qt::Literals::StringLiterals;

namespace {
/// As text: a JSON number holds 53 bits only.
QJsonValue wholeNumber(qint64 number)
{
    return QString::number(number);
}

QJsonValue number(const std::optional<double>& number)
{
    return number && std::isfinite(*number) ? QJsonValue(*number) : QJsonValue();
}

std::optional<double> numberFrom(const QJsonValue& value)
{
    return value.isDouble() ? std::optional(value.toDouble()) : std::nullopt;
}

QUuid idFrom(const QString& text)
{
    return text.size() == 32 ? QUuid::fromRfc4122(QByteArray::fromHex(text.toLatin1())) : QUuid();
}
}

QJsonObject verdictToJson(const Verdict& verdict)
{
    const auto moment = verdict.decidedAt.isValid() ? verdict.decidedAt : QDateTime::currentDateTimeUtc();
    return {
        {u"submission"_s, verdict.submission.toString(QUuid::Id128)},
        {u"obsid"_s, wholeNumber(verdict.obsid)},
        {u"version"_s, verdict.pipelineVersion},
        {u"class"_s, className(verdict.spectralClass)},
        {u"subclass"_s, verdict.subclass},
        {u"z"_s, number(verdict.z)},
        {u"z_err"_s, number(verdict.zError)},
        {u"z_origin"_s, originName(verdict.origin)},
        {u"z_origin_detail"_s, verdict.originDetail},
        {u"grade"_s, verdict.grade ? QJsonValue(static_cast<int>(*verdict.grade)) : QJsonValue()},
        {u"reasons"_s, verdict.reasons.join(u',')},
        {u"remark"_s, verdict.comment},
        {u"inspector"_s, verdict.inspector},
        {u"decided_at"_s, moment.toUTC().toString(u"yyyy-MM-dd HH:mm:ss.zzz"_s)},
        {u"seconds_spent"_s, std::isfinite(verdict.secondsSpent) ? verdict.secondsSpent : 0.0},
        {u"shown_class"_s, className(verdict.shownClass)},
        {u"shown_subclass"_s, verdict.shownSubclass},
        {u"shown_z"_s, number(verdict.shownZ)},
        {u"tool_version"_s, verdict.toolVersion},
        {u"line_list_version"_s, verdict.lineListVersion},
        {u"withdraws"_s, verdict.withdraws ? 1 : 0},
        {u"takes_back"_s, verdict.takesBack.isNull() ? QString() : verdict.takesBack.toString(QUuid::Id128)}};
}

std::optional<Verdict> verdictFromJson(const QJsonObject& object)
{
    const auto text = [&](const QString& name) { return object.value(name).toString(); };
    Verdict verdict;
    verdict.submission = idFrom(text(u"submission"_s));
    bool isNumber = false;
    verdict.obsid = text(u"obsid"_s).toLongLong(&isNumber);
    if (verdict.submission.isNull() || !isNumber)
        return {};
    verdict.pipelineVersion = text(u"version"_s);
    verdict.spectralClass = spectralClassFrom(text(u"class"_s));
    verdict.subclass = text(u"subclass"_s);
    verdict.z = numberFrom(object.value("z"_L1));
    verdict.zError = numberFrom(object.value("z_err"_L1));
    verdict.origin = redshiftOriginFrom(text(u"z_origin"_s));
    verdict.originDetail = text(u"z_origin_detail"_s);
    if (object.value("grade"_L1).isDouble())
        verdict.grade = static_cast<Grade>(object.value("grade"_L1).toInt());
    verdict.reasons = text(u"reasons"_s).split(u',', Qt::SkipEmptyParts);
    verdict.comment = text(u"remark"_s);
    verdict.inspector = text(u"inspector"_s);
    // Parsed with its Z: as local time it would not exist in the hour that daylight saving skips.
    verdict.decidedAt =
        QDateTime::fromString(text(u"decided_at"_s).replace(u' ', u'T') + u'Z', Qt::ISODateWithMs);
    verdict.secondsSpent = object.value("seconds_spent"_L1).toDouble();
    verdict.shownClass = spectralClassFrom(text(u"shown_class"_s));
    verdict.shownSubclass = text(u"shown_subclass"_s);
    verdict.shownZ = numberFrom(object.value("shown_z"_L1));
    verdict.toolVersion = text(u"tool_version"_s);
    verdict.lineListVersion = text(u"line_list_version"_s);
    verdict.withdraws = object.value("withdraws"_L1).toInt() != 0;
    verdict.takesBack = idFrom(text(u"takes_back"_s));
    return verdict;
}
