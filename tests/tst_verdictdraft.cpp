#include "models/check/drafthistory.h"
#include "models/check/pace.h"
#include "models/check/redshiftinput.h"
#include "models/check/subclass.h"
#include "support/quiet.h"

using namespace Qt::Literals::StringLiterals;

class TestVerdictDraft : public QObject
{
    Q_OBJECT
private slots:
    void init() { failOnAnyWarning(); }

    void anUntouchedDraftIsThePipelinesAnswerAtGradeFour()
    {
        const VerdictDraft draft(quasar());
        QVERIFY(!draft.differs());
        QVERIFY(draft.missing() == VerdictDraft::Missing::Nothing);
        const auto verdict = draft.verdict(3.5);
        QCOMPARE(verdict.obsid, 42);
        QCOMPARE(verdict.pipelineVersion, u"v2.9.7"_s);
        QVERIFY(verdict.spectralClass == SpectralClass::Qso);
        QCOMPARE(verdict.z.value(), 0.30911);
        QCOMPARE(verdict.zError.value(), 0.00012);
        QVERIFY(verdict.origin == RedshiftOrigin::Pipeline);
        QVERIFY(verdict.grade == Grade::Secure);
        QVERIFY(verdict.shownClass == SpectralClass::Qso);
        QCOMPARE(verdict.shownZ.value(), 0.30911);
        QCOMPARE(verdict.secondsSpent, 3.5);
        QVERIFY(!verdict.submission.isNull());
        QVERIFY(verdict.decidedAt.timeSpec() == Qt::UTC);
        QVERIFY(draft.verdict(3.5).submission != verdict.submission);
    }

    void aRedshiftKeepsItsOriginAndMicroPrecision()
    {
        VerdictDraft draft(quasar());
        draft.setRedshift(0.12345678, RedshiftOrigin::LineMark, u"H-alpha"_s, 1e-4);
        QVERIFY(draft.redshiftDiffers());
        const auto verdict = draft.verdict(0);
        QCOMPARE(verdict.z.value(), 0.123457);
        QCOMPARE(verdict.zError.value(), 1e-4);
        QVERIFY(verdict.origin == RedshiftOrigin::LineMark);
        QCOMPARE(verdict.originDetail, u"H-alpha"_s);
        QCOMPARE(verdict.shownZ.value(), 0.30911);

        draft.resetRedshift();
        QVERIFY(draft == VerdictDraft(quasar()));
    }

    void aRedshiftThatGoesWithItsClassTakesItsOriginAlong()
    {
        VerdictDraft draft(quasar());
        draft.setRedshift(0.12345678, RedshiftOrigin::LineMark, u"H-alpha"_s, 1e-4);
        draft.setClass(SpectralClass::Star);
        QVERIFY(!draft.z());
        const auto verdict = draft.verdict(0);
        QVERIFY(verdict.origin == RedshiftOrigin::Pipeline);
        QVERIFY(verdict.originDetail.isEmpty());
    }

    void gradeTwoNeedsAReason()
    {
        VerdictDraft draft(quasar());
        draft.setGrade(Grade::Possible);
        QVERIFY(draft.missing() == VerdictDraft::Missing::Reason);
        draft.setReason(u"single-line"_s, true);
        QVERIFY(draft.missing() == VerdictDraft::Missing::Nothing);
        draft.setReason(u"single-line"_s, false);
        QVERIFY(draft.missing() == VerdictDraft::Missing::Reason);
    }

    void reasonsStandInTheListsOrderAndOnce()
    {
        VerdictDraft draft(quasar());
        draft.setReason(u"wrong-z"_s, true);
        draft.setReason(u"low-sn"_s, true);
        draft.setReason(u"low-sn"_s, true);
        draft.setReason(u"no such reason"_s, true);
        QCOMPARE(draft.reasons(), QStringList({u"low-sn"_s, u"wrong-z"_s}));
    }

