#include "app/session/loginguard.h"

#include "db/journal/verdictjournal.h"

#include <QCryptographicHash>
#include <QDateTime>
#include <QDir>
#include <QFile>
#include <QFileInfo>

#include <algorithm>

using namespace Qt::Literals::StringLiterals;
using namespace std::chrono_literals;

LoginGuard::LoginGuard(const QString& profile)
    : m_path(
        defaultJournalFolder() + u"/wrong-"_s
        + QString::fromLatin1(QCryptographicHash::hash(profile.toUtf8(), QCryptographicHash::Sha1).toHex()))
{
}

int LoginGuard::failures() const
{
    return static_cast<int>(QFileInfo(m_path).size()); // a byte for each
}

std::chrono::milliseconds LoginGuard::wait() const
{
    const int count = failures();
    if (count == 0)
        return 0ms;
    const std::chrono::milliseconds pause =
        std::min<std::chrono::seconds>(60s, 1s * (1 << std::min(count - 1, 6)));
    const std::chrono::milliseconds passed {
        QFileInfo(m_path).lastModified().msecsTo(QDateTime::currentDateTime())};
    return std::clamp(pause - passed, 0ms, pause);
}

void LoginGuard::noteWrongPassword()
{
    QDir().mkpath(QFileInfo(m_path).path());
    QFile file(m_path);
    if (file.open(QIODevice::Append))
        file.write("x");
}

int LoginGuard::noteLogin()
{
    const int count = failures();
    if (count > 0)
        QFile::remove(m_path);
    return count;
}
