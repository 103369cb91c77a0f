#include "support/inspectstand.h"
#include "widgets/team/taskchoice.h"

#include <QAbstractItemView>
#include <QLineEdit>
#include <QTableView>

#include <memory>

class TestInspectList : public QObject
{
    Q_OBJECT
private slots:
    void init()
    {
        failOnAnyWarning();
        m_stand = std::make_unique<InspectStand>();
        QVERIFY(m_stand->start());
    }

    void cleanup() { m_stand.reset(); }

    void everyLineWithAKeyHasItsAction()
    {
        auto keyed = 0;
        for (const auto& line : builtInLines().lines)
            if (!line.key.isNull()) {
                ++keyed;
                QVERIFY2(m_stand->actions.action(u"line"_s + line.key), qPrintable(line.name));
            }
        QVERIFY(keyed > 20);
    }

    void noTwoActionsShareAKey()
    {
        QHash<QKeySequence, QString> owners;
        for (const auto* action : m_stand->actions.all())
            for (const auto& key : action->shortcuts()) {
                QVERIFY2(!owners.contains(key), qPrintable(key.toString() + u' ' + action->objectName()));
                owners.insert(key, action->objectName());
            }
        QVERIFY(owners.size() > 60);
    }

    void typingInTheCommentIsNotTakenAsKeys()
    {
        QSignalSpy next(&m_stand->page, &InspectPage::nextWanted);
        m_stand->press(Qt::Key_C);
        m_stand->type(u"n b 4 g A? /"_s);
        QCOMPARE(m_stand->child<QLineEdit>(u"comment"_s)->text(), u"n b 4 g A? /"_s);
        QCOMPARE(next.count(), 0);
        m_stand->press(Qt::Key_Return); // leaves the field
        QCOMPARE(m_stand->verdicts.count(), 0);
        m_stand->press(Qt::Key_Return);
        QCOMPARE(m_stand->lastVerdict().comment, u"n b 4 g A? /"_s);
    }

    void escapeLeavesAField()
    {
        m_stand->press(Qt::Key_C);
        m_stand->press(Qt::Key_Escape);
        QVERIFY(m_stand->page.plot().hasFocus());
    }

    void undoTakesBackOwnStepsFirstAndThenAsksForTheLastVerdict()
    {
        QSignalSpy undo(&m_stand->page, &InspectPage::undoWanted);
        QSignalSpy redo(&m_stand->page, &InspectPage::redoWanted);
        m_stand->press(Qt::Key_Right, Qt::AltModifier);
        m_stand->press(Qt::Key_Z, Qt::ControlModifier);
        QCOMPARE(m_stand->page.plot().redshift(), 0.30911);
        QCOMPARE(undo.count(), 0);
        m_stand->press(Qt::Key_Z, Qt::ControlModifier);
        QCOMPARE(undo.count(), 1);
        m_stand->press(Qt::Key_Z, Qt::ControlModifier | Qt::ShiftModifier);
        QVERIFY(m_stand->page.plot().redshift() > 0.3091);
        m_stand->press(Qt::Key_Z, Qt::ControlModifier | Qt::ShiftModifier);
        QCOMPARE(redo.count(), 1);
    }

    void anUnfinishedAnswerIsThereAgainOnReturn()
    {
        m_stand->press(Qt::Key_G);
        m_stand->show(1);
        m_stand->show(0);
        m_stand->press(Qt::Key_Return);
        QVERIFY(m_stand->lastVerdict().spectralClass == SpectralClass::Galaxy);
    }

    void nothingIsJudgedWhileTheSpectrumIsRead()
    {
        m_stand->page.showEntry(m_stand->queue.entryAt(1), nullptr);
        QVERIFY(!m_stand->page.plot().spectrum());
        m_stand->press(Qt::Key_Return);
        m_stand->press(Qt::Key_3);
        QCOMPARE(m_stand->verdicts.count(), 0);
        m_stand->show(1);
        m_stand->press(Qt::Key_Return);
        QCOMPARE(m_stand->lastVerdict().obsid, 2);
    }

    void aFailureShowsItsSentenceAndJudgesNothing()
    {
        m_stand->page.showFailure(m_stand->queue.entryAt(1), u"The file is cut short."_s);
        QVERIFY(!m_stand->page.plot().spectrum());
        m_stand->press(Qt::Key_Return);
        QCOMPARE(m_stand->verdicts.count(), 0);
    }

