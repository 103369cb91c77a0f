#include "db/stores/queuestore.h"
#include "db/stores/solutionstore.h"
#include "support/teamstand.h"

#include <random>

Q_DECLARE_METATYPE(QueueFilter)

namespace {
using Keys = QStringList; ///< "obsid version", in order

/// How a plain query sorts by an order; the page comes before.
QString orderBy(QueueFilter::Order order)
{
    switch (order) {
    case QueueFilter::Order::Priority:
        return u"s.priority"_s;
    case QueueFilter::Order::Observation:
        return u"s.obs_date, s.planid, s.spid, s.fiberid"_s;
    case QueueFilter::Order::Probability:
        break;
    }
    return u"COALESCE(r.probability, 2)"_s;
}
}

/// The queue's pages against a query that joins everything and sorts it: 400 spectra of three plates in two
/// versions, of all classes and none, partly searched, partly accepted, looked at by two.
class TestQueueFilters : public TeamStand
{
    Q_OBJECT
private slots:
    void init()
    {
        if (m_ready)
            return;
        ingest(1809, u"v3.0.0"_s);
        execute(u"UPDATE {check}.spec_check SET spectral_class = NULL WHERE fiberid % 17 = 5"_s);
        execute(u"UPDATE {check}.spec_check SET spectral_class = 'UNKNOWN' WHERE fiberid % 17 = 6"_s);
        execute(
            u"UPDATE {check}.spec_check SET obs_date = '2011-10-25' WHERE planid = '%1'"_s.arg(planOf(1811)));
        execute(u"UPDATE {check}.spec_check SET fiberid = -1 WHERE fiberid = 90"_s);
        search();
        decide();
        m_ready = true;
    }

    void everyFilterGivesWhatAPlainQueryGives_data()
    {
        QTest::addColumn<QueueFilter>("filter");
        QTest::addColumn<QString>("conditions");
        const std::pair<std::optional<WorkPage>, QString> pages[] = {
            {std::nullopt, u"TRUE"_s},
            {WorkPage::Inspect, u"s.page = 'inspect'"_s},
            {WorkPage::Browse, u"s.page = 'browse' AND s.is_object = 1"_s}};
        for (const auto order :
             {QueueFilter::Order::Priority, QueueFilter::Order::Observation, QueueFilter::Order::Probability})
            for (const auto& [page, condition] : pages) {
                addRow({.page = page, .order = order, .inspector = u"li"_s}, condition);
                for (const auto& [change, more] : changes()) {
                    QueueFilter filter {.page = page, .order = order, .inspector = u"li"_s};
                    change(filter);
                    addRow(filter, condition + u" AND "_s + more);
                }
            }
    }

    void everyFilterGivesWhatAPlainQueryGives()
    {
        QFETCH(QueueFilter, filter);
        QFETCH(QString, conditions);
        const auto expected = plainly(filter, conditions);
        QCOMPARE(paged(filter, 1000), expected);
        QCOMPARE(paged(filter, 7), expected);
    }

private:
    using Change = std::function<void(QueueFilter&)>;

    static std::vector<std::pair<Change, QString>> changes()
    {
        std::vector<std::pair<Change, QString>> all;
        for (const auto spectralClass :
             {SpectralClass::Star, SpectralClass::Galaxy, SpectralClass::Qso, SpectralClass::Unknown})
            all.emplace_back([=](QueueFilter& filter) { filter.spectralClass = spectralClass; },
                             u"COALESCE(s.spectral_class, 'UNKNOWN') = '%1'"_s.arg(className(spectralClass)));
        all.emplace_back([](QueueFilter& filter) { filter.reason = QueueReason::Extragalactic; },
                         u"s.reason = 'extragalactic'"_s);
        all.emplace_back([](QueueFilter& filter) { filter.planId = planOf(1809); },
                         u"s.planid = '%1'"_s.arg(planOf(1809)));
        all.emplace_back([](QueueFilter& filter) { filter.pipelineVersion = u"v3.0.0"_s; },
                         u"s.pipeline_version = 'v3.0.0'"_s);
        all.emplace_back([](QueueFilter& filter) { filter.paths = {u"/survey/F1810"_s}; },
                         u"s.file_path LIKE '/survey/F1810/%'"_s);
        all.emplace_back([](QueueFilter& filter) { filter.probabilityBelow = 0.4; },
                         u"r.probability < 0.4"_s);
        all.emplace_back([](QueueFilter& filter) { filter.probabilityFrom = 0.4; },
                         u"r.probability >= 0.4"_s);
        all.emplace_back([](QueueFilter& filter) { filter.machineAccepted = true; },
                         u"m.obsid IS NOT NULL"_s);
        all.emplace_back([](QueueFilter& filter) { filter.machineAccepted = false; }, u"m.obsid IS NULL"_s);
        all.emplace_back([](QueueFilter& filter) { filter.state = QueueFilter::State::Open; },
                         u"h.obsid IS NULL"_s);
        all.emplace_back([](QueueFilter& filter) { filter.state = QueueFilter::State::Done; },
                         u"h.obsid IS NOT NULL"_s);
        all.emplace_back(
            [](QueueFilter& filter) {
                filter.spectralClass = SpectralClass::Star;
                filter.state = QueueFilter::State::Open;
                filter.machineAccepted = false;
                filter.probabilityFrom = 0.2;
                filter.pipelineVersion = u"v2.9.8"_s;
            },
            u"s.spectral_class = 'STAR' AND h.obsid IS NULL AND m.obsid IS NULL AND r.probability >= 0.2 AND "
            "s.pipeline_version = 'v2.9.8'"_s);
        return all;
    }

