#include "models/lines/linelist.h"
#include "support/quiet.h"
#include "widgets/frame/mainwindow.h"
#include "widgets/frame/statusline.h"
#include "widgets/inspect/inspectpage.h"
#include "widgets/team/taskchoice.h"

#include <QAbstractItemView>
#include <QApplication>
#include <QDragEnterEvent>
#include <QLabel>
#include <QLineEdit>
#include <QMimeData>
#include <QScrollArea>
#include <QScrollBar>
#include <QSignalSpy>
#include <QToolButton>

using namespace Qt::Literals::StringLiterals;

class TestMainWindow : public QObject
{
    Q_OBJECT
private slots:
    void initTestCase() { m_theme = std::make_unique<Theme>(*qApp); }

    void init()
    {
        failOnAnyWarning();
        m_theme->apply(ThemeChoice::Light);
        m_window = std::make_unique<MainWindow>(*m_theme);
        m_page = new InspectPage(m_window->actions(), builtInLines(), m_window.get());
        m_window->addPage(u"inspect"_s, u"Inspect"_s, u"inspect"_s, QKeySequence(u"Ctrl+1"_s), m_page,
                          m_page->topLine());
        m_window->resize(1366, 768);
        m_window->show();
        m_window->activateWindow();
        QVERIFY(QTest::qWaitForWindowActive(m_window.get()));
        m_window->setFocus();
    }

    void cleanup() { m_window.reset(); }

    void theHelpPageListsEveryActionOfThePageWithItsKeyAndFits()
    {
        auto* help = m_window->findChild<QWidget*>(u"help"_s);
        auto* other = addStarsPage();
        for (const auto& [page, shown, hidden] : {std::tuple(u"inspect"_s, u"accept"_s, u"starsDone"_s),
                                                  std::tuple(u"stars"_s, u"starsDone"_s, u"accept"_s)}) {
            m_window->showPage(page);
            press(Qt::Key_Question);
            QVERIFY(help->isVisible());
            for (const auto* action : m_window->actions().all()) {
                const auto* keys = help->findChild<QLabel*>(u"keysOf_"_s + action->objectName());
                const bool ofOther = m_window->actions().inGroup(ActionGroup::List, other).contains(action);
                if (!action->isEnabled())
                    continue; // nothing to log in to here
                QVERIFY2((keys != nullptr) == (isOfWindow(action) || ofOther == (page == "stars"_L1)),
                         qPrintable(action->objectName()));
                if (keys)
                    QVERIFY2(keys->text().contains(keyText(action)), qPrintable(action->objectName()));
            }
            QVERIFY(help->findChild<QLabel*>(u"keysOf_"_s + shown));
            QVERIFY(!help->findChild<QLabel*>(u"keysOf_"_s + hidden));
            const auto* scroll = help->findChild<QScrollArea*>();
            QCOMPARE(scroll->verticalScrollBar()->maximum(), 0); // all is seen at once
            QVERIFY(scroll->widget()->minimumSizeHint().width() <= scroll->viewport()->width());
            press(Qt::Key_Escape);
            QVERIFY(!help->isVisible());
        }
    }

