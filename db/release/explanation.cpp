#include "db/release/explanation.h"

#include "db/release/evidencereader.h"
#include "db/release/ownevidence.h"
#include "db/sql/namedvalues.h"
#include "db/sql/sqltext.h"
#include "db/stores/releasestore.h"
#include "models/release/releasedecision.h"

#include <QCoreApplication>
#include <QSqlDatabase>

#include <cmath>

using namespace Qt::Literals::StringLiterals;

namespace {
void insertText(QVariantMap& seen, const QString& name, QByteArrayView text)
{
    if (!text.isNull())
        seen.insert(name, QString::fromUtf8(text));
}

void insertNumber(QVariantMap& seen, const QString& name, double number)
{
    if (!std::isnan(number))
        seen.insert(name, number);
}

template<typename T>
void insertKnown(QVariantMap& seen, const QString& name, const std::optional<T>& value)
{
    if (value)
        seen.insert(name, static_cast<int>(*value));
}

/// What was looked at, by the names of columns.
QVariantMap evidenceOf(const SpectrumEvidence& evidence)
{
    QVariantMap seen {{u"spid"_s, evidence.spectrographId}, {u"fiberid"_s, evidence.fiberId}};
    const auto word = finalWord(evidence);
    const auto& decision = evidence.decision;
    const bool byEye = decision.decidedBy == "recheck" || decision.decidedBy == "verdict"
        || decision.decidedBy == "disputed";
    for (const auto& [name, text] : {std::pair {u"fiber_type"_s, evidence.fiberType},
                                     {u"planid"_s, evidence.planId},
                                     {u"queue_reason"_s, evidence.queueReason},
                                     {u"spectral_class"_s, evidence.spectralClass},
                                     {u"subclass"_s, evidence.subclass},
                                     {u"eye_class"_s, byEye ? decision.spectralClass : QByteArrayView()},
                                     {u"final_class"_s, word.spectralClass},
                                     {u"final_subclass"_s, word.subclass},
                                     {u"decided_by"_s, word.decidedBy},
                                     {u"zflag"_s, word.zFlag}})
        insertText(seen, name, text);
    for (const auto& [name, number] : {std::pair {u"snrg"_s, evidence.snrG},
                                       {u"snrr"_s, evidence.snrR},
                                       {u"snri"_s, evidence.snrI},
                                       {u"z"_s, evidence.z},
                                       {u"eye_z"_s, byEye ? decision.z : std::nan("")},
                                       {u"moon_phase"_s, evidence.plate.moonPhaseDays},
                                       {u"final_z"_s, word.z},
                                       {u"final_z_err"_s, word.zError}})
        insertNumber(seen, name, number);
    insertKnown(seen, u"lmjd"_s, evidence.lmjd);
    insertKnown(seen, u"science"_s, evidence.plate.isScience);
    insertKnown(seen, u"data_valid"_s, evidence.plate.isValid);
    seen.insert(u"confirmed"_s, static_cast<int>(evidence.plate.isConfirmed));
    return seen;
}

ExplainedVersion versionFrom(const SpectrumEvidence& evidence, const ReleaseJudge& judge)
{
    return {.version = QString::fromUtf8(evidence.version),
            .isNewest = evidence.isNewest,
            .rules = judge.rules(evidence),
            .evidence = evidenceOf(evidence),
            .reason = QString::fromUtf8(judge.reason(evidence))};
}

/// The galaxy module's own word, which others may have outweighed.
Result<void> addModuleAnswer(const QSqlDatabase& db, const SchemaNames& names, const ReleaseTask& task,
                             qint64 obsid, ExplainedVersion& version)
{
    auto values = task.rules.values;
    values.insert(u"obsid"_s, obsid);
    auto rows = runNamed(db, names.forVersion(version.version), sqlText(u"select_module_answer"_s), values);
    if (!rows)
        return rows.error();
    if (auto& row = rows.value(); row.next()) {
        version.evidence.insert(u"module_class"_s, row.value(0));
        if (!row.isNull(1))
            version.evidence.insert(u"module_z"_s, row.value(1));
    }
    return {};
}

/// Absent, too, where the release was never built.
Result<std::optional<ExplainedRow>> builtRow(QSqlDatabase& db, const SchemaNames& names,
                                             const QString& release, qint64 obsid)
{
    const auto releases = ReleaseStore::releases(db, names);
    if (!releases)
        return releases.error();
    if (!releases.value().contains(release))
        return std::optional<ExplainedRow>();
    auto rows = runQuery(db, names, u"select_catalogue_row"_s, {{":obsid", obsid}});
    if (!rows)
        return rows.error();
    auto& row = rows.value();
    if (!row.next())
        return std::optional<ExplainedRow>();
    return std::optional<ExplainedRow>(
        {row.value(0).toBool(), row.value(1).toString(), row.value(2).toString()});
}
}

Result<Explanation> explain(QSqlDatabase& db, const SchemaNames& plainNames, const ReleaseTask& task,
                            qint64 obsid)
{
    const auto names = plainNames.forRelease(task.release);
    const auto judge = ReleaseJudge::of(task.rules, task.isFormal());
    if (!judge)
        return judge.error();
    const auto versions = ReleaseEvidence::versions(db, names);
    if (!versions)
        return versions.error();
    OwnEvidence frozen(db, names);
    if (auto made = frozen.make(); !made)
        return made.error();
    const auto& own = frozen.names();
    if (auto filled = ReleaseEvidence::freeze(db, own, task, versions.value(), {obsid, obsid}); !filled)
        return filled.error();

    auto reader = EvidenceReader::open(db, own, task, versions.value());
    if (!reader)
        return reader.error();
    Explanation explanation;
    if (auto read =
            reader.value().read(obsid, obsid + 1, EvidenceOf::AllVersions,
                                [&](const SpectrumEvidence& evidence) {
                                    explanation.versions.push_back(versionFrom(evidence, judge.value()));
                                });
        !read)
        return read.error();
    for (auto& version : explanation.versions)
        if (auto added = addModuleAnswer(db, own, task, obsid, version); !added)
            return added.error();
    auto built = builtRow(db, names, task.release, obsid);
    if (!built)
        return built.error();
    explanation.built = built.value();
    if (explanation.versions.empty() && !explanation.built)
        return Error {
            ErrorKind::NotFound,
            QCoreApplication::translate("db", "No spectrum of the survey has the id %1.").arg(obsid),
            {}};
    return explanation;
}
