#include "app/controllers/memberscontroller.h"

#include "app/session/deliver.h"
#include "db/stores/memberstore.h"
#include "widgets/team/memberspage.h"

MembersController::MembersController(MembersPage& page, QObject* parent)
    : QObject(parent)
    , m_page(page)
{
    connect(&page, &MembersPage::addWanted, this, [this](const Member& member, const QString& password) {
        NewMember wish;
        wish.account = member.account;
        wish.password = password;
        wish.fullName = member.fullName;
        wish.department = member.department;
        wish.role = member.role;
        change(
            [wish](QSqlDatabase& db, const SchemaNames& names) { return MemberStore::add(db, names, wish); },
            &MembersPage::confirmAdded);
    });
    connect(&page, &MembersPage::roleWanted, this, [this](const QString& account, MemberRole role) {
        change(
            [account, role](QSqlDatabase& db, const SchemaNames& names) {
                return MemberStore::setRole(db, names, account, role);
            },
            &MembersPage::confirm);
    });
    connect(&page, &MembersPage::stateWanted, this, [this](const QString& account, MemberState state) {
        change(
            [account, state](QSqlDatabase& db, const SchemaNames& names) {
                return MemberStore::setState(db, names, account, state);
            },
            &MembersPage::confirm);
    });
    connect(&page, &MembersPage::passwordWanted, this,
            [this](const QString& account, const QString& password) {
                change(
                    [account, password](QSqlDatabase& db, const SchemaNames& names) {
                        return MemberStore::resetPassword(db, names, account, password);
                    },
                    &MembersPage::confirmPassword);
            });
}

void MembersController::setSession(const std::shared_ptr<Session>& session)
{
    m_session = session;
    m_page.setOwnAccount(session->account());
}

void MembersController::refresh()
{
    if (!m_session)
        return;
    const auto members = m_session->interactive().run(
        [names = m_session->schemas()](QSqlDatabase& db) { return MemberStore::all(db, names); });
    deliver(members, this, [this](const Result<Members>& all) {
        if (all)
            m_page.setMembers(all.value());
        else
            m_page.setComplaint(all.error().message);
    });
    const auto cipher =
        m_session->interactive().run([](QSqlDatabase& db) { return MemberStore::tlsCipher(db); });
    deliver(cipher, this, [this, own = m_session->isOwn()](const Result<QString>& name) {
        if (name)
            m_page.setConnectionText(
                own ? tr("SpecDesk's own server on this machine: no network lies between.")
                    : name.value().isEmpty() ? tr("▲ This connection is not encrypted.")
                                             : tr("This connection is encrypted: %1").arg(name.value()));
    });
}

template<typename Job>
void MembersController::change(Job job, Confirm confirm)
{
    if (!m_session) {
        m_page.setComplaint(tr("There is no server."));
        return;
    }
    const auto answer = m_session->interactive().run(
        [names = m_session->schemas(), job](QSqlDatabase& db) -> Result<void> { return job(db, names); });
    deliver(answer, this, [this, confirm](const Result<void>& done) {
        if (done)
            (m_page.*confirm)();
        else
            m_page.setComplaint(done.error().message);
        refresh();
    });
}
