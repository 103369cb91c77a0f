#include "db/server/serverprobe.h"

#include <QFile>

#include <cstdlib>
#include <memory>
#include <mysql.h>
#include <sys/stat.h>

using namespace Qt::Literals::StringLiterals;

namespace {
std::chrono::seconds uptimeOf(MYSQL* connection)
{
    std::chrono::seconds uptime {0};
    if (mysql_query(connection, "SHOW GLOBAL STATUS LIKE 'Uptime'") != 0)
        return uptime;
    if (auto* answer = mysql_store_result(connection)) {
        if (auto* row = mysql_fetch_row(answer))
            uptime = std::chrono::seconds(std::strtoll(row[1], nullptr, 10));
        mysql_free_result(answer);
    }
    return uptime;
}
}

ServerProbe probeServer(const DbConfig& config)
{
    if (!QFile::exists(config.socket))
        return {};
    const std::unique_ptr<MYSQL, decltype(&mysql_close)> connection(mysql_init(nullptr), &mysql_close);
    const unsigned int seconds = 5;
    mysql_options(connection.get(), MYSQL_OPT_CONNECT_TIMEOUT, &seconds);
    if (!mysql_real_connect(connection.get(), nullptr, config.user.toUtf8().constData(), nullptr, nullptr, 0,
                            QFile::encodeName(config.socket).constData(), 0))
        return {};
    return {true, QString::fromUtf8(mysql_get_server_info(connection.get())), uptimeOf(connection.get())};
}

std::optional<int> locksHeld(const QString& path)
{
    struct stat state = {};
    QFile table(u"/proc/locks"_s);
    if (::stat(QFile::encodeName(path).constData(), &state) != 0 || !table.open(QIODevice::ReadOnly))
        return {};
    // "1: FLOCK  ADVISORY  READ 1234 00:2e:567 0 EOF"; the device is not compared, some file systems show
    // another one.
    const auto inode = ':' + QByteArray::number(static_cast<qulonglong>(state.st_ino)) + ' ';
    int holders = 0;
    const auto lines = table.readAll().split('\n');
    for (const auto& line : lines)
        if (line.contains(inode) && line.contains("FLOCK") && line.contains("READ") && !line.contains("->"))
            ++holders;
    return holders;
}
