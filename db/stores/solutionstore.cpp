#include "db/stores/solutionstore.h"

#include "db/sql/bulkwriter.h"
#include "db/sql/sqlquery.h"
#include "db/sql/sqltext.h"
#include "db/sql/transaction.h"
#include "db/stores/searchedspectra.h"
#include "db/stores/spectrumrows.h"

#include <QCoreApplication>
#include <QDateTime>
#include <QSet>

#include <map>

using namespace Qt::Literals::StringLiterals;

namespace {
/// The obsids of a pipeline version, as a list in a text. Whole numbers may stand in it.
using ObsidLists = std::map<QString, QStringList>;

ObsidLists obsidsOf(const std::vector<SolvedSpectrum>& solved)
{
    ObsidLists lists;
    for (const auto& one : solved)
        lists[storedVersion(one.spectrum->pipelineVersion)] << QString::number(one.spectrum->target.obsid);
    return lists;
}

/// The rows of all tables.
class Rows
{
public:
    Rows()
        : m_solutions(u"{check}.redshift_solution"_s,
                      {u"obsid"_s, u"pipeline_version"_s, u"solution_rank"_s, u"spectral_class"_s,
                       u"template"_s, u"template_group"_s, u"z"_s, u"z_err"_s, u"probability"_s,
                       u"delta_chi2"_s, u"gain"_s, u"chi2_per_pixel"_s, u"snr"_s, u"warnings"_s,
                       u"tool_version"_s, u"solved_at"_s})
        , m_accepted(u"{check}.machine_acceptance"_s,
                     {u"obsid"_s, u"pipeline_version"_s, u"rule_name"_s, u"rules_version"_s,
                      u"spectral_class"_s, u"z"_s, u"z_err"_s, u"probability"_s, u"accepted_at"_s})
        , m_events(u"{check}.spectrum_event"_s,
                   {u"obsid"_s, u"pipeline_version"_s, u"state"_s, u"happened_at"_s, u"detail"_s})
        , m_now(QDateTime::currentDateTimeUtc().toString(u"yyyy-MM-dd HH:mm:ss.zzz"_s))
    {
    }

    void add(const SolvedSpectrum& solved, int count)
    {
        const auto& solutions = solved.answer.solutions;
        for (int i = 0; i < std::min(count, static_cast<int>(solutions.size())); ++i)
            addSolution(solved, i + 1, solutions[static_cast<std::size_t>(i)]);
        if (solutions.empty()) {
            RedshiftSolution none;
            none.warnings = RedshiftWarning::NoRedshift | RedshiftWarning::LittleCoverage;
            addSolution(solved, 0, none);
        }
    }

    void accept(const SolvedSpectrum& solved, const AcceptanceRule& rule, const QString& rulesVersion,
                bool isNew)
    {
        const auto& best = solved.answer.solutions.front();
        begin(m_accepted, solved)
            .add(rule.name, 60)
            .add(rulesVersion, 40)
            .add(className(best.spectralClass), 10)
            .add(best.z)
            .add(best.zError)
            .add(best.probability)
            .add(m_now, 30)
            .endRow();
        if (isNew)
            begin(m_events, solved)
                .add(u"verified", 20)
                .add(m_now, 30)
                .add(u"without eyes, rule "_s + rule.name, 200)
                .endRow();
    }

    Result<void> write(QSqlDatabase& db, const SchemaNames& names) const
    {
        for (const auto* rows : {&m_solutions, &m_accepted, &m_events}) {
            if (auto done = writeBulk(db, names, *rows, OnDuplicate::Replace); !done)
                return done.error();
        }
        return {};
    }

    qint64 accepted() const { return m_accepted.size(); }

private:
    static BulkRows& begin(BulkRows& rows, const SolvedSpectrum& solved)
    {
        return rows.add(solved.spectrum->target.obsid)
            .add(storedVersion(solved.spectrum->pipelineVersion), 40);
    }

    /// Rank 0: there is no solution, which is kept as rank 1 without numbers.
    void addSolution(const SolvedSpectrum& solved, int rank, const RedshiftSolution& solution)
    {
        const auto known = [rank](double value) { return rank > 0 ? std::optional(value) : std::nullopt; };
        begin(m_solutions, solved)
            .add(std::max(rank, 1))
            .add(className(solution.spectralClass), 10)
            .add(solution.templateName, 60)
            .add(solution.group, 60)
            .add(known(solution.z))
            .add(known(solution.zError))
            .add(solution.probability)
            .add(known(solution.deltaChi2))
            .add(known(solution.gain))
            .add(known(solution.chi2PerPixel))
            .add(known(solved.answer.snr))
            .add(warningNames(solution.warnings), 160)
            .add(QCoreApplication::applicationVersion(), 40)
            .add(m_now, 30)
            .endRow();
    }

