#include "db/sql/migrator.h"
#include "db/sql/sqlquery.h"
#include "db/stores/spectrumstore.h"
#include "db/stores/verdictstore.h"
#include "support/verdictstand.h"

#include <QTest>

#include <limits>

using namespace Qt::Literals::StringLiterals;

class TestVerdictStore : public QObject, private VerdictStand
{
    Q_OBJECT
private slots:
    void initTestCase() { start(100); }

    void aVerdictComesBackAsItWasGiven()
    {
        auto verdict = verdictOn(180'901'008);
        verdict.comment = u"Lyα at 4030 Å, C IV; “sure”,\tno doubt\\ 🙂 'x' NUL\0"_s;
        verdict.reasons = {u"single-line"_s, u"bal"_s};
        verdict.zError = 0.0003;
        const auto id = submit(verdict);
        VERIFY_OK(id);
        verdict.id = id.value();
        const auto found = standing(verdict.obsid);
        VERIFY_OK(found);
        QVERIFY(found.value().has_value());
        QCOMPARE(found.value()->comment, verdict.comment);
        QCOMPARE(found.value()->decidedAt, verdict.decidedAt);
        QVERIFY(*found.value() == verdict);
    }

    void theVerdictsOnAListAreFoundInOneRoundTrip()
    {
        const auto mine = verdictOn(180'901'020);
        auto another = verdictOn(180'901'022);
        another.inspector = u"somebody else"_s;
        VERIFY_OK(submit(mine));
        VERIFY_OK(submit(another));
        QueueEntries entries;
        for (const qint64 obsid : {mine.obsid, another.obsid, qint64(180'901'024), mine.obsid}) {
            auto& entry = entries.emplace_back();
            entry.obsid = obsid;
            entry.pipelineVersion = mine.pipelineVersion;
        }
        entries.back().pipelineVersion = u"another"_s;
        entries[2].verdict = mine; // of before; it does not stand any more
        VERIFY_OK(m_db->run([&](QSqlDatabase& db) {
                          return VerdictStore::addStanding(db, m_names, mine.inspector, entries);
                      })
                      .result());
        QVERIFY(entries[0].verdict);
        QCOMPARE(entries[0].verdict->submission, mine.submission);
        QVERIFY(!entries[1].verdict);
        QVERIFY(!entries[2].verdict);
        QVERIFY(!entries[3].verdict);
    }

    /// 02:30 on the last Sunday of March does not exist in Paris, where the tests run.
    void aMomentInTheDaylightSavingGapSurvives()
    {
        auto verdict = verdictOn(180'901'018);
        verdict.decidedAt = QDateTime(QDate(2024, 3, 31), QTime(2, 30, 0, 250), Qt::UTC);
        VERIFY_OK(submit(verdict));
        const auto found = standing(verdict.obsid);
        VERIFY_OK(found);
        QCOMPARE(found.value()->decidedAt, verdict.decidedAt);
        QCOMPARE(found.value()->decidedAt.timeSpec(), Qt::UTC);
    }

    void theSameSubmissionTwiceIsOneRowWithOneId()
    {
        const auto verdict = verdictOn(180'901'024);
        const auto before = rows();
        const auto statusBefore = done(u"inspect"_s);
        const auto first = submit(verdict);
        const auto second = submit(verdict);
        VERIFY_OK(first);
        VERIFY_OK(second);
        QCOMPARE(second.value(), first.value());
        QCOMPARE(rows(), before + 1);
        QCOMPARE(done(u"inspect"_s), statusBefore + 1);
    }

    void twoConnectionsSubmittingTheSameVerdictStoreOne()
    {
        DbThread other(m_server.config());
        const auto before = rows();
        for (int i = 0; i < 20; ++i) {
            const auto verdict = verdictOn(180'901'031 + i);
            const auto names = m_names;
            const auto job = [names, verdict](QSqlDatabase& db) {
                return VerdictStore::submit(db, names, verdict);
            };
            auto first = m_db->run(job);
            auto second = other.run(job);
            VERIFY_OK(first.result());
            VERIFY_OK(second.result());
            QCOMPARE(first.result().value(), second.result().value());
        }
        QCOMPARE(rows(), before + 20);
    }

    void aCorrectionIsANewRowAndTheNewestStands()
    {
        auto verdict = verdictOn(180'901'060);
        VERIFY_OK(submit(verdict));
        const auto doneBefore = done(u"browse"_s);
        verdict.submission = QUuid::createUuid();
        verdict.spectralClass = SpectralClass::Galaxy;
        verdict.z = 0.25;
        const auto before = rows();
        VERIFY_OK(submit(verdict));
        QCOMPARE(rows(), before + 1);
        QCOMPARE(standing(verdict.obsid).value()->spectralClass, SpectralClass::Galaxy);
        QCOMPARE(done(u"browse"_s), doneBefore); // the same spectrum is not counted twice
    }

