#include "app/controllers/responsecontroller.h"

#include "app/session/deliver.h"
#include "app/spectra/spectrographreader.h"
#include "db/stores/platestore.h"
#include "db/stores/problemstore.h"
#include "widgets/fibers/responsepage.h"

#include <QtConcurrent>

#include <utility>

ResponseController::ResponseController(ResponsePage& page, QObject* parent)
    : QObject(parent)
    , m_page(page)
{
    connect(&page, &ResponsePage::filterChanged, this, &ResponseController::refresh);
    connect(&page, &ResponsePage::evidenceWanted, this, [this](const FiberProblem& problem) {
        if (m_session)
            m_wanted = problem;
        readEvidence();
    });
    connect(&page, &ResponsePage::answered, this, &ResponseController::answer);
}

void ResponseController::setSession(const std::shared_ptr<Session>& session)
{
    m_session = session;
    refresh();
}

void ResponseController::refresh()
{
    if (!m_session)
        return;
    const auto answer =
        m_session->interactive().run([names = m_session->schemas(), filter = m_page.filter()](
                                         QSqlDatabase& db) { return ProblemStore::all(db, names, filter); });
    deliver(answer, this, [this](const Result<FiberProblems>& problems) {
        if (problems) {
            m_page.setProblems(problems.value());
            return;
        }
        m_page.showFailure(problems.error().message);
        emit complained(problems.error().message);
    });
}

/// One reading at a time: going down the list reads the problem where it stops, not each on the way.
void ResponseController::readEvidence()
{
    if (m_reads || !m_wanted)
        return;
    m_reads = true;
    const auto problem = *std::exchange(m_wanted, std::nullopt);
    const ObservedPlate plate {problem.obsDate, problem.planId, problem.pipelineVersion, {}};
    const auto files = m_session->interactive().run(
        [names = m_session->schemas(), plate, id = problem.spectrographId](QSqlDatabase& db) {
            return PlateStore::fibers(db, names, plate, id);
        });
    deliver(files, this, [this](const Result<QueueEntries>& entries) {
        if (!entries || entries.value().empty() || m_wanted) {
            finishEvidence({},
                           entries ? tr("Its spectra are not in the database.") : entries.error().message);
            return;
        }
        deliver(QtConcurrent::run([entries = entries.value()] { return readSpectrograph(entries, {}); }),
                this, [this](const SpectrographReading& reading) { finishEvidence(reading, {}); });
    });
}

void ResponseController::finishEvidence(const SpectrographReading& reading, const QString& sentence)
{
    m_reads = false;
    if (!m_wanted)
        m_page.showEvidence(reading.maps, reading.byFiber, sentence);
    readEvidence();
}

void ResponseController::answer(const FiberProblem& problem, const ProblemAnswer& word)
{
    if (!m_session)
        return;
    const auto stored = m_session->interactive().run(
        [names = m_session->schemas(), problem, word, account = m_session->account()](QSqlDatabase& db) {
            return ProblemStore::answer(db, names, problem, word, account);
        });
    deliver(stored, this, [this, id = problem.id](const Result<void>& done) {
        if (!done) {
            emit complained(done.error().message);
            return;
        }
        m_page.confirm(id);
        refresh();
    });
}
