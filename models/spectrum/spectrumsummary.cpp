#include "models/spectrum/spectrumsummary.h"

SpectrumSummary summaryOf(const Spectrum& spectrum)
{
    SpectrumSummary summary {.file = spectrum.file,
                             .indexInFile = spectrum.indexInFile,
                             .obsid = spectrum.target.obsid,
                             .layout = layoutName(spectrum.layout),
                             .spectralClass = spectrum.pipeline.statedClass(),
                             .subclass = spectrum.pipeline.subclass,
                             .z = spectrum.pipeline.z,
                             .zError = spectrum.pipeline.zError,
                             .snr = spectrum.snr,
                             .raDeg = spectrum.target.raDeg,
                             .decDeg = spectrum.target.decDeg,
                             .pixels = static_cast<qint64>(spectrum.coadd.size()),
                             .fromAngstrom = {},
                             .toAngstrom = {}};
    if (summary.pixels > 0) {
        summary.fromAngstrom = spectrum.coadd.wavelengthAngstrom.front();
        summary.toAngstrom = spectrum.coadd.wavelengthAngstrom.back();
    }
    return summary;
}
