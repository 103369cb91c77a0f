#include "support/teamstand.h"

/// The end of a task of two looks, where the seats that are free are not free for everybody.
class TestSeatSearch : public TeamStand
{
    Q_OBJECT
private slots:
    void whoHasLookedAtAllFindsWhatIsGivenBack()
    {
        const auto id = create({.title = u"Few"_s,
                                .filter = {.planIds = {planOf(1810)}, .openOnly = false},
                                .order = TaskOrder::Natural,
                                .inspectors = 2})
                            .value()
                            .id;
        constexpr int all = 200;
        const auto own = hold(id, u"done"_s, all).value().size();
        QVERIFY(own > 3 && own < all);
        QCOMPARE(hold(id, u"done"_s, all).value().size(), own); // the others' seats are left
        const auto some = hold(id, u"giver"_s, 3).value();
        QCOMPARE(some.size(), std::size_t {3});
        QCOMPARE(hold(id, u"other"_s, all).value().size(), own - 3);
        QVERIFY(hold(id, u"late"_s, all).value().empty());
        QCOMPARE(
            count(u"SELECT COUNT(*) FROM {check}.task_lease WHERE task_id = %1 AND search_after IS NOT NULL"_s
                      .arg(id)),
            3);
        // Nobody searches all of the task for a while.
        execute(u"UPDATE {check}.task_lease SET search_after = '2100-01-01' WHERE task_id = %1"_s.arg(id));
        QVERIFY(hold(id, u"late"_s, all).value().empty());
        QCOMPARE(hold(id, u"done"_s, all).value().size(), own);
        VERIFY_OK(run([&](QSqlDatabase& db) { return TaskStore::release(db, names, id, u"giver"_s); }));
        const auto given = hold(id, u"late"_s, all).value();
        QCOMPARE(given.size(), std::size_t {3});
        QCOMPARE(given.front().entry.obsid, some.front().entry.obsid);
        QCOMPARE(hold(id, u"done"_s, all).value().size(), own);
    }

    /// As a seat that another held for a moment when everybody searched, and did not take.
    void aSeatThatWasPassedOverIsFoundLater()
    {
        const auto id = create({.title = u"Passed over"_s,
                                .filter = {.planIds = {planOf(1811)}, .openOnly = false},
                                .inspectors = 2})
                            .value()
                            .id;
        VERIFY_OK(hold(id, u"first"_s, 200));
        QVERIFY(!hold(id, u"second"_s, 200).value().empty());
        QVERIFY(hold(id, u"third"_s, 200).value().empty());
        execute(
            u"UPDATE {check}.task_seat SET state = 'free', holder = '' WHERE task_id = %1 AND holder = 'second'"_s
                .arg(id));
        execute(u"UPDATE {check}.task_lease SET search_after = '2100-01-01' WHERE task_id = %1"_s.arg(id));
        QVERIFY(hold(id, u"third"_s, 200).value().empty());
        execute(u"UPDATE {check}.task_lease SET search_after = '2000-01-01' WHERE task_id = %1"_s.arg(id));
        QVERIFY(!hold(id, u"third"_s, 200).value().empty());
    }
};

QTEST_GUILESS_MAIN(TestSeatSearch)
#include "tst_seatsearch.moc"