    void theAuditTellsWhoChangedWhatFromWhatToWhat()
    {
        const auto first = verdictOn(180'901'099);
        auto second = verdictOn(first.obsid);
        second.spectralClass = SpectralClass::Star;
        second.decidedAt = first.decidedAt.addSecs(60);
        auto late = verdictOn(first.obsid); // kept here while the server was away
        late.spectralClass = SpectralClass::Unknown;
        late.decidedAt = first.decidedAt.addSecs(30);
        auto hers = verdictOn(first.obsid);
        hers.inspector = u"somebody else"_s;
        for (const auto& verdict : {first, second, late, hers})
            VERIFY_OK(submit(verdict));
        VERIFY_OK(withdraw(first)); // not the one that stands
        VERIFY_OK(withdraw(second));
        const auto changes = m_db->run([&](QSqlDatabase& db) {
                                     return VerdictStore::changes(
                                         db, m_names, {.inspector = first.inspector, .obsid = first.obsid});
                                 })
                                 .result();
        VERIFY_OK(changes);
        QStringList told;
        const auto word = [](const std::optional<Verdict>& verdict) {
            return verdict ? className(verdict->spectralClass) : u"-"_s;
        };
        for (const auto& change : changes.value())
            told << u"%1: %2 > %3"_s.arg(change.kind(), word(change.from), word(change.to));
        const auto was = className(first.spectralClass);
        QCOMPARE(
            told,
            (QStringList {u"given: - > "_s + was, u"corrected: %1 > STAR"_s.arg(was), u"late: STAR > STAR"_s,
                          u"taken-back: STAR > STAR"_s, u"taken-back: STAR > UNKNOWN"_s}));
    }

    void withdrawingBringsBackTheVerdictBefore()
    {
        const auto first = verdictOn(180'901'061);
        auto second = first;
        second.submission = QUuid::createUuid();
        second.z = 0.5;
        VERIFY_OK(submit(first));
        VERIFY_OK(submit(second));
        const auto before = rows();

        auto previous = withdraw(second);
        VERIFY_OK(previous);
        QVERIFY(previous.value().has_value());
        QCOMPARE(previous.value()->submission, first.submission);
        QCOMPARE(standing(first.obsid).value()->submission, first.submission);

        previous = withdraw(first);
        VERIFY_OK(previous);
        QVERIFY(!previous.value().has_value());
        QVERIFY(!standing(first.obsid).value().has_value());
        QCOMPARE(rows(), before + 2); // undo adds rows and removes none

        previous = withdraw(first);
        QVERIFY(!previous);
        QCOMPARE(previous.error().kind, ErrorKind::NotFound);
        QVERIFY(!previous.error().message.isEmpty());
    }

    void undoAndRedoLeaveTheCountRight()
    {
        auto verdict = verdictOn(180'901'062);
        const auto before = done(u"browse"_s);
        VERIFY_OK(submit(verdict));
        QCOMPARE(done(u"browse"_s), before + 1);
        VERIFY_OK(withdraw(verdict));
        QCOMPARE(done(u"browse"_s), before);
        verdict.submission = QUuid::createUuid(); // redo
        VERIFY_OK(submit(verdict));
        QCOMPARE(done(u"browse"_s), before + 1);
    }

    void theSameWithdrawalTwiceTakesBackOne()
    {
        const auto first = verdictOn(180'901'063);
        auto second = first;
        second.submission = QUuid::createUuid();
        VERIFY_OK(submit(first));
        VERIFY_OK(submit(second));
        const auto undo = QUuid::createUuid();
        VERIFY_OK(withdraw(second, undo));
        const auto again = withdraw(second, undo);
        VERIFY_OK(again);
        QCOMPARE(again.value()->submission, first.submission);
        QCOMPARE(standing(first.obsid).value()->submission, first.submission);
    }

    void theVerdictThatIsMeantIsTakenBackAndNoOther()
    {
        const auto first = verdictOn(180'901'068);
        auto second = first;
        second.submission = QUuid::createUuid();
        VERIFY_OK(submit(first));
        VERIFY_OK(submit(second)); // in another window
        auto stands = withdraw(first);
        VERIFY_OK(stands);
        QVERIFY(stands.value().has_value());
        QCOMPARE(stands.value()->submission, second.submission);
        QCOMPARE(withdraw(first).error().kind, ErrorKind::NotFound);
        auto refused = first;
        refused.submission = QUuid::createUuid(); // never stored
        QCOMPARE(withdraw(refused).error().kind, ErrorKind::NotFound);
        QCOMPARE(standing(first.obsid).value()->submission, second.submission);
    }

    void aClockThatIsAheadWinsNothing()
    {
        auto ahead = verdictOn(180'901'069);
        ahead.decidedAt = QDateTime::currentDateTimeUtc().addSecs(3 * 3600);
        VERIFY_OK(submit(ahead));
        auto correction = ahead;
        correction.submission = QUuid::createUuid();
        correction.decidedAt = QDateTime::currentDateTimeUtc().addMSecs(5);
        VERIFY_OK(submit(correction));
        QCOMPARE(standing(ahead.obsid).value()->submission, correction.submission);
    }

