#include "models/lines/linelist.h"
#include "plotting/spectrum/spectrumplot.h"
#include "support/pagestand.h"
#include "support/samplespectrum.h"
#include "widgets/team/secondlookpage.h"

#include <QApplication>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QSignalSpy>

using namespace Qt::Literals::StringLiterals;

namespace {
Verdict verdictOf(const QString& inspector, SpectralClass spectralClass, std::optional<double> z, Grade grade)
{
    Verdict verdict;
    verdict.id = 7;
    verdict.obsid = 1;
    verdict.pipelineVersion = u"v2.9.7"_s;
    verdict.inspector = inspector;
    verdict.spectralClass = spectralClass;
    verdict.z = z;
    verdict.grade = grade;
    return verdict;
}

SecondLook conflict(qint64 obsid)
{
    SecondLook look;
    look.entry.obsid = obsid;
    look.entry.pipelineVersion = u"v2.9.7"_s;
    look.entry.designation = u"J0424+%1"_s.arg(obsid);
    look.verdicts = {verdictOf(u"lwang"_s, SpectralClass::Qso, 2.0031, Grade::Secure),
                     verdictOf(u"xchen"_s, SpectralClass::Galaxy, 0.1024, Grade::Probable)};
    for (auto& verdict : look.verdicts)
        verdict.obsid = obsid;
    look.conflicts = {Conflict::Class, Conflict::Redshift};
    return look;
}
}

/// Second looks: what people disagree on is settled, and nothing else.
class TestSecondLookPage : public QObject, private PageStand
{
    Q_OBJECT
private slots:
    void init() { begin(); }
    void cleanup() { m_page.reset(); }

    void oneKeySettlesADisagreement()
    {
        auto& page = show<SecondLookPage>(*m_actions, builtInLines().lines);
        const QSignalSpy wanted(&page, &SecondLookPage::spectrumWanted);
        const QSignalSpy settled(&page, &SecondLookPage::settled);
        page.setLooks({conflict(1), conflict(2)});
        QCOMPARE(wanted.last().first().value<QueueEntry>().obsid, 1);
        showPainted(page);
        QCOMPARE(page.plot().redshift(), 2.0031);
        page.plot().setFocus();
        press(Qt::Key_L);
        QCOMPARE(page.plot().redshift(), 0.1024);
        press(Qt::Key_2);
        const auto recheck = settled.last().first().value<Recheck>();
        QCOMPARE(recheck.spectralClass, SpectralClass::Galaxy);
        QCOMPARE(recheck.z, std::optional(0.1024));
        QCOMPARE(recheck.chosenVerdict, std::optional<qint64>(7));
        page.remove(1, u"v2.9.7"_s);
        QCOMPARE(page.current()->entry.obsid, 2);
        showPainted(page);
        QTest::mouseClick(child<QPushButton>(u"verdict1"_s), Qt::LeftButton);
        QCOMPARE(settled.last().first().value<Recheck>().spectralClass, SpectralClass::Qso);
        page.remove(2, u"v2.9.7"_s);
        QVERIFY(child<QLabel>(u"nobodyDisagrees"_s)->isVisible());
        press(Qt::Key_1);
        QCOMPARE(settled.count(), 2);
    }

    void aKeyPressedTwiceDoesNotSettleTheNextConflictUnseen()
    {
        auto& page = show<SecondLookPage>(*m_actions, builtInLines().lines);
        const QSignalSpy settled(&page, &SecondLookPage::settled);
        page.setLooks({conflict(1), conflict(2)});
        page.plot().setFocus();
        press(Qt::Key_1); // nothing is drawn yet
        QCOMPARE(settled.count(), 0);
        showPainted(page);
        press(Qt::Key_1);
        press(Qt::Key_1); // the server has not answered yet
        QCOMPARE(settled.count(), 1);
        page.setLooks({conflict(1), conflict(2)}); // read again meanwhile
        showPainted(page);
        press(Qt::Key_1);
        QCOMPARE(settled.count(), 1);
        page.remove(1, u"v2.9.7"_s);
        press(Qt::Key_1);
        QCOMPARE(settled.count(), 1);
        showPainted(page);
        press(Qt::Key_1);
        QCOMPARE(settled.count(), 2);
        QCOMPARE(settled.last().first().value<Recheck>().obsid, 2);
    }

    void anAnswerThatWasNotStoredCanBeGivenAgain()
    {
        auto& page = show<SecondLookPage>(*m_actions, builtInLines().lines);
        const QSignalSpy settled(&page, &SecondLookPage::settled);
        page.setLooks({conflict(1)});
        showPainted(page);
        page.plot().setFocus();
        press(Qt::Key_1);
        page.refuse();
        press(Qt::Key_2);
        QCOMPARE(settled.count(), 2);
    }

