#pragma once

#include "app/session/settings.h"
#include "db/stores/memberstore.h"
#include "support/testserver.h"

class Desk;

/// A survey's server in the network, with people who have accounts and a night of spectra.
class SurveyServer
{
public:
    explicit SurveyServer(const QStringList& moreOptions = {});

    bool isRunning() const { return m_server.isRunning(); }
    TestServer& server() { return m_server; }
    int port() const { return m_port; }
    /// Makes the schemas and the rights, and ingests the files of a folder; none when it is empty.
    Result<void> prepare(const QString& night);
    Result<void> add(const QString& name, MemberRole role, bool tlsRequired = false);
    static QString password(const QString& name)
    {
        return QString(QLatin1StringView("the password of ") + name);
    }
    /// What the window of this person is started with.
    Settings settings(const QString& name) const;
    /// The person's connection by the socket.
    DbConfig config(const QString& name) const;

    template<typename Job>
    std::invoke_result_t<Job, QSqlDatabase&> asOwner(Job job)
    {
        return m_owner->run(job).result();
    }
    template<typename Job>
    std::invoke_result_t<Job, QSqlDatabase&> as(const QString& name, Job job) const
    {
        DbThread person(config(name));
        return person.run(job).result();
    }
    /// The number a question asked by the owner has for an answer; a failure fails the test.
    qint64 count(const QString& text);

private:
    const quint16 m_port;
    TestServer m_server;
    std::unique_ptr<DbThread> m_owner;
};

/// Opens the queue in a window and types the person's password into the dialog that comes up; false when the
/// list does not arrive.
bool openAndLogIn(Desk& desk, const QString& name);
