#include "app/release/duecalendar.h"

#include <QCoreApplication>
#include <QFile>
#include <QStandardPaths>

using namespace Qt::Literals::StringLiterals;

QString ownCalendarPath()
{
    return QStandardPaths::writableLocation(QStandardPaths::GenericConfigLocation)
        + u"/specdesk/release-calendar.txt"_s;
}

Result<std::vector<DueRelease>> calendarFrom(const QString& path)
{
    const auto own = ownCalendarPath();
    QFile file(!path.isEmpty() ? path : QFile::exists(own) ? own : u":/rules/release_calendar.txt"_s);
    if (!file.open(QIODevice::ReadOnly))
        return Error {
            ErrorKind::NotFound,
            QCoreApplication::translate("ReleaseCalendar", "%1 cannot be read.").arg(file.fileName()),
            file.errorString()};
    return releaseCalendar(file.readAll());
}