    void enterOnAnAnswerThatStandsGoesOnWithoutStoring()
    {
        m_stand->press(Qt::Key_Return);
        auto judged = m_stand->queue.entryAt(0);
        judged.verdict = m_stand->lastVerdict();
        QSignalSpy next(&m_stand->page, &InspectPage::nextWanted);
        m_stand->show(judged);
        m_stand->press(Qt::Key_Return);
        QCOMPARE(m_stand->verdicts.count(), 1);
        QCOMPARE(next.count(), 1);
    }

    void theListHasRoomForWholeNames()
    {
        auto* list = m_stand->child<QTableView>(u"queue"_s);
        const auto room = [list] {
            return list->columnWidth(QueueModel::Designation)
                - list->fontMetrics().horizontalAdvance(u"J042429+340750"_s);
        };
        for (const auto& size : {QSize(1302, 700), QSize(1856, 1000)}) { // of windows of 1366 and 1920 pixels
            m_stand->page.resize(size);
            QTRY_VERIFY2(room() > 4, qPrintable(QString::number(room())));
            QVERIFY(!list->isColumnHidden(QueueModel::Class));
            QVERIFY(!list->isColumnHidden(QueueModel::Redshift));
            QVERIFY(!list->isColumnHidden(QueueModel::Probability));
        }
    }

    void namesThatDoNotFitKeepTheEndThatTellsThemApart()
    {
        auto* list = m_stand->child<QTableView>(u"queue"_s);
        auto one = entryOf(11, SpectralClass::Galaxy, 0.1);
        one.designation = u"spec-55859-F5902_with_a_long_name-sp01-001"_s;
        auto other = one;
        other.obsid = 12;
        other.designation = u"spec-55859-F5902_with_a_long_name-sp01-002"_s;
        m_stand->queue.setEntries({one, other});
        const auto cell = [list](int row) {
            return list->visualRect(list->model()->index(row, QueueModel::Designation));
        };
        const auto first = list->viewport()->grab(cell(0)).toImage();
        const auto second = list->viewport()->grab(cell(1)).toImage();
        QVERIFY(first != second);
    }

    void keysAndClicksGoThroughTheList()
    {
        QSignalSpy next(&m_stand->page, &InspectPage::nextWanted);
        QSignalSpy previous(&m_stand->page, &InspectPage::previousWanted);
        QSignalSpy wanted(&m_stand->page, &InspectPage::entryWanted);
        m_stand->press(Qt::Key_N);
        m_stand->press(Qt::Key_Right);
        m_stand->press(Qt::Key_B);
        QCOMPARE(next.count(), 2);
        QCOMPARE(previous.count(), 1);
        auto* list = m_stand->child<QTableView>(u"queue"_s);
        QTest::mouseClick(list->viewport(), Qt::LeftButton, {},
                          list->visualRect(m_stand->queue.index(2, 1)).center());
        QCOMPARE(wanted.takeFirst().at(0).toInt(), 2);
        list->setFocus();
        QTest::keyClick(list, Qt::Key_Down); // from row 0, which is still the one on the screen
        QCOMPARE(wanted.count(), 1);
        QTest::keyClick(list, Qt::Key_Right); // the list's own while it has the focus
        QCOMPARE(next.count(), 2);
    }

    void aFilteredListNeverJumpsByItself()
    {
        QueueFilterModel list(&m_stand->queue);
        m_stand->page.setModel(&list);
        m_stand->show(0);
        QSignalSpy wanted(&m_stand->page, &InspectPage::entryWanted);
        QSignalSpy position(&m_stand->page, &InspectPage::positionChanged);
        list.setShow(QueueShow::NeedsAnEye);
        Verdict verdict;
        verdict.obsid = 1;
        m_stand->queue.setVerdict(0, verdict);
        QCOMPARE(wanted.count(), 0);
        QCOMPARE(position.last().at(0).toInt(), -1);
        QCOMPARE(position.last().at(1).toInt(), 3);
        m_stand->page.setModel(&m_stand->queue);
    }

