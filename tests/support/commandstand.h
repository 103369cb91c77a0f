#pragma once

#include "app/commands/command.h"

#include <QTemporaryDir>

#include <memory>

class Session;

/// Runs commands in the test's own process, on an embedded server of the test.
class CommandStand
{
public:
    /// From here on the process keeps its files in a folder of the stand.
    CommandStand();

protected:
    Result<Outcome> run(const QString& name, const QStringList& arguments);

    /// The account is “tester”.
    Result<DbThread*> database();

    QTemporaryDir m_home;
    std::shared_ptr<Session> m_session; ///< Null until a command asked for the database.
    QString m_out; ///< What the last command printed.
    QString m_err;
};
