#include "db/stores/verdictrow.h"

#include "db/sql/sqlvalue.h"

using namespace Qt::Literals::StringLiterals;

std::optional<Verdict> verdictFrom(const QSqlQuery& row, int first)
{
    int column = first;
    const auto next = [&] { return row.value(column++); };
    const auto id = next();
    if (id.isNull())
        return {};
    Verdict verdict;
    verdict.id = id.toLongLong();
    verdict.submission = QUuid::fromRfc4122(next().toByteArray());
    verdict.obsid = next().toLongLong();
    verdict.pipelineVersion = next().toString();
    verdict.spectralClass = spectralClassFrom(next().toString());
    verdict.subclass = next().toString();
    verdict.z = optionalFrom<double>(next());
    verdict.zError = optionalFrom<double>(next());
    verdict.origin = redshiftOriginFrom(next().toString());
    verdict.originDetail = next().toString();
    if (const auto grade = next(); !grade.isNull())
        verdict.grade = static_cast<Grade>(grade.toInt());
    verdict.reasons = next().toString().split(u',', Qt::SkipEmptyParts);
    verdict.comment = next().toString();
    verdict.inspector = next().toString();
    verdict.decidedAt = utcFrom(next());
    verdict.secondsSpent = next().toDouble();
    verdict.shownClass = spectralClassFrom(next().toString());
    verdict.shownSubclass = next().toString();
    verdict.shownZ = optionalFrom<double>(next());
    verdict.toolVersion = next().toString();
    verdict.lineListVersion = next().toString();
    verdict.withdraws = next().toBool();
    return verdict;
}
