#pragma once

#include "models/redshift/redshiftsolution.h"
#include "models/templates/truthtable.h"

#include <QString>

#include <array>
#include <map>

/// What counts as the right redshift.
struct SuccessRule
{
    double toleranceKmS = 1000;
    double starToleranceKmS = 100; ///< For stars of at least `starSnr`
    double starSnr = 10;
};

/// Compares solutions with what is true and counts.
class Calibration
{
public:
    explicit Calibration(SuccessRule rule = {})
        : m_rule(rule)
    {
    }

    void add(const Spectrum& spectrum, const RedshiftAnswer& answer, const Truth& truth);

    /// The report as text: success by class and S/N, reliability of P, classes confused, honesty of σ(z), the
    /// surest of the wrong and the spectra without a redshift that were given one. English words for people
    /// and scripts alike.
    QString report() const;
    /// One CSV line a spectrum: file, index, class, snr, z_true, z, z_err, p, rank_of_truth (0: not among the
    /// solutions), dv_km_s, class_found, template, and the evidence P rests on: gain, delta_chi2,
    /// chi2_per_pixel, explained, coverage, parameters.
    QByteArray csv() const;

    /// A spectrum compared with the truth.
    struct Case
    {
        QString file;
        int index = 0;
        SpectralClass trueClass = SpectralClass::Unknown;
        SpectralClass foundClass = SpectralClass::Unknown;
        QString templateName;
        QString group; ///< RedshiftSolution::group of the first solution
        double snr = 0;
        std::optional<double> trueZ;
        double z = 0;
        double zError = 0;
        double probability = 0;
        RedshiftEvidence evidence;
        int rank = 0; ///< Of the true redshift among the solutions, 0: none
        double velocityKmS = 0; ///< Of the first solution from the truth

        /// What is true and what was found, for the title of a picture.
        QString sentence() const;
    };

    /// The surest of the wrong, at most 30, and what was given a redshift without having one.
    std::vector<Case> worst() const;

private:
    QString successTable() const;
    QString reliabilityTable() const;
    QString confusionTable() const;
    QString pullsOf() const;
    QString worstCases() const;
    bool isRight(const Case& one) const { return one.trueZ && one.rank == 1; }

    SuccessRule m_rule;
    std::vector<Case> m_cases;
};
