#include "app/controllers/starscontroller.h"
#include "support/fitsfixtures.h"
#include "support/quiet.h"
#include "widgets/frame/actions.h"
#include "widgets/stars/starspage.h"
#include "widgets/stars/starwall.h"

#include <QFile>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>
#include <QThread>

#include <memory>

using namespace Qt::Literals::StringLiterals;

namespace {
/// The wall with its controller, files of its own and no server.
struct ControlledWall
{
    ControlledWall()
    {
        page.resize(1100, 700);
        page.show();
    }

    QueueEntry star(int fiber)
    {
        QueueEntry entry;
        entry.obsid = fiber;
        entry.pipelineVersion = u"v2.9.7"_s;
        entry.planId = u"HD103621N361936B01"_s;
        entry.obsDate = u"2018-12-05"_s;
        entry.spectrographId = 1;
        entry.fiberId = fiber;
        entry.spectralClass = SpectralClass::Star;
        entry.z = 0.0001;
        entry.file = folder.path() + u"/%1.fits"_s.arg(fiber);
        QFile file(entry.file);
        if (file.open(QIODevice::WriteOnly))
            file.write(fixtures::lamostTable({.pixels = 300 * fiber}));
        return entry;
    }

    QTemporaryDir folder;
    Actions actions;
    StarsPage page {actions};
    WallModel model;
    VerdictSender sender;
    StarsController controller {page, model, sender};
};

Verdict verdictOn(const QueueEntry& entry, SpectralClass spectralClass)
{
    VerdictDraft draft(entry);
    draft.setClass(spectralClass);
    draft.setRedshift(0.1, RedshiftOrigin::Typed);
    return draft.verdict(1);
}
}

/// The wall beside the other pages and the files.
class TestStarsController : public QObject
{
    Q_OBJECT
private slots:
    void init()
    {
        failOnAnyWarning();
        m_stand = std::make_unique<ControlledWall>();
    }

    void cleanup() { m_stand.reset(); }

    void pageDoneKeepsAVerdictGivenInInspect()
    {
        m_stand->controller.addEntries({m_stand->star(1), m_stand->star(2)});
        QTRY_COMPARE_WITH_TIMEOUT(std::ssize(m_stand->page.wall().seen()), std::ptrdiff_t(2), 30'000);
        const auto galaxy = verdictOn(m_stand->model.entryAt(0), SpectralClass::Galaxy);
        m_stand->sender.submit(galaxy);
        const QSignalSpy given(&m_stand->page, &StarsPage::verdictsGiven);
        m_stand->actions.action(u"starsDone"_s)->trigger();
        QCOMPARE(given.count(), 1);
        const auto verdicts = given.first().first().value<Verdicts>();
        QCOMPARE(std::ssize(verdicts), std::ptrdiff_t(1));
        QCOMPARE(verdicts.front().obsid, m_stand->model.entryAt(1).obsid);
        QCOMPARE(m_stand->model.entryAt(0).verdict, std::optional(galaxy));
        QVERIFY(m_stand->model.entryAt(1).verdict);
    }

    void aWithdrawalInInspectReachesTheWall()
    {
        m_stand->controller.addEntries({m_stand->star(1)});
        const auto galaxy = verdictOn(m_stand->model.entryAt(0), SpectralClass::Galaxy);
        const auto quasar = verdictOn(m_stand->model.entryAt(0), SpectralClass::Qso);
        m_stand->sender.submit(galaxy);
        m_stand->sender.submit(quasar);
        const QSignalSpy given(&m_stand->sender, &VerdictSender::given);
        m_stand->sender.withdraw(quasar);
        QVERIFY(!m_stand->model.entryAt(0).verdict);
        emit m_stand->sender.withdrawn(given.last().first().value<Verdict>(), galaxy);
        QCOMPARE(m_stand->model.entryAt(0).verdict, std::optional(galaxy));
    }

    void aRefusedCorrectionStandsOnItsTileAgain()
    {
        m_stand->controller.addEntries({m_stand->star(1)});
        const auto galaxy = verdictOn(m_stand->model.entryAt(0), SpectralClass::Galaxy);
        m_stand->sender.submit(galaxy);
        QCOMPARE(m_stand->model.state(0), TileState::Changed);
        emit m_stand->sender.refused(galaxy, {});
        QCOMPARE(m_stand->model.state(0), TileState::Corrected);
        QCOMPARE(m_stand->model.draft(0).spectralClass(), SpectralClass::Galaxy);
        QVERIFY(!m_stand->model.entryAt(0).verdict);
    }

    void whatIsRefusedGivesWayToWhatStoodBefore()
    {
        m_stand->controller.addEntries({m_stand->star(1)});
        const auto first = verdictOn(m_stand->model.entryAt(0), SpectralClass::Galaxy);
        const auto second = verdictOn(m_stand->model.entryAt(0), SpectralClass::Qso);
        const auto third = verdictOn(m_stand->model.entryAt(0), SpectralClass::Unknown);
        for (const auto& verdict : {first, second, third})
            m_stand->sender.submit(verdict);
        emit m_stand->sender.refused(second, {});
        QCOMPARE(m_stand->model.entryAt(0).verdict, std::optional(third));
        emit m_stand->sender.refused(third, {});
        QCOMPARE(m_stand->model.entryAt(0).verdict, std::optional(first));
    }

    void aTileNeverShowsAnotherSpectrum()
    {
        const QSignalSpy wanted(&m_stand->page.wall(), &StarWall::tilesWanted);
        m_stand->controller.addEntries({m_stand->star(5)});
        QTRY_VERIFY_WITH_TIMEOUT(!wanted.isEmpty(), 30'000);
        while (!m_stand->controller.isSettled()) // it is drawn, and nobody looks at the answer
            QThread::yieldCurrentThread();
        std::vector<QImage> pictures;
        connect(&m_stand->model, &QAbstractItemModel::dataChanged, this, [&] {
            if (const auto picture = m_stand->model.tile(0); !picture.isNull())
                pictures.push_back(picture);
        });
        m_stand->controller.addEntries({m_stand->star(1)});
        QCOMPARE(m_stand->model.entryAt(0).obsid, 1);
        QTRY_VERIFY_WITH_TIMEOUT(!m_stand->model.tile(0).isNull() && !m_stand->model.tile(1).isNull()
                                     && m_stand->controller.isSettled(),
                                 30'000);
        for (const auto& picture : pictures)
            QCOMPARE(picture, pictures.back());
        QVERIFY(m_stand->model.tile(0) != m_stand->model.tile(1));
    }

    void tilesOfAnOlderEngineAreDropped()
    {
        TileStore tiles(1);
        TileLook look;
        tiles.setLook(look);
        const QSignalSpy drawn(&tiles, &TileStore::drawn);
        tiles.want({{.row = 0, .address = {m_stand->star(1).file, 0}, .subclass = {}, .z = {}}});
        while (tiles.waiting() > 0)
            QThread::yieldCurrentThread();
        tiles.setEngine(nullptr);
        tiles.want({{.row = 1, .address = {m_stand->star(2).file, 0}, .subclass = {}, .z = {}}});
        QTRY_VERIFY_WITH_TIMEOUT(!drawn.isEmpty(), 30'000);
        for (const auto& answers : drawn)
            for (const auto& answer : answers.first().value<std::vector<TileAnswer>>())
                QCOMPARE(answer.row, 1);
    }

private:
    std::unique_ptr<ControlledWall> m_stand;
};

QTEST_MAIN(TestStarsController)
#include "tst_starscontroller.moc"
