#include "db/sql/servercertificate.h"

#include "db/sql/dberror.h"

#include <QFile>

#include <memory>
#include <mysql.h>

Result<QByteArray> verifiedCertificate(const DbConfig& config)
{
    const std::unique_ptr<MYSQL, decltype(&mysql_close)> connection(mysql_init(nullptr), &mysql_close);
    const auto seconds = static_cast<unsigned int>(config.connectSeconds);
    const my_bool yes = 1;
    mysql_options(connection.get(), MYSQL_OPT_CONNECT_TIMEOUT, &seconds);
    if (config.caFile.isEmpty())
        mysql_options(connection.get(), MYSQL_OPT_SSL_CAPATH, systemAuthorities);
    else
        mysql_options(connection.get(), MYSQL_OPT_SSL_CA, QFile::encodeName(config.caFile).constData());
    mysql_options(connection.get(), MYSQL_OPT_SSL_VERIFY_SERVER_CERT, &yes);
    if (!mysql_real_connect(connection.get(), config.host.toUtf8().constData(),
                            config.user.toUtf8().constData(), config.password.toUtf8().constData(), nullptr,
                            static_cast<unsigned int>(config.port), nullptr, 0))
        return databaseError(connection.get(), config.host);
    return certificateOf(connection.get());
}

QByteArray certificateOf(MYSQL* connection)
{
#if MARIADB_PACKAGE_VERSION_ID >= 30400
    MARIADB_X509_INFO* certificate = nullptr;
    if (mariadb_get_infov(connection, MARIADB_TLS_PEER_CERT_INFO, &certificate, 256U) == 0 && certificate)
        return certificate->fingerprint;
#else
    Q_UNUSED(connection)
#endif
    return {};
}
