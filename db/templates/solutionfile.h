#pragma once

#include "models/redshift/redshiftsolution.h"
#include "models/spectrum/spectrum.h"
#include "models/values/result.h"

/// Writes solutions as a FITS binary table REDSHIFTS with the columns of SolutionExport, in upper case.
class SolutionFile
{
public:
    void add(const Spectrum& spectrum, const RedshiftAnswer& answer, int count);
    /// Replaces the file, when all of it is written.
    Result<void> write(const QString& path) const;

private:
    struct Row
    {
        QByteArray file, spectralClass, templateName, warning, group;
        qint64 obsid = 0;
        int rank = 0;
        int index = 0;
        double z = 0;
        double zError = 0;
        double probability = 0;
        double deltaChi2 = 0;
        double gain = 0;
        double chi2PerPixel = 0;
        double snr = 0;
    };
    std::vector<Row> m_rows;
};
