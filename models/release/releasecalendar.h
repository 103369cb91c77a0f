#pragma once

#include "models/values/result.h"

#include <QByteArray>
#include <QDate>

#include <vector>

/// A release and the day it goes out.
struct DueRelease
{
    QDate date;
    QString release; ///< "dr13_alpha"
    bool formal = true; ///< Else a quarterly one.

    bool operator==(const DueRelease&) const = default;
};

/// Reads a calendar: lines "2027-03-31 dr14_q1 quarterly" or "… formal", '#' begins a comment. BadInput names
/// the line that is none. Sorted by date.
Result<std::vector<DueRelease>> releaseCalendar(const QByteArray& text);

/// The newest entry that is due on a day; nothing before the first.
std::optional<DueRelease> dueOn(const std::vector<DueRelease>& calendar, QDate today);
