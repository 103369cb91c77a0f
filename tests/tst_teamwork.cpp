#include "models/check/fiberproblem.h"
#include "models/check/inspectorscore.h"
#include "models/check/member.h"
#include "models/check/pageacceptance.h"
#include "models/check/progress.h"
#include "models/check/task.h"
#include "models/check/verdictjson.h"

#include <QFile>
#include <QJsonDocument>
#include <QTest>

#include <limits>

using namespace Qt::Literals::StringLiterals;

using Conflicts = std::vector<Conflict>;

class TestTeamwork : public QObject
{
    Q_OBJECT
private slots:
    void initTestCase()
    {
        QFile file(QStringLiteral(SPECDESK_RULES "/conflicts.json"));
        QVERIFY(file.open(QIODevice::ReadOnly));
        const auto rules = ConflictRules::fromJson(file.readAll());
        QVERIFY(rules);
        m_rules = rules.value();
    }

    void aDamagedFileOfRulesIsRefused() { QVERIFY(!ConflictRules::fromJson("{\"version\":")); }

    void verdictsConflictByTheRulesOfTheSurveys_data()
    {
        QTest::addColumn<Verdict>("one");
        QTest::addColumn<Verdict>("other");
        QTest::addColumn<Conflicts>("conflicts");
        const auto galaxy = verdict(SpectralClass::Galaxy, 0.1, Grade::Secure);
        const auto qso = verdict(SpectralClass::Qso, 2.0, Grade::Secure);
        const auto star = verdict(SpectralClass::Star, 0.0, Grade::Secure);
        QTest::newRow("the same") << galaxy << galaxy << Conflicts();
        QTest::newRow("another class")
            << galaxy << verdict(SpectralClass::Star, 0.1, Grade::Secure) << Conflicts {Conflict::Class};
        QTest::newRow("below 0.0033 (1 + z)")
            << galaxy << verdict(SpectralClass::Galaxy, 0.1 + 0.0036, Grade::Secure) << Conflicts();
        QTest::newRow("above 0.0033 (1 + z)")
            << galaxy << verdict(SpectralClass::Galaxy, 0.1037, Grade::Secure)
            << Conflicts {Conflict::Redshift};
        QTest::newRow("QSOs 0.009 apart at 2")
            << qso << verdict(SpectralClass::Qso, 2.009, Grade::Secure) << Conflicts();
        QTest::newRow("stars 150 km/s apart")
            << star << verdict(SpectralClass::Star, 0.0005, Grade::Secure) << Conflicts();
        QTest::newRow("stars 210 km/s apart")
            << star << verdict(SpectralClass::Star, 0.0007, Grade::Secure) << Conflicts {Conflict::Redshift};
        QTest::newRow("4 against 3") << galaxy << verdict(SpectralClass::Galaxy, 0.1, Grade::Probable)
                                     << Conflicts();
        QTest::newRow("4 against 2") << galaxy << verdict(SpectralClass::Galaxy, 0.1, Grade::Possible)
                                     << Conflicts {Conflict::Grade, Conflict::Usable};
        QTest::newRow("3 against 2") << verdict(SpectralClass::Galaxy, 0.1, Grade::Probable)
                                     << verdict(SpectralClass::Galaxy, 0.1, Grade::Possible)
                                     << Conflicts {Conflict::Usable};
        QTest::newRow("one without a redshift") << galaxy << verdict(SpectralClass::Galaxy, {}, Grade::Secure)
                                                << Conflicts {Conflict::RedshiftMissing};
    }

    void verdictsConflictByTheRulesOfTheSurveys()
    {
        QFETCH(Verdict, one);
        QFETCH(Verdict, other);
        QFETCH(Conflicts, conflicts);
        QCOMPARE(conflictsBetween(one, other, m_rules), conflicts);
        QCOMPARE(conflictsBetween(other, one, m_rules), conflicts);
    }

