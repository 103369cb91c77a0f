#include "db/sql/connection.h"

#include "db/sql/dberror.h"
#include "db/sql/keptstatement.h"
#include "db/sql/servercertificate.h"
#include "db/sql/sqlquery.h"

#include <QCoreApplication>
#include <QSqlDriver>
#include <QSqlError>
#include <QStringList>

#include <cstring>
#include <mysql.h>
#include <netinet/in.h>
#include <netinet/tcp.h>
#include <poll.h>
#include <sys/socket.h>
#include <utility>

using namespace Qt::Literals::StringLiterals;

namespace {
// QMYSQL passes over a name that it does not know.
#if QT_VERSION >= QT_VERSION_CHECK(6, 8, 0)
const auto authorityOption = u"MYSQL_OPT_SSL_CA"_s;
#else
const auto authorityOption = u"SSL_CA"_s;
#endif

QString connectOptions(const DbConfig& config)
{
    QStringList options {u"MYSQL_OPT_CONNECT_TIMEOUT=%1"_s.arg(config.connectSeconds)};
    if (config.readSeconds > 0)
        options << u"MYSQL_OPT_READ_TIMEOUT=%1"_s.arg(config.readSeconds);
    if (!config.socket.isEmpty())
        options << u"UNIX_SOCKET="_s + config.socket;
    else if (!config.caFile.isEmpty())
        options << authorityOption + u"="_s + config.caFile;
    else if (config.tlsRequired)
        options << authorityOption + u"PATH="_s // naming any certificates is how QMYSQL asks for TLS at all
                + QString::fromLatin1(systemAuthorities);
    return options.join(u';');
}

/// With libmariadb QMYSQL has no option that insists on TLS, so the answer is looked at before anything is
/// asked.
Result<void> insistOnTls(const QSqlDatabase& db)
{
    auto* native = nativeConnection(db);
    if (native && mysql_get_ssl_cipher(native))
        return {};
    return Error {
        ErrorKind::Refused,
        QCoreApplication::translate("db",
                                    "The database server does not offer a secure connection (TLS), which "
                                    "this profile requires."),
        db.hostName()};
}

Result<void> insistOnCertificate(const QSqlDatabase& db, const QByteArray& certificate)
{
    if (auto secure = insistOnTls(db); !secure)
        return secure;
    if (certificateOf(nativeConnection(db)) == certificate)
        return {};
    return Error {ErrorKind::Refused,
                  QCoreApplication::translate(
                      "db", "The database server showed another certificate than a moment before."),
                  db.hostName()};
}

/// A server that lets an account in by TLS only calls the password wrong when it is asked in the clear.
Error refusal(const QSqlDatabase& db, const DbConfig& config)
{
    auto error = databaseError(db.lastError(), config.socket.isEmpty() ? config.host : config.socket);
    if (isWrongPassword(error) && config.socket.isEmpty() && !config.tlsRequired && config.caFile.isEmpty())
        error.message =
            QCoreApplication::translate("db",
                                        "The database server does not know this name and password, or "
                                        "wants a secure connection (TLS), which this profile does not "
                                        "ask for.");
    return error;
}

/// A peer that is gone without a word (sleep, a cable, a router that forgot) is noticed within half a minute.
void watchLink(const QSqlDatabase& db)
{
    auto* native = nativeConnection(db);
    const int fd = native ? static_cast<int>(mysql_get_socket(native)) : -1;
    if (fd < 0)
        return;
    const std::pair<int, int> settings[] {{TCP_KEEPIDLE, 10}, {TCP_KEEPINTVL, 5}, {TCP_KEEPCNT, 4}};
    const int on = 1;
    ::setsockopt(fd, SOL_SOCKET, SO_KEEPALIVE, &on, sizeof on);
    for (const auto& [option, value] : settings) // seconds, seconds, times
        ::setsockopt(fd, IPPROTO_TCP, option, &value, sizeof value);
}

Result<void> prepareSession(const QSqlDatabase& db)
{
    if (!db.hostName().isEmpty())
        watchLink(db);
    for (
        const auto& statement :
        {u"SET time_zone = '+00:00'"_s,
         u"SET SESSION sql_mode = 'STRICT_ALL_TABLES,NO_ZERO_DATE,NO_ZERO_IN_DATE,ERROR_FOR_DIVISION_BY_ZERO'"_s,
         u"SET NAMES utf8mb4"_s})
        if (auto done = runStatement(db, statement); !done)
            return done;
    return {};
}
}

Result<QSqlDatabase> openConnection(const DbConfig& config, const QString& name)
{
    auto db = QSqlDatabase::contains(name) ? QSqlDatabase::database(name, false)
                                           : QSqlDatabase::addDatabase(u"QMYSQL"_s, name);
    if (!db.isValid())
        return Error {
            ErrorKind::Internal,
            QCoreApplication::translate("db", "Qt's MySQL driver is missing (package libqt6sql6-mysql)."),
            db.lastError().text()};
    db.close();
    forgetKept(db);
    db.setDatabaseName(config.database);
    db.setUserName(config.user);
    db.setPassword(config.password);
    db.setHostName(config.socket.isEmpty() ? config.host : QString());
    db.setPort(config.socket.isEmpty() ? config.port : -1);
    db.setConnectOptions(connectOptions(config));
    const bool isRemote = config.socket.isEmpty();
    const auto certificate =
        isRemote && config.tlsRequired ? verifiedCertificate(config) : Result<QByteArray>(QByteArray());
    if (!certificate)
        return certificate.error();
    if (!db.open())
        return refusal(db, config);
    auto ready =
        isRemote && config.tlsRequired ? insistOnCertificate(db, certificate.value()) : Result<void>();
    if (ready)
        ready = prepareSession(db);
    if (!ready) {
        db.close();
        return ready.error();
    }
    return db;
}

Result<QSqlDatabase> openLike(const QString& other, const QString& name)
{
    auto db = QSqlDatabase::cloneDatabase(other, name);
    if (!db.open())
        return databaseError(db.lastError(), name);
    auto ready = db.connectOptions().contains(authorityOption) ? insistOnTls(db) : Result<void>();
    if (ready)
        ready = prepareSession(db);
    if (!ready) {
        db.close();
        return ready.error();
    }
    return db;
}

MYSQL* nativeConnection(const QSqlDatabase& db)
{
    const auto handle = db.driver()->handle();
    if (!handle.isValid()
        || (std::strcmp(handle.typeName(), "st_mysql*") != 0
            && std::strcmp(handle.typeName(), "MYSQL*") != 0))
        return nullptr;
    return *static_cast<MYSQL* const*>(handle.constData());
}

bool seemsAlive(const QSqlDatabase& db)
{
    auto* native = db.isOpen() ? nativeConnection(db) : nullptr;
    if (!native)
        return false;
    // An idle server says nothing; what can be read now is the end, or the reason for it.
    pollfd idle {static_cast<int>(mysql_get_socket(native)), POLLIN, 0};
    return idle.fd >= 0 && poll(&idle, 1, 0) == 0;
}

bool isAlive(const QSqlDatabase& db)
{
    return seemsAlive(db) && mysql_ping(nativeConnection(db)) == 0;
}
