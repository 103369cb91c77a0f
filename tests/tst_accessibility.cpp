#include "models/items/queuemodel.h"
#include "models/items/wallmodel.h"
#include "models/lines/linelist.h"
#include "support/quiet.h"
#include "support/samplespectrum.h"
#include "widgets/fibers/fiberspage.h"
#include "widgets/fibers/responsepage.h"
#include "widgets/frame/logindialog.h"
#include "widgets/frame/mainwindow.h"
#include "widgets/inspect/inspectpage.h"
#include "widgets/release/platelogpage.h"
#include "widgets/release/releasepage.h"
#include "widgets/stars/starspage.h"
#include "widgets/team/memberspage.h"
#include "widgets/team/progresspage.h"
#include "widgets/team/secondlookpage.h"

#include <QAbstractButton>
#include <QAccessible>
#include <QApplication>
#include <QSet>
#include <QSignalSpy>
#include <QStackedWidget>
#include <QTest>

using namespace Qt::Literals::StringLiterals;

/// Every page by keyboard and for screen readers: what can have the focus shows it and has a name.
class TestAccessibility : public QObject
{
    Q_OBJECT
private slots:
    void initTestCase() { m_theme = std::make_unique<Theme>(*qApp); }

    void init()
    {
        failOnAnyWarning();
        m_theme->apply(ThemeChoice::Light);
        m_window = std::make_unique<MainWindow>(*m_theme);
        addPages();
        m_window->resize(1366, 768);
        m_window->show();
        m_window->activateWindow();
        QVERIFY(QTest::qWaitForWindowActive(m_window.get()));
    }

    void cleanup() { m_window.reset(); }

    void everyControlHasAName_data() { pages(); }
    void everyControlHasAName()
    {
        QFETCH(QString, page);
        m_window->showPage(page);
        const auto controls = reachable(*m_window);
        QVERIFY(controls.size() > 8);
        for (auto* control : controls)
            QVERIFY2(!nameOf(control).isEmpty(), qPrintable(wayTo(control)));
    }

    /// The picture of a control with the focus differs from the one without, in both themes.
    void theFocusIsSeenOnEveryControl_data() { pages(); }
    void theFocusIsSeenOnEveryControl()
    {
        QFETCH(QString, page);
        for (const auto theme : {ThemeChoice::Light, ThemeChoice::Dark}) {
            m_theme->apply(theme);
            m_window->showPage(page);
            for (auto* control : reachable(*m_window)) {
                const auto picture = [&] {
                    const auto corner = control->mapTo(m_window.get(), QPoint());
                    return m_window->grab(QRect(corner, control->size()).adjusted(-4, -4, 4, 4)).toImage();
                };
                if (auto* focus = QApplication::focusWidget())
                    focus->clearFocus();
                QCoreApplication::processEvents();
                const auto before = picture();
                control->setFocus(Qt::TabFocusReason);
                QVERIFY2(control->hasFocus(), qPrintable(wayTo(control)));
                QCoreApplication::processEvents();
                QVERIFY2(picture() != before, qPrintable(wayTo(control)));
            }
        }
    }

    void tabGoesRoundEveryControl_data() { pages(); }
    void tabGoesRoundEveryControl()
    {
        QFETCH(QString, page);
        m_window->showPage(page);
        const auto controls = reachable(*m_window);
        QSet<QWidget*> met;
        for (qsizetype step = 0; step <= 2 * controls.size(); ++step) {
            QTest::keyClick(QApplication::focusWidget(), Qt::Key_Tab);
            met << QApplication::focusWidget();
        }
        for (auto* control : controls)
            QVERIFY2(met.contains(control), qPrintable(wayTo(control)));
    }

    /// What stands on the left or above comes first.
    void tabTakesTheTopLineFromLeftToRight_data() { pages(); }
    void tabTakesTheTopLineFromLeftToRight()
    {
        QFETCH(QString, page);
        m_window->showPage(page);
        auto* topLine = m_window->findChild<QStackedWidget*>(u"topLines"_s)->currentWidget();
        int left = -1;
        QWidget* before = nullptr;
        for (auto* control = m_window->nextInFocusChain(); control != m_window.get();
             control = control->nextInFocusChain()) {
            if (!topLine->isAncestorOf(control) || !reachable(*m_window).contains(control))
                continue;
            const int place = control->mapTo(topLine, QPoint()).x();
            QVERIFY2(place > left, qPrintable(wayTo(before) + u" before "_s + wayTo(control)));
            left = place;
            before = control;
        }
    }

