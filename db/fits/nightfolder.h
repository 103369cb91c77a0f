#pragma once

#include "models/simulation/surveynight.h"
#include "models/values/result.h"

#include <functional>

/// How a simulated night is put on disk.
struct NightFolder
{
    QString path; ///< Its folder; made if it is not there.
    Layout layout = Layout::LamostImage;
    int threads = 0; ///< 0: one for each core
};

/// What was written.
struct NightTally
{
    int plates = 0;
    int spectra = 0;
    int skyFibers = 0;
    std::array<int, 4> byPipelineClass {}; ///< Indexed by SpectralClass; sky fibres not counted
    int mistakes = 0; ///< Spectra whose pipeline answer is wrong or missing
    int withDefects = 0; ///< Spectra spoilt by a defect
    qint64 bytes = 0;
};

/// Simulates every plate and writes `<evening>/<plan>/spec-….fits.gz`, then `truth.csv` and
/// `observation_log.csv`. Spectra are made on a thread pool; the files do not depend on the number of
/// threads. `progress` is called now and then, on the calling thread, with the number of spectra written; the
/// work stops with Cancelled when it answers false.
Result<NightTally> writeNight(const NightSettings& settings, const NightFolder& folder,
                              const std::function<bool(int)>& progress);
