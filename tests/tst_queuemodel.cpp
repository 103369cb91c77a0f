#include "models/items/headermodel.h"
#include "models/items/queuefiltermodel.h"
#include "models/items/wallmodel.h"
#include "support/quiet.h"

#include <QAbstractItemModelTester>
#include <QSignalSpy>

using namespace Qt::Literals::StringLiterals;

class TestQueueModel : public QObject
{
    Q_OBJECT
private slots:
    void init() { failOnAnyWarning(); }

    void theModelKeepsQtsRulesThroughEveryChange()
    {
        QueueModel queue;
        QueueFilterModel shown(&queue);
        const QAbstractItemModelTester tester(&queue, QAbstractItemModelTester::FailureReportingMode::QtTest);
        const QAbstractItemModelTester shownTester(&shown,
                                                   QAbstractItemModelTester::FailureReportingMode::QtTest);
        queue.setEntries(threeEntries());
        queue.appendEntries(threeEntries(u"v2.9.8"_s));
        queue.appendEntries({});
        shown.setShow(QueueShow::NeedsAnEye);
        queue.setVerdict(1, verdict(queue.entryAt(1), Grade::Secure));
        queue.setVerdict(1, {});
        shown.sort(QueueModel::Redshift, Qt::DescendingOrder);
        QCOMPARE(queue.rowCount(), 6);
        QCOMPARE(shown.rowCount(), 4);
    }

    void aSpectrumStandsInTheListOnceHoweverOftenItIsAdded()
    {
        QueueModel queue;
        queue.setEntries(threeEntries());
        auto more = threeEntries();
        more.push_back(threeEntries(u"v2.9.8"_s).front());
        more.push_back(more.back());
        const QSignalSpy inserted(&queue, &QAbstractItemModel::rowsInserted);
        queue.appendEntries(more);
        QCOMPARE(queue.rowCount(), 4);
        QCOMPARE(inserted.count(), 1);
        QCOMPARE(queue.rowOf(queue.entryAt(0).obsid, u"v2.9.8"_s), 3);
        QCOMPARE(queue.waitingCount(), 3);
        queue.appendEntries(more);
        QCOMPARE(inserted.count(), 1);
    }

    void theListAndTheWallShowTheSameSignalToNoise()
    {
        auto entry = threeEntries().front();
        entry.snr = {40.0, 7.0, {}, 3.0, {}};
        QueueModel queue;
        queue.setEntries({entry});
        WallModel wall;
        wall.appendEntries({entry});
        QCOMPARE(queue.index(0, QueueModel::SignalToNoise).data().toString(), u"7.0"_s);
        QVERIFY(wall.index(0).data(WallModel::CaptionRole).toString().endsWith(u"S/N 7"_s));
        entry.snr = {40.0, {}, {}, {}, {}};
        entry.obsid = 7;
        queue.appendEntries({entry});
        wall.appendEntries({entry});
        QCOMPARE(queue.index(1, QueueModel::SignalToNoise).data().toString(), u"–"_s);
        QVERIFY(
            !wall.index(wall.rowOf(7, u"v2"_s)).data(WallModel::CaptionRole).toString().contains(u"S/N"_s));
    }

    void countsFollowVerdicts()
    {
        QueueModel queue;
        queue.setEntries(threeEntries());
        QCOMPARE(queue.waitingCount(), 2);
        QCOMPARE(queue.doneCount(), 0);
        queue.setVerdict(0, verdict(queue.entryAt(0), Grade::Secure));
        QCOMPARE(queue.waitingCount(), 1);
        QCOMPARE(queue.doneCount(), 1);
        queue.setVerdict(0, {});
        QCOMPARE(queue.waitingCount(), 2);
        QCOMPARE(queue.doneCount(), 0);
    }

    void aRowSaysItsStateBySignAndRole()
    {
        QueueModel queue;
        queue.setEntries(threeEntries());
        const auto state = [&](int row) {
            return QueueState(queue.index(row, 0).data(QueueModel::StateRole).toInt());
        };
        const auto sign = [&](int row) { return queue.index(row, QueueModel::State).data().toString(); };
        QVERIFY(state(0) == QueueState::Waiting);
        QVERIFY(state(2) == QueueState::Browse);
        QCOMPARE(sign(0), u"○"_s);

        queue.setVerdict(0, verdict(queue.entryAt(0), Grade::Secure));
        QVERIFY(state(0) == QueueState::Agreed);
        auto other = verdict(queue.entryAt(0), Grade::Probable);
        other.z = 0.5;
        queue.setVerdict(0, other);
        QVERIFY(state(0) == QueueState::Changed);
        QCOMPARE(queue.index(0, QueueModel::Redshift).data().toString(), u"0.50000"_s);
        other.grade = Grade::Possible;
        queue.setVerdict(0, other);
        QVERIFY(state(0) == QueueState::Doubtful);
    }

