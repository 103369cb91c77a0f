#include "db/fits/imagerows.h"
#include "db/fits/lamostheader.h"
#include "db/fits/layouts.h"
#include "db/fits/refusal.h"
#include "db/fits/samplesaxis.h"
#include "db/fits/tablerow.h"
#include "db/fits/tablesamples.h"
#include "models/survey/designation.h"

#include <QCoreApplication>

#include <cmath>

using namespace Qt::Literals::StringLiterals;

// SDSS-V astra: mwmStar (one combined spectrum for each instrument and observatory) and mwmVisit (one row a
// visit). Tables BOSS/APO, BOSS/LCO, APOGEE/APO, APOGEE/LCO, empty where there is nothing. The wavelength is
// a column in mwmStar, in mwmVisit the cards CRVAL, CDELT and NPIXELS of the table: 10^(CRVAL + i·CDELT),
// vacuum.

namespace {
const auto fluxUnit = u"1e-17 erg/s/cm²/Å"_s;
constexpr qint64 mostVisits = 2000;
constexpr quint32 badApogeeBits = 0x40ff; // as in apStar

bool recognises(const FitsFile& file)
{
    const auto& header = file.primary().header;
    if (!header.contains("V_ASTRA") && !header.contains("SDSS_ID"))
        return false;
    return std::ranges::any_of(file.hdus(), [](const Hdu& hdu) {
        return hdu.isTable() && spectrumColumns(hdu).flux && hdu.header.contains("CRVAL");
    });
}

/// The axis in the table's header; empty where it has none.
std::vector<double> axisOf(const FitsHeader& header, qint64 pixels)
{
    const auto start = header.number("CRVAL");
    const auto step = header.number("CDELT");
    std::vector<double> axis;
    if (!start || !step || pixels > mostPixels)
        return axis;
    axis.resize(static_cast<std::size_t>(pixels));
    for (std::size_t pixel = 0; pixel < axis.size(); ++pixel)
        axis[pixel] = std::pow(10.0, *start + static_cast<double>(pixel) * *step);
    return axis;
}

void describe(const TableRow& row, const QString& table, Spectrum& spectrum)
{
    const auto& header = spectrum.header;
    auto& target = spectrum.target;
    target.survey = u"SDSS"_s;
    target.raDeg = row.number("RA");
    target.decDeg = row.number("DEC");
    if (!target.raDeg || !target.decDeg) {
        target.raDeg = header.number("RA");
        target.decDeg = header.number("DEC");
    }
    const auto id = row.text("SDSS_ID").value_or(header.text("SDSS_ID").value_or(QString()));
    target.designation = id.isEmpty() && target.raDeg && target.decDeg
        ? u"SDSS "_s + designationOf(*target.raDeg, *target.decDeg)
        : u"sdss_id %1"_s.arg(id);
    target.targetSource = table;
    target.fiberType = u"Obj"_s;
    setNight(target, row.number("MJD"));
    spectrum.fluxUnit = fluxUnit;
    spectrum.pipelineVersion = header.text("V_ASTRA").value_or(QString());
    if (table.startsWith("BOSS"_L1))
        spectrum.snr[2] = row.number("SNR"); // one for the whole spectrum, the middle of which is r
}

Result<std::shared_ptr<Spectrum>> readRow(FitsFile& file, int hdu, qint64 row, std::size_t index)
{
    const auto& table = file.hdus()[static_cast<std::size_t>(hdu)];
    const auto columns = spectrumColumns(table);
    auto read = readTableSamples(file, hdu, columns, row,
                                 columns.wavelength ? std::vector<double>()
                                                    : axisOf(table.header, columns.flux->repeat));
    if (!read)
        return read.error();
    const bool isBoss = table.name.startsWith("BOSS"_L1);
    auto spectrum = newSpectrum(file, isBoss ? Layout::Sdss : Layout::Table, index);
    spectrum->header.append(table.header);
    spectrum->coadd = std::move(read.value().samples);
    if (!isBoss) {
        for (auto& run : spectrum->coadd.andMask)
            run.bits &= badApogeeBits;
        std::erase_if(spectrum->coadd.andMask, [](const PixelRun& run) { return run.bits == 0; });
    }
    describe(TableRow(file, hdu, row), table.name, *spectrum);
    const auto& flux = spectrum->coadd.flux;
    deriveObsid(*spectrum,
                QByteArrayView(reinterpret_cast<const char*>(flux.data()),
                               static_cast<qsizetype>(flux.size() * sizeof(float))));
    return spectrum;
}

Result<std::vector<SpectrumPtr>> read(FitsFile& file, const ReadOptions&)
{
    std::vector<SpectrumPtr> spectra;
    for (std::size_t hdu = 1; hdu < file.hdus().size(); ++hdu) {
        const auto& table = file.hdus()[hdu];
        const auto columns = spectrumColumns(table);
        if (!table.isTable() || !columns.flux || columns.flux->repeat < 2)
            continue;
        if (table.rows() > mostVisits)
            return tooLarge(file.name());
        for (qint64 row = 0; row < table.rows(); ++row) {
            auto spectrum = readRow(file, static_cast<int>(hdu), row, spectra.size());
            if (!spectrum)
                return spectrum.error();
            spectra.push_back(std::move(spectrum).value());
        }
    }
    if (spectra.empty())
        return refusal(
            file.name(),
            QCoreApplication::translate("Astra", "%1 holds no spectrum: all its tables are empty."));
    return spectra;
}
}

LayoutFamily astraFamily()
{
    return {recognises, read};
}
