#pragma once

#include "models/redshift/redshiftsolution.h"
#include "models/spectrum/spectrum.h"
#include "models/templates/templategroup.h"

#include <memory>

struct Candidate;

struct RedshiftOptions
{
    int solutions = 5; ///< The most that are given
    double separationKmS = 800; ///< Least distance of two solutions
    bool curves = false; ///< Keep χ²(z) of every class
};

/// Finds redshifts: χ²(z) of every template group by Fourier transform, refined at the best peaks, all
/// classes in one ranking by χ² with nothing but the number of parameters set against a class. Usable from
/// several threads at once.
class RedshiftEngine
{
public:
    explicit RedshiftEngine(TemplateSet templates);
    ~RedshiftEngine();
    RedshiftEngine(const RedshiftEngine&) = delete;
    RedshiftEngine& operator=(const RedshiftEngine&) = delete;

    const TemplateSet& templates() const { return m_templates; }
    RedshiftAnswer solve(const Spectrum& spectrum, const RedshiftOptions& options = {}) const;
    /// The flux of a group (its best mix) with the continuum fitted along, at the spectrum's own wavelengths
    /// and in its flux unit: what is drawn over it. NaN outside the searched range; empty when the group is
    /// not known.
    std::vector<float> model(const Spectrum& spectrum, const QString& group, double z) const;

private:
    struct Searches;
    struct Modes;
    struct Peak;

    std::vector<Peak> searched(const Modes& modes, RedshiftAnswer* curves) const;
    std::vector<Candidate> candidatesAt(std::vector<Peak> peaks, const Modes& modes) const;

    TemplateSet m_templates;
    std::unique_ptr<Searches> m_searches;
};