    void whatARuleAcceptedIsMarkedAndNeedsNoEye()
    {
        auto entries = threeEntries();
        entries[0].machineRule = u"sure-stars"_s;
        entries[0].probability = 0.9996;
        entries[0].foundZ = 0.1;
        QueueModel queue;
        queue.setEntries(entries);
        QCOMPARE(queue.waitingCount(), 1);
        QCOMPARE(queue.index(0, QueueModel::State).data().toString(), u"◆"_s);
        QCOMPARE(queue.index(0, QueueModel::Probability).data().toString(), u"0.999"_s);
        QVERIFY(queue.index(0, 0).data(Qt::ToolTipRole).toString().contains(u"sure-stars"_s));
        queue.setVerdict(0, verdict(queue.entryAt(0), Grade::Secure));
        QCOMPARE(queue.index(0, QueueModel::State).data().toString(), u"✓"_s);
        QueueFilterModel shown(&queue);
        shown.setText(u"sure-stars"_s);
        QCOMPARE(shown.rowCount(), 1);
    }

    void probabilitiesSortBothWaysWithTheUnknownLast()
    {
        auto entries = threeEntries();
        entries[0].probability = 0.5;
        entries[2].probability = 0.2;
        QueueModel queue;
        queue.setEntries(entries);
        QueueFilterModel shown(&queue);
        const auto obsids = [&](Qt::SortOrder order) {
            shown.sort(QueueModel::Probability, order);
            QList<qint64> all;
            for (int row = 0; row < shown.rowCount(); ++row)
                all << shown.entryAt(row).obsid;
            return all;
        };
        const auto id = [&](std::size_t row) { return entries[row].obsid; };
        QCOMPARE(obsids(Qt::AscendingOrder), QList({id(2), id(0), id(1)}));
        QCOMPARE(obsids(Qt::DescendingOrder), QList({id(0), id(2), id(1)}));
    }

    void theSearchFindsByProbability()
    {
        auto entries = threeEntries();
        entries[0].probability = 0.995;
        entries[1].probability = 0.2;
        QueueModel queue;
        queue.setEntries(entries);
        QueueFilterModel shown(&queue);
        shown.setText(u"P<0.9"_s);
        QCOMPARE(shown.rowCount(), 1);
        QCOMPARE(shown.entryAt(0).obsid, entries[1].obsid);
        shown.setText(u"p>0,99"_s);
        QCOMPARE(shown.rowCount(), 1);
        QCOMPARE(shown.entryAt(0).obsid, entries[0].obsid);
        shown.setText(u"P<"_s); // half typed
        QCOMPARE(shown.rowCount(), 3);
    }

    void whatTheSearchFindsFillsOnlyWhatWasUnknown()
    {
        QueueModel queue;
        queue.setEntries(threeEntries());
        queue.setFound(0, 0.75, SpectralClass::Galaxy, 0.1);
        QCOMPARE(queue.index(0, QueueModel::Probability).data().toString(), u"0.750"_s);
        queue.setFound(0, 0.25, SpectralClass::Qso, 1.1);
        QCOMPARE(queue.index(0, QueueModel::Probability).data().toString(), u"0.750"_s);
    }

    void aVerdictWithoutRedshiftShowsNone()
    {
        QueueModel queue;
        queue.setEntries(threeEntries());
        auto none = verdict(queue.entryAt(0), Grade::None);
        none.z.reset();
        queue.setVerdict(0, none);
        QCOMPARE(queue.index(0, QueueModel::Redshift).data().toString(), u"–"_s);
    }

    void namesAreShortInTheListAndFullInTheTip()
    {
        QueueModel queue;
        queue.setEntries(threeEntries());
        const auto name = queue.index(0, QueueModel::Designation);
        QCOMPARE(name.data().toString(), u"J042429+340750"_s);
        QVERIFY(name.data(Qt::ToolTipRole).toString().startsWith(u"J042429.00+340750.0"_s));
        QCOMPARE(queue.index(2, QueueModel::Designation).data().toString(), u"103"_s);
    }