    void aRuleThatIsSwitchedOffIsSilent()
    {
        auto rules = m_rules;
        rules.classDiffers = false;
        rules.redshift.reset();
        QVERIFY(conflictsBetween(verdict(SpectralClass::Galaxy, 0.1, Grade::Secure),
                                 verdict(SpectralClass::Qso, 1.1, Grade::Secure), rules)
                    .empty());
    }

    void aScoreCountsRightWrongAndUnsure()
    {
        GoldStandard truth {.obsid = 1, .spectralClass = SpectralClass::Qso, .z = 2.0};
        InspectorScore score {.inspector = u"li"_s};
        addToScore(score, verdict(SpectralClass::Qso, 2.001, Grade::Secure), truth, m_rules);
        addToScore(score, verdict(SpectralClass::Qso, 0.9, Grade::Secure), truth, m_rules);
        addToScore(score, verdict(SpectralClass::Star, 0.0, Grade::Secure), truth, m_rules);
        addToScore(score, verdict(SpectralClass::Star, 0.0, Grade::Possible), truth, m_rules);
        QCOMPARE(score.judged, 4);
        QCOMPARE(score.right(), 1);
        QCOMPARE(score.wrongClass, 1);
        QCOMPARE(score.wrongRedshift, 1);
        QCOMPARE(score.unsure, 1);
        QVERIFY(std::abs(score.wrongShare() - 2.0 / 3) < 1e-12);
    }

    void aVerdictSurvivesJson()
    {
        auto given = verdict(SpectralClass::Qso, 2.0000000000000004, Grade::Possible);
        given.submission = QUuid::createUuid();
        given.obsid = -9'007'199'254'740'993; // 2^53 + 1: no JSON number holds it
        given.comment = u"Lyα \"sure\"\n\t\\ 🙂"_s;
        given.reasons = {u"bal"_s, u"single-line"_s};
        given.decidedAt = QDateTime(QDate(2024, 3, 31), QTime(2, 30, 0, 250), Qt::UTC);
        given.withdraws = true;
        const auto back =
            verdictFromJson(QJsonDocument::fromJson(QJsonDocument(verdictToJson(given)).toJson()).object());
        QVERIFY(back);
        QVERIFY(*back == given);
        given.zError = std::numeric_limits<double>::quiet_NaN();
        QVERIFY(!verdictFromJson(verdictToJson(given))->zError);
        QVERIFY(!verdictFromJson({}));
    }

    void aTaskFilterSurvivesJson()
    {
        const TaskFilter filter {.nights = {u"2016-11-23"_s},
                                 .planIds = {u"HD1,\"x"_s},
                                 .spectrographs = {3, 16},
                                 .classes = {SpectralClass::Qso},
                                 .subclasses = {u"sdM*"_s},
                                 .objectTypes = {u"QSO*"_s},
                                 .reasons = {QueueReason::TargetMismatch},
                                 .page = WorkPage::Inspect,
                                 .pipelineVersion = u"v2.9.8"_s,
                                 .minSnr = 2.5,
                                 .maxSnr = 10,
                                 .openOnly = false};
        QVERIFY(TaskFilter::fromJson(filter.toJson()) == filter);
        QVERIFY(TaskFilter::fromJson(TaskFilter().toJson()) == TaskFilter());
    }

    void theForecastDividesWhatRemainsByTheDailyPace()
    {
        const QDate today(2026, 11, 21);
        ProgressLines days(3);
        days[0] = {.name = u"2026-11-18"_s, .done = 300, .secondsSpent = 3000};
        days[1] = {.name = u"2026-11-20"_s, .done = 100, .secondsSpent = 1000};
        days[2] = {.name = u"2026-10-01"_s, .done = 9999, .secondsSpent = 1}; // too long ago
        const auto forecast = forecastOf(days, 1000, today);
        QCOMPARE(forecast.perDay, 100.0); // four days, of which two without work
        QCOMPARE(forecast.perHour, 360.0);
        QVERIFY(std::abs(*forecast.personHours - 1000.0 / 360) < 1e-9);
        QCOMPARE(*forecast.done, today.addDays(10));
        QVERIFY(!forecastOf({}, 1000, today).done);
    }

