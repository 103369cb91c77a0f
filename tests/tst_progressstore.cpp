#include "support/teamstand.h"

/// Three plates of a night in one version; the fourth, of another night, is one of them in a second version.
class TestProgressStore : public TeamStand
{
    Q_OBJECT
private slots:
    void aSecondVersionIsWorkOfItsOwn()
    {
        ingest(1809, u"v3.0.0"_s);
        execute(u"UPDATE {check}.spec_check SET obs_date = '2011-10-25' WHERE pipeline_version = 'v3.0.0'"_s);
        const auto nights = progress({.group = ProgressGroup::Night});
        QCOMPARE(nights.size(), std::size_t {2});
        QCOMPARE(nights[0].name, u"2011-10-24"_s);
        QCOMPARE(nights[0].total, 3 * objects);
        QCOMPARE(nights[1].name, u"2011-10-25"_s);
        QCOMPARE(nights[1].total, objects);
        QCOMPARE(nights[1].done, 0);
        QCOMPARE(nights[1].people, 0);
        QCOMPARE(nights[1].secondsSpent, 0.0);
        QVERIFY(!nights[1].first.isValid());
        const auto plates = progress({.group = ProgressGroup::Plate});
        QCOMPARE(plates.size(), std::size_t {3});
        QCOMPARE(plates[0].name, planOf(1809));
        QCOMPARE(plates[0].total, 2 * objects);
        QCOMPARE(plates[1].total, objects);
    }

    void aSpectrumThatSeveralLookedAtIsDoneOnce()
    {
        decide(1, u"v2.9.8"_s, u"li"_s, at(9));
        decide(1, u"v2.9.8"_s, u"wu"_s, at(8));
        decide(1, u"v2.9.8"_s, u"he"_s, at(11));
        decide(2, u"v2.9.8"_s, u"li"_s, at(10));
        decide(1, u"v3.0.0"_s, u"li"_s, at(12));
        const auto nights = progress({.group = ProgressGroup::Night});
        QCOMPARE(nights[0].total, 3 * objects);
        QCOMPARE(nights[0].done, 2);
        QCOMPARE(nights[0].people, 3);
        QCOMPARE(nights[0].secondsSpent, 36.0);
        QCOMPARE(nights[0].first, at(8));
        QCOMPARE(nights[0].last, at(11));
        QCOMPARE(nights[1].done, 1);
        QCOMPARE(nights[1].people, 1);
        const auto plates = progress({.group = ProgressGroup::Plate});
        QCOMPARE(plates[0].done, 3);
        QCOMPARE(plates[0].people, 3);
        QCOMPARE(plates[1].done, 0);
    }

    void aChangedVerdictCountsAsItIsNow()
    {
        decide(2, u"v2.9.8"_s, u"li"_s, at(13));
        const auto night = progress({.group = ProgressGroup::Night}).front();
        QCOMPARE(night.done, 2);
        QCOMPARE(night.secondsSpent, 36.0);
        QCOMPARE(night.last, at(13));
    }

    void aVerdictTakenBackCountsNoLonger()
    {
        const auto verdict = decide(3, u"v2.9.8"_s, u"zhu"_s, at(14));
        QCOMPARE(progress({.group = ProgressGroup::Night}).front().done, 3);
        QCOMPARE(progress({.group = ProgressGroup::Night}).front().people, 4);
        VERIFY_OK(run([&](QSqlDatabase& db) {
            return VerdictStore::withdraw(db, names, verdict, QUuid::createUuid());
        }));
        const auto night = progress({.group = ProgressGroup::Night}).front();
        QCOMPARE(night.done, 2);
        QCOMPARE(night.people, 3);
        QCOMPARE(night.secondsSpent, 36.0);
        QCOMPARE(night.last, at(13));
    }

    void fibresWithoutAnObjectAreNobodysWork()
    {
        decide(sky, u"v2.9.8"_s, u"li"_s, at(15));
        decide(sky, u"v3.0.0"_s, u"yu"_s, at(15));
        const auto nights = progress({.group = ProgressGroup::Night});
        QCOMPARE(nights[0].total, 3 * objects);
        QCOMPARE(nights[0].done, 2);
        QCOMPARE(nights[0].last, at(13));
        QCOMPARE(nights[1].people, 1);
    }

    void onlyOnePageOrSomeNightsMayBeAskedFor()
    {
        const auto page = [this](WorkPage wanted) {
            return progress({.group = ProgressGroup::Night, .page = wanted}).front();
        };
        QVERIFY(page(WorkPage::Inspect).total > 0);
        QCOMPARE(page(WorkPage::Inspect).total + page(WorkPage::Browse).total, 3 * objects);
        QCOMPARE(page(WorkPage::Inspect).done + page(WorkPage::Browse).done, 2);
        const QDateTime second(QDate(2011, 10, 25), QTime(0, 0), Qt::UTC);
        QCOMPARE(progress({.group = ProgressGroup::Night, .from = second}).size(), std::size_t {1});
        QCOMPARE(progress({.group = ProgressGroup::Night, .from = second}).front().done, 1);
        const auto plates = progress({.group = ProgressGroup::Plate, .before = second});
        QCOMPARE(plates.size(), std::size_t {3});
        QCOMPARE(plates.front().total, objects);
        QCOMPARE(plates.front().done, 2);
        QVERIFY(progress({.group = ProgressGroup::Night, .from = second.addDays(1)}).empty());
    }

    void onlyATasksSpectraMayBeAskedFor()
    {
        const auto task = create({.title = u"Both versions"_s,
                                  .filter = {.planIds = {planOf(1809)}, .openOnly = false},
                                  .order = TaskOrder::Natural,
                                  .inspectors = 2});
        VERIFY_OK(task);
        const auto nights = progress({.group = ProgressGroup::Night, .taskId = task.value().id});
        QCOMPARE(nights.size(), std::size_t {2});
        QCOMPARE(nights[0].total, objects);
        QCOMPARE(nights[0].done, 2);
        QCOMPARE(nights[1].total, objects);
        QCOMPARE(nights[1].done, 1);
        QVERIFY(progress({.group = ProgressGroup::Plate, .taskId = task.value().id + 1}).empty());
        const auto tasks = progress({.group = ProgressGroup::Task});
        QCOMPARE(tasks.size(), std::size_t {1});
        QCOMPARE(tasks.front().total, 4 * objects);
        QCOMPARE(tasks.front().done, 0);
    }

private:
    static constexpr qint64 objects = 96; ///< Of a plate; its other four fibres look at the sky.
    static constexpr int sky = 25;

    static QDateTime at(int hour) { return QDateTime(QDate(2026, 11, 20), QTime(hour, 0), Qt::UTC); }

    /// A verdict on the spectrum of a fibre of plate 1809.
    Verdict decide(int fiber, const QString& version, const QString& inspector, const QDateTime& when)
    {
        QueueEntry entry;
        entry.obsid =
            count(u"SELECT MIN(obsid) FROM {check}.spec_check WHERE planid = '%1' AND fiberid = %2"_s
                      .arg(planOf(1809))
                      .arg(fiber));
        entry.pipelineVersion = version;
        auto verdict = verdictOn(entry, inspector, SpectralClass::Galaxy, 0.1);
        verdict.decidedAt = when;
        const auto stored = submit(verdict);
        if (!stored)
            qFatal("%s", qPrintable(stored.error().detail));
        return verdict;
    }
};

QTEST_GUILESS_MAIN(TestProgressStore)
#include "tst_progressstore.moc"
