#include "db/sql/dberror.h"

#include <QCoreApplication>
#include <QSqlError>

#include <algorithm>
#include <array>
#include <mysql.h>

using namespace Qt::Literals::StringLiterals;

namespace {
// Numbers of the MySQL and MariaDB manuals, "Server error codes" and "Client error codes".
enum : int {
    netReadError = 1158,
    netReadInterrupted = 1159,
    netErrorOnWrite = 1160,
    netWriteInterrupted = 1161,
    queryInterrupted = 1317,
    checkRead = 1020,
    diskFull = 1021,
    tooManyConnections = 1040,
    databaseDenied = 1044,
    accessDenied = 1045,
    tableFull = 1114,
    hostNotPrivileged = 1130,
    tableDenied = 1142,
    columnDenied = 1143,
    noSuchSchema = 1049,
    noSuchTable = 1146,
    lockWaitTimeout = 1205,
    deadlock = 1213,
    specificAccessDenied = 1227,
    procedureDenied = 1370,
    shutdownInProgress = 1053,
    accessDeniedNoPassword = 1698,
    cannotConnectLocal = 2002,
    cannotConnect = 2003,
    unknownHost = 2005,
    serverGone = 2006,
    serverLost = 2013,
    tlsFailed = 2026,
    connectionKilled = 1927,
    passwordExpired = 1820,
    passwordExpiredAtLogin = 1862,
    tooManyWrongPasswords = 4150, // MariaDB
    accountLocked = 4151, // MariaDB
    accountLockedMysql = 3118
};
constexpr int engineNoSpace = 28; // ENOSPC inside "Got error 28 from storage engine", code 1030
constexpr int storageEngineError = 1030;

/// NULL, out of range, wrong, cut and too long values; no such parent row; CHECK (MySQL, MariaDB); JSON
constexpr std::array faultsOfValues {1048, 1264, 1292, 1366, 1265, 1406, 1452, 3819, 4025, 3140, 4037, 4038};

/// A table, column, key, procedure or trigger is there; a column or key is gone.
constexpr std::array marksOfWorkDone {1050, 1060, 1061, 1304, 1359, 1091};

bool saysNoSpace(int code, const QString& text)
{
    return code == diskFull || code == tableFull
        || (code == storageEngineError && text.contains(u" %1 "_s.arg(engineNoSpace)))
        || text.contains(u"No space left"_s) || text.contains(u"Errcode: 28"_s)
        || text.contains(u"errno: 28"_s);
}

ErrorKind kindOf(int code, const QString& text)
{
    if (saysNoSpace(code, text))
        return ErrorKind::NoSpace;
    switch (code) {
    case databaseDenied:
    case accessDenied:
    case hostNotPrivileged:
    case tableDenied:
    case columnDenied:
    case specificAccessDenied:
    case procedureDenied:
    case accessDeniedNoPassword:
    case tlsFailed:
    case passwordExpired:
    case passwordExpiredAtLogin:
    case tooManyWrongPasswords:
    case accountLocked:
    case accountLockedMysql:
        return ErrorKind::Refused;
    case cannotConnectLocal:
    case cannotConnect:
    case unknownHost:
    case serverGone:
    case serverLost:
    case shutdownInProgress:
    case tooManyConnections:
    case connectionKilled:
    case netReadError:
    case netReadInterrupted:
    case netErrorOnWrite:
    case netWriteInterrupted:
    case queryInterrupted: // a server that shuts down ends what runs
        return ErrorKind::Unavailable;
    default:
        return ErrorKind::Database;
    }
}

/// What libmariadb says of TLS is English and has no numbers below 2026.
QString tlsSentence(const QString& text)
{
    if (text.contains("does not support"_L1))
        return QCoreApplication::translate("db",
                                           "The database server does not offer a secure connection (TLS), "
                                           "which this profile requires.");
    if (text.contains("certificate"_L1) || text.contains("verif"_L1))
        return QCoreApplication::translate(
            "db",
            "The database server's certificate is not one this machine trusts; "
            "the profile can name the authority that signed it (--ca).");
    return QCoreApplication::translate("db", "No secure connection to the database server could be made.");
}

QString sentence(ErrorKind kind, int code, const QString& text)
{
    if (code == tlsFailed)
        return tlsSentence(text);
    if (code == passwordExpired || code == passwordExpiredAtLogin)
        return QCoreApplication::translate(
            "db", "The password of this account has expired; an administrator can give a new one.");
    if (code == accessDenied || code == accessDeniedNoPassword)
        return QCoreApplication::translate("db", "The database server does not know this name and password.");
    if (code == tooManyWrongPasswords || code == accountLocked || code == accountLockedMysql)
        return QCoreApplication::translate("db", "This account is locked; an administrator can unlock it.");
    switch (kind) {
    case ErrorKind::NoSpace:
        return QCoreApplication::translate("db", "The disk of the database is full.");
    case ErrorKind::Refused:
        return QCoreApplication::translate("db",
                                           "The database server does not allow this account to do that.");
    case ErrorKind::Unavailable:
        return QCoreApplication::translate("db", "The database server cannot be reached.");
    default:
        return QCoreApplication::translate("db", "The database server answered with error %1.").arg(code);
    }
}
}

Error databaseError(int nativeCode, const QString& serverText, const QString& doing)
{
    const auto kind = kindOf(nativeCode, serverText);
    return {kind, sentence(kind, nativeCode, serverText),
            u"%1 (%2)\n%3"_s.arg(serverText, QString::number(nativeCode), doing), nativeCode};
}

Error databaseError(const QSqlError& error, const QString& doing)
{
    return databaseError(error.nativeErrorCode().toInt(), error.databaseText(), doing);
}

Error databaseError(MYSQL* connection, const QString& doing)
{
    return databaseError(static_cast<int>(mysql_errno(connection)),
                         QString::fromUtf8(mysql_error(connection)), doing);
}

bool isWorthRetrying(const Error& error)
{
    return error.code == deadlock || error.code == lockWaitTimeout || error.code == checkRead;
}

bool isForGood(const Error& error)
{
    switch (error.kind) {
    case ErrorKind::Refused:
    case ErrorKind::BadInput:
    case ErrorKind::NotFound:
    case ErrorKind::Internal:
        return true;
    case ErrorKind::Database:
        return std::ranges::find(faultsOfValues, error.code) != faultsOfValues.end();
    default:
        return false;
    }
}

bool isWrongPassword(const Error& error)
{
    return error.code == accessDenied || error.code == accessDeniedNoPassword;
}

bool isMissing(const Error& error)
{
    return error.code == noSuchSchema || error.code == noSuchTable;
}

bool isAlreadyDone(const Error& error)
{
    return std::ranges::find(marksOfWorkDone, error.code) != marksOfWorkDone.end();
}
