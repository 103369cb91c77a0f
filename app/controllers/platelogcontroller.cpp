#include "app/controllers/platelogcontroller.h"

#include "app/session/deliver.h"
#include "db/stores/observationlogstore.h"
#include "models/values/wholefile.h"
#include "widgets/release/platelogpage.h"

#include <QFileDialog>

using namespace Qt::Literals::StringLiterals;

namespace {
/// How many plates were confirmed before one was refused, and why.
struct Confirmed
{
    int plates = 0;
    std::optional<Error> refusal;
};
}

PlateLogController::PlateLogController(PlateLogPage& page, QObject* parent)
    : QObject(parent)
    , m_page(page)
{
    connect(&m_page, &PlateLogPage::filterChanged, this, &PlateLogController::refresh);
    connect(&m_page, &PlateLogPage::confirmWanted, this, &PlateLogController::confirm);
    connect(&m_page, &PlateLogPage::historyWanted, this, &PlateLogController::fetchHistory);
    connect(&m_page, &PlateLogPage::exportWanted, this, &PlateLogController::save);
}

void PlateLogController::setSession(const std::shared_ptr<Session>& session)
{
    m_session = session;
}

void PlateLogController::refresh()
{
    if (!m_session)
        return;
    const PlateLogFilter filter {.fromDate = m_page.fromDate(),
                                 .untilDate = m_page.untilDate(),
                                 .unconfirmedOnly = m_page.unconfirmedOnly()};
    const auto answer =
        m_session->interactive().run([names = m_session->schemas(), filter](QSqlDatabase& db) {
            return ObservationLogStore::page(db, names, filter);
        });
    deliver(answer, this, [this](const Result<PlateLogs>& plates) {
        if (plates)
            m_page.setPlates(plates.value());
        else
            emit complained(plates.error().message);
    });
}

void PlateLogController::confirm(const PlateLogs& plates)
{
    if (!m_session)
        return;
    const auto answer =
        m_session->interactive().run([names = m_session->schemas(), plates,
                                      account = m_session->account()](QSqlDatabase& db) -> Result<Confirmed> {
            Confirmed confirmed;
            for (const auto& plate : plates) {
                if (auto stored = ObservationLogStore::confirm(db, names, plate, account); !stored) {
                    confirmed.refusal = stored.error();
                    break;
                }
                ++confirmed.plates;
            }
            return confirmed;
        });
    deliver(answer, this, [this](const Result<Confirmed>& confirmed) {
        const auto refusal = confirmed ? confirmed.value().refusal : std::optional(confirmed.error());
        if (confirmed && confirmed.value().plates > 0)
            emit said(tr("%n plates confirmed.", nullptr, confirmed.value().plates));
        if (refusal)
            emit complained(refusal->kind == ErrorKind::Refused
                                ? tr("Confirming the log is for leads and release engineers; the server "
                                     "refused this account.")
                                : refusal->message);
        if (!refusal)
            m_page.confirmStored();
        refresh();
    });
}

void PlateLogController::fetchHistory(const QString& planId, int lmjd)
{
    if (!m_session)
        return;
    const auto answer =
        m_session->interactive().run([names = m_session->schemas(), planId, lmjd](QSqlDatabase& db) {
            return ObservationLogStore::history(db, names, planId, lmjd);
        });
    deliver(answer, this, [this, asked = ++m_historyAsked](const Result<PlateLogChanges>& changes) {
        if (asked != m_historyAsked)
            return;
        if (changes)
            m_page.setHistory(changes.value());
        else
            m_page.failHistory(changes.error().message);
    });
}

void PlateLogController::save()
{
    const auto path = QFileDialog::getSaveFileName(&m_page, tr("Save the log"), u"observation_log.csv"_s,
                                                   tr("Tables (*.csv)"));
    if (path.isEmpty())
        return;
    if (const auto written = writeWholeFile(path, m_page.csv().toUtf8()); !written)
        emit complained(written.error().message);
    else
        emit said(tr("Saved: %1").arg(path));
}