    void aNumberIsJumpedTo()
    {
        QSignalSpy wanted(&m_stand->page, &InspectPage::entryWanted);
        QSignalSpy complained(&m_stand->page, &InspectPage::complained);
        auto* number = m_stand->page.topLine()->findChild<QLineEdit*>(u"jump"_s);
        m_stand->press(Qt::Key_J);
        QVERIFY(number->hasFocus());
        m_stand->type(u"3"_s);
        m_stand->press(Qt::Key_Return);
        QCOMPARE(wanted.takeFirst().at(0).toInt(), 2);
        m_stand->press(Qt::Key_J);
        m_stand->type(u"99"_s);
        m_stand->press(Qt::Key_Return);
        QVERIFY(wanted.isEmpty());
        QVERIFY(!m_stand->hint().isEmpty());
        QCOMPARE(complained.count(), 1);
    }

    void aNumberThatIsTypedStaysWhileTheListGrows()
    {
        QSignalSpy wanted(&m_stand->page, &InspectPage::entryWanted);
        auto* number = m_stand->page.topLine()->findChild<QLineEdit*>(u"jump"_s);
        m_stand->press(Qt::Key_J);
        m_stand->type(u"1"_s);
        QueueEntries more;
        for (int obsid = 5; obsid < 15; ++obsid)
            more.push_back(entryOf(obsid, SpectralClass::Qso, 1));
        m_stand->queue.appendEntries(more);
        m_stand->type(u"2"_s);
        QCOMPARE(number->text(), u"12"_s);
        m_stand->press(Qt::Key_Escape); // put away, it is the place again
        QCOMPARE(number->text(), u"1"_s);
        m_stand->press(Qt::Key_J);
        m_stand->type(u"12"_s);
        m_stand->press(Qt::Key_Return);
        QCOMPARE(wanted.last().at(0).toInt(), 11);
    }

    void aSubclassThatWasNotEnteredDoesNotStayAsIfItWereSet()
    {
        m_stand->show(3);
        auto* field = m_stand->child<QLineEdit>(u"subclass"_s);
        m_stand->press(Qt::Key_M);
        QVERIFY(field->hasFocus());
        m_stand->type(u"M5"_s);
        m_stand->press(Qt::Key_Escape);
        QVERIFY(field->text().isEmpty());
    }

    void theEnterThatChoosesATaskJudgesNothing()
    {
        auto& tasks = m_stand->page.tasks();
        const QSignalSpy wanted(&tasks, &TaskChoice::taskWanted);
        Task task;
        task.id = 5;
        task.title = u"QSOs"_s;
        tasks.setTasks({task});
        m_stand->page.topLine()->show();
        m_stand->page.setListName({});
        m_stand->press(Qt::Key_T, Qt::ControlModifier);
        QTRY_VERIFY_WITH_TIMEOUT(tasks.view()->isVisible(), 30'000);
        QTest::keyClick(tasks.view(), Qt::Key_Down);
        QTest::keyClick(tasks.view(), Qt::Key_Return);
        QTRY_COMPARE_WITH_TIMEOUT(wanted.count(), 1, 30'000);
        QCOMPARE(wanted.first().first().toInt(), 5);
        QCoreApplication::processEvents();
        QCOMPARE(m_stand->verdicts.count(), 0);
    }

    void searchAndFilterAreWishes()
    {
        QSignalSpy filter(&m_stand->page, &InspectPage::filterChanged);
        m_stand->press(Qt::Key_Slash);
        m_stand->type(u"qso"_s);
        QCOMPARE(filter.last().at(1).toString(), u"qso"_s);
        m_stand->press(Qt::Key_F, Qt::ControlModifier);
        QVERIFY(filter.last().at(0).value<QueueShow>() == QueueShow::NeedsAnEye);
    }

    void theHeaderListOpensByItsKeyAndSearches()
    {
        m_stand->press(Qt::Key_H);
        auto* search = m_stand->child<QLineEdit>(u"headerSearch"_s);
        QVERIFY(search->isVisible());
        QVERIFY(search->hasFocus());
        m_stand->press(Qt::Key_Escape);
        m_stand->press(Qt::Key_H);
        QVERIFY(!search->isVisible());
    }

    void theSidePanelFitsASmallScreen()
    {
        m_stand->show(3); // a star has the most choices
        QVERIFY(m_stand->child<QWidget>(u"verdictPanel"_s)->minimumSizeHint().height() <= 640);
        QVERIFY(m_stand->page.minimumSizeHint().width() <= 1366 - 72);
    }

private:
    std::unique_ptr<InspectStand> m_stand;
};

QTEST_MAIN(TestInspectList)
#include "tst_inspectlist.moc"
