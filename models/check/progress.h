#pragma once

#include "models/check/queueentry.h"

#include <QDateTime>
#include <QString>

#include <optional>
#include <vector>

/// By what progress is added up.
enum class ProgressGroup { Day, Night, Plate, Person, Task };

QString groupName(ProgressGroup group); ///< "day", "night", "plate", "person", "task"
std::optional<ProgressGroup> progressGroupFrom(QStringView name);

/// Which progress is asked for. Empty and invalid members do not restrict.
struct ProgressQuery
{
    ProgressGroup group = ProgressGroup::Night;
    QDateTime from {}; ///< First moment of decision, UTC; of nights and plates: first date of observation
    QDateTime before {}; ///< First moment, or date, that is no longer wanted
    QString inspector {};
    std::optional<int> taskId {};
    std::optional<WorkPage> page {}; ///< For nights and plates
};

/// One line of progress.
struct ProgressLine
{
    QString name {}; ///< "2026-11-21" of a day or night, a plate, an account, a task's title
    qint64 total = 0; ///< Spectra to look at; 0 where the group has no such number (days, people)
    qint64 done = 0; ///< Spectra with a standing verdict; for days and people: verdicts that stand
    qint64 withdrawn = 0; ///< Verdicts taken back in the period
    int people = 0; ///< Inspectors who decided
    double secondsSpent = 0; ///< Sum over the verdicts, pauses excluded as the window measures them
    QDateTime first {}; ///< Of the verdicts counted, UTC; invalid without any
    QDateTime last {};

    qint64 remaining() const { return total > done ? total - done : 0; }
    double share() const { return total > 0 ? static_cast<double>(done) / static_cast<double>(total) : 0; }
    /// Verdicts per hour of looking, from the seconds spent; absent until there is something to tell.
    std::optional<double> perHour() const;

    bool operator==(const ProgressLine&) const = default;
};

using ProgressLines = std::vector<ProgressLine>;

/// When the work will be done if it goes on as in the last days.
struct Forecast
{
    qint64 remaining = 0;
    double perDay = 0; ///< Verdicts a day since the first of the last `window` days that has any
    double perHour = 0; ///< Verdicts per hour of one person's looking
    std::optional<double> personHours {}; ///< remaining / perHour
    std::optional<QDate> done {}; ///< The day the last one is looked at; absent without a pace

    static constexpr int window = 14; ///< Days
};

/// From the days' lines (ProgressGroup::Day, any order), what remains and today.
Forecast forecastOf(const ProgressLines& days, qint64 remaining, const QDate& today);
