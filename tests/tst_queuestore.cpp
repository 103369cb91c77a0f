#include "db/sql/migrator.h"
#include "db/sql/sqlquery.h"
#include "db/stores/queuekeys.h"
#include "db/stores/queuestore.h"
#include "db/stores/spectrumstore.h"
#include "db/stores/verdictstore.h"
#include "support/syntheticspectra.h"
#include "support/testserver.h"

#include <QTest>

#include <set>

using namespace Qt::Literals::StringLiterals;

Q_DECLARE_METATYPE(QueueFilter)

class TestQueueStore : public QObject
{
    Q_OBJECT
private slots:
    void initTestCase()
    {
        REQUIRE_SERVER(m_server);
        m_db = std::make_unique<DbThread>(m_server.config());
        const auto names = m_names;
        VERIFY_OK(
            m_db->run([names](QSqlDatabase& db) { return migrate(db, names, SchemaGroup::Check); }).result());
        auto spectra = syntheticPlate(1000);
        for (const auto& more : syntheticPlate(500, 2001))
            spectra.push_back(more);
        VERIFY_OK(m_db->run([names, spectra](QSqlDatabase& db) {
                          return SpectrumStore::add(db, names, spectra, queueRules());
                      })
                      .result());
    }

    void readingPageByPageGivesEverySpectrumOnceInOrder_data()
    {
        QTest::addColumn<QueueFilter>("filter");
        QTest::addColumn<int>("limit");
        QTest::addColumn<std::size_t>("expected");
        QTest::newRow("everything") << QueueFilter() << 97 << std::size_t(1500);
        QTest::newRow("everything in one page") << QueueFilter() << 5000 << std::size_t(1500);
        QTest::newRow("by observation")
            << QueueFilter {.order = QueueFilter::Order::Observation} << 97 << std::size_t(1500);
        QTest::newRow("one folder") << QueueFilter {.paths = {u"/survey/F2001/"_s}} << 64 << std::size_t(500);
        QTest::newRow("folder without a slash")
            << QueueFilter {.paths = {u"/survey/F2001"_s}} << 64 << std::size_t(500);
        QTest::newRow("a plate") << QueueFilter {.planId = u"F1809"_s,
                                                 .order = QueueFilter::Order::Observation}
                                 << 64 << std::size_t(1000);
        QTest::newRow("galaxies") << QueueFilter {.spectralClass = SpectralClass::Galaxy} << 7
                                  << std::size_t(150);
        QTest::newRow("open") << QueueFilter {.state = QueueFilter::State::Open, .inspector = u"nobody"_s}
                              << 200 << std::size_t(1500);
        QTest::newRow("done") << QueueFilter {.state = QueueFilter::State::Done, .inspector = u"nobody"_s}
                              << 200 << std::size_t(0);
        QTest::newRow("no such folder") << QueueFilter {.paths = {u"/survey/F20"_s}} << 64 << std::size_t(0);
        QTest::newRow("no such version") << QueueFilter {.pipelineVersion = u"v9"_s} << 64 << std::size_t(0);
    }

    void readingPageByPageGivesEverySpectrumOnceInOrder()
    {
        QFETCH(QueueFilter, filter);
        QFETCH(int, limit);
        QFETCH(std::size_t, expected);
        std::set<qint64> seen;
        std::optional<QueueEntry> last;
        for (;;) {
            const auto entries = page(filter, last, limit);
            VERIFY_OK(entries);
            QVERIFY(entries.value().size() <= static_cast<std::size_t>(limit));
            for (const auto& entry : entries.value()) {
                QVERIFY2(!last || isBehind(filter.order, *last, entry),
                         qPrintable(QString::number(entry.obsid)));
                QVERIFY(seen.insert(entry.obsid).second);
                last = entry;
            }
            if (entries.value().size() < static_cast<std::size_t>(limit))
                break;
        }
        QCOMPARE(seen.size(), expected);
    }

    void theBrowsePageLeavesOutFibresWithoutAnObject()
    {
        const auto entries = page({.page = WorkPage::Browse}, {}, 2000);
        VERIFY_OK(entries);
        const auto inspect = page({.page = WorkPage::Inspect}, {}, 2000);
        const auto all = page({}, {}, 2000);
        VERIFY_OK(inspect);
        VERIFY_OK(all);
        QCOMPARE(entries.value().size() + inspect.value().size(), all.value().size() - 60);
        for (const auto& entry : entries.value())
            QVERIFY((entry.obsid % 1000 - 1) % 25 != 24);
    }

    void oneFileAndSeveralPathsMayBeAskedFor()
    {
        const auto file = u"/survey/F1809/spec-180901001.fits.gz"_s;
        const auto one = page({.paths = {file}}, {}, 10);
        VERIFY_OK(one);
        QCOMPARE(one.value().size(), std::size_t(1));
        QCOMPARE(one.value().front().file, file);
        const auto both = page({.paths = {file, u"/survey/F2001"_s}}, {}, 2000);
        VERIFY_OK(both);
        QCOMPARE(both.value().size(), std::size_t(501));
        const auto percent = page({.paths = {u"/survey/F%"_s, u"/survey/F____"_s}}, {}, 2000);
        VERIFY_OK(percent);
        QVERIFY(percent.value().empty());
    }

