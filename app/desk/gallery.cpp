#include "app/desk/gallery.h"

#include "app/controllers/fiberscontroller.h"
#include "app/controllers/inspectcontroller.h"
#include "app/controllers/releasecontroller.h"
#include "app/controllers/responsecontroller.h"
#include "app/controllers/starscontroller.h"
#include "app/desk/workpages.h"
#include "models/check/verdictdraft.h"
#include "models/items/queuemodel.h"
#include "models/items/wallmodel.h"
#include "plotting/spectrum/spectrumplot.h"
#include "widgets/fibers/fibermapview.h"
#include "widgets/fibers/fiberspage.h"
#include "widgets/fibers/responsepage.h"
#include "widgets/frame/mainwindow.h"
#include "widgets/inspect/inspectpage.h"
#include "widgets/release/explainpanel.h"
#include "widgets/release/planview.h"
#include "widgets/release/platelogpage.h"
#include "widgets/release/releasepage.h"
#include "widgets/stars/starspage.h"
#include "widgets/stars/starwall.h"
#include "widgets/team/secondlookpage.h"

#include <QAbstractButton>
#include <QAbstractItemView>
#include <QAction>
#include <QDir>
#include <QPixmap>
#include <QTimer>

using namespace Qt::Literals::StringLiterals;

namespace {
constexpr int settleMilliseconds = 150; // layouts and the spectrum's arrival
constexpr int mostTries = 400;
constexpr QSize small(1366, 768);
constexpr QSize large(1920, 1080);

/// What a file's name gets, and how the window looks on it.
std::vector<std::tuple<QString, QSize, QString>> bothLooks()
{
    return {{QString(), large, u"light"_s}, {u"-1366"_s, small, u"dark"_s}};
}
}

Gallery::Gallery(Desk& desk, QString folder, QObject* parent)
    : QObject(parent)
    , m_desk(desk)
    , m_folder(std::move(folder))
{
    addInspectShots();
    addStarsShots();
    addFibersShots();
    addTeamShots();
    addReleaseShots();
    addHelpShot();
}

void Gallery::addInspectShots()
{
    const auto add = [this](const QString& fileName, SpectralClass subject, QSize size,
                            const QString& theme) {
        m_shots.push_back({fileName, size, theme,
                           [this, subject] {
                               const int row = rowOf(subject);
                               if (row < 0)
                                   return false;
                               m_desk.window().showPage(u"inspect"_s);
                               m_desk.inspector().showQueueRow(row);
                               return true;
                           },
                           [this] {
                               const auto spectrum = m_desk.inspectPage().plot().spectrum();
                               return spectrum && m_desk.inspector().solutions().find(spectrum);
                           }});
    };
    add(u"inspect-galaxy.png"_s, SpectralClass::Galaxy, large, u"light"_s);
    add(u"inspect-qso.png"_s, SpectralClass::Qso, large, u"dark"_s);
    add(u"inspect-qso-1366.png"_s, SpectralClass::Qso, small, u"light"_s);
    add(u"inspect-star.png"_s, SpectralClass::Star, small, u"dark"_s);
}

void Gallery::addStarsShots()
{
    const auto ready = [this] {
        const auto [first, last] = m_desk.pages().starsPage().wall().rowsOnScreen();
        for (int row = first; row <= last; ++row)
            if (m_desk.pages().wall().tile(row).isNull())
                return false;
        return m_desk.pages().stars().isSettled() && !m_desk.pages().starsPage().wall().seen().empty();
    };
    m_shots.push_back({u"stars.png"_s, large, u"light"_s,
                       [this] {
                           m_desk.window().showPage(u"stars"_s);
                           auto& wall = m_desk.pages().wall();
                           if (wall.rowCount() < 10)
                               return false;
                           wall.setMarked(2, true);
                           auto draft = wall.draft(7);
                           draft.setSubclass(u"K3"_s);
                           wall.setDraft(7, draft);
                           m_desk.pages().starsPage().wall().setCurrent(7);
                           m_desk.window().actions().action(u"starsTemplates"_s)->setChecked(true);
                           return true;
                       },
                       ready});
    m_shots.push_back({u"stars-1366.png"_s, small, u"dark"_s,
                       [this] {
                           m_desk.window().showPage(u"stars"_s);
                           return m_desk.pages().wall().rowCount() > 0;
                       },
                       ready});
}

