#pragma once

#include "models/redshift/finefit.h"

/// A group at a place of its χ²(z), on the way to becoming a solution.
struct Candidate
{
    const GroupSamples* group = nullptr;
    double shift = 0; ///< Pixels of observedGrid
    double reach = 0; ///< How far the search may have missed, same unit
    Amplitudes amplitudes;
    double score = 0; ///< Gain less what as many parameters gain from noise
    FineRedshift fine;

    /// The component that carries most of the flux.
    QString leadingComponent() const;
};

/// A group at a whole shift of the modes' level, factor 2.
Candidate candidateAt(const GroupSamples& group, const ContinuumModes& modes, int shift);

/// Moves a candidate found in steps of 8 pixels to the best whole shift nearby: its narrow lines need it.
void nudge(Candidate& candidate, const ContinuumModes& modes);

/// Moves the candidate to its best redshift and measures it there. `middle` and `fine` are the refined modes
/// at factors 2 and 1.
void refine(Candidate& candidate, const ContinuumModes& middle, const ContinuumModes& fine);

/// The best candidates at least `separationKmS` apart, best first. At one redshift a star that explains the
/// spectrum nearly as well (to a tenth of the gain) as a galaxy stands for it, and a galaxy for a QSO: the
/// richer templates hold the poorer ones. Where a QSO's fit owes little to broad lines, a galaxy that is half
/// as good will do.
std::vector<Candidate> distinctCandidates(std::vector<Candidate> all, double separationKmS,
                                          std::size_t count);