    void whatTheMouseCanPressSaysWhatItDoes_data() { pages(); }
    void whatTheMouseCanPressSaysWhatItDoes()
    {
        QFETCH(QString, page);
        m_window->showPage(page);
        for (auto* button : m_window->findChildren<QAbstractButton*>())
            if (button->isVisible() && button->isEnabled() && button->text().isEmpty())
                QVERIFY2(!button->toolTip().isEmpty(), qPrintable(wayTo(button)));
    }

private:
    static void pages()
    {
        QTest::addColumn<QString>("page");
        for (const auto* page : {"inspect", "stars", "fibers", "secondlook", "progress", "response",
                                 "members", "release", "platelog"})
            QTest::newRow(page) << QString::fromLatin1(page);
    }

    void addPages()
    {
        auto& actions = m_window->actions();
        int number = 0;
        const auto add = [&](const QString& id, auto* page) {
            m_window->addPage(id, id, id, QKeySequence(u"Ctrl+%1"_s.arg(++number)), page, page->topLine());
            return page;
        };
        auto* inspect = add(u"inspect"_s, new InspectPage(actions, builtInLines()));
        QueueEntry entry;
        entry.obsid = 1;
        entry.spectralClass = SpectralClass::Star;
        m_queue = std::make_unique<QueueModel>();
        m_queue->appendEntries({entry});
        inspect->setModel(m_queue.get());
        inspect->showEntry(entry, std::make_shared<const Spectrum>(sampleSpectrum()));
        auto* stars = add(u"stars"_s, new StarsPage(actions));
        m_wall = std::make_unique<WallModel>();
        m_wall->appendEntries({entry});
        stars->setModel(m_wall.get());
        add(u"fibers"_s, new FibersPage(actions));
        auto* second = add(u"secondlook"_s, new SecondLookPage(actions, builtInLines().lines));
        SecondLook look;
        look.entry = entry;
        look.verdicts.resize(2);
        second->setLooks({look});
        add(u"progress"_s, new ProgressPage(actions));
        auto* response = add(u"response"_s, new ResponsePage(actions));
        FiberProblem problem;
        problem.id = 1;
        problem.firstFiber = 3;
        problem.lastFiber = 5;
        response->setProblems({problem});
        auto* members = add(u"members"_s, new MembersPage(actions));
        Member member;
        member.account = u"lwang"_s;
        members->setMembers({member});
        add(u"release"_s, new ReleasePage(actions));
        auto* log = add(u"platelog"_s, new PlateLogPage(actions));
        PlateLog plate;
        plate.planId = u"HD103621N361936B01"_s;
        log->setPlates({plate});
    }

    /// What Tab goes to.
    static QList<QWidget*> reachable(const QWidget& window)
    {
        QList<QWidget*> controls;
        for (auto* widget : window.findChildren<QWidget*>())
            if (widget->isVisible() && widget->isEnabled() && (widget->focusPolicy() & Qt::TabFocus)
                && !widget->focusProxy())
                controls << widget;
        return controls;
    }

    static QString nameOf(QWidget* widget)
    {
        auto* accessible = QAccessible::queryAccessibleInterface(widget);
        return accessible ? accessible->text(QAccessible::Name) : QString();
    }

    static QString wayTo(const QWidget* widget)
    {
        QStringList way;
        for (; widget; widget = widget->parentWidget())
            way.prepend(widget->objectName().isEmpty()
                            ? QString::fromLatin1(widget->metaObject()->className())
                            : widget->objectName());
        return way.join(u'/');
    }

    std::unique_ptr<Theme> m_theme;
    std::unique_ptr<QueueModel> m_queue;
    std::unique_ptr<WallModel> m_wall;
    std::unique_ptr<MainWindow> m_window;
};

QTEST_MAIN(TestAccessibility)
#include "tst_accessibility.moc"
