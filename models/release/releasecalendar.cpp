#include "models/release/releasecalendar.h"

#include <QCoreApplication>

#include <algorithm>

using namespace Qt::Literals::StringLiterals;

Result<std::vector<DueRelease>> releaseCalendar(const QByteArray& text)
{
    std::vector<DueRelease> calendar;
    const auto lines = QString::fromUtf8(text).split(u'\n');
    for (const auto& whole : lines) {
        const auto line = whole.section(u'#', 0, 0).simplified();
        if (line.isEmpty())
            continue;
        const auto words = line.split(u' ');
        const auto date = QDate::fromString(words.first(), Qt::ISODate);
        if (words.size() != 3 || !date.isValid() || (words[2] != "formal"_L1 && words[2] != "quarterly"_L1))
            return Error {
                ErrorKind::BadInput,
                QCoreApplication::translate("ReleaseCalendar",
                                            "“%1” is no line of a calendar: write a date, a release, and "
                                            "“quarterly” or “formal”.")
                    .arg(line),
                {}};
        calendar.push_back({date, words[1], words[2] == "formal"_L1});
    }
    std::ranges::stable_sort(calendar, {}, &DueRelease::date);
    return calendar;
}

std::optional<DueRelease> dueOn(const std::vector<DueRelease>& calendar, QDate today)
{
    std::optional<DueRelease> due;
    for (const auto& entry : calendar) {
        if (entry.date <= today)
            due = entry;
    }
    return due;
}
