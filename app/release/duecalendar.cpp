#include "app/release/duecalendar.h"

#include "models/values/wholefile.h"

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
    const auto text = readWholeFile(!path.isEmpty()          ? path
                                        : QFile::exists(own) ? own
                                                             : u":/rules/release_calendar.txt"_s);
    return text ? releaseCalendar(text.value()) : text.error();
}