    BulkRows m_solutions;
    BulkRows m_accepted;
    BulkRows m_events;
    QString m_now;
};

/// Which spectra a rule accepted before, as (obsid, version).
Result<QSet<std::pair<qint64, QString>>> acceptedBefore(QSqlDatabase& db, const SchemaNames& names,
                                                        const ObsidLists& lists)
{
    QSet<std::pair<qint64, QString>> accepted;
    for (const auto& [version, obsids] : lists) {
        auto rows = runText(
            db, names, sqlText(u"select_machine_acceptances"_s).replace(u"{obsids}"_s, obsids.join(u',')),
            {{":version", version}});
        if (!rows)
            return rows.error();
        for (auto& row = rows.value(); row.next();)
            accepted.insert({row.value(0).toLongLong(), version});
    }
    return accepted;
}

Result<void> takeAway(QSqlDatabase& db, const SchemaNames& names, const ObsidLists& lists,
                      const AcceptanceRules& rules)
{
    QStringList texts {u"delete_redshift_solutions"_s};
    if (rules.enabled) // without rules nothing was judged anew
        texts << u"delete_machine_acceptances"_s;
    for (const auto& [version, obsids] : lists) {
        for (const auto& text : texts) {
            const auto done = runText(db, names, sqlText(text).replace(u"{obsids}"_s, obsids.join(u',')),
                                      {{":version", version}});
            if (!done)
                return done.error();
        }
    }
    return {};
}
}

namespace SolutionStore {
Result<Night> night(QSqlDatabase& db, const SchemaNames& names, const QString& date)
{
    auto rows = runQuery(db, names, u"select_night_files"_s, {{":date", date}});
    if (!rows)
        return rows.error();
    Night night;
    for (auto& row = rows.value(); row.next();) {
        ++night.spectra;
        const auto file = row.value(2).toString();
        if (night.files.isEmpty() || night.files.last() != file)
            night.files << file;
    }
    return night;
}

Result<qint64> store(QSqlDatabase& db, const SchemaNames& names, const std::vector<SolvedSpectrum>& solved,
                     int count, const AcceptanceRules& rules)
{
    if (solved.empty())
        return qint64 {0};
    const auto lists = obsidsOf(solved);
    return inTransaction(db, [&](QSqlDatabase& connection) -> Result<qint64> {
        const auto before = acceptedBefore(connection, names, lists);
        if (!before)
            return before.error();
        if (auto done = takeAway(connection, names, lists, rules); !done)
            return done.error();
        Rows rows;
        for (const auto& one : solved) {
            rows.add(one, count);
            const auto& spectrum = *one.spectrum;
            if (const auto* rule = acceptingRule(rules, spectrum, one.answer))
                rows.accept(one, *rule, rules.version,
                            !before.value().contains(
                                {spectrum.target.obsid, storedVersion(spectrum.pipelineVersion)}));
        }
        if (auto done = rows.write(connection, names); !done)
            return done.error();
        for (const auto& [version, obsids] : lists)
            if (auto done = updateProbabilities(connection, names, obsids); !done)
                return done.error();
        return rows.accepted();
    });
}

Result<std::vector<RedshiftSolution>> solutions(QSqlDatabase& db, const SchemaNames& names, qint64 obsid,
                                                const QString& pipelineVersion)
{
    auto rows = runQuery(db, names, u"select_redshift_solutions"_s,
                         {{":obsid", obsid}, {":version", storedVersion(pipelineVersion)}});
    if (!rows)
        return rows.error();
    std::vector<RedshiftSolution> result;
    for (auto& row = rows.value(); row.next();) {
        if (row.value(3).isNull())
            continue;
        RedshiftSolution solution;
        solution.spectralClass = spectralClassFrom(row.value(0).toString());
        solution.templateName = row.value(1).toString();
        solution.group = row.value(2).toString();
        solution.z = row.value(3).toDouble();
        solution.zError = row.value(4).toDouble();
        solution.probability = row.value(5).toDouble();
        solution.deltaChi2 = row.value(6).toDouble();
        solution.gain = row.value(7).toDouble();
        solution.chi2PerPixel = row.value(8).toDouble();
        solution.warnings = warningsFrom(row.value(10).toString());
        result.push_back(std::move(solution));
    }
    return result;
}
}
