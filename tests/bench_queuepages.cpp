#include "db/sql/sqltext.h"
#include "db/stores/queuekeys.h"
#include "db/stores/queuestore.h"
#include "db/stores/solutionstore.h"
#include "db/stores/spectrumrows.h"
#include "support/longqueue.h"
#include "support/teamstand.h"

#include <QRandomGenerator>

#include <algorithm>

Q_DECLARE_METATYPE(QueueFilter)

namespace {
constexpr int repeats = 100;
constexpr int limit = 100;
}

/// Pages of the list anywhere in a long queue, and how far the work is. SPECDESK_QUEUE_ROWS sets its length.
class BenchQueuePages : public TeamStand
{
    Q_OBJECT
private slots:
    void pagesAnywhere_data()
    {
        fill();
        QTest::addColumn<QueueFilter>("filter");
        const std::pair<const char*, QueueFilter::Order> orders[] = {
            {"priority", QueueFilter::Order::Priority},
            {"observation", QueueFilter::Order::Observation},
            {"probability", QueueFilter::Order::Probability}};
        for (const auto& [name, order] : orders)
            for (const auto page : {WorkPage::Inspect, WorkPage::Browse}) {
                const auto add = [&, name = name, order = order](const char* what, QueueFilter filter) {
                    filter.page = page;
                    filter.order = order;
                    filter.inspector = u"li"_s;
                    QTest::addRow("%s, by %s, %s", qPrintable(pageName(page)), name, what) << filter;
                };
                add("all", {});
                add("QSOs", {.spectralClass = SpectralClass::Qso});
                add("class unknown", {.spectralClass = SpectralClass::Unknown});
                add("open", {.state = QueueFilter::State::Open});
                add("done", {.state = QueueFilter::State::Done});
                add("a plate", {.planId = planOf(1809)});
            }
    }

    void pagesAnywhere()
    {
        QFETCH(QueueFilter, filter);
        const int count = filter.state == QueueFilter::State::Done ? repeats / 20 : repeats;
        const auto keys =
            timed(count, [&](QSqlDatabase& db) { return readKeys(db, filter, somewhere(filter)); });
        const auto pages = timed(count, [&](QSqlDatabase& db) {
            return QueueStore::page(db, names, filter, somewhere(filter), limit);
        });
        qInfo("keys %s; whole entries %s", qPrintable(keys), qPrintable(pages));
    }

    void howFarTheWorkIs()
    {
        for (const auto& [what, query] :
             {std::pair("nights", ProgressQuery {.group = ProgressGroup::Night}),
              std::pair("plates", ProgressQuery {.group = ProgressGroup::Plate}),
              std::pair("nights, one page",
                        ProgressQuery {.group = ProgressGroup::Night, .page = WorkPage::Inspect}),
              std::pair("people", ProgressQuery {.group = ProgressGroup::Person})}) {
            const auto processor = m_server.processorSeconds();
            QElapsedTimer clock;
            clock.start();
            const auto lines = progress(query);
            qInfo("%s: %zu lines in %lld ms, %.0f ms of processor", what, lines.size(), clock.elapsed(),
                  1000 * (m_server.processorSeconds() - processor));
        }
        QElapsedTimer clock;
        clock.start();
        const auto forecast = run([](QSqlDatabase& db) {
            return ProgressStore::forecast(db, names, {}, QDateTime::currentDateTimeUtc().date());
        });
        VERIFY_OK(forecast);
        qInfo("forecast of %lld spectra: %lld ms", static_cast<long long>(forecast.value().remaining),
              clock.elapsed());
    }

private:
    /// "p50 p99 ms (ms of the server's processor)" of so many jobs.
    template<typename Job>
    QString timed(int count, Job job)
    {
        std::vector<double> times;
        const auto processor = m_server.processorSeconds();
        for (int i = 0; i < count; ++i) {
            QElapsedTimer clock;
            clock.start();
            const auto done = run(job);
            times.push_back(static_cast<double>(clock.nsecsElapsed()) / 1e6);
            if (!done)
                qFatal("%s", qPrintable(done.error().detail));
        }
        const auto used = 1000 * (m_server.processorSeconds() - processor) / count;
        std::ranges::sort(times);
        return u"%1 %2 ms (%3 ms)"_s.arg(times[times.size() / 2], 0, 'f', 2)
            .arg(times[times.size() * 99 / 100], 0, 'f', 2)
            .arg(used, 0, 'f', 2);
    }

    /// Three plates of 96 objects, all searched, every seventh looked at by li and every ninth by wu.
    void fill()
    {
        std::vector<SolvedSpectrum> solved;
        for (const int plate : {1809, 1810, 1811})
            for (const auto& spectrum : syntheticPlate(100, plate)) {
                RedshiftAnswer answer;
                RedshiftSolution best;
                best.z = 0.1;
                best.probability = static_cast<double>(solved.size()) / 300;
                answer.solutions = {best};
                solved.push_back({spectrum, answer});
            }
        VERIFY_OK(run([&](QSqlDatabase& db) { return SolutionStore::store(db, names, solved, 1, {}); }));
        const auto all = run([](QSqlDatabase& db) { return QueueStore::page(db, names, {}, {}, 1000); });
        VERIFY_OK(all);
        for (std::size_t i = 0; i < all.value().size(); ++i) {
            if (i % 7 == 0)
                VERIFY_OK(submit(verdictOn(all.value()[i], u"li"_s, SpectralClass::Galaxy, 0.1)));
            if (i % 9 == 0)
                VERIFY_OK(submit(verdictOn(all.value()[i], u"wu"_s, SpectralClass::Galaxy, 0.1)));
        }
        QElapsedTimer clock;
        clock.start();
        VERIFY_OK(run([this](QSqlDatabase& db) { return multiplyQueue(db, names, m_rows); }));
        for (const auto* table : {"spec_check", "standing_verdict", "humanverify", "redshift_solution"})
            execute(u"ANALYZE TABLE {check}.%1"_s.arg(QLatin1String(table)));
        qInfo("%lld spectra, filled in %lld s", static_cast<long long>(m_rows), clock.elapsed() / 1000);
    }

    /// An entry of the list at a random depth, or none: the first page.
    std::optional<QueueEntry> somewhere(const QueueFilter& filter)
    {
        auto start = QueueEntry();
        start.page = *filter.page;
        start.obsid = m_random.bounded(m_rows * 10'000'000'000 / 300);
        start.priority = static_cast<int>(m_random.bounded(700));
        start.obsDate = QDate(2011, 10, 24).addDays(m_random.bounded(m_rows / 300)).toString(Qt::ISODate);
        start.probability = m_random.generateDouble();
        return start;
    }

    static Result<int> readKeys(QSqlDatabase& db, const QueueFilter& filter,
                                const std::optional<QueueEntry>& after)
    {
        SqlWhere where;
        const auto keys = queueKeys(where, filter, *filter.page, after);
        if (filter.state != QueueFilter::State::All)
            where.values().emplace_back(":inspector", filter.inspector);
        where.values().emplace_back(":limit", limit);
        auto rows = runText(db, names, keys.text, where.values());
        if (!rows)
            return rows.error();
        int count = 0;
        while (rows.value().next())
            ++count;
        return count;
    }

    const qint64 m_rows = qEnvironmentVariableIsSet("SPECDESK_QUEUE_ROWS")
        ? qEnvironmentVariableIntValue("SPECDESK_QUEUE_ROWS")
        : 100'000;
    QRandomGenerator m_random {1};
};

QTEST_GUILESS_MAIN(BenchQueuePages)
#include "bench_queuepages.moc"
