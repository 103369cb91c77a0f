#pragma once

#include "models/spectrum/spectralclass.h"

#include <QDateTime>
#include <QStringList>
#include <QUuid>

#include <optional>
#include <vector>

/// How sure a redshift is, in the sense of OzDES/Marz and DEEP2.
enum class Grade {
    None = 0, ///< 0: no redshift can be had from this spectrum
    Hopeless = 1, ///< 1: signal, but no idea
    Possible = 2, ///< 2: one feature, revisit; needs a reason
    Probable = 3, ///< 3: ≥ 95 % sure
    Secure = 4 ///< 4: ≥ 99 % sure, two secure features
};

/// How the redshift of a verdict came about.
enum class RedshiftOrigin {
    Pipeline,
    Typed,
    Stepped, ///< By keys, wheel or slider
    LineMark, ///< A feature was named; the detail is the line.
    Dragged, ///< A line was dragged onto a feature; the detail is the line.
    Solution, ///< One of SpecDesk's answers; the detail is rank, group, template and P.
    Curve, ///< A peak of χ²(z); the detail is its class.
    LineFit ///< Fitted to lines; the detail is the lines, strongest first.
};

/// The word for an origin in tables: "pipeline", "typed", "stepped", "line", "dragged", "solution", "curve",
/// "line-fit".
QString originName(RedshiftOrigin origin);
RedshiftOrigin redshiftOriginFrom(QStringView name);

/// Structured reasons and remarks, by code; stable words for tables, translated only where shown.
/// "low-sn", "single-line", "sky-residual", "arm-join", "bad-reduction", "missing-arm", "two-objects", "bal",
/// "blazar" …
QStringList knownReasons();

/// What one person decided about one spectrum at one moment. Never changed: a correction is a new verdict.
struct Verdict
{
    qint64 id = 0; ///< Row in humanverify, 0 before it is stored.
    QUuid submission; ///< Made once per key press: storing it again changes nothing.
    qint64 obsid = 0;
    QString pipelineVersion; ///< Of the data that were looked at.
    SpectralClass spectralClass = SpectralClass::Unknown;
    QString subclass;
    std::optional<double> z;
    std::optional<double> zError;
    RedshiftOrigin origin = RedshiftOrigin::Pipeline;
    QString originDetail; ///< E.g. the line that was marked: "H-alpha"; see RedshiftOrigin
    std::optional<Grade> grade; ///< Absent: class only
    QStringList reasons;
    QString comment;
    QString inspector; ///< Account name
    QDateTime decidedAt; ///< UTC
    double secondsSpent = 0; ///< From the spectrum's first paint to the key
    SpectralClass shownClass = SpectralClass::Unknown; ///< The pipeline's answer as it was shown.
    QString shownSubclass;
    std::optional<double> shownZ;
    QString toolVersion; ///< SpecDesk's own version
    QString lineListVersion;
    bool withdraws = false; ///< This row takes back a verdict of the inspector (undo).
    QUuid takesBack {}; ///< With `withdraws`: the submission that is meant; null: the one that stands

    bool operator==(const Verdict&) const = default;
};

using Verdicts = std::vector<Verdict>;
