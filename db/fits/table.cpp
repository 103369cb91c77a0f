#include "db/fits/anonymousspectrum.h"
#include "db/fits/columnmeaning.h"
#include "db/fits/imagerows.h"
#include "db/fits/layouts.h"
#include "db/fits/refusal.h"
#include "db/fits/samplesaxis.h"
#include "db/fits/spectralaxis.h"
#include "db/fits/tablesamples.h"

#include <algorithm>

using namespace Qt::Literals::StringLiterals;

namespace {
constexpr qint64 mostObjects = 10000;

bool isSpectrum(const Hdu& hdu)
{
    return hdu.isTable() && spectrumColumns(hdu).isSpectrum();
}

bool hasSameColumns(const Hdu& left, const Hdu& right)
{
    const auto lefts = left.columns();
    const auto rights = right.columns();
    return std::ranges::equal(lefts, rights, {}, &TableColumn::name, &TableColumn::name);
}

/// The first table of a spectrum and those that are called the same or have the same columns: JWST's
/// EXTRACT1D, PypeIt's and Euclid's spec1d, one a source, DEEP2's two arms.
std::vector<int> tablesOf(const FitsFile& file)
{
    std::vector<int> tables;
    for (std::size_t index = 1; index < file.hdus().size(); ++index) {
        const auto& hdu = file.hdus()[index];
        if (!isSpectrum(hdu))
            continue;
        if (!tables.empty()) {
            const auto& other = file.hdus()[static_cast<std::size_t>(tables.front())];
            if ((hdu.name.isEmpty() || hdu.name != other.name) && !hasSameColumns(hdu, other))
                continue;
        }
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

/// PypeIt writes vacuum wavelengths and masks of good pixels (its data models OneSpec and SpecObj).
bool isPypeIt(const FitsHeader& header)
{
    return header.contains("PYP_SPEC") || header.text("DMODCLS") == u"OneSpec"
        || header.text("DMODCLS") == u"SpecObj";
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
    if (namesVacuum(unit) || namesVacuum(wavelength.name) || isPypeIt(header))
        return true;
    return namesAir(unit) || namesAir(wavelength.name) ? std::optional(false) : std::nullopt;
}

void setMaskSense(const FitsFile& file, const Hdu& hdu, SpectrumColumns& columns)
{
    const auto telescope = file.primary().header.text("TELESCOP").value_or(QString());
    columns.maskIsOfGood = columns.maskIsOfGood || isPypeIt(file.primary().header) || isPypeIt(hdu.header);
    if (telescope == u"JWST") // DO_NOT_USE, jwst-pipeline.readthedocs.io, "Data Quality Flags"
        columns.maskBits = 1;
    else if (hdu.header.contains("FSCALE") && columns.flux && columns.flux->name == u"SIGNAL")
        columns.maskBits = 1u | ~63u; // Euclid SIR: odd or from 64 on is bad (IRSA's tutorial for Q1)
}

Result<std::shared_ptr<Spectrum>> readRow(FitsFile& file, int index, qint64 row, std::size_t number)
{
    const auto& hdu = file.hdus()[static_cast<std::size_t>(index)];
    auto columns = spectrumColumns(hdu);
    setMaskSense(file, hdu, columns);
    auto table = readTableSamples(file, index, columns, row);
    if (!table)
        return table.error();
    auto spectrum = newSpectrum(file, Layout::Table, number);
    spectrum->header.append(hdu.header);
    spectrum->coadd = std::move(table.value().samples);
    dropUnlikelyMask(spectrum->coadd);
    spectrum->sky = std::move(table.value().sky);
    auto unit = cardOf(hdu, "TUNIT", *columns.flux);
    if (const auto factor = hdu.header.number("FSCALE")) // Euclid
        unit = u"%1 %2"_s.arg(*factor).arg(unit);
    spectrum->fluxUnit = scaledUnit(unit, table.value().fluxPower);
    const auto vacuum = isVacuum(spectrum->header, hdu, *columns.wavelength);
    spectrum->frame.frameIsKnown = vacuum.has_value();
    spectrum->frame.wasAir = !vacuum.value_or(true);
    spectrum->frame.heliocentric = isHeliocentric(spectrum->header);
    if (spectrum->frame.wasAir)
        toVacuum(spectrum->coadd.wavelengthAngstrom);
    describeAnonymous(*spectrum, hdu.header);
    return spectrum;
}

/// Objects of a file that are told apart by the names of their HDUs only.
void addName(const QString& extname, QString& designation)
{
    if (designation.contains(extname, Qt::CaseInsensitive))
        return;
    designation = designation.isEmpty() ? extname : designation + u' ' + extname;
}

Result<std::vector<SpectrumPtr>> read(FitsFile& file, const ReadOptions&)
{
    std::vector<SpectrumPtr> spectra;
    const auto tables = tablesOf(file);
    const auto nameOf = [&file](int index) { return file.hdus()[static_cast<std::size_t>(index)].name; };
    const bool areNamedApart = nameOf(tables.front()) != nameOf(tables.back());
    for (const auto index : tables) {
        const auto& hdu = file.hdus()[static_cast<std::size_t>(index)];
        const auto objects = spectrumColumns(hdu).flux->repeat > 1 ? hdu.rows() : 1;
        if (objects > mostObjects)
            return tooLarge(file.name());
        for (qint64 row = 0; row < objects; ++row) {
            auto spectrum = readRow(file, index, row, spectra.size());
            if (!spectrum)
                return spectrum.error();
            if (tables.size() > 1 && areNamedApart)
                addName(hdu.name, spectrum.value()->target.designation);
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