    void withoutARedshiftOnlyTheClassIsJudged()
    {
        auto entry = quasar();
        entry.z.reset();
        VerdictDraft draft(entry);
        QVERIFY(!draft.grade());
        QVERIFY(draft.missing() == VerdictDraft::Missing::Nothing);
        draft.setGrade(Grade::Secure);
        QVERIFY(draft.missing() == VerdictDraft::Missing::Redshift);
    }

    void acceptingUnknownMeansGradeZero()
    {
        auto entry = quasar();
        entry.spectralClass = SpectralClass::Unknown;
        entry.z.reset();
        QVERIFY(VerdictDraft(entry).verdict(0).grade == Grade::None);
    }

    void gradeZeroCarriesNoRedshift()
    {
        VerdictDraft draft(quasar());
        draft.setGrade(Grade::None);
        const auto verdict = draft.verdict(0);
        QVERIFY(!verdict.z);
        QVERIFY(!verdict.zError);
        QCOMPARE(verdict.shownZ.value(), 0.30911);
        QVERIFY(draft.repeats(verdict));
    }

    void anotherClassDropsTheSubclassAndThePipelinesClassBringsItBack()
    {
        auto entry = quasar();
        entry.spectralClass = SpectralClass::Star;
        entry.subclass = u"K5"_s;
        VerdictDraft draft(entry);
        draft.setClass(SpectralClass::Galaxy);
        QCOMPARE(draft.subclass(), QString());
        QVERIFY(draft.classDiffers());
        draft.setClass(SpectralClass::Star);
        QCOMPARE(draft.subclass(), u"K5"_s);
        QVERIFY(!draft.differs());
    }

    void aDraftGoesOnFromTheInspectorsOwnVerdict()
    {
        VerdictDraft first(quasar());
        first.setClass(SpectralClass::Galaxy);
        first.setGrade(Grade::Probable);
        first.setComment(u"two lines"_s);
        auto entry = quasar();
        entry.verdict = first.verdict(1);
        VerdictDraft again(entry);
        QVERIFY(again.repeats(*entry.verdict));
        QVERIFY(again.pipelineClass() == SpectralClass::Qso);
        again.setComment(u"three lines"_s);
        QVERIFY(!again.repeats(*entry.verdict));
    }

    void stepsOfOneKindAreUndoneTogether()
    {
        VerdictDraft draft(quasar());
        DraftHistory history;
        for (const auto z : {0.31, 0.32, 0.33}) {
            history.note(draft, u"z"_s);
            draft.setRedshift(z, RedshiftOrigin::Stepped);
        }
        history.note(draft);
        draft.setClass(SpectralClass::Galaxy);

        draft = history.undo(draft);
        QVERIFY(draft.spectralClass() == SpectralClass::Qso);
        QCOMPARE(draft.z().value(), 0.33);
        draft = history.undo(draft);
        QCOMPARE(draft.z().value(), 0.30911);
        QVERIFY(!history.canUndo());
        draft = history.redo(draft);
        draft = history.redo(draft);
        QVERIFY(draft.spectralClass() == SpectralClass::Galaxy);
        QVERIFY(!history.canRedo());
    }

