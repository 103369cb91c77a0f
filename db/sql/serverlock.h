#pragma once

#include "models/values/result.h"

#include <QSqlDatabase>

#include <chrono>
#include <memory>

/// A lock of the whole server, by name: while it lives nobody else gets it. The server gives it back when the
/// connection ends, however it ends.
class ServerLock
{
public:
    /// Waits for `patience`; a null pointer when somebody else had it all the time. `subject` may have any
    /// length: what is locked is `purpose` and its hash, as MySQL takes 64 characters.
    static Result<std::unique_ptr<ServerLock>> take(const QSqlDatabase& db, const QString& purpose,
                                                    const QString& subject, std::chrono::seconds patience);
    ~ServerLock();
    Q_DISABLE_COPY_MOVE(ServerLock)

private:
    ServerLock(const QSqlDatabase& db, QString name);

    QSqlDatabase m_db;
    QString m_name;
};