    void aSpectrumIsFoundByObsidAndVersion()
    {
        QueueModel queue;
        auto entries = threeEntries();
        entries[1].obsid = entries[0].obsid;
        entries[1].pipelineVersion = u"v3"_s;
        queue.setEntries(entries);
        QCOMPARE(queue.rowOf(101, u"v2"_s), 0);
        QCOMPARE(queue.rowOf(101, u"v3"_s), 1);
        QCOMPARE(queue.rowOf(101, u"v4"_s), -1);
    }

    void theFilterShowsWhatNeedsAnEyeOrIsDone()
    {
        QueueModel queue;
        queue.setEntries(threeEntries());
        queue.setVerdict(0, verdict(queue.entryAt(0), Grade::Secure));
        QueueFilterModel shown(&queue);
        QCOMPARE(shown.rowCount(), 3);
        shown.setShow(QueueShow::NeedsAnEye);
        QCOMPARE(shown.rowCount(), 1);
        QCOMPARE(shown.entryAt(0).obsid, 102);
        QCOMPARE(shown.rowOf(101, u"v2"_s), -1);
        shown.setShow(QueueShow::Done);
        QCOMPARE(shown.rowCount(), 1);
        QCOMPARE(shown.entryAt(0).obsid, 101);
    }

    void everyTypedWordMustOccur()
    {
        QueueModel queue;
        queue.setEntries(threeEntries());
        QueueFilterModel shown(&queue);
        shown.setText(u"  qso j0424 "_s);
        QCOMPARE(shown.rowCount(), 1);
        shown.setText(u"qso k5"_s);
        QCOMPARE(shown.rowCount(), 0);
        shown.setText(u"103"_s);
        QCOMPARE(shown.rowCount(), 1);
        shown.setText({});
        QCOMPARE(shown.rowCount(), 3);
    }

    void numbersSortAsNumbers()
    {
        QueueModel queue;
        queue.setEntries(threeEntries());
        QueueFilterModel shown(&queue);
        shown.sort(QueueModel::SignalToNoise);
        QCOMPARE(shown.entryAt(0).obsid, 103); // unknown first
        QCOMPARE(shown.entryAt(1).obsid, 102); // 9.5 before 12.0, which as text would not hold
        QCOMPARE(shown.entryAt(2).obsid, 101);
    }

    void headerCardsAreRows()
    {
        QByteArray cards;
        for (const auto* card :
             {"OBJECT  = 'M31     '           / name", "EXPTIME =               1800.0 / s"})
            cards += QByteArray(card).leftJustified(80);
        HeaderModel model;
        const QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
        model.setHeader(FitsHeader(cards));
        QCOMPARE(model.rowCount(), 2);
        QCOMPARE(model.index(0, HeaderModel::Value).data().toString(), u"M31"_s);
        QCOMPARE(model.index(1, HeaderModel::Comment).data().toString(), u"s"_s);
    }

private:
    static QueueEntries threeEntries(const QString& version = u"v2"_s)
    {
        QueueEntry quasar;
        quasar.obsid = 101;
        quasar.pipelineVersion = version;
        quasar.designation = u"J042429.00+340750.0"_s;
        quasar.spectralClass = SpectralClass::Qso;
        quasar.z = 0.30911;
        quasar.snr[2] = 12.0;
        quasar.page = WorkPage::Inspect;
        quasar.reason = QueueReason::Extragalactic;
        auto galaxy = quasar;
        galaxy.obsid = 102;
        galaxy.designation = u"J112233.44-012345.6"_s;
        galaxy.spectralClass = SpectralClass::Galaxy;
        galaxy.snr[2] = 9.5;
        QueueEntry star;
        star.obsid = 103;
        star.pipelineVersion = version;
        star.spectralClass = SpectralClass::Star;
        star.subclass = u"K5"_s;
        return {quasar, galaxy, star};
    }

    static Verdict verdict(const QueueEntry& entry, Grade grade)
    {
        Verdict verdict;
        verdict.obsid = entry.obsid;
        verdict.spectralClass = verdict.shownClass = entry.spectralClass;
        verdict.z = verdict.shownZ = entry.z;
        verdict.grade = grade;
        return verdict;
    }
};

QTEST_GUILESS_MAIN(TestQueueModel)
#include "tst_queuemodel.moc"