    void inspectorsDoNotTouchEachOther()
    {
        const auto mine = verdictOn(180'901'064);
        auto hers = mine;
        hers.submission = QUuid::createUuid();
        hers.inspector = u"maria"_s;
        hers.z = 3.3;
        VERIFY_OK(submit(mine));
        VERIFY_OK(submit(hers));
        VERIFY_OK(withdraw(hers));
        QCOMPARE(standing(mine.obsid).value()->submission, mine.submission);
    }

    void progressHasTotalPercentAndLastPosition()
    {
        VERIFY_OK(submit(verdictOn(180'901'004)));
        const auto names = m_names;
        const auto status =
            m_db->run([names](QSqlDatabase& db) { return VerdictStore::status(db, names, u"jan"_s); })
                .result();
        VERIFY_OK(status);
        const auto found = std::ranges::find(status.value(), u"inspect"_s, &CheckStatus::list);
        QVERIFY(found != status.value().end());
        QCOMPARE(found->lastObsid, 180'901'004);
        QCOMPARE(found->lastPipelineVersion, u"v2.9.8"_s);
        QVERIFY(found->total >= 12);
        QCOMPARE(found->percent,
                 100.0 * static_cast<double>(found->done) / static_cast<double>(found->total));
    }

    void numbersThatAreNoneAreStoredAsUnknown()
    {
        auto verdict = verdictOn(180'901'065);
        verdict.z = std::numeric_limits<double>::quiet_NaN();
        verdict.zError = std::numeric_limits<double>::infinity();
        VERIFY_OK(submit(verdict));
        QVERIFY(!standing(verdict.obsid).value()->z);
        QVERIFY(!standing(verdict.obsid).value()->zError);
    }

    void aVerdictOnASpectrumThatWasNeverIngestedIsKept()
    {
        VERIFY_OK(submit(verdictOn(77)));
        QVERIFY(standing(77).value().has_value());
    }

    void anExportOfStandingVerdictsLeavesOutReplacedAndWithdrawnOnes()
    {
        const auto names = m_names;
        VerdictFilter filter;
        const auto everything =
            m_db->run([names, filter](QSqlDatabase& db) { return VerdictStore::all(db, names, filter); })
                .result();
        filter.currentOnly = true;
        const auto current =
            m_db->run([names, filter](QSqlDatabase& db) { return VerdictStore::all(db, names, filter); })
                .result();
        VERIFY_OK(everything);
        VERIFY_OK(current);
        QVERIFY(current.value().size() < everything.value().size());
        QVERIFY(std::ranges::none_of(current.value(), &Verdict::withdraws));
        QVERIFY(std::ranges::any_of(everything.value(), &Verdict::withdraws));
        QVERIFY(std::ranges::is_sorted(everything.value(), {}, &Verdict::id));
        filter.limit = 3;
        filter.afterId = current.value()[1].id;
        const auto next =
            m_db->run([names, filter](QSqlDatabase& db) { return VerdictStore::all(db, names, filter); })
                .result();
        VERIFY_OK(next);
        QCOMPARE(next.value().size(), std::size_t(3));
        QCOMPARE(next.value().front().id, current.value()[2].id);
    }

    void aSpectrumsEventsTellItsLife()
    {
        const auto names = m_names;
        const auto states =
            m_db->run([names](QSqlDatabase& db) -> Result<QStringList> {
                    auto rows = runText(db, names,
                                        u"SELECT state FROM {check}.spectrum_history WHERE obsid = 180901061 "
                                        "ORDER BY happened_at"_s);
                    if (!rows)
                        return rows.error();
                    QStringList list;
                    for (auto& row = rows.value(); row.next();)
                        list << row.value(0).toString();
                    return list;
                })
                .result();
        VERIFY_OK(states);
        QCOMPARE(states.value(),
                 QStringList({u"observed"_s, u"verified"_s, u"verified"_s, u"classified"_s, u"queued"_s,
                              u"withdrawn"_s, u"withdrawn"_s}));
    }

    void afterTheServerWasKilledEveryAcknowledgedVerdictIsThereOnce()
    {
        const auto before = rows();
        std::vector<Verdict> acknowledged;
        for (int i = 0; i < 25; ++i) {
            const auto verdict = verdictOn(180'901'070 + i);
            VERIFY_OK(submit(verdict));
            acknowledged.push_back(verdict);
        }
        QTest::qWait(
            1100); // this server writes its log to the system once a second; the embedded one at every commit
        m_server.kill();
        QVERIFY(!submit(acknowledged.back()));
        QVERIFY(m_server.restart());
        for (const auto& verdict : acknowledged)
            VERIFY_OK(submit(verdict)); // a client that does not know repeats
        QCOMPARE(rows(), before + 25);
    }
};

QTEST_GUILESS_MAIN(TestVerdictStore)
#include "tst_verdictstore.moc"
