#pragma once

#include "app/session/session.h"
#include "models/check/member.h"

#include <QObject>

class MembersPage;

/// Joins the admin's page to the accounts of the server.
class MembersController : public QObject
{
    Q_OBJECT
public:
    explicit MembersController(MembersPage& page, QObject* parent = nullptr);

    void setSession(const std::shared_ptr<Session>& session);
    /// Reads the members anew.
    void refresh();

signals:
    void said(const QString& sentence);
    void complained(const QString& sentence);

private:
    using Confirm = void (MembersPage::*)();
    /// Runs what changes accounts, then confirms it and shows them anew, or says why not.
    template<typename Job>
    void change(Job job, Confirm confirm);

    MembersPage& m_page;
    std::shared_ptr<Session> m_session;
};