    void theKeyThatPicksATaskReachesNoActionOfThePage()
    {
        auto& tasks = m_page->tasks();
        Task task;
        task.id = 7;
        task.title = u"Galaxies"_s;
        tasks.setTasks({task});
        QSignalSpy wanted(&tasks, &TaskChoice::taskWanted);
        QSignalSpy accepted(m_window->actions().action(u"accept"_s), &QAction::triggered);
        press(Qt::Key_Return);
        QCOMPARE(accepted.count(), 1); // as it does while no list is open
        press(Qt::Key_T, Qt::ControlModifier);
        QTRY_VERIFY_WITH_TIMEOUT(QApplication::activePopupWidget(), 30'000);
        QTest::keyClick(tasks.view(), Qt::Key_Down);
        QTest::keyClick(tasks.view(), Qt::Key_Return);
        QTRY_VERIFY_WITH_TIMEOUT(!QApplication::activePopupWidget(), 30'000);
        QCOMPARE(wanted.count(), 1);
        QCOMPARE(wanted.at(0).at(0).toInt(), 7);
        QCOMPARE(accepted.count(), 1);
    }

    void typingInTheHelpPageFindsTheKeysOfEveryPage()
    {
        addStarsPage();
        m_window->showPage(u"inspect"_s);
        QSignalSpy next(m_page, &InspectPage::nextWanted);
        press(Qt::Key_Question);
        auto* help = m_window->findChild<QWidget*>(u"help"_s);
        QTest::keyClicks(QApplication::focusWidget(), u"done"_s);
        QVERIFY(help->isVisible());
        QCOMPARE(next.count(), 0); // no letter reached the page
        QVERIFY(help->findChild<QLabel*>(u"keysOf_starsDone"_s));
        QVERIFY(!help->findChild<QLabel*>(u"keysOf_accept"_s));
        press(Qt::Key_Escape);
        press(Qt::Key_Question);
        QVERIFY(help->findChild<QLabel*>(u"keysOf_accept"_s)); // it opens anew
    }

    void everyActionIsInTheListExactlyOnceAndHasAKey()
    {
        const auto all = m_window->actions().all();
        QCOMPARE(QSet<QAction*>(all.begin(), all.end()).size(), all.size());
        for (const auto* action : all)
            QVERIFY2(!action->shortcut().isEmpty(), qPrintable(action->objectName()));
        QHash<QKeySequence, QString> owners;
        for (const auto* action : all)
            for (const auto& key : action->shortcuts()) {
                QVERIFY2(!owners.contains(key), qPrintable(key.toString()));
                owners.insert(key, action->objectName());
            }
    }

    void escapeEnterAndTheQuestionMarkCloseTheHelpPageAndDoNothingElse()
    {
        QSignalSpy next(m_page, &InspectPage::nextWanted);
        auto* help = m_window->findChild<QWidget*>(u"help"_s);
        for (const auto key : {Qt::Key_Escape, Qt::Key_Return, Qt::Key_Question, Qt::Key_F2}) {
            press(Qt::Key_Question);
            QVERIFY(help->isVisible());
            press(key);
            QVERIFY(!help->isVisible());
        }
        QVERIFY(m_window->actions().action(u"emission"_s)->isChecked());
        press(Qt::Key_N);
        QCOMPARE(next.count(), 1);
    }

    void thePositionInTheStatusLineIsThatOfThePageOnTheScreen()
    {
        addStarsPage();
        auto* plain = new QWidget;
        m_window->addPage(u"plain"_s, u"Plain"_s, u"inspect"_s, QKeySequence(u"Ctrl+3"_s), plain,
                          new QWidget);
        m_window->setPosition(u"inspect"_s, 2, 250);
        m_window->setWavelengths(u"inspect"_s, u"vacuum"_s);
        m_window->setPosition(u"stars"_s, 0, 84);
        QCOMPARE(label(u"position"_s), u"3 / 250"_s);
        m_window->showPage(u"stars"_s);
        QCOMPARE(label(u"position"_s), u"1 / 84"_s);
        QCOMPARE(label(u"wavelengths"_s), QString());
        m_window->setPosition(u"inspect"_s, 3, 250); // of a page that is not shown
        QCOMPARE(label(u"position"_s), u"1 / 84"_s);
        m_window->showPage(u"plain"_s);
        QVERIFY(!m_window->findChild<QLabel*>(u"position"_s)->isVisible());
        m_window->showPage(u"inspect"_s);
        QVERIFY(m_window->findChild<QLabel*>(u"position"_s)->isVisible());
        QCOMPARE(label(u"position"_s), u"4 / 250"_s);
        QCOMPARE(label(u"wavelengths"_s), u"vacuum"_s);
    }

    void helpFollowsRemappedKeys()
    {
        m_window->actions().setKeys(u"next"_s, {QKeySequence(Qt::Key_F12)});
        QSignalSpy next(m_page, &InspectPage::nextWanted);
        press(Qt::Key_N);
        QCOMPARE(next.count(), 0);
        press(Qt::Key_F12);
        QCOMPARE(next.count(), 1);
        press(Qt::Key_Question);
        QCOMPARE(m_window->findChild<QLabel*>(u"keysOf_next"_s)->text(), u"F12"_s);
    }

    void keysAreWrittenAsTheyArePrinted()
    {
        QCOMPARE(keyText(QKeySequence(Qt::Key_N)), u"n"_s);
        QCOMPARE(keyText(QKeySequence(u"Shift+N"_s)), u"Shift+N"_s);
        QCOMPARE(keyText(QKeySequence(Qt::Key_Return)), u"⏎"_s);
        QCOMPARE(keyText(QKeySequence(u"Alt+Right"_s)), u"Alt+→"_s);
        QCOMPARE(keyText(QKeySequence(Qt::Key_PageDown)), u"PgDown"_s);
        QCOMPARE(keyText(QKeySequence(u"Ctrl++"_s)), u"Ctrl++"_s);
    }

    void theThemeSwitchesByItsKey()
    {
        QSignalSpy chosen(m_window.get(), &MainWindow::themeChosen);
        QVERIFY(QApplication::palette().color(QPalette::Window).lightness() > 128);
        press(Qt::Key_F9);
        QVERIFY(QApplication::palette().color(QPalette::Window).lightness() < 128);
        QCOMPARE(chosen.count(), 1);
        press(Qt::Key_F9);
        QVERIFY(!m_theme->isDark());
    }

    void textIsReadableInBothThemes()
    {
        for (const auto& colours : {ThemeColours::light(), ThemeColours::dark()})
            for (const auto& ground : {colours.window, colours.base}) {
                QVERIFY(contrast(colours.text, ground) >= 7.0); // WCAG 2.1 AAA
                for (const auto& ink :
                     {colours.quiet, colours.ok, colours.attention, colours.stop, colours.focus})
                    QVERIFY2(contrast(ink, ground) >= 4.5,
                             qPrintable(ink.name() + u" on "_s + ground.name())); // AA
            }
    }

    void theStatusLineSaysWhatItIsTold()
    {
        auto& status = m_window->statusLine();
        status.setServer(StatusLine::State::Ok, u"own server"_s);
        status.setWaiting(3);
        status.setPosition(136, 2410);
        status.setPace(412.4);
        status.setPerson(u"lwang"_s);
        QCOMPARE(label(u"serverState"_s), u"own server"_s);
        QCOMPARE(label(u"waiting"_s), u"3 waiting"_s);
        QCOMPARE(label(u"position"_s), u"137 / 2,410"_s);
        QCOMPARE(label(u"pace"_s), u"412 per hour"_s);
        QCOMPARE(label(u"person"_s), u"lwang"_s);
        status.setPosition(-1, 0);
        QCOMPARE(label(u"position"_s), u"– / 0"_s);
    }

    void theStatusLineShowsHowFarAFolderIsRead()
    {
        auto& status = m_window->statusLine();
        const auto edge = [&status] { return status.grab().toImage().pixelColor(status.width() / 4, 0); };
        const auto before = edge();
        status.setReading(12'544, 25'000);
        QCOMPARE(label(u"reading"_s), u"reading 12,544 / 25,000"_s);
        QVERIFY(edge() != before);
        QCOMPARE(status.grab().toImage().pixelColor(status.width() * 3 / 4, 0), before);
        status.setReading(25'000, 25'000);
        QCOMPARE(label(u"reading"_s), QString());
        QCOMPARE(edge(), before);
    }

    void typingInTheTopLineIsNotTakenAsKeys()
    {
        QSignalSpy next(m_page, &InspectPage::nextWanted);
        press(Qt::Key_Slash);
        auto* search = m_window->findChild<QLineEdit*>(u"search"_s);
        QVERIFY(search->hasFocus());
        QTest::keyClicks(search, u"nn?"_s);
        QCOMPARE(search->text(), u"nn?"_s);
        QCOMPARE(next.count(), 0);
    }

    void pagesAreReachedByRailAndKey()
    {
        auto* second = new QWidget;
        m_window->addPage(u"second"_s, u"Second"_s, u"inspect"_s, QKeySequence(u"Ctrl+2"_s), second,
                          new QWidget);
        QVERIFY(!second->isVisible());
        press(Qt::Key_2, Qt::ControlModifier);
        QVERIFY(second->isVisible());
        QVERIFY(!m_page->isVisible());
        QSignalSpy next(m_page, &InspectPage::nextWanted);
        press(Qt::Key_N); // a hidden page's keys sleep
        QCOMPARE(next.count(), 0);
        QTest::mouseClick(m_window->findChild<QToolButton*>(u"inspectButton"_s), Qt::LeftButton);
        QVERIFY(m_page->isVisible());
    }

    void aFolderDroppedOnTheWindowIsWanted()
    {
        QSignalSpy wanted(m_window.get(), &MainWindow::openWanted);
        QMimeData mime;
        mime.setUrls({QUrl::fromLocalFile(u"/data/20181205"_s), QUrl(u"https://example.org/a.fits"_s)});
        QDragEnterEvent enter(QPoint(300, 300), Qt::CopyAction, &mime, Qt::LeftButton, Qt::NoModifier);
        QCoreApplication::sendEvent(m_window.get(), &enter);
        QVERIFY(enter.isAccepted());
        QDropEvent drop(QPointF(300, 300), Qt::CopyAction, &mime, Qt::LeftButton, Qt::NoModifier);
        QCoreApplication::sendEvent(m_window.get(), &drop);
        QCOMPARE(wanted.count(), 1);
        QCOMPARE(wanted.first().first().toStringList(),
                 QStringList({u"/data/20181205"_s, u"https://example.org/a.fits"_s}));
    }

    void theWindowFitsASmallScreen()
    {
        QVERIFY(m_window->minimumSizeHint().width() <= 1366);
        QVERIFY(m_window->minimumSizeHint().height() <= 700);
    }

private:
    void press(Qt::Key key, Qt::KeyboardModifiers modifiers = {})
    {
        auto* focus = QApplication::focusWidget();
        QTest::keyClick(focus ? focus : m_window.get(), key, modifiers);
    }

    QWidget* addStarsPage()
    {
        auto* page = new QWidget;
        m_window->addPage(u"stars"_s, u"Stars"_s, u"stars"_s, QKeySequence(u"Ctrl+2"_s), page, new QWidget);
        m_window->actions().add(u"starsDone"_s, ActionGroup::List, u"Page done"_s, {Qt::Key_Space}, page);
        return page;
    }

    bool isOfWindow(const QAction* action) const
    {
        return m_window->actions().inGroup(ActionGroup::Window, m_window.get()).contains(action);
    }

    QString label(const QString& name) const { return m_window->findChild<QLabel*>(name)->text(); }

    /// Contrast ratio of WCAG 2.1.
    static double contrast(const QColor& first, const QColor& second)
    {
        const auto luminance = [](const QColor& colour) {
            const auto linear = [](double part) {
                return part <= 0.04045 ? part / 12.92 : std::pow((part + 0.055) / 1.055, 2.4);
            };
            return 0.2126 * linear(colour.redF()) + 0.7152 * linear(colour.greenF())
                + 0.0722 * linear(colour.blueF());
        };
        const auto [low, high] = std::minmax({luminance(first), luminance(second)});
        return (high + 0.05) / (low + 0.05);
    }

    std::unique_ptr<Theme> m_theme;
    std::unique_ptr<MainWindow> m_window;
    InspectPage* m_page = nullptr;
};

QTEST_MAIN(TestMainWindow)
#include "tst_mainwindow.moc"