void Gallery::addFibersShots()
{
    const auto ready = [this] { return m_desk.pages().fibers().isSettled(); };
    m_shots.push_back({u"fibers.png"_s, large, u"light"_s,
                       [this] {
                           m_desk.window().showPage(u"fibers"_s);
                           m_desk.window().actions().action(u"fibersDifference"_s)->trigger();
                           m_desk.pages().fibersPage().chooseRange({.first = 101, .last = 125});
                           return true;
                       },
                       ready});
    m_shots.push_back({u"fibers-1366.png"_s, small, u"dark"_s,
                       [this] {
                           m_desk.window().actions().action(u"fibersFlux"_s)->trigger();
                           m_desk.window().actions().action(u"fibersCancel"_s)->trigger();
                           return true;
                       },
                       ready});
}

void Gallery::addTeamShots()
{
    const auto show = [this](const QString& page) { m_desk.window().showPage(page); };
    for (const auto& [suffix, size, theme] : bothLooks()) {
        m_shots.push_back({u"second-look%1.png"_s.arg(suffix), size, theme,
                           [this, show] {
                               show(u"secondlook"_s);
                               return !exampleLooks().empty();
                           },
                           [this] {
                               auto& page = m_desk.pages().secondLookPage();
                               const auto example = exampleLooks();
                               const auto* shown = page.current(); // the server's own have no files here
                               if (!shown || shown->entry.obsid != example.front().entry.obsid)
                                   page.setLooks(example);
                               return page.plot().spectrum() != nullptr;
                           }});
        m_shots.push_back({u"2d-team%1.png"_s.arg(suffix), size, theme,
                           [this, show] {
                               show(u"response"_s);
                               return !exampleProblems().empty();
                           },
                           [this] {
                               auto& page = m_desk.pages().responsePage();
                               const auto example = exampleProblems();
                               const auto chosen = page.chosen(); // the server's own have no files here
                               if (!chosen || chosen->id != example.front().id) {
                                   page.setProblems(example);
                                   return false;
                               }
                               const auto* map = page.findChild<FiberMapView*>();
                               return m_desk.pages().response().isSettled()
                                   && map->shownWavelengths().second > 0;
                           }});
        for (const auto& [page, list] :
             {std::pair(u"progress"_s, u"progressLines"_s), std::pair(u"members"_s, u"members"_s)})
            m_shots.push_back({u"%1%2.png"_s.arg(page, suffix), size, theme,
                               [show, page] {
                                   show(page);
                                   return true;
                               },
                               [this, list] {
                                   const auto* view = m_desk.window().findChild<QAbstractItemView*>(list);
                                   return view->model()->rowCount() > 0;
                               }});
    }
}

void Gallery::addReleaseShots()
{
    const auto settled = [this] {
        return m_desk.pages().release().isSettled()
            && !m_desk.pages().releasePage().planView().plan().release.isEmpty();
    };
    m_shots.push_back({u"release.png"_s, large, u"light"_s,
                       [this] {
                           m_desk.window().showPage(u"release"_s);
                           return true;
                       },
                       settled});
    m_shots.push_back({u"release-1366.png"_s, small, u"dark"_s,
                       [this] {
                           auto& page = m_desk.pages().releasePage();
                           page.planView().showDifferences(true);
                           page.topLine()->findChild<QAbstractButton*>(u"formal"_s)->click();
                           return true;
                       },
                       [this, settled] {
                           auto& page = m_desk.pages().releasePage();
                           if (!settled())
                               return false;
                           const auto* spectrum = page.planView().chosenSpectrum();
                           if (spectrum && !std::exchange(m_explained, true))
                               emit page.explanationWanted(page.wish().release, spectrum->obsid);
                           const auto* rules = page.findChild<QAbstractItemView*>(u"explainRules"_s);
                           return !spectrum || rules->model()->rowCount() > 0;
                       }});
    for (const auto& [file, size, theme] : {std::tuple(u"platelog.png"_s, small, u"light"_s),
                                            std::tuple(u"platelog-1920.png"_s, large, u"dark"_s)})
        m_shots.push_back({file, size, theme,
                           [this] {
                               m_desk.window().showPage(u"platelog"_s);
                               return true;
                           },
                           // The second time all has its place; a log that stays empty is shown as such.
                           [this, seen = false, tries = 0]() mutable {
                               constexpr int emptyAfter = 20;
                               const auto* list =
                                   m_desk.pages().plateLogPage().findChild<QWidget*>(u"plateLogs"_s);
                               return std::exchange(seen, list->isVisible()) || ++tries > emptyAfter;
                           }});
}

