#include "app/controllers/inspectcontroller.h"
#include "app/desk/linefolder.h"
#include "models/check/verdictdraft.h"
#include "models/items/queuemodel.h"
#include "support/inspectstand.h"
#include "support/syntheticlines.h"
#include "widgets/inspect/solutionspanel.h"

#include <QDir>
#include <QFile>
#include <QTemporaryDir>

#include <memory>

namespace {
constexpr int spectrumCount = 4;

SpectrumPtr galaxy(int number)
{
    auto spectrum = spectrumWithLines({.z = 0.1 + 0.02 * number,
                                       .sigma = 3,
                                       .lines = {{3727.09, 300, 110},
                                                 {3729.88, 400, 110},
                                                 {4862.69, 300, 110},
                                                 {4960.30, 200, 110},
                                                 {5008.24, 600, 110},
                                                 {6564.61, 900, 110},
                                                 {6585.28, 250, 110}}},
                                      unsigned(number) + 1);
    spectrum.file = u"/nowhere/%1.fits"_s.arg(number);
    return std::make_shared<const Spectrum>(std::move(spectrum));
}

/// The inspector's page with its controller, a list of galaxies in memory and no server.
struct ControlledPage
{
    ControlledPage()
    {
        page.setModel(&list);
        QObject::connect(&page.plot(), &SpectrumPlot::painted, &page, [this] { isPainted = true; });
        QObject::connect(&controller.sender(), &VerdictSender::given, &page, [this] { isPainted = false; });
        page.resize(1200, 700);
        page.show();
        page.activateWindow();
        QueueEntries entries;
        for (int number = 0; number < spectrumCount; ++number) {
            spectra.push_back(galaxy(number));
            entries.push_back(entryOf(number + 1, SpectralClass::Galaxy, 0.1 + 0.02 * number));
            entries.back().file = spectra.back()->file;
        }
        controller.addEntries(entries, spectra);
        page.plot().setFocus();
    }

    void press(Qt::Key key, Qt::KeyboardModifiers modifiers = {})
    {
        QTest::keyClick(QApplication::focusWidget(), key, modifiers);
    }
    /// Presses a key that decides, after the spectrum has been painted: before, nothing can be decided.
    void decide(Qt::Key key)
    {
        QTRY_VERIFY_WITH_TIMEOUT(isPainted, 30'000);
        press(key);
    }
    std::size_t answers() const
    {
        return page.findChild<SolutionsPanel*>(u"solutions"_s)->solutions().size();
    }

    Actions actions;
    QueueModel queue;
    QueueFilterModel list {&queue};
    InspectPage page {actions, builtInLines()};
    std::vector<SpectrumPtr> spectra;
    InspectController controller {page, queue, list};
    bool isPainted = false; ///< Since the last verdict
};
}

class TestInspectController : public QObject
{
    Q_OBJECT
private slots:
    void init()
    {
        failOnAnyWarning();
        m_stand = std::make_unique<ControlledPage>();
        QVERIFY(QTest::qWaitForWindowActive(&m_stand->page));
    }

    void cleanup() { m_stand.reset(); }

