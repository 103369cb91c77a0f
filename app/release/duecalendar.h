#pragma once

#include "models/release/releasecalendar.h"

#include <QString>

/// Where a survey's own calendar of releases lies: release-calendar.txt in SpecDesk's folder of settings.
QString ownCalendarPath();

/// The calendar in `path`; where it is empty, the survey's own one, and where there is none, the one that
/// SpecDesk brings along.
Result<std::vector<DueRelease>> calendarFrom(const QString& path = {});
