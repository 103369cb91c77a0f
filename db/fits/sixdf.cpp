#include "db/fits/lamostheader.h"
#include "db/fits/layouts.h"
#include "db/fits/samplesaxis.h"
#include "db/fits/tablesamples.h"
#include "models/spectrum/wavelength.h"

#include <QDate>

#include <cmath>
#include <limits>

using namespace Qt::Literals::StringLiterals;

namespace {
constexpr float noData = -999.0F;
constexpr qint64 julianDayOfMjdZero = 2400001;

std::optional<int> spectrumTable(const FitsFile& file)
{
    for (std::size_t index = 1; index < file.hdus().size(); ++index) {
        const auto& hdu = file.hdus()[index];
        if (hdu.isTable() && spectrumColumns(hdu).isSpectrum())
            return static_cast<int>(index);
    }
    return {};
}

bool recognises(const FitsFile& file)
{
    const auto& header = file.primary().header;
    return header.contains("OBSRA") && header.contains("QUALITY") && spectrumTable(file);
}

void describe(Spectrum& spectrum)
{
    const auto& header = spectrum.header;
    auto& target = spectrum.target;
    target.survey = u"6dF"_s;
    target.designation = header.text("TARGET").value_or(QString());
    target.raDeg = header.number("OBSRA");
    target.decDeg = header.number("OBSDEC");
    const auto mjd = header.number("MJDOBS_V");
    if (mjd && *mjd > 0 && *mjd < 1e6) {
        target.lmjd = static_cast<int>(*mjd); // nights at Siding Spring lie inside one UT day
        target.obsDate = QDate::fromJulianDay(julianDayOfMjdZero + *target.lmjd).toString(Qt::ISODate);
    }
    auto& pipeline = spectrum.pipeline;
    pipeline.z = header.number("Z");
    if (const auto quality = header.integer("QUALITY"))
        pipeline.zMethod = u"6dFGS quality %1"_s.arg(*quality);
    // Lines of g0005028-274253 fall on the raw z with air rest wavelengths: pixels are air and not
    // heliocentric.
    spectrum.frame = {true, false, false, {}};
    if (const auto heliocentric = header.number("Z_HELIO"); heliocentric && pipeline.z)
        spectrum.frame.heliocentricKmS =
            speedOfLightKmS * (*heliocentric - *pipeline.z) / (1.0 + *pipeline.z);
}

Result<std::vector<SpectrumPtr>> read(FitsFile& file, const ReadOptions&)
{
    const auto index = *spectrumTable(file);
    const auto& hdu = file.hdus()[static_cast<std::size_t>(index)];
    auto table = readTableSamples(file, index, spectrumColumns(hdu));
    if (!table)
        return table.error();
    auto spectrum = std::make_shared<Spectrum>();
    spectrum->file = file.name();
    spectrum->layout = Layout::SixDf;
    spectrum->header = file.primary().header;
    spectrum->header.append(hdu.header);
    spectrum->coadd = std::move(table.value().samples);
    spectrum->fluxUnit = hdu.header.text("TUNIT2").value_or(QString());
    for (auto& flux : spectrum->coadd.flux) {
        if (flux == noData)
            flux = std::numeric_limits<float>::quiet_NaN();
    }
    toVacuum(spectrum->coadd.wavelengthAngstrom);
    describe(*spectrum);
    deriveObsid(*spectrum, {});
    return std::vector<SpectrumPtr> {std::move(spectrum)};
}
}

LayoutFamily sixDfFamily()
{
    return {recognises, read};
}