    void aVerdictMovesASpectrumFromOpenToDoneForItsInspectorOnly()
    {
        QueueFilter open {
            .page = WorkPage::Inspect, .state = QueueFilter::State::Open, .inspector = u"jan"_s};
        auto done = open;
        done.state = QueueFilter::State::Done;
        const auto first = page(open, {}, 1);
        VERIFY_OK(first);
        QCOMPARE(first.value().size(), std::size_t(1));
        QVERIFY(first.value().front().needsAnEye());
        const auto obsid = first.value().front().obsid;

        auto verdict = verdictOn(obsid);
        VERIFY_OK(submit(verdict));
        const auto next = page(open, {}, 1);
        QVERIFY(next.value().front().obsid != obsid);
        const auto finished = page(done, {}, 10);
        VERIFY_OK(finished);
        QCOMPARE(finished.value().size(), std::size_t(1));
        QCOMPARE(finished.value().front().obsid, obsid);
        QCOMPARE(finished.value().front().verdict->submission, verdict.submission);

        open.inspector = u"maria"_s;
        const auto hers = page(open, {}, 1);
        QCOMPARE(hers.value().front().obsid, obsid);
        QVERIFY(!hers.value().front().verdict);

        const auto names = m_names;
        VERIFY_OK(m_db->run([&](QSqlDatabase& db) {
                          return VerdictStore::withdraw(db, names, verdict, QUuid::createUuid());
                      })
                      .result());
        open.inspector = u"jan"_s;
        QCOMPARE(page(open, {}, 1).value().front().obsid, obsid);
        QVERIFY(page(done, {}, 10).value().empty());
    }

    /// In a survey of millions a page must come by walking along the index, not by sorting.
    void aPageOfTheQueueIsReadAlongItsIndex_data()
    {
        QTest::addColumn<QueueFilter::Order>("order");
        QTest::addColumn<QString>("index");
        QTest::newRow("priority") << QueueFilter::Order::Priority << u"by_priority"_s;
        QTest::newRow("observation") << QueueFilter::Order::Observation << u"by_observation"_s;
        QTest::newRow("probability") << QueueFilter::Order::Probability << u"by_probability"_s;
    }

    void aPageOfTheQueueIsReadAlongItsIndex()
    {
        QFETCH(QueueFilter::Order, order);
        QFETCH(QString, index);
        QueueEntry last;
        last.page = WorkPage::Browse;
        for (const auto& after : {std::optional<QueueEntry>(), std::optional(last)}) {
            const auto plan = planOf({.page = WorkPage::Browse, .order = order}, after);
            VERIFY_OK(plan);
            QCOMPARE(plan.value().size(), 5); // four classes and none
            for (const auto& walk : plan.value()) {
                QVERIFY2(walk.startsWith(index), qPrintable(walk));
                QVERIFY2(walk.contains(u"Using index"_s), qPrintable(walk)); // without the rows
                QVERIFY2(!walk.contains(u"filesort"_s), qPrintable(walk));
            }
        }
    }

    void aSpectrumThatIsNotThereIsNotFound()
    {
        const auto names = m_names;
        const auto entry = m_db->run([names](QSqlDatabase& db) {
                                   return QueueStore::entry(db, names, 5, u"v2.9.8"_s, u"jan"_s);
                               })
                               .result();
        QVERIFY(!entry);
        QCOMPARE(entry.error().kind, ErrorKind::NotFound);
    }

private:
    static auto key(QueueFilter::Order order, const QueueEntry& entry)
    {
        const bool byPriority = order == QueueFilter::Order::Priority;
        return std::tuple(entry.page, byPriority ? entry.priority : 0, byPriority ? QString() : entry.obsDate,
                          byPriority ? QString() : entry.planId,
                          byPriority ? 0 : entry.spectrographId.value_or(-1),
                          byPriority ? 0 : entry.fiberId.value_or(-1), entry.obsid);
    }
    static bool isBehind(QueueFilter::Order order, const QueueEntry& before, const QueueEntry& after)
    {
        return key(order, before) < key(order, after);
    }

    static Verdict verdictOn(qint64 obsid)
    {
        Verdict verdict;
        verdict.submission = QUuid::createUuid();
        verdict.obsid = obsid;
        verdict.pipelineVersion = u"v2.9.8"_s;
        verdict.inspector = u"jan"_s;
        return verdict;
    }

    Result<QueueEntries> page(const QueueFilter& filter, const std::optional<QueueEntry>& after, int limit)
    {
        const auto names = m_names;
        return m_db->run([=](QSqlDatabase& db) { return QueueStore::page(db, names, filter, after, limit); })
            .result();
    }

    /// How the server goes through spec_check for a page: index and what it says of it, for each walk.
    Result<QStringList> planOf(const QueueFilter& filter, const std::optional<QueueEntry>& after)
    {
        const auto names = m_names;
        return m_db
            ->run([=](QSqlDatabase& db) -> Result<QStringList> {
                SqlWhere where;
                const auto keys = queueKeys(where, filter, *filter.page, after);
                where.values().emplace_back(":limit", 100);
                auto rows = runText(db, names, u"EXPLAIN "_s + keys.text, where.values());
                if (!rows)
                    return rows.error();
                QStringList walks;
                for (auto& row = rows.value(); row.next();)
                    if (row.value(2).toString() == "s"_L1)
                        walks << row.value(5).toString() + u": "_s + row.value(9).toString();
                return walks;
            })
            .result();
    }

    Result<qint64> submit(const Verdict& verdict)
    {
        const auto names = m_names;
        return m_db->run([=](QSqlDatabase& db) { return VerdictStore::submit(db, names, verdict); }).result();
    }

    TestServer m_server;
    std::unique_ptr<DbThread> m_db;
    const SchemaNames m_names;
};

QTEST_GUILESS_MAIN(TestQueueStore)
#include "tst_queuestore.moc"
