#include "db/fits/lamostheader.h"
#include "db/fits/layouts.h"
#include "db/fits/refusal.h"
#include "db/fits/samplesaxis.h"
#include "db/fits/tablesamples.h"
#include "models/spectrum/goodpixels.h"
#include "models/spectrum/maskbits.h"

#include <QCoreApplication>

using namespace Qt::Literals::StringLiterals;

namespace {
// The arms have one S/N each; they lie inside these bands of Spectrum::snr.
constexpr std::size_t gBand = 1;
constexpr std::size_t rBand = 2;

/// Exposures are called after arm and minute: "B-84107311".
bool isExposure(const Hdu& hdu)
{
    return hdu.isTable() && hdu.name.size() > 2 && (hdu.name[0] == u'B' || hdu.name[0] == u'R')
        && hdu.name[1] == u'-' && hdu.name[2].isDigit();
}

bool recognises(const FitsFile& file)
{
    if (!isFromLamost(file.primary().header))
        return false;
    return std::any_of(file.hdus().begin(), file.hdus().end(), [](const Hdu& hdu) {
        return hdu.name == u"COADD_B" || hdu.name == u"COADD_R" || isExposure(hdu);
    });
}

void append(PixelMask& mask, const PixelMask& other, std::size_t offset)
{
    for (auto run : other) {
        run.first += static_cast<qint32>(offset);
        mask.push_back(run);
    }
}

/// Puts an arm behind the samples there are; medium-resolution arms do not overlap.
void append(Samples& samples, const Samples& arm)
{
    const auto offset = samples.size();
    const auto join = [](auto& to, const auto& from) { to.insert(to.end(), from.begin(), from.end()); };
    join(samples.wavelengthAngstrom, arm.wavelengthAngstrom);
    join(samples.flux, arm.flux);
    if (!arm.inverseVariance.empty()
        || !samples.inverseVariance.empty()) { // an arm without errors weighs nothing
        samples.inverseVariance.resize(offset, 0.0F);
        join(samples.inverseVariance, arm.inverseVariance);
        samples.inverseVariance.resize(samples.size(), 0.0F);
    }
    append(samples.andMask, arm.andMask, offset);
    append(samples.orMask, arm.orMask, offset);
}

struct MrsTable
{
    int hdu = 0;
    QString arm;
    Samples samples;
};

/// All coadds or all exposures, in the file's order; the stub of a missing arm is passed over.
Result<std::vector<MrsTable>> readTables(FitsFile& file, bool coadds)
{
    std::vector<MrsTable> tables;
    for (std::size_t index = 1; index < file.hdus().size(); ++index) {
        const auto& hdu = file.hdus()[index];
        const bool isCoadd = hdu.name.startsWith("COADD_"_L1);
        if (!hdu.isTable() || isCoadd != coadds || (!isCoadd && !isExposure(hdu)))
            continue;
        const auto columns = spectrumColumns(hdu);
        if (!columns.isSpectrum())
            continue;
        auto table = readTableSamples(file, static_cast<int>(index), columns);
        if (!table)
            return table.error();
        tables.push_back({static_cast<int>(index), isCoadd ? hdu.name.sliced(6) : hdu.name.first(1),
                          std::move(table.value().samples)});
    }
    return tables;
}

Exposure exposureOf(const Hdu& hdu, MrsTable table)
{
    Exposure exposure {hdu.name, table.arm, 0, hdu.header.number("EXPTIME"), std::move(table.samples)};
    exposure.lmjm = hdu.header.integer("LMJM").value_or(hdu.name.sliced(2).toLongLong());
    return exposure;
}

/// Adds the coadds, or where a file has none the longest exposure of each arm, to the spectrum's samples.
bool addArms(const FitsFile& file, const std::vector<MrsTable>& tables, Spectrum& spectrum)
{
    for (const auto& wanted : {u"B"_s, u"R"_s}) {
        const auto arm = std::find_if(tables.begin(), tables.end(),
                                      [&](const MrsTable& table) { return table.arm == wanted; });
        if (arm == tables.end())
            continue;
        const auto& axis = arm->samples.wavelengthAngstrom;
        if (spectrum.coadd.size() > 0 && axis.front() <= spectrum.coadd.wavelengthAngstrom.back())
            return false;
        append(spectrum.coadd, arm->samples);
        spectrum.arms.push_back({wanted, axis.front(), axis.back()});
        const auto& header = file.hdus()[static_cast<std::size_t>(arm->hdu)].header;
        if (hasGoodPixel(arm->samples, worthlessBits(Layout::LamostMrs)))
            spectrum.snr[wanted == u"B" ? gBand : rBand] = header.number("SNR");
        spectrum.header.append(header);
    }
    return spectrum.coadd.size() > 0;
}

Result<std::vector<SpectrumPtr>> read(FitsFile& file, const ReadOptions& options)
{
    auto coadds = readTables(file, true);
    if (!coadds)
        return coadds.error();
    auto exposures =
        options.exposures || coadds.value().empty() ? readTables(file, false) : std::vector<MrsTable>();
    if (!exposures)
        return exposures.error();
    auto spectrum = std::make_shared<Spectrum>();
    spectrum->file = file.name();
    spectrum->layout = Layout::LamostMrs;
    spectrum->header = file.primary().header;
    describeLamost(*spectrum);
    const auto& shown = coadds.value().empty() ? exposures.value() : coadds.value();
    if (shown.empty())
        return refusal(file.name(),
                       QCoreApplication::translate("LamostMrs", "%1 has neither a blue nor a red spectrum."));
    if (!addArms(file, shown, *spectrum))
        return noWavelengths(file.name());
    if (spectrum->frame.wasAir)
        toVacuum(spectrum->coadd.wavelengthAngstrom);
    for (auto& table : exposures.value()) {
        const auto& hdu = file.hdus()[static_cast<std::size_t>(table.hdu)];
        if (spectrum->frame.wasAir)
            toVacuum(table.samples.wavelengthAngstrom);
        spectrum->exposures.push_back(exposureOf(hdu, std::move(table)));
    }
    return std::vector<SpectrumPtr> {std::move(spectrum)};
}
}

LayoutFamily lamostMrsFamily()
{
    return {recognises, read};
}