/// The last one: nothing closes the sheet again.
void Gallery::addHelpShot()
{
    m_shots.push_back({u"help.png"_s, small, u"light"_s,
                       [this] {
                           m_desk.window().showPage(u"inspect"_s);
                           m_desk.window().actions().action(u"help"_s)->trigger();
                           return true;
                       },
                       [] { return true; }});
}

SecondLooks Gallery::exampleLooks() const
{
    const int row = rowOf(SpectralClass::Galaxy);
    if (row < 0)
        return {};
    SecondLook look;
    look.entry = m_desk.queue().entryAt(row);
    look.verdicts = {VerdictDraft(look.entry).verdict(9), VerdictDraft(look.entry).verdict(12)};
    look.verdicts.front().inspector = u"lwang"_s;
    look.verdicts.back().inspector = u"xchen"_s;
    look.verdicts.back().z = 2 * look.entry.z.value_or(0.1) + 0.3;
    look.verdicts.back().grade = Grade::Possible;
    look.verdicts.back().reasons = {u"single-line"_s};
    look.conflicts = {Conflict::Redshift, Conflict::Grade};
    return {look};
}

FiberProblems Gallery::exampleProblems() const
{
    if (m_desk.pages().wall().rowCount() == 0)
        return {};
    const auto& entry = m_desk.pages().wall().entryAt(0);
    FiberProblem problem;
    problem.obsDate = entry.obsDate;
    problem.planId = entry.planId;
    problem.pipelineVersion = entry.pipelineVersion;
    problem.spectrographId = entry.spectrographId.value_or(1);
    problem.kind = u"missing-arm"_s;
    problem.arm = u"blue"_s;
    problem.reporter = u"lwang"_s;
    problem.description = tr("No blue arm.");
    FiberProblems problems;
    for (const auto& [first, last] : {std::pair(8, 16), std::pair(101, 125)}) {
        problem.id = -first; // no stored problem's, whose evidence the page may have
        problem.firstFiber = first;
        problem.lastFiber = last;
        problem.spectra = last - first + 1;
        problems.push_back(problem);
        problem.kind = u"sky"_s;
        problem.arm = u"red"_s;
        problem.state = ProblemState::Confirmed;
        problem.description = tr("Sky lines left in.");
    }
    return problems;
}

void Gallery::start()
{
    if (!QDir().mkpath(m_folder)) {
        QTimer::singleShot(0, this, [this] { // nobody listens yet
            emit finished({}, {tr("The folder %1 cannot be made.").arg(m_folder)});
        });
        return;
    }
    connect(&m_desk, &Desk::loaded, this, &Gallery::takeNext);
}

void Gallery::takeNext()
{
    if (m_shots.empty()) {
        emit finished(m_written, m_failures);
        return;
    }
    const auto shot = m_shots.front();
    m_shots.erase(m_shots.begin());
    m_desk.useTheme(shot.theme);
    m_desk.window().resize(shot.size);
    if (!shot.prepare()) {
        m_failures << tr("There is nothing to take %1 of.").arg(shot.fileName);
        takeNext();
        return;
    }
    wait(shot, 0);
}

void Gallery::wait(const Shot& shot, int tries)
{
    QTimer::singleShot(settleMilliseconds, this, [this, shot, tries] {
        if (tries < mostTries && !shot.isReady())
            wait(shot, tries + 1);
        else // what arrived last takes its place meanwhile
            QTimer::singleShot(settleMilliseconds, this, [this, shot, tries] { save(shot, tries); });
    });
}

void Gallery::save(const Shot& shot, int tries)
{
    if (tries < mostTries && !shot.isReady()) { // a page's own list came meanwhile
        wait(shot, tries + 1);
        return;
    }
    const auto path = QDir(m_folder).filePath(shot.fileName);
    for (auto* widget : m_desk.window().findChildren<QWidget*>())
        widget->setAttribute(Qt::WA_UnderMouse, false); // the pointer of no display stands in a corner
    if (!shot.isReady())
        m_failures << tr("What %1 is to show did not arrive.").arg(shot.fileName);
    else if (m_desk.window().grab().save(path))
        m_written << path;
    else
        m_failures << tr("%1 cannot be written.").arg(path);
    takeNext();
}

int Gallery::rowOf(SpectralClass subject) const
{
    int best = -1;
    double bestSignal = -1;
    for (int row = 0; row < m_desk.queue().rowCount(); ++row) {
        const auto& entry = m_desk.queue().entryAt(row);
        const double signal = entry.snr[2].value_or(0);
        if (entry.spectralClass == subject && signal > bestSignal) {
            best = row;
            bestSignal = signal;
        }
    }
    return best;
}
