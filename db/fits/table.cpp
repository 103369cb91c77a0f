#include "db/fits/anonymousspectrum.h"
#include "db/fits/imagerows.h"
#include "db/fits/layouts.h"
#include "db/fits/refusal.h"
#include "db/fits/samplesaxis.h"
#include "db/fits/spectralaxis.h"
#include "db/fits/tablesamples.h"

using namespace Qt::Literals::StringLiterals;

namespace {
constexpr qint64 mostObjects = 10000;

bool isSpectrum(const Hdu& hdu)
{
    return hdu.isTable() && spectrumColumns(hdu).isSpectrum();
}

/// The first table of a spectrum and those that are called the same, as JWST's EXTRACT1D, one a source.
std::vector<int> tablesOf(const FitsFile& file)
{
    std::vector<int> tables;
    for (std::size_t index = 1; index < file.hdus().size(); ++index) {
        const auto& hdu = file.hdus()[index];
        const bool isMore = !tables.empty()
            && (hdu.name.isEmpty() || hdu.name != file.hdus()[static_cast<std::size_t>(tables.front())].name);
        if (!isMore && isSpectrum(hdu))
            tables.push_back(static_cast<int>(index));
    }
    return tables;
}

bool recognises(const FitsFile& file)
{
    return !tablesOf(file).empty();
}

QString cardOf(const Hdu& hdu, const char* keyword, const TableColumn& column)
{
    return hdu.header.text((keyword + QByteArray::number(column.number)).constData()).value_or(QString());
}

/// ESO and the Virtual Observatory say air in the column's UCD: "em.wl;obs.atmos".
std::optional<bool> isVacuum(const FitsHeader& header, const Hdu& hdu, const TableColumn& wavelength)
{
    if (const auto stated = statedVacuum(header))
        return stated;
    const auto meaning = cardOf(hdu, "TUCD", wavelength) + cardOf(hdu, "TUCDS", wavelength);
    if (meaning.contains("obs.atmos"_L1))
        return false;
    if (meaning.startsWith("em.wl"_L1))
        return true;
    const auto unit = cardOf(hdu, "TUNIT", wavelength);
    if (unit.contains("vacuum"_L1, Qt::CaseInsensitive) || wavelength.name.contains("VAC"_L1))
        return true;
    return wavelength.name.contains("AIR"_L1) ? std::optional(false) : std::nullopt;
}

Result<std::shared_ptr<Spectrum>> readRow(FitsFile& file, int index, qint64 row, std::size_t number)
{
    const auto& hdu = file.hdus()[static_cast<std::size_t>(index)];
    const auto columns = spectrumColumns(hdu);
    auto table = readTableSamples(file, index, columns, row);
    if (!table)
        return table.error();
    auto spectrum = newSpectrum(file, Layout::Table, number);
    spectrum->header.append(hdu.header);
    spectrum->coadd = std::move(table.value().samples);
    spectrum->sky = std::move(table.value().sky);
    spectrum->fluxUnit = scaledUnit(cardOf(hdu, "TUNIT", *columns.flux), table.value().fluxPower);
    const auto scale =
        columns.wavelengthIsLog10 ? 1.0 : angstromsPerUnit(cardOf(hdu, "TUNIT", *columns.wavelength));
    for (auto& wavelength : spectrum->coadd.wavelengthAngstrom)
        wavelength *= scale;
    if (!settleAxis(spectrum->coadd, spectrum->sky))
        return noWavelengths(file.name());
    const auto vacuum = isVacuum(spectrum->header, hdu, *columns.wavelength);
    spectrum->frame.frameIsKnown = vacuum.has_value();
    spectrum->frame.wasAir = !vacuum.value_or(true);
    spectrum->frame.heliocentric = isHeliocentric(spectrum->header);
    if (spectrum->frame.wasAir)
        toVacuum(spectrum->coadd.wavelengthAngstrom);
    describeAnonymous(*spectrum);
    return spectrum;
}

Result<std::vector<SpectrumPtr>> read(FitsFile& file, const ReadOptions&)
{
    std::vector<SpectrumPtr> spectra;
    for (const auto index : tablesOf(file)) {
        const auto& hdu = file.hdus()[static_cast<std::size_t>(index)];
        const auto objects = spectrumColumns(hdu).flux->repeat > 1 ? hdu.rows() : 1;
        if (objects > mostObjects)
            return tooLarge(file.name());
        for (qint64 row = 0; row < objects; ++row) {
            auto spectrum = readRow(file, index, row, spectra.size());
            if (!spectrum)
                return spectrum.error();
            spectra.push_back(std::move(spectrum).value());
        }
    }
    if (spectra.empty())
        return noWavelengths(file.name());
    return spectra;
}
}

LayoutFamily tableFamily()
{
    return {recognises, read};
}
