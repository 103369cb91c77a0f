#include "models/check/progress.h"

#include <algorithm>
#include <cmath>

using namespace Qt::Literals::StringLiterals;

QString groupName(ProgressGroup group)
{
    switch (group) {
    case ProgressGroup::Day:
        return u"day"_s;
    case ProgressGroup::Night:
        return u"night"_s;
    case ProgressGroup::Plate:
        return u"plate"_s;
    case ProgressGroup::Person:
        return u"person"_s;
    case ProgressGroup::Task:
        return u"task"_s;
    }
    return {};
}

std::optional<ProgressGroup> progressGroupFrom(QStringView name)
{
    for (const auto group : {ProgressGroup::Day, ProgressGroup::Night, ProgressGroup::Plate,
                             ProgressGroup::Person, ProgressGroup::Task})
        if (groupName(group) == name)
            return group;
    return {};
}

std::optional<double> ProgressLine::perHour() const
{
    if (done <= 0 || secondsSpent <= 0)
        return {};
    return 3600.0 * static_cast<double>(done) / secondsSpent;
}

Forecast forecastOf(const ProgressLines& days, qint64 remaining, const QDate& today)
{
    Forecast forecast {.remaining = remaining};
    qint64 verdicts = 0;
    double seconds = 0;
    auto first = today;
    for (const auto& line : days) {
        const auto day = QDate::fromString(line.name, Qt::ISODate);
        if (!day.isValid() || day > today || day.daysTo(today) >= Forecast::window)
            continue;
        verdicts += line.done;
        seconds += line.secondsSpent;
        first = std::min(first, day);
    }
    if (verdicts == 0)
        return forecast;
    forecast.perDay = static_cast<double>(verdicts) / static_cast<double>(first.daysTo(today) + 1);
    if (seconds > 0) {
        forecast.perHour = 3600.0 * static_cast<double>(verdicts) / seconds;
        forecast.personHours = static_cast<double>(remaining) / forecast.perHour;
    }
    forecast.done = today.addDays(std::lround(std::ceil(static_cast<double>(remaining) / forecast.perDay)));
    return forecast;
}