    static void addRow(const QueueFilter& filter, const QString& conditions)
    {
        QTest::addRow("order %d, %s", static_cast<int>(filter.order), qPrintable(conditions))
            << filter << conditions;
    }

    Keys plainly(const QueueFilter& filter, const QString& conditions)
    {
        const auto text =
            u"SELECT CONCAT(s.obsid, ' ', s.pipeline_version) FROM {check}.spec_check AS s "
            "LEFT JOIN {check}.standing_verdict AS h ON h.inspector = 'li' AND h.obsid = s.obsid AND "
            "h.pipeline_version = s.pipeline_version "
            "LEFT JOIN {check}.redshift_solution AS r ON r.obsid = s.obsid AND r.pipeline_version = "
            "s.pipeline_version AND r.solution_rank = 1 "
            "LEFT JOIN {check}.machine_acceptance AS m ON m.obsid = s.obsid AND m.pipeline_version = "
            "s.pipeline_version WHERE %1 ORDER BY s.page, %2, s.obsid, s.pipeline_version"_s.arg(
                conditions, orderBy(filter.order));
        const auto keys = run([&](QSqlDatabase& db) -> Result<Keys> {
            auto rows = runText(db, names, text);
            if (!rows)
                return rows.error();
            Keys found;
            for (auto& row = rows.value(); row.next();)
                found << row.value(0).toString();
            return found;
        });
        if (!keys)
            qFatal("%s", qPrintable(keys.error().detail));
        return keys.value();
    }

    Keys paged(const QueueFilter& filter, int limit)
    {
        Keys keys;
        std::optional<QueueEntry> last;
        for (;;) {
            const auto page =
                run([&](QSqlDatabase& db) { return QueueStore::page(db, names, filter, last, limit); });
            if (!page)
                return {page.error().message, page.error().detail};
            for (const auto& entry : page.value())
                keys << u"%1 %2"_s.arg(entry.obsid).arg(entry.pipelineVersion);
            if (page.value().size() < static_cast<std::size_t>(limit))
                return keys;
            last = page.value().back();
        }
    }

    /// Plates 1809 and 1810 were searched, in the old version only; many answers are equally sure, one is
    /// none.
    void search()
    {
        std::vector<SolvedSpectrum> solved;
        std::mt19937 random(1);
        for (const int plate : {1809, 1810})
            for (const auto& spectrum : syntheticPlate(100, plate)) {
                RedshiftAnswer answer;
                answer.snr = 12;
                RedshiftSolution best;
                best.z = 0.1;
                best.zError = 1e-4;
                best.gain = 1234.5;
                best.spectralClass = SpectralClass::Star;
                best.probability = static_cast<double>(random() % 20) / 19;
                if (!solved.empty())
                    answer.solutions = {best};
                solved.push_back({spectrum, answer});
            }
        AcceptanceRule rule;
        rule.name = u"sure"_s;
        rule.spectralClass = SpectralClass::Star;
        const AcceptanceRules rules {u"test"_s, true, {rule}};
        const auto stored =
            run([&](QSqlDatabase& db) { return SolutionStore::store(db, names, solved, 3, rules); });
        VERIFY_OK(stored);
        QVERIFY(stored.value() > 0);
    }

    /// li looked at one in eleven and took one of them back, wu at one in three.
    void decide()
    {
        const auto all = run([](QSqlDatabase& db) { return QueueStore::page(db, names, {}, {}, 1000); });
        VERIFY_OK(all);
        QCOMPARE(all.value().size(), std::size_t {400});
        for (std::size_t i = 0; i < all.value().size(); ++i) {
            const auto& entry = all.value()[i];
            auto verdict = verdictOn(entry, u"li"_s, SpectralClass::Galaxy, 0.1);
            if (i % 11 == 0)
                VERIFY_OK(submit(verdict));
            if (i == 33)
                VERIFY_OK(run([&](QSqlDatabase& db) {
                    return VerdictStore::withdraw(db, names, verdict, QUuid::createUuid());
                }));
            if (i % 3 == 0)
                VERIFY_OK(submit(verdictOn(entry, u"wu"_s, SpectralClass::Qso, 2)));
        }
    }

    bool m_ready = false;
};

QTEST_GUILESS_MAIN(TestQueueFilters)
#include "tst_queuefilters.moc"
