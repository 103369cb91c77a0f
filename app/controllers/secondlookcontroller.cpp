#include "app/controllers/secondlookcontroller.h"

#include "app/session/deliver.h"
#include "db/fits/spectrumreader.h"
#include "db/stores/secondlookstore.h"
#include "widgets/team/secondlookpage.h"

#include <QCoreApplication>
#include <QtConcurrent>

namespace {
constexpr std::size_t conflictsAtOnce = 200;
}

SecondLookController::SecondLookController(SecondLookPage& page, QObject* parent)
    : QObject(parent)
    , m_page(page)
{
    connect(&page, &SecondLookPage::spectrumWanted, this, &SecondLookController::fetchSpectrum);
    connect(&page, &SecondLookPage::settled, this, &SecondLookController::settle);
}

void SecondLookController::setSession(const std::shared_ptr<Session>& session)
{
    m_session = session;
}

void SecondLookController::refresh()
{
    if (!m_session)
        return;
    const auto rules = ConflictRules::builtIn();
    if (!rules) {
        emit complained(rules.error().message);
        return;
    }
    const auto answer =
        m_session->interactive().run([names = m_session->schemas(), rules = rules.value()](QSqlDatabase& db) {
            return SecondLookStore::inConflict(db, names, rules, {}, conflictsAtOnce);
        });
    deliver(answer, this, [this](const Result<SecondLooks>& looks) {
        if (looks)
            m_page.setLooks(looks.value(), looks.value().size() < conflictsAtOnce);
        else
            fail(looks.error());
    });
}

void SecondLookController::fail(const Error& error)
{
    m_page.showFailure(error.message);
    emit complained(error.message);
}

void SecondLookController::fetchSpectrum(const QueueEntry& entry)
{
    const auto request = ++m_request;
    deliver(QtConcurrent::run([file = entry.file] { return readSpectra(file); }), this,
            [this, request, index = static_cast<std::size_t>(entry.indexInFile)](
                const Result<std::vector<SpectrumPtr>>& spectra) {
                if (request != m_request)
                    return;
                if (spectra && index < spectra.value().size())
                    m_page.showSpectrum(spectra.value()[index], {});
                else
                    m_page.showSpectrum(nullptr,
                                        spectra ? tr("The file does not hold it.") : spectra.error().message);
            });
}

void SecondLookController::settle(Recheck recheck)
{
    if (!m_session) {
        m_page.refuse();
        return;
    }
    recheck.rechecker = m_session->account();
    recheck.decidedAt = QDateTime::currentDateTimeUtc();
    recheck.toolVersion = QCoreApplication::applicationVersion();
    const auto answer =
        m_session->interactive().run([names = m_session->schemas(), recheck](QSqlDatabase& db) {
            return SecondLookStore::settle(db, names, recheck);
        });
    deliver(answer, this, [this, recheck](const Result<qint64>& id) {
        if (id) {
            m_page.remove(recheck.obsid, recheck.pipelineVersion);
        } else {
            m_page.refuse();
            emit complained(id.error().message);
        }
    });
}
