#pragma once

#include <QByteArrayView>

#include <cmath>
#include <limits>
#include <optional>

/// Parameters of a star as ULySS has them; NaN where it has none.
struct StarParameters
{
    double teffK;
    double teffErrorK;
    double logg;
    double loggError;
    double feh;
    double fehError;
    double rvKmS;
    double rvErrorKmS;
    double alphaM;
    double alphaMError;
};

/// What speaks about one spectrum alone, as it was frozen when a build began.
struct FrozenDecision
{
    QByteArrayView decidedBy {}; ///< "recheck", "verdict", "disputed", "rule", "module"; null: nobody
    QByteArrayView spectralClass {};
    QByteArrayView subclass {};
    double z = 0; ///< NaN where unknown, like the error
    double zError = 0;
    bool inRawProblem = false;
    bool inReductionProblem = false;
    bool isWithdrawn = false;
};

/// What holds for a whole plate.
struct FrozenPlate
{
    std::optional<bool> isScience;
    std::optional<bool> isValid;
    double moonPhaseDays = std::numeric_limits<double>::quiet_NaN(); ///< NaN where unknown
    bool isConfirmed = false; ///< A person confirmed what the log says.
};

/// What a release goes by for one version of a spectrum. Numbers are NaN where unknown; texts are UTF-8, null
/// where unknown, and belong to whoever read them.
struct SpectrumEvidence
{
    qint64 obsid = 0;
    QByteArrayView version;
    bool isNewest = true; ///< Of the versions that the survey has of it
    QByteArrayView designation;
    QByteArrayView obsDate; ///< Evening, "yyyy-MM-dd", may be empty
    std::optional<int> lmjd;
    QByteArrayView planId;
    int spectrographId = -1; ///< −1 where unknown
    int fiberId = -1;
    QByteArrayView fiberType;
    QByteArrayView queueReason; ///< Why it is to be looked at
    QByteArrayView targetSource;
    QByteArrayView targetFrom;
    QByteArrayView targetComment;
    double raDeg;
    double decDeg;
    double raObservedDeg;
    double decObservedDeg;
    std::optional<int> offsetFlag;
    double offsetArcsec;
    double snrU;
    double snrG;
    double snrR;
    double snrI;
    double snrZ;
    QByteArrayView spectralClass; ///< The pipeline's, "STAR" or "UNKNOWN"
    QByteArrayView subclass;
    double z;
    double zError;
    QByteArrayView zMethod;
    std::optional<int> fiberMask;
    std::optional<int> normalised; ///< 1: the file has a normalised spectrum.
    FrozenDecision decision;
    FrozenPlate plate;
    std::optional<StarParameters> parameters; ///< Of the flattened spectrum where it was measured

    bool isDecided() const { return !decision.decidedBy.isNull(); }
};