    void typedRedshifts_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<double>("z");
        QTest::addColumn<double>("error");
        QTest::newRow("plain") << u"0.3091"_s << 0.3091 << -1.0;
        QTest::newRow("comma") << u" 0,3091 "_s << 0.3091 << -1.0;
        QTest::newRow("with error") << u"0.3091 ± 0.0002"_s << 0.3091 << 0.0002;
        QTest::newRow("ascii error") << u"0.3091+-0.0002"_s << 0.3091 << 0.0002;
        QTest::newRow("typographic minus") << u"−0.0004"_s << -0.0004 << -1.0;
        QTest::newRow("velocity") << u"-299.792458 km/s"_s << -0.001 << -1.0;
        QTest::newRow("velocity with error") << u"299.792458±29.9792458km/s"_s << 0.001 << 0.0001;
    }

    void typedRedshifts()
    {
        QFETCH(QString, text);
        QFETCH(double, z);
        QFETCH(double, error);
        const auto typed = parseRedshift(text);
        QVERIFY(bool(typed));
        QCOMPARE(typed.value().z, z);
        QCOMPARE(typed.value().error.value_or(-1.0), error);
    }

    void whatIsNoRedshiftIsRefusedWithASentence_data()
    {
        QTest::addColumn<QString>("text");
        for (const auto* text :
             {"", "abc", "0.1 0.2", "nan", "1e400", "9", "-0.06", "0.1 ± x", "0.1 ± -1", "1±2±3"})
            QTest::newRow(text) << QString::fromUtf8(text);
    }

    void whatIsNoRedshiftIsRefusedWithASentence()
    {
        QFETCH(QString, text);
        const auto typed = parseRedshift(text);
        QVERIFY(!typed);
        QVERIFY(typed.error().message.endsWith(u'.'));
        QVERIFY(!typed.error().message.contains(u"%1"_s));
    }

    void stepsAreRelativeAndStayInRange()
    {
        QCOMPARE(steppedRedshift(1.0, 1, 1e-3), 1.002);
        QCOMPARE(steppedRedshift(steppedRedshift(0.3, 5, fineStep), -5, fineStep), 0.3);
        QCOMPARE(steppedRedshift(highestRedshift, 3, coarseStep), highestRedshift);
        QCOMPARE(steppedRedshift(lowestRedshift, -3, coarseStep), lowestRedshift);
    }

    void mkTypesComeApartAndTogether_data()
    {
        QTest::addColumn<QString>("text");
        for (const auto* text : {"O", "B6", "A2IV", "A0III", "F0", "K7", "M0", "dM3", "gM9", "sdM", "L0"})
            QTest::newRow(text) << QString::fromUtf8(text);
    }

    void mkTypesComeApartAndTogether()
    {
        QFETCH(QString, text);
        const auto type = mkTypeFrom(text);
        QVERIFY(type.has_value());
        QCOMPARE(subclassText(*type), text);
        QCOMPARE(subclassFrom(SpectralClass::Star, text.toLower()).value_or(u"refused"_s), text);
    }

    void namesThatAreNoMkTypes()
    {
        for (const auto* text : {"WD", "Carbon", "OB", "K55", "STARBURST", ""})
            QVERIFY2(!mkTypeFrom(QString::fromLatin1(text)), text);
        QCOMPARE(subclassFrom(SpectralClass::Star, u"doublestar"_s).value(), u"DoubleStar"_s);
        QCOMPARE(subclassFrom(SpectralClass::Star, u"ob"_s).value(), u"OB"_s);
        QCOMPARE(subclassFrom(SpectralClass::Galaxy, u""_s).value(), QString());
        QVERIFY(!subclassFrom(SpectralClass::Galaxy, u"K5"_s));
        QVERIFY(!subclassFrom(SpectralClass::Star, u"Q7"_s));
    }

    void paceCountsVerdictsSinceTheLastPause()
    {
        Pace pace;
        const auto start = QDateTime::fromSecsSinceEpoch(1'000'000, Qt::UTC);
        pace.note(start);
        pace.note(start.addSecs(10));
        QVERIFY(!pace.perHour());
        pace.note(start.addSecs(20));
        QCOMPARE(pace.perHour().value(), 360.0);
        pace.note(start.addSecs(2000));
        QVERIFY(!pace.perHour());
    }

private:
    static QueueEntry quasar()
    {
        QueueEntry entry;
        entry.obsid = 42;
        entry.pipelineVersion = u"v2.9.7"_s;
        entry.spectralClass = SpectralClass::Qso;
        entry.z = 0.30911;
        entry.zError = 0.00012;
        entry.page = WorkPage::Inspect;
        return entry;
    }
};

QTEST_GUILESS_MAIN(TestVerdictDraft)
#include "tst_verdictdraft.moc"
