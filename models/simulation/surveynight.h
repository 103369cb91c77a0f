#pragma once

#include "models/simulation/defect.h"
#include "models/simulation/fiberexposure.h"
#include "models/simulation/trueobject.h"
#include "models/spectrum/spectrum.h"

#include <QDateTime>

#include <optional>
#include <vector>

/// Which objects a night contains.
enum class ObjectMix {
    Survey, ///< As LAMOST has them: mostly stars
    Teaching ///< Rich in galaxies, QSOs and special stars, with every kind on every plate
};

/// What is asked of the simulator.
struct NightSettings
{
    QDate evening {2018, 12, 5}; ///< Local date of the first evening
    quint64 seed = 1;
    int plates = 1; ///< When the night is full the next evening follows
    int spectrographs = 16; ///< 1 … 16
    int spectraPerPlate = 4000; ///< At most 250 for each spectrograph; the last one may be partly filled
    ObjectMix mix = ObjectMix::Survey;
};

/// Air and dome during a plate.
struct Weather
{
    double seeingArcsec = 3;
    double moonPhaseDays = 0; ///< 0 … 29.53, 0 = new moon
    double airTemperatureC = 0;
    double focalPlaneTemperatureC = 0;
    double dewPointC = -10;
    double humidityPercent = 30;
    double windDirectionDeg = 0;
    double windSpeedMS = 1;
    QString word; ///< "clear", "thin cloud" … for the observation log
};

/// One observation of a plate (a "plan" in LAMOST's words).
struct PlatePlan
{
    int pid = 1; ///< Running number of plate observations
    QString planId; ///< E.g. "HD103621N361936B01"
    char brightness = 'B'; ///< V, B, M or F: which magnitudes it aims at
    QDate evening; ///< Local date on which the night began
    double raDeg = 0; ///< Field centre
    double decDeg = 0;
    std::vector<qint64> exposureStarts; ///< LMJM: local modified Julian minutes
    int exposureSeconds = 1500; ///< Of each exposure
    Weather weather;
    bool science = true; ///< False: test plate
    bool valid = true; ///< False: data must not be released
    QString comment; ///< Observer's remark
    ObjectMix mix = ObjectMix::Survey;
    quint64 seed = 0;

    int lmjd() const; ///< Night number: local MJD of the morning
    int mjd() const { return lmjd() - 1; }
    QDateTime
    localBegin() const; ///< Local time (UTC+8), labelled UTC so that no time zone of this machine is applied
    QDateTime localEnd() const;
    QDateTime middleUtc() const;
};

/// What the 1D pipeline got wrong.
enum class PipelineMistake {
    None,
    NotClassified, ///< Unknown although the object is real
    SingleLineConfusion, ///< One line taken for another: right class or not, wrong z
    WrongClass,
    RandomRedshift, ///< Fitted to noise
    WrongSubclass
};

/// The word for a mistake in truth.csv: "none", "not-classified", "single-line" …; never translated.
QString mistakeName(PipelineMistake mistake);

/// One fibre of a plate: where it points, what is there, and what the pipeline will say.
struct FiberPlan
{
    qint64 obsid = 0; ///< pid · 100000 + spectrograph · 1000 + fibre
    int spectrographId = 1;
    int fiberId = 1;
    QString fiberType; ///< "Obj", "Sky" or "F-Std"
    QString objectType; ///< Input catalog's type: "Star", "gal", "QSO", "Sky", "FS"
    double raDeg = 0;
    double decDeg = 0;
    double focalX = 0; ///< mm
    double focalY = 0;
    QString cellId; ///< Fibre unit: quadrant letter and 4 digits
    std::array<double, 3> gri {99, 99, 99}; ///< Input magnitudes
    FiberScene scene;
    PipelineAnswer answer;
    PipelineMistake mistake = PipelineMistake::None;
};

/// One spectrograph during a plate, with its fibres.
struct SpectrographPlan
{
    int id = 1;
    double raDeg = 0; ///< Mean position
    double decDeg = 0;
    double blueCcdC = -120;
    double redCcdC = -120;
    double scatteredLightAdu = 3;
    double skyChi2 = 2;
    double skyChi2Min = 1.6;
    double skyChi2Max = 2.6;
    std::vector<int> standards; ///< Fibre ids of the flux standards
    int skyFibers = 0;
    std::vector<DefectRange> defects;
    SpectrographConditions conditions;
    std::vector<FiberPlan> fibers;
};

/// The plates of the night, and of following nights where one is not enough. Deterministic.
std::vector<PlatePlan> plannedPlates(const NightSettings& settings);

/// The first `fiberCount` fibres (1 … 250) of a spectrograph on a plate, with truth and pipeline answers.
/// Deterministic.
SpectrographPlan plannedSpectrograph(const PlatePlan& plate, int spectrographId, int fiberCount = 250);

/// Number of fibres used in each spectrograph of a plate.
std::vector<int> fibersPerSpectrograph(const NightSettings& settings);
