#include "db/sql/serverprofile.h"

using namespace Qt::Literals::StringLiterals;

QString ServerProfile::keyringEntry() const
{
    return u"%1@%2:%3"_s.arg(account, host, QString::number(port));
}

DbConfig ServerProfile::config(const QString& password) const
{
    return {.host = host,
            .port = port,
            .socket = {},
            .database = {},
            .user = account,
            .password = password,
            .tlsRequired = tlsRequired,
            .caFile = caFile};
}
