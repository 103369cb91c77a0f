#include "db/sql/migrator.h"
#include "db/sql/sqlquery.h"
#include "db/stores/queuestore.h"
#include "db/stores/solutionstore.h"
#include "db/stores/spectrumstore.h"
#include "support/syntheticspectra.h"
#include "support/testserver.h"

#include <QTest>

using namespace Qt::Literals::StringLiterals;

namespace {
constexpr std::size_t plateSize = 40;

/// Two solutions; the first with the probability and of the class of the pipeline, at its redshift.
RedshiftAnswer answerFor(const Spectrum& spectrum, double probability)
{
    RedshiftAnswer answer;
    answer.snr = 12;
    RedshiftSolution best;
    best.z = spectrum.pipeline.z.value_or(0.1);
    best.zError = 1e-4;
    best.spectralClass = SpectralClass::Star;
    best.templateName = u"K3"_s;
    best.group = u"STAR-K3K7"_s;
    best.probability = probability;
    best.gain = 1234.5;
    auto next = best;
    next.z = 0.75;
    next.probability = 1 - probability;
    next.warnings = RedshiftWarning::SmallDeltaChi2 | RedshiftWarning::AtFitLimit;
    answer.solutions = {best, next};
    return answer;
}

AcceptanceRules starRules()
{
    AcceptanceRule rule;
    rule.name = u"sure star"_s;
    rule.spectralClass = SpectralClass::Star;
    return {u"test"_s, true, {rule}};
}
}

class TestSolutionStore : public QObject
{
    Q_OBJECT
private slots:
    void initTestCase()
    {
        REQUIRE_SERVER(m_server);
        m_db = std::make_unique<DbThread>(m_server.config());
        m_spectra = syntheticPlate(plateSize);
        VERIFY_OK(run([this](QSqlDatabase& db) { return migrate(db, m_names, SchemaGroup::Check); }));
        VERIFY_OK(run(
            [this](QSqlDatabase& db) { return SpectrumStore::add(db, m_names, m_spectra, queueRules()); }));
    }

    void solutionsComeBackAsTheyWereStored()
    {
        VERIFY_OK(storeAll(AcceptanceRules()));
        const auto& first = *m_spectra.front();
        const auto read = run([&](QSqlDatabase& db) {
            return SolutionStore::solutions(db, m_names, first.target.obsid, first.pipelineVersion);
        });
        VERIFY_OK(read);
        const auto expected = answerFor(first, probabilityOf(0)).solutions;
        QCOMPARE(read.value().size(), expected.size());
        for (std::size_t i = 0; i < expected.size(); ++i) {
            QCOMPARE(read.value()[i].z, expected[i].z);
            QCOMPARE(read.value()[i].zError, expected[i].zError);
            QCOMPARE(read.value()[i].spectralClass, expected[i].spectralClass);
            QCOMPARE(read.value()[i].templateName, expected[i].templateName);
            QCOMPARE(read.value()[i].probability, expected[i].probability);
            QCOMPARE(read.value()[i].warnings, expected[i].warnings);
        }
    }

    void nothingIsAcceptedUnlessRulesAreEnabled()
    {
        auto rules = starRules();
        rules.enabled = false;
        const auto accepted = storeAll(rules);
        VERIFY_OK(accepted);
        QCOMPARE(accepted.value(), 0);
    }

    void storingAgainReplacesAndMarksOnce()
    {
        const auto once = storeAll(starRules());
        VERIFY_OK(once);
        QVERIFY(once.value() > 0 && once.value() < static_cast<qint64>(plateSize));
        const auto events = countOf(u"{check}.spectrum_event WHERE detail LIKE '%rule%'"_s);
        QCOMPARE(events, once.value());
        const auto twice = storeAll(starRules());
        VERIFY_OK(twice);
        QCOMPARE(twice.value(), once.value());
        QCOMPARE(countOf(u"{check}.spectrum_event WHERE detail LIKE '%rule%'"_s), events);
        QCOMPARE(countOf(u"{check}.redshift_solution"_s), static_cast<qint64>(2 * plateSize));
    }

    void aSearchWithoutRulesLeavesWhatRulesAccepted()
    {
        const auto accepted = storeAll(starRules());
        VERIFY_OK(accepted);
        VERIFY_OK(storeAll(AcceptanceRules()));
        QCOMPARE(countOf(u"{check}.machine_acceptance"_s), accepted.value());
        auto strict = starRules();
        strict.rules.front().minSnr = 1e9;
        VERIFY_OK(storeAll(strict));
        QCOMPARE(countOf(u"{check}.machine_acceptance"_s), 0);
    }

    void theQueueSortsAndGatesByProbability()
    {
        const auto accepted = storeAll(starRules());
        VERIFY_OK(accepted);
        double before = 0;
        std::optional<QueueEntry> last;
        std::size_t seen = 0;
        for (;;) {
            const auto entries = page({.order = QueueFilter::Order::Probability}, last);
            VERIFY_OK(entries);
            if (entries.value().empty())
                break;
            for (const auto& entry : entries.value()) {
                if (last && last->page != entry.page)
                    before = 0;
                QVERIFY(entry.probability && *entry.probability >= before);
                QCOMPARE(!entry.machineRule.isEmpty(), *entry.probability >= 0.99);
                before = *entry.probability;
                last = entry;
                ++seen;
            }
        }
        QCOMPARE(seen, static_cast<std::size_t>(total({})));
        QCOMPARE(total({.machineAccepted = true}), static_cast<qint64>(total({.probabilityFrom = 0.99})));
        QCOMPARE(total({.probabilityBelow = 0.99}) + total({.probabilityFrom = 0.99}), total({}));
        QCOMPARE(total({.machineAccepted = true}) + total({.machineAccepted = false}), total({}));
    }