    void theAnswersToTheNextSpectrumAreThereBeforeTheEyeArrives()
    {
        QTRY_VERIFY_WITH_TIMEOUT(m_stand->controller.solutions().find(m_stand->spectra.back()), 60'000);
        QCOMPARE(m_stand->page.plot().spectrum(), m_stand->spectra.at(0));
        m_stand->press(Qt::Key_N); // and no event is handled from here on
        QCOMPARE(m_stand->page.plot().spectrum(), m_stand->spectra.at(1));
        QCOMPARE(m_stand->answers(), 5);
        QVERIFY(!m_stand->page.plot().templateFlux().empty());
        const auto best = m_stand->page.findChild<SolutionsPanel*>(u"solutions"_s)->solutions().front();
        QVERIFY2(std::abs(best.z - 0.12) < 2e-4, qPrintable(QString::number(best.z, 'f', 5)));
        QVERIFY(best.spectralClass == SpectralClass::Galaxy);
    }

    void theAnswersBelongToTheSpectrumShown()
    {
        for (int step = 1; step < spectrumCount; ++step)
            m_stand->press(Qt::Key_N); // faster than any search
        QTRY_VERIFY_WITH_TIMEOUT(m_stand->answers() > 0, 60'000);
        const auto best = m_stand->page.findChild<SolutionsPanel*>(u"solutions"_s)->solutions().front();
        QVERIFY(std::abs(best.z - 0.16) < 2e-4);
    }

    void theTemplateFollowsARedshiftOfTheHand()
    {
        QTRY_VERIFY_WITH_TIMEOUT(m_stand->answers() > 0, 60'000);
        QSignalSpy fitted(&m_stand->controller.solutions(), &SolutionCache::fitted);
        m_stand->press(Qt::Key_Right, Qt::AltModifier);
        QTRY_VERIFY_WITH_TIMEOUT(!fitted.isEmpty(), 60'000);
        const auto overlay = fitted.last().at(1).value<TemplateOverlay>();
        QVERIFY(std::abs(overlay.z - m_stand->page.plot().redshift()) < 1e-6);
        QVERIFY(!overlay.group.isEmpty());
        QCOMPARE(m_stand->page.plot().templateFlux().size(), overlay.flux.size());
    }

    void undoGivesTheWithdrawnAnswerBackAsADraft()
    {
        m_stand->press(Qt::Key_Right, Qt::AltModifier);
        const auto changed = m_stand->page.plot().redshift();
        m_stand->decide(Qt::Key_3);
        QCOMPARE(m_stand->page.plot().spectrum(), m_stand->spectra.at(1));
        m_stand->press(Qt::Key_Z, Qt::ControlModifier);
        QCOMPARE(m_stand->page.plot().spectrum(), m_stand->spectra.at(0));
        QCOMPARE(m_stand->page.plot().redshift(), changed);
        QVERIFY(!m_stand->queue.entryAt(0).verdict);
        m_stand->decide(Qt::Key_Return);
        QVERIFY(m_stand->queue.entryAt(0).verdict->grade == Grade::Probable);
    }

    void aKeyPressedTwiceDoesNotJudgeTheNextSpectrumUnseen()
    {
        m_stand->decide(Qt::Key_Return);
        m_stand->press(Qt::Key_Return);
        QVERIFY(m_stand->queue.entryAt(0).verdict);
        QVERIFY(!m_stand->queue.entryAt(1).verdict);
    }

    void aVerdictGivenOnAnotherPageStandsInTheList()
    {
        const auto verdict = VerdictDraft(m_stand->queue.entryAt(0)).verdict(1);
        m_stand->controller.sender().submit(verdict);
        QCOMPARE(m_stand->queue.entryAt(0).verdict, std::optional(verdict));
        QCOMPARE(m_stand->queue.waitingCount(), spectrumCount - 1);
    }

    void whatTheServerRefusesGivesWayToWhatStoodBefore()
    {
        const QSignalSpy complained(&m_stand->controller, &InspectController::complained);
        m_stand->decide(Qt::Key_Return);
        const auto before = m_stand->queue.entryAt(0).verdict;
        QTRY_VERIFY_WITH_TIMEOUT(m_stand->isPainted, 30'000);
        m_stand->isPainted = false;
        m_stand->press(Qt::Key_B);
        m_stand->decide(Qt::Key_3);
        const auto refused = *m_stand->queue.entryAt(0).verdict;
        QVERIFY(refused.grade == Grade::Probable);
        emit m_stand->controller.sender().refused(refused, {ErrorKind::Refused, u"No."_s, {}});
        QCOMPARE(m_stand->queue.entryAt(0).verdict, before);
        QTRY_COMPARE_WITH_TIMEOUT(complained.count(), 1, 30'000);
        QVERIFY(complained.first().first().toString().contains(m_stand->queue.entryAt(0).designation));
    }

    void aRefusedAnswerIsADraftAgain()
    {
        m_stand->press(Qt::Key_Right, Qt::AltModifier);
        const auto changed = m_stand->page.plot().redshift();
        m_stand->decide(Qt::Key_3);
        const auto refused = *m_stand->queue.entryAt(0).verdict;
        emit m_stand->controller.sender().refused(refused, {ErrorKind::Refused, u"No."_s, {}});
        QVERIFY(!m_stand->queue.entryAt(0).verdict);
        m_stand->press(Qt::Key_B);
        QCOMPARE(m_stand->page.plot().redshift(), changed);
    }

    void aRefusedAnswerOnTheScreenIsADraftAgain()
    {
        QTRY_VERIFY_WITH_TIMEOUT(m_stand->isPainted, 30'000);
        for (int row = 1; row < spectrumCount; ++row)
            m_stand->controller.sender().submit(VerdictDraft(m_stand->queue.entryAt(row)).verdict(1));
        m_stand->isPainted = true; // as before
        m_stand->press(Qt::Key_Right, Qt::AltModifier);
        const auto changed = m_stand->page.plot().redshift();
        m_stand->decide(Qt::Key_3); // the last one: it stays on the screen
        const auto refused = *m_stand->queue.entryAt(0).verdict;
        QCOMPARE(m_stand->page.plot().spectrum(), m_stand->spectra.at(0));
        emit m_stand->controller.sender().refused(refused, {ErrorKind::Refused, u"No."_s, {}});
        QCOMPARE(m_stand->page.plot().redshift(), changed);
    }

    void thatTheServerIsAwayIsTakenBackWhenItIsThereAgain()
    {
        const QSignalSpy complained(&m_stand->controller, &InspectController::complained);
        const QSignalSpy mended(&m_stand->controller, &InspectController::mended);
        emit m_stand->controller.sender().held({ErrorKind::Unavailable, u"Away."_s, {}});
        emit m_stand->controller.sender().resumed();
        QCOMPARE(mended.count(), 1);
        QCOMPARE(mended.first(), complained.first());
    }

    void aFolderInWhichNothingNeedsAnEyeIsWalkedWithEnter()
    {
        QueueEntries browsed;
        for (int row = 0; row < spectrumCount; ++row) {
            browsed.push_back(m_stand->queue.entryAt(row));
            browsed.back().page = WorkPage::Browse;
        }
        m_stand->queue.setEntries(browsed);
        m_stand->controller.showRow(0);
        for (int row = 0; row < spectrumCount; ++row) {
            QCOMPARE(m_stand->page.plot().spectrum(), m_stand->spectra.at(std::size_t(row)));
            m_stand->decide(Qt::Key_Return);
            QVERIFY(m_stand->queue.entryAt(row).verdict);
        }
    }

    void whatSomebodyElseDecidedBeforeIsNeitherShownNorUndone()
    {
        m_stand->decide(Qt::Key_Return);
        const QSignalSpy given(&m_stand->controller.sender(), &VerdictSender::given);
        m_stand->controller.sender().setJournal(nullptr);
        QVERIFY(!m_stand->queue.entryAt(0).verdict);
        m_stand->press(Qt::Key_Z, Qt::ControlModifier);
        QCOMPARE(given.count(), 0);
    }

    void aRefusedPageIsToldInOneMessage()
    {
        const QSignalSpy complained(&m_stand->controller, &InspectController::complained);
        Verdicts verdicts;
        for (int row = 0; row < 3; ++row)
            verdicts.push_back(VerdictDraft(m_stand->queue.entryAt(row)).verdict(1));
        m_stand->controller.sender().submitAll(verdicts);
        for (const auto& verdict : verdicts)
            emit m_stand->controller.sender().refused(verdict, {ErrorKind::Refused, u"No."_s, {}});
        QTRY_COMPARE_WITH_TIMEOUT(complained.count(), 1, 30'000);
        QVERIFY(complained.first().first().toString().startsWith(u"3 "_s));
        QCOMPARE(m_stand->queue.doneCount(), 0);
        QCoreApplication::processEvents(); // a second one would be said now
        QCOMPARE(complained.count(), 1);
    }

    void aRefusedWithdrawalIsToldAsSuchAndTheVerdictStands()
    {
        const QSignalSpy complained(&m_stand->controller, &InspectController::complained);
        m_stand->decide(Qt::Key_Return);
        const auto stands = m_stand->queue.entryAt(0).verdict;
        const QSignalSpy given(&m_stand->controller.sender(), &VerdictSender::given);
        m_stand->press(Qt::Key_Z, Qt::ControlModifier);
        QVERIFY(!m_stand->queue.entryAt(0).verdict);
        emit m_stand->controller.sender().refused(given.last().first().value<Verdict>(),
                                                  {ErrorKind::Refused, u"No."_s, {}});
        QCOMPARE(m_stand->queue.entryAt(0).verdict, stands);
        QTRY_COMPARE_WITH_TIMEOUT(complained.count(), 1, 30'000);
        QVERIFY(complained.first().first().toString().contains(u"taken back"_s));
    }

    void anotherFilterGoesToASpectrumThatItShows()
    {
        m_stand->decide(Qt::Key_Return);
        m_stand->press(Qt::Key_B); // back to the one that is done
        QCOMPARE(m_stand->page.plot().spectrum(), m_stand->spectra.at(0));
        m_stand->press(Qt::Key_F, Qt::ControlModifier); // only what needs an eye
        QCOMPARE(m_stand->page.plot().spectrum(), m_stand->spectra.at(1));
        m_stand->press(Qt::Key_F, Qt::ControlModifier); // only what is done
        QCOMPARE(m_stand->page.plot().spectrum(), m_stand->spectra.at(0));
        QVERIFY(m_stand->queue.entryAt(0).verdict);
    }

    void aSearchThatIsEnteredGoesToWhatItFound()
    {
        m_stand->press(Qt::Key_Slash);
        QTest::keyClicks(QApplication::focusWidget(), m_stand->queue.entryAt(2).designation);
        m_stand->press(Qt::Key_Return);
        QCOMPARE(m_stand->list.rowCount(), 1);
        QCOMPARE(m_stand->page.plot().spectrum(), m_stand->spectra.at(2));
        m_stand->press(Qt::Key_Return);
        QVERIFY(!m_stand->queue.entryAt(0).verdict); // what was hidden is not judged
    }

    void anEmptyFilterShowsNothingThatCouldBeJudged()
    {
        m_stand->press(Qt::Key_F, Qt::ControlModifier);
        m_stand->press(Qt::Key_F, Qt::ControlModifier); // nothing is done yet
        QVERIFY(!m_stand->page.plot().spectrum());
        m_stand->press(Qt::Key_Return);
        QCOMPARE(m_stand->queue.doneCount(), 0);
    }

    void aLineListThatIsDroppedInAppears()
    {
        const QTemporaryDir home;
        const auto folder = home.path() + u"/lines"_s;
        LineFolder lines(folder);
        QSignalSpy changed(&lines, &LineFolder::changed);
        QSignalSpy complained(&lines, &LineFolder::complained);
        lines.read();
        QCOMPARE(changed.count(), 1);
        const auto write = [&](const QString& name, const QByteArray& text) {
            QFile file(folder + u'/' + name);
            QVERIFY(file.open(QIODevice::WriteOnly));
            file.write(text);
        };
        write(u"mine.tsv"_s, "# version: 3\nMy line\tmine\t5000.00\tE\t0\t-\n");
        QTRY_VERIFY_WITH_TIMEOUT(
            changed.count() > 1 && !changed.last().at(0).value<std::vector<LineSet>>().empty(), 30'000);
        const auto sets = changed.last().at(0).value<std::vector<LineSet>>();
        QCOMPARE(sets.front().name, u"mine"_s);
        QCOMPARE(sets.front().table.lines.front().vacuumAngstrom, 5000.0);
        write(u"wrong.tsv"_s, "nothing of the kind\n");
        QTRY_VERIFY_WITH_TIMEOUT(!complained.isEmpty(), 30'000);
        QVERIFY(complained.last().at(0).toString().contains(u"wrong.tsv"_s));
    }

private:
    std::unique_ptr<ControlledPage> m_stand;
};

QTEST_MAIN(TestInspectController)
#include "tst_inspectcontroller.moc"