    void theConflictOnTheScreenStaysWhenAnEarlierOneIsSettled()
    {
        auto& page = show<SecondLookPage>(*m_actions, builtInLines().lines);
        page.setLooks({conflict(1), conflict(2), conflict(3)});
        showPainted(page);
        page.plot().setFocus();
        press(Qt::Key_1);
        press(Qt::Key_N);
        fill(u"ownRedshift"_s, u"0.3"_s);
        page.remove(1, u"v2.9.7"_s);
        QCOMPARE(page.current()->entry.obsid, 2);
        QCOMPARE(child<QLineEdit>(u"ownRedshift"_s)->text(), u"0.3"_s);
        QVERIFY(page.topLine()->findChild<QLabel*>(u"secondCount"_s)->text().startsWith(u"1 of 2"_s));
    }

    void anOwnAnswerSettlesToo()
    {
        auto& page = show<SecondLookPage>(*m_actions, builtInLines().lines);
        const QSignalSpy settled(&page, &SecondLookPage::settled);
        page.setLooks({conflict(1)});
        showPainted(page);
        page.plot().setFocus();
        QTest::mouseClick(child<QPushButton>(u"GALAXY"_s), Qt::LeftButton);
        QTest::mouseClick(child<QPushButton>(u"ownAnswer"_s), Qt::LeftButton);
        QCOMPARE(settled.count(), 0); // a galaxy needs a redshift
        QVERIFY(!child<QLabel>(u"secondHint"_s)->text().isEmpty());
        press(Qt::Key_Z);
        type(u"0.3091"_s);
        press(Qt::Key_Return);
        const auto recheck = settled.last().first().value<Recheck>();
        QCOMPARE(recheck.z, std::optional(0.3091));
        QCOMPARE(recheck.spectralClass, SpectralClass::Galaxy);
        QVERIFY(!recheck.chosenVerdict);
    }

    void whatIsTypedIsForTheConflictOnTheScreenWhateverIsReadAgain()
    {
        auto& page = show<SecondLookPage>(*m_actions, builtInLines().lines);
        const QSignalSpy settled(&page, &SecondLookPage::settled);
        page.setLooks({conflict(1), conflict(2), conflict(3)});
        press(Qt::Key_N);
        press(Qt::Key_N);
        showPainted(page);
        press(Qt::Key_Z);
        type(u"2."_s);
        page.setLooks({conflict(1), conflict(3)}); // somebody settled the second one
        QCOMPARE(page.current()->entry.obsid, 3);
        QVERIFY(count(page).startsWith(u"2 of 2"_s));
        page.setLooks({conflict(1)}); // and this one too
        type(u"1"_s);
        press(Qt::Key_Return);
        QCOMPARE(settled.count(), 1);
        QCOMPARE(settled.last().first().value<Recheck>().obsid, 3);
        QCOMPARE(settled.last().first().value<Recheck>().z, std::optional(2.1));
    }

    void aConflictThatIsSettledElsewhereGivesWay()
    {
        auto& page = show<SecondLookPage>(*m_actions, builtInLines().lines);
        page.setLooks({conflict(1), conflict(2)});
        page.setLooks({conflict(2)});
        QCOMPARE(page.current()->entry.obsid, 2);
        page.setLooks({});
        QVERIFY(!page.current());
    }

    void aThirdVerdictIsShown()
    {
        auto& page = show<SecondLookPage>(*m_actions, builtInLines().lines);
        auto look = conflict(1);
        page.setLooks({look});
        look.verdicts.push_back(verdictOf(u"yzhao"_s, SpectralClass::Star, 0, Grade::Secure));
        page.setLooks({look});
        QVERIFY(child<QPushButton>(u"verdict3"_s));
    }

    void thatNobodyDisagreesIsSaidOnlyWhenItIsKnown()
    {
        auto& page = show<SecondLookPage>(*m_actions, builtInLines().lines);
        const auto said = [this] { return child<QLabel>(u"nobodyDisagrees"_s)->text(); };
        QVERIFY(!said().contains(u"Nobody"_s));
        page.showFailure(u"The server is away."_s);
        QCOMPARE(said(), u"The server is away."_s);
        page.setLooks({});
        QVERIFY(said().contains(u"Nobody"_s));
    }

    void aListThatIsCutSaysSo()
    {
        auto& page = show<SecondLookPage>(*m_actions, builtInLines().lines);
        page.setLooks({conflict(1), conflict(2)}, false);
        QVERIFY(count(page).contains(u"of the first 2"_s));
    }

private:
    static QString count(const SecondLookPage& page)
    {
        return page.topLine()->findChild<QLabel*>(u"secondCount"_s)->text();
    }
    static void showPainted(SecondLookPage& page)
    {
        QSignalSpy painted(&page.plot(), &SpectrumPlot::painted);
        page.showSpectrum(shared(sampleSpectrum()), {});
        QVERIFY(!painted.isEmpty() || painted.wait());
    }
};

QTEST_MAIN(TestSecondLookPage)
#include "tst_secondlookpage.moc"
