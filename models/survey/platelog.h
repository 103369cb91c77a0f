#pragma once

#include <QDateTime>
#include <QMetaType>
#include <QString>

#include <optional>
#include <vector>

/// What the observers say of one plate in one night. Absent is what nobody said.
struct PlateLog
{
    QString planId;
    int lmjd = 0; ///< Night number
    std::optional<qint64> pid; ///< Running number of the plate's observation
    QString obsDate; ///< Evening, "yyyy-MM-dd"
    std::optional<bool> isScience; ///< False: a test
    std::optional<bool> isValid; ///< False: its data must not go out.
    std::optional<double> moonPhaseDays; ///< 0 … 29.53 since new moon
    std::optional<double> seeingArcsec;
    QString weather;
    QString remark;
    QString enteredFrom; ///< "headers", "file" or "person"
    QString confirmedBy; ///< Empty: nobody looked at it yet
    QDateTime confirmedAt; ///< UTC

    bool operator==(const PlateLog&) const = default;
};

using PlateLogs = std::vector<PlateLog>;

/// What the log said of a plate from a moment on.
struct PlateLogChange
{
    PlateLog said; ///< planId to remark and enteredFrom
    QString account; ///< Who entered or confirmed it
    QDateTime at; ///< UTC
};

using PlateLogChanges = std::vector<PlateLogChange>;

Q_DECLARE_METATYPE(PlateLogs)
