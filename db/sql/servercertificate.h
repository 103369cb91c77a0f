#pragma once

#include "db/sql/dbconfig.h"
#include "models/values/result.h"

#include <QByteArray>

struct st_mysql;

/// Connects once by the C client, which looks at the server's certificate and the name in it before it says a
/// password; QMYSQL has no word for that. Refused where the certificate is not signed by the profile's
/// authority (the system's when it names none), is another host's, or there is no TLS. Answers the
/// certificate's SHA-256, empty where libmariadb (before 3.4) does not tell.
Result<QByteArray> verifiedCertificate(const DbConfig& config);

/// The SHA-256 of the certificate under an open connection, empty as above.
QByteArray certificateOf(st_mysql* connection);

/// Where certificates of the system's authorities lie, with hashed names.
inline constexpr const char* systemAuthorities = "/etc/ssl/certs";
