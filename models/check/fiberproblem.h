#pragma once

#include <QDateTime>
#include <QString>
#include <QStringList>
#include <QUuid>

#include <optional>
#include <vector>

/// Where a problem comes from: a raw one throws the data away, one of the reduction goes to the 2D team,
/// S1 §4.3.2(4).
enum class ProblemOrigin { Raw, Reduction };

QString originName(ProblemOrigin origin); ///< "raw", "2d"
ProblemOrigin problemOriginFrom(QStringView name);

/// "stray-light", "negative-flux", "sky", "flux-calibration", "wavelength", "arm-join", "missing-arm",
/// "saturation", "crosstalk", "other": stable words for tables, translated only where shown.
QStringList problemKinds();

enum class ProblemState {
    Open, ///< Nobody of the 2D team has looked yet.
    Confirmed, ///< It is one; reprocessing is to come.
    Rejected, ///< It is none: the spectra are as free as before.
    Reprocessed ///< A new version of the data is there; its spectra are inspected anew.
};

QString stateName(ProblemState state); ///< "open", "confirmed", "refuted", "fixed", as 2dprob has them
std::optional<ProblemState> problemStateFrom(QStringView name);

/// A problem of raw data or of the 2D reduction over a range of fibres of one spectrograph: 2dprob.
struct FiberProblem
{
    qint64 id = 0; ///< 0 before it is stored
    QUuid submission {}; ///< Made once per report: storing it again changes nothing.
    QString pipelineVersion {}; ///< Of the data that were looked at
    QString obsDate {};
    QString planId {};
    int spectrographId = 0;
    int firstFiber = 0;
    int lastFiber = 0; ///< ≥ firstFiber
    QString arm {}; ///< "blue", "red", or empty for both
    std::optional<double> fromAngstrom {}; ///< Vacuum; absent: the whole arm
    std::optional<double> toAngstrom {};
    QString kind {}; ///< One of problemKinds()
    ProblemOrigin origin = ProblemOrigin::Reduction;
    QString description {};
    QString reporter {};
    QDateTime reportedAt {}; ///< UTC
    ProblemState state = ProblemState::Open;
    QString answeredBy {};
    QDateTime answeredAt {}; ///< UTC; invalid while open
    QString note {}; ///< The 2D team's
    QString fixedVersion {}; ///< Pipeline version that mends it; empty until reprocessed
    qint64 spectra = 0; ///< How many spectra lie in the range

    /// Until it is rejected a raw problem keeps the spectra of its night from release in every version, a
    /// reduction problem those of its own: what mends it is another version, whose spectra go out.
    bool holdsBack() const;

    bool operator==(const FiberProblem&) const = default;
};

using FiberProblems = std::vector<FiberProblem>;

/// Which problems are listed. Empty and absent members do not restrict.
struct ProblemFilter
{
    QString fromDate {}; ///< Date of observation, inclusive, "2016-11-23"
    QString toDate {}; ///< Inclusive
    QString planId {};
    std::optional<int> spectrographId {};
    std::optional<ProblemOrigin> origin {};
    std::vector<ProblemState> states {};
    QString pipelineVersion {};
    QString reporter {};
};

/// The 2D team's answer to a problem.
struct ProblemAnswer
{
    qint64 problemId = 0;
    ProblemState state = ProblemState::Confirmed;
    QString note {};
    QString fixedVersion {}; ///< For Reprocessed
};

/// BadInput with a sentence when a problem cannot be stored as it is.
QString complaintAbout(const FiberProblem& problem);
