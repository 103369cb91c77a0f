#pragma once

#include "models/redshift/redshiftsolution.h"
#include "models/spectrum/spectrum.h"

#include <QByteArray>

/// Writes solutions for other programs, one line a solution. Columns and keys are the same words in both
/// formats and never translated: file, obsid, rank, class, template, z, z_err, p, warning, index, group,
/// delta_chi2, gain, chi2_per_pixel, snr.
namespace SolutionExport {
/// The heading of the CSV.
QByteArray csvHeading();
/// The solutions of a spectrum in CSV (RFC 4180, UTF-8), at most `count`; one line with rank 0 and no
/// redshift where there is none to give.
QByteArray csvLines(const Spectrum& spectrum, const RedshiftAnswer& answer, int count);
/// One compact JSON object a spectrum: file, index, obsid, snr, has_redshift and an array of solutions.
QByteArray jsonLine(const Spectrum& spectrum, const RedshiftAnswer& answer, int count);
}
