#pragma once

#include "models/release/releaserules.h"
#include "models/simulation/surveynight.h"

#include <optional>
#include <vector>

/// A season of plates with everything that decides on a release: log, verdicts, rechecks, problems, versions,
/// parameters. All of it is drawn reproducibly, and what the release must be is told by truthOf().

/// What the simulated inspector or rechecker said.
struct SeasonVerdict
{
    QString person;
    SpectralClass spectralClass = SpectralClass::Unknown;
    QString subclass {};
    std::optional<double> z {};
    std::optional<double> zError {};
    bool isWithdrawn = false; ///< Taken back by a later row
};

/// Stellar parameters as a pipeline writes them.
struct SeasonParameters
{
    double teff = 0; ///< K
    double logg = 0; ///< log10 of cm/s²
    double feh = 0;
    double rvKmS = 0;
    double error = 0.05; ///< Relative size of all errors
};

/// What the galaxy and QSO module said.
struct SeasonModuleAnswer
{
    SpectralClass spectralClass = SpectralClass::Galaxy;
    double z = 0;
    double confidence = 0;
};

/// A spectrum in one pipeline version.
struct SeasonVersion
{
    QString version;
    PipelineAnswer answer {};
    std::vector<SeasonVerdict> verdicts {}; ///< In the order they were given
    std::optional<SeasonVerdict> recheck {};
    std::optional<SeasonModuleAnswer> module {};
    std::optional<SeasonParameters> parameters {}; ///< ULySS; CFI's are these, less precise
    std::optional<SeasonParameters> flattenedParameters {};
};

/// A spectrum of the season.
struct SeasonSpectrum
{
    std::size_t spectrograph = 0; ///< Index into SeasonPlate::spectrographs
    FiberPlan fiber;
    std::array<double, 5> snr {}; ///< u, g, r, i, z, two decimals
    std::vector<SeasonVersion> versions; ///< Oldest first
    bool isWithdrawn = false; ///< From every release
};

/// A reported problem of the 2D data.
struct SeasonProblem
{
    QString version;
    int spectrographId = 1;
    int firstFiber = 1;
    int lastFiber = 1;
    bool raw = false;
    QString state; ///< "open", "confirmed", "fixed" or "refuted"
    DefectKind kind = DefectKind::StrayLight;
};

/// A plate of the season.
struct SeasonPlate
{
    PlatePlan plan;
    bool isLogged = true; ///< The observation log has it.
    bool isConfirmed = true; ///< A person confirmed the log.
    std::vector<SpectrographPlan> spectrographs; ///< Their fibres are moved into `spectra`.
    std::vector<SeasonProblem> problems;
    std::vector<SeasonSpectrum> spectra; ///< By obsid
};

/// What the release must have of a spectrum.
struct SeasonTruth
{
    qint64 obsid = 0;
    QString version;
    QString reason; ///< Empty: released
    QString spectralClass; ///< As published
    QString subclass {};
    std::optional<double> z {};
    QString decidedBy;
    QString zFlag;
    std::optional<SeasonParameters> stellar; ///< Its row in the AFGK catalogue
};

/// The plates of a season; judged so that invalid, test and unconfirmed ones are among any eight.
std::vector<PlatePlan> seasonPlates(const NightSettings& settings);
/// Plate `index` of them with all its spectra. Deterministic; any thread.
SeasonPlate seasonPlate(const NightSettings& settings, const PlatePlan& plan, int index);
/// What a formal or alpha release by `rules` has of a spectrum; `queueReason` is why its newest version was
/// to be looked at, see reasonName(). Knows nothing of SQL.
SeasonTruth truthOf(const SeasonPlate& plate, const SeasonSpectrum& spectrum, const QString& queueReason,
                    const ReleaseRules& rules, bool formal);