    void acceptingAPageLeavesOutWhatHasAVerdict()
    {
        QueueEntries seen(3);
        for (int i = 0; i < 3; ++i)
            seen[static_cast<std::size_t>(i)].obsid = i + 1;
        seen[1].verdict = Verdict();
        seen[2].z = 0.0001;
        const auto verdicts = acceptedAsSeen(seen, u"li"_s, QDateTime::currentDateTimeUtc(), 10);
        QCOMPARE(verdicts.size(), std::size_t {2});
        QCOMPARE(verdicts[0].obsid, 1);
        QCOMPARE(verdicts[1].z, std::optional(0.0001));
        QCOMPARE(verdicts[0].secondsSpent, 5.0);
        QVERIFY(verdicts[0].submission != verdicts[1].submission);
    }

    void rolesIncludeOneAnother()
    {
        for (const auto role : allRoles()) {
            QCOMPARE(memberRoleFrom(roleName(role)), std::optional(role));
            QVERIFY(includesRole(role, MemberRole::Inspector));
            QVERIFY(includesRole(MemberRole::Admin, role));
        }
        QVERIFY(includesRole(MemberRole::Lead, MemberRole::Team2d));
        QVERIFY(!includesRole(MemberRole::Lead, MemberRole::Admin));
        QVERIFY(!includesRole(MemberRole::Rechecker, MemberRole::Team2d));
        QVERIFY(!memberRoleFrom(u"root"_s));
    }

    void anAccountNameIsPlain()
    {
        QVERIFY(isAccountName(u"li.wei-2"_s));
        for (const auto& bad :
             {u""_s, u"Li"_s, u"li@x"_s, u"li'"_s, u"2li"_s, u"li wei"_s, QString(33, u'a')})
            QVERIFY2(!isAccountName(bad), qPrintable(bad));
    }

    void aProblemThatCannotBeStoredGetsASentence()
    {
        FiberProblem problem {.pipelineVersion = u"v2.9.8"_s,
                              .obsDate = u"2018-11-23"_s,
                              .planId = u"HD1"_s,
                              .spectrographId = 4,
                              .firstFiber = 17,
                              .lastFiber = 30,
                              .kind = u"stray-light"_s};
        QCOMPARE(complaintAbout(problem), QString());
        auto bad = problem;
        bad.lastFiber = 16;
        QVERIFY(!complaintAbout(bad).isEmpty());
        for (const auto& night : {QString(), u"23.11.2018"_s, u"2018-11-31"_s}) {
            bad = problem;
            bad.obsDate = night;
            QVERIFY2(!complaintAbout(bad).isEmpty(), qPrintable(night));
        }
        bad = problem;
        bad.pipelineVersion.clear();
        QVERIFY(!complaintAbout(bad).isEmpty());
        bad.origin = ProblemOrigin::Raw; // of every version
        QCOMPARE(complaintAbout(bad), QString());
        bad = problem;
        bad.arm = u"green"_s;
        QVERIFY(!complaintAbout(bad).isEmpty());
        bad = problem;
        bad.kind = u"other"_s;
        QVERIFY(!complaintAbout(bad).isEmpty());
    }

    void aProblemHoldsItsSpectraBackUntilItIsRejected()
    {
        FiberProblem problem;
        for (const auto origin : {ProblemOrigin::Raw, ProblemOrigin::Reduction}) {
            problem.origin = origin;
            for (const auto state :
                 {ProblemState::Open, ProblemState::Confirmed, ProblemState::Reprocessed}) {
                problem.state = state;
                QVERIFY(problem.holdsBack());
            }
            problem.state = ProblemState::Rejected;
            QVERIFY(!problem.holdsBack());
        }
    }

private:
    static Verdict verdict(SpectralClass spectralClass, std::optional<double> z, Grade grade)
    {
        Verdict verdict;
        verdict.spectralClass = spectralClass;
        verdict.z = z;
        verdict.grade = grade;
        return verdict;
    }

    ConflictRules m_rules;
};

QTEST_APPLESS_MAIN(TestTeamwork)
#include "tst_teamwork.moc"
