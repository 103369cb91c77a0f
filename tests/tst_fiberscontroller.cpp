#include "app/controllers/fiberscontroller.h"
#include "support/fitsfixtures.h"
#include "support/quiet.h"
#include "widgets/fibers/fiberspage.h"
#include "widgets/fibers/spectrographrow.h"
#include "widgets/frame/actions.h"

#include <QFile>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

#include <algorithm>
#include <memory>

using namespace Qt::Literals::StringLiterals;

namespace {
/// The 2D page with its controller and files of its own, without a server. The last fibre of each
/// spectrograph has no file: the controller says so whenever it shows one.
struct ControlledFibers
{
    ControlledFibers()
    {
        page.resize(1300, 700);
        page.show();
        QFile file(folder.path() + u"/one.fits"_s);
        if (file.open(QIODevice::WriteOnly))
            file.write(fixtures::lamostTable());
    }

    QueueEntries fibers(int spectrograph, int first, int last, bool there = true) const
    {
        QueueEntries entries;
        for (int fiber = first; fiber <= last; ++fiber) {
            QueueEntry entry;
            entry.obsid = spectrograph * 1000 + fiber;
            entry.pipelineVersion = u"v2.9.7"_s;
            entry.planId = u"HD103621N361936B01"_s;
            entry.obsDate = u"2018-12-05"_s;
            entry.spectrographId = spectrograph;
            entry.fiberId = fiber;
            entry.file = folder.path() + (there ? u"/one.fits"_s : u"/none.fits"_s);
            entries.push_back(entry);
        }
        return entries;
    }

    QTemporaryDir folder;
    Actions actions;
    FibersPage page {actions};
    FibersController controller {page};
};
}

/// What the 2D page reads, and in which order.
class TestFibersController : public QObject
{
    Q_OBJECT
private slots:
    void init()
    {
        failOnAnyWarning();
        m_stand = std::make_unique<ControlledFibers>();
    }

    void cleanup() { m_stand.reset(); }

    void aPageOpenedWhileFilesLoadIsCompleteInTheEnd()
    {
        const QSignalSpy complained(&m_stand->controller, &FibersController::complained);
        m_stand->controller.addEntries(m_stand->fibers(1, 1, 5));
        m_stand->controller.activate();
        QTRY_VERIFY_WITH_TIMEOUT(m_stand->controller.isSettled(), 30'000);
        QCOMPARE(complained.count(), 0);
        m_stand->controller.addEntries(m_stand->fibers(1, 6, 9, false));
        QTRY_VERIFY_WITH_TIMEOUT(m_stand->controller.isSettled() && complained.count() == 1, 30'000);
        QVERIFY(complained.first().first().toString().startsWith(u"4 "_s));
    }

    void smallMapsStayWhenMoreSpectrographsComeAndComeBackWithThem()
    {
        const auto pictured = [this](const std::vector<int>& ids) {
            return m_stand->controller.isSettled() && std::ranges::all_of(ids, [this](int id) {
                       return m_stand->page.spectrographs().hasMap(id);
                   });
        };
        for (int id = 1; id <= 2; ++id)
            m_stand->controller.addEntries(m_stand->fibers(id, 1, 3));
        m_stand->controller.activate();
        QTRY_VERIFY_WITH_TIMEOUT(pictured({1, 2}), 30'000);
        m_stand->controller.addEntries(m_stand->fibers(3, 1, 3));
        QVERIFY(m_stand->page.spectrographs().hasMap(2));
        QTRY_VERIFY_WITH_TIMEOUT(pictured({1, 2, 3}), 30'000);
        TaskFilter filter;
        filter.spectrographs = {1, 2};
        m_stand->controller.narrowTo(filter);
        QTRY_VERIFY_WITH_TIMEOUT(pictured({1, 2}), 30'000);
        m_stand->controller.narrowTo({});
        QTRY_VERIFY_WITH_TIMEOUT(pictured({1, 2, 3}), 30'000);
    }

    void smallMapsFollowTheTheme()
    {
        m_stand->controller.addEntries(m_stand->fibers(1, 1, 30));
        m_stand->controller.activate();
        QTRY_VERIFY(m_stand->controller.isSettled());
        auto& row = m_stand->page.spectrographs();
        row.resize(row.sizeHint());
        const auto look = [&row](QColor base) {
            auto palette = row.palette();
            palette.setColor(QPalette::Base, base);
            row.setPalette(palette);
            return row.grab(row.cellRect(1).adjusted(6, 6, -6, -24)).toImage();
        };
        const auto light = look(Qt::white);
        const auto dark = look(Qt::black);
        QVERIFY(light != dark);
        QCOMPARE(look(Qt::white), light);
    }

    void aComparisonThatIsNoLongerWantedIsNotShown()
    {
        for (int id = 1; id <= 2; ++id)
            m_stand->controller.addEntries(m_stand->fibers(id, 1, 30));
        m_stand->controller.activate();
        QTRY_VERIFY_WITH_TIMEOUT(m_stand->controller.isSettled(), 30'000);
        emit m_stand->page.comparisonWanted(FiberComparison::NextSpectrograph, 0);
        emit m_stand->page.comparisonWanted(FiberComparison::None, 0);
        m_stand->page.showComparison(nullptr, {});
        QTRY_VERIFY_WITH_TIMEOUT(m_stand->controller.isSettled(), 30'000);
        QCoreApplication::processEvents(); // an answer on its way would arrive now
        QVERIFY(!m_stand->page.findChild<QWidget*>(u"comparisonMap"_s)->isVisible());
    }

private:
    std::unique_ptr<ControlledFibers> m_stand;
};

QTEST_MAIN(TestFibersController)
#include "tst_fiberscontroller.moc"