    void aSpectrumThatIsIngestedAnewKeepsItsPlace()
    {
        VERIFY_OK(storeAll(AcceptanceRules()));
        auto changed = *m_spectra[20];
        changed.pipeline.z = 0.25;
        const std::vector<SpectrumPtr> anew {std::make_shared<const Spectrum>(changed)};
        const auto added =
            run([&](QSqlDatabase& db) { return SpectrumStore::add(db, m_names, anew, queueRules()); });
        VERIFY_OK(added);
        QCOMPARE(added.value().updated, 1);
        const auto entry = run([&](QSqlDatabase& db) {
            return QueueStore::entry(db, m_names, changed.target.obsid, changed.pipelineVersion, {});
        });
        VERIFY_OK(entry);
        QCOMPARE(entry.value().z, std::optional(0.25));
        QCOMPARE(entry.value().probability, std::optional(probabilityOf(20)));
        QCOMPARE(
            countOf(u"{check}.spec_check AS s JOIN {check}.redshift_solution AS r ON r.obsid = s.obsid AND "
                    "r.solution_rank = 1 WHERE r.probability <> s.probability"_s),
            0);
    }

    void aSpectrumWithoutRedshiftSaysSo()
    {
        const std::vector<SolvedSpectrum> one {{m_spectra.front(), RedshiftAnswer()}};
        VERIFY_OK(
            run([&](QSqlDatabase& db) { return SolutionStore::store(db, m_names, one, 5, starRules()); }));
        const auto& target = m_spectra.front()->target;
        const auto entry = run([&](QSqlDatabase& db) {
            return QueueStore::entry(db, m_names, target.obsid, m_spectra.front()->pipelineVersion, {});
        });
        VERIFY_OK(entry);
        QCOMPARE(entry.value().probability, std::optional(0.0));
        QVERIFY(!entry.value().foundZ);
        const auto read = run([&](QSqlDatabase& db) {
            return SolutionStore::solutions(db, m_names, target.obsid, m_spectra.front()->pipelineVersion);
        });
        VERIFY_OK(read);
        QVERIFY(read.value().empty());
    }

    void aNightHasItsFilesOnce()
    {
        const auto date = m_spectra.front()->target.obsDate;
        const auto night = run([&](QSqlDatabase& db) { return SolutionStore::night(db, m_names, date); });
        VERIFY_OK(night);
        QCOMPARE(night.value().spectra, static_cast<qint64>(plateSize));
        QCOMPARE(QSet<QString>(night.value().files.begin(), night.value().files.end()).size(),
                 night.value().files.size());
        const auto other =
            run([&](QSqlDatabase& db) { return SolutionStore::night(db, m_names, u"1999-01-01"_s); });
        VERIFY_OK(other);
        QVERIFY(other.value().files.isEmpty());
    }

private:
    template<typename Job>
    std::invoke_result_t<Job, QSqlDatabase&> run(Job job)
    {
        return m_db->run(std::move(job)).result();
    }

    static double probabilityOf(std::size_t index) { return static_cast<double>(index) / plateSize * 1.02; }

    Result<qint64> storeAll(const AcceptanceRules& rules)
    {
        std::vector<SolvedSpectrum> solved;
        for (std::size_t i = 0; i < m_spectra.size(); ++i)
            solved.push_back({m_spectra[i], answerFor(*m_spectra[i], std::min(probabilityOf(i), 1.0))});
        return run([&](QSqlDatabase& db) { return SolutionStore::store(db, m_names, solved, 5, rules); });
    }

    Result<QueueEntries> page(const QueueFilter& filter, const std::optional<QueueEntry>& after)
    {
        constexpr int limit = 7;
        return run([&](QSqlDatabase& db) { return QueueStore::page(db, m_names, filter, after, limit); });
    }

    qint64 total(const QueueFilter& filter)
    {
        constexpr int all = 10'000;
        const auto entries =
            run([&](QSqlDatabase& db) { return QueueStore::page(db, m_names, filter, {}, all); });
        return entries ? static_cast<qint64>(entries.value().size()) : -1;
    }

    qint64 countOf(const QString& from)
    {
        const auto count = run([&](QSqlDatabase& db) -> Result<qint64> {
            auto rows = runText(db, m_names, u"SELECT COUNT(*) FROM "_s + from);
            if (!rows)
                return rows.error();
            rows.value().next();
            return rows.value().value(0).toLongLong();
        });
        return count ? count.value() : -1;
    }

    TestServer m_server;
    SchemaNames m_names;
    std::unique_ptr<DbThread> m_db;
    std::vector<SpectrumPtr> m_spectra;
};

QTEST_GUILESS_MAIN(TestSolutionStore)
#include "tst_solutionstore.moc"
