// Who sits at the desk: the journal of verdicts, logging in, leaving.
#include "app/controllers/inspectcontroller.h"
#include "app/desk/desk.h"
#include "app/desk/reconnection.h"
#include "db/journal/draftjournal.h"
#include "db/journal/verdictjournal.h"
#include "widgets/frame/mainwindow.h"
#include "widgets/frame/messagebar.h"
#include "widgets/frame/statusline.h"
#include "widgets/inspect/inspectpage.h"

#include <QMessageBox>

void Desk::openJournal(const QString& profile)
{
    openDrafts(profile);
    auto journal = VerdictJournal::open(defaultJournalFolder(), profile);
    if (!journal) {
        m_window->messages().show(MessageBar::Tone::Attention,
                                  tr("%1 Verdicts go to the server only.").arg(journal.error().message));
        m_inspector->sender().setJournal(nullptr);
        return;
    }
    const auto left = static_cast<int>(journal.value()->leftovers().size());
    if (left > 0)
        m_window->messages().show(MessageBar::Tone::Information,
                                  tr("%n verdicts of an earlier window are sent now.", nullptr, left));
    if (journal.value()->damaged() > 0)
        m_window->messages().show(
            MessageBar::Tone::Attention,
            tr("The journal of an earlier window was damaged; %n lines of it could not be read.", nullptr,
               journal.value()->damaged()));
    m_inspector->sender().setJournal(std::move(journal).value());
}

void Desk::openDrafts(const QString& profile)
{
    keepDrafts(); // those of whoever sat here before
    m_drafts.reset();
    auto drafts = DraftJournal::open(defaultJournalFolder(), profile);
    const auto left = drafts ? drafts.value()->leftovers() : Verdicts();
    m_inspectPage->takeUp(left);
    if (!drafts) // the journal of verdicts lies beside it and tells
        return;
    m_drafts = std::move(drafts).value();
    if (!left.empty())
        m_window->messages().show(MessageBar::Tone::Information,
                                  tr("%n unfinished answers of an earlier window are kept; each is there "
                                     "when its spectrum is shown.",
                                     nullptr, static_cast<int>(left.size())));
}

void Desk::keepDrafts()
{
    if (!m_drafts)
        return;
    const auto kept = m_drafts->keep(m_inspectPage->unfinished());
    const bool wasKept = std::exchange(m_draftsKept, static_cast<bool>(kept));
    if (!kept && wasKept)
        m_window->messages().show(
            MessageBar::Tone::Attention,
            tr("%1 What is not stored yet is lost when this window closes.").arg(kept.error().message));
}

void Desk::reconnect(const Error& error)
{
    m_reconnection = std::make_unique<Reconnection>(m_settings, m_window.get());
    connect(m_reconnection.get(), &Reconnection::stateChanged, &m_window->statusLine(),
            &StatusLine::setServer);
    connect(m_reconnection.get(), &Reconnection::complained, this, [this](const QString& sentence) {
        const bool isNews = std::exchange(m_complaint, sentence) != sentence;
        if (isNews) // a message that was put away stays away
            m_window->messages().show(MessageBar::Tone::Failure, sentence);
    });
    connect(m_reconnection.get(), &Reconnection::notRemembered, this, [this](const QString& sentence) {
        m_window->messages().show(MessageBar::Tone::Attention, sentence);
    });
    connect(m_reconnection.get(), &Reconnection::loginPutOff, m_window.get(),
            [this] { m_window->setLoginOffered(true); });
    connect(m_window.get(), &MainWindow::loginWanted, m_reconnection.get(), [this] {
        m_window->setLoginOffered(false);
        m_reconnection->logIn();
    });
    connect(m_reconnection.get(), &Reconnection::opened, this, &Desk::arrive);
    m_reconnection->begin(error);
}

void Desk::arrive(const std::shared_ptr<Session>& session)
{
    if (session->account() != m_settings.account && !changePerson(session->account()))
        return;
    m_window->messages().withdraw(m_complaint);
    if (!m_complaint.isEmpty())
        m_window->messages().show(MessageBar::Tone::Information,
                                  tr("Connected: %1.").arg(session->serverText()));
    m_complaint.clear();
    useSession(session);
}

bool Desk::changePerson(const QString& account)
{
    const auto& sender = m_inspector->sender();
    const int waiting = sender.waiting();
    if (waiting > 0 && !sender.isKept()) {
        m_window->messages().show(
            MessageBar::Tone::Failure,
            tr("%n verdicts of %1 are in this window only: log in as %1 first.", nullptr, waiting)
                .arg(m_settings.account));
        m_window->setLoginOffered(true);
        return false;
    }
    auto another = m_settings;
    another.account = account;
    another.server->account = account;
    openJournal(another.journalProfile());
    if (waiting > 0)
        m_window->messages().show(
            MessageBar::Tone::Attention,
            tr("%n verdicts of %1 stay on this machine; they are sent when %1 logs in here.", nullptr,
               waiting)
                .arg(m_settings.account));
    return true;
}

bool Desk::mayClose()
{
    auto& sender = m_inspector->sender();
    if (sender.waiting() == 0 || m_closeAnyway)
        return true;
    if (sender.isHeld() && sender.isKept()) // the next window sends them
        return true;
    if (!sender.isHeld()) { // they are on their way
        m_closesWhenSent = true;
        m_window->messages().show(
            MessageBar::Tone::Information,
            tr("The window closes when the last %n verdicts have arrived.", nullptr, sender.waiting()));
        return false;
    }
    m_closesWhenSent = false;
    QMessageBox question(
        QMessageBox::Warning, tr("Verdicts are not stored yet"),
        tr("%n verdicts wait for the server, which is away. Closing loses them.", nullptr, sender.waiting()),
        QMessageBox::Close | QMessageBox::Cancel, m_window.get());
    question.setDefaultButton(QMessageBox::Cancel);
    connect(&sender, &VerdictSender::waitingChanged, &question, [&](int waiting) {
        if (waiting == 0) // the server is back: there is nothing to lose
            question.done(QMessageBox::Close);
    });
    m_closeAnyway = question.exec() == QMessageBox::Close;
    return m_closeAnyway;
}
