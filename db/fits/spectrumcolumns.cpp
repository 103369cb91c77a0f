#include "db/fits/columnmeaning.h"
#include "db/fits/tablesamples.h"

#include <algorithm>

using namespace Qt::Literals::StringLiterals;

namespace {
using Columns = std::vector<TableColumn>;
using Names = std::initializer_list<QStringView>;
using Scale = WavelengthUnit::Scale;

std::optional<TableColumn> first(const Columns& columns, Names names)
{
    for (const auto name : names) {
        for (const auto& column : columns) {
            if (column.name == name && column.isNumber())
                return column;
        }
    }
    return {};
}

std::optional<TableColumn> firstMask(const Columns& columns, Names names)
{
    for (const auto name : names) {
        for (const auto& column : columns) {
            if (column.name == name && (column.isNumber() || column.type == 'L'))
                return column;
        }
    }
    return {};
}

QString cardOf(const Hdu& hdu, const char* keyword, const TableColumn& column)
{
    return hdu.header.text((keyword + QByteArray::number(column.number)).constData()).value_or(QString());
}

/// Catalogues have hundreds of columns with one number each: only what is as long as a spectrum counts.
bool isLong(const Hdu& hdu, const TableColumn& column)
{
    constexpr qint64 fewestPixels = 10;
    return column.isNumber() && (column.repeat > 1 ? column.repeat : hdu.rows()) >= fewestPixels;
}

/// What UCDs (IVOA UCD1+) and utypes (IVOA Spectral Data Model) say: ESO phase 3, SSAP services.
ColumnMeaning meaningByCards(const Hdu& hdu, const TableColumn& column)
{
    const auto ucd = cardOf(hdu, "TUCD", column).toLower();
    const auto utype = cardOf(hdu, "TUTYP", column).toLower();
    if (ucd.startsWith("em.wl"_L1) || utype.endsWith("spectralaxis.value"_L1))
        return ColumnMeaning::Wavelength;
    if (ucd.contains("stat.error"_L1) || utype.contains("fluxaxis.accuracy.staterror"_L1))
        return ColumnMeaning::Error;
    return ucd.startsWith("phot.flux"_L1) || utype.endsWith("fluxaxis.value"_L1) ? ColumnMeaning::Flux
                                                                                 : ColumnMeaning::Unknown;
}

struct Understood
{
    TableColumn column;
    ColumnMeaning meaning;
};

/// Numbers of pixels whose names, without `prefix`, have a meaning.
std::vector<Understood> understood(const Hdu& hdu, const Columns& all, QStringView prefix)
{
    std::vector<Understood> found;
    for (const auto& column : all) {
        if (!isLong(hdu, column) || !column.name.startsWith(prefix))
            continue;
        auto meaning = columnMeaning(QStringView(column.name).sliced(prefix.size()));
        if (meaning == ColumnMeaning::Unknown)
            meaning = meaningByCards(hdu, column);
        if (meaning != ColumnMeaning::Unknown)
            found.push_back({column, meaning});
    }
    return found;
}

/// The first with the meaning; of several the one that shares the name of `of`, as FLAM_IVAR beside FLAM.
std::optional<TableColumn> pick(const std::vector<Understood>& found, ColumnMeaning meaning,
                                const std::optional<TableColumn>& of = {})
{
    std::optional<TableColumn> picked;
    for (const auto& [column, is] : found) {
        if (is == meaning
            && (!picked || (of && column.name.contains(of->name) && !picked->name.contains(of->name))))
            picked = column;
    }
    return picked;
}

/// Calibrated fluxes before counts.
std::optional<TableColumn> pickFlux(const std::vector<Understood>& found)
{
    for (const auto& [column, is] : found) {
        if (is == ColumnMeaning::Flux && !column.name.contains("COUNTS"_L1))
            return column;
    }
    return pick(found, ColumnMeaning::Flux);
}

void addByMeaning(const std::vector<Understood>& found, SpectrumColumns& columns)
{
    if (!columns.wavelength)
        columns.wavelength = pick(found, ColumnMeaning::Wavelength);
    for (const auto& [meaning, scale] : {std::pair(ColumnMeaning::Log10Wavelength, Scale::Log10),
                                         std::pair(ColumnMeaning::LnWavelength, Scale::Ln)}) {
        if (columns.wavelength)
            break;
        columns.wavelength = pick(found, meaning);
        columns.wavelengthScale = columns.wavelength ? std::optional(scale) : std::nullopt;
    }
    if (!columns.flux)
        columns.flux = pickFlux(found);
    if (columns.inverseVariance || columns.variance || columns.error)
        return;
    columns.inverseVariance = pick(found, ColumnMeaning::InverseVariance, columns.flux);
    columns.variance = pick(found, ColumnMeaning::Variance, columns.flux);
    columns.error = pick(found, ColumnMeaning::Error, columns.flux);
}

/// By the names of the big surveys, which costs next to nothing.
SpectrumColumns exactColumns(const Columns& all)
{
    SpectrumColumns columns;
    columns.wavelength = first(all,
                               {u"WAVELENGTH", u"WAVE", u"LAMBDA", u"LAM", u"WAVELENGTH_AA", u"SPECTRAL_AXIS",
                                u"WAVELENGTH_VAC", u"WAVE_VAC", u"WAVELENGTH_AIR", u"WAVE_AIR"});
    if (!columns.wavelength) {
        columns.wavelength = first(all, {u"LOGLAM", u"LOG_WAVE", u"LOGWAVE"});
        if (columns.wavelength)
            columns.wavelengthScale = Scale::Log10;
    }
    columns.flux = first(
        all, {u"FLUX", u"FLUX_DENSITY", u"SPEC", u"COUNTS", u"FLUX_REDUCED", u"SPECTRUM", u"BGFLUX_REDUCED"});
    columns.inverseVariance = first(all, {u"IVAR", u"FLUX_IVAR", u"INVVAR"});
    columns.variance = first(all, {u"VARIANCE", u"VAR", u"FLUX_VAR"});
    columns.error = first(all,
                          {u"ERROR", u"ERR", u"SIGMA", u"FLUX_ERR", u"FLUX_ERROR", u"E_FLUX", u"ERRS",
                           u"UNCERTAINTY", u"ERR_FLUX", u"STDEV", u"STDDEV", u"ERR_REDUCED"});
    return columns;
}
}

SpectrumColumns spectrumColumns(const Hdu& hdu)
{
    const auto all = hdu.columns();
    auto columns = exactColumns(all);
    const auto isComplete = [&columns] {
        return columns.isSpectrum() && (columns.inverseVariance || columns.variance || columns.error);
    };
    // PypeIt's optimal and boxcar extractions, https://pypeit.readthedocs.io/en/latest/out_spec1D.html
    const QStringView prefixes[] = {u"", u"OPT_", u"BOX_"};
    QStringView prefix;
    for (const auto tried : prefixes) {
        if (isComplete() || (columns.isSpectrum() && !tried.isEmpty()))
            break;
        addByMeaning(understood(hdu, all, tried), columns);
        prefix = columns.isSpectrum() ? tried : QStringView();
    }
    if (columns.wavelength)
        columns.wavelengthUnit = cardOf(hdu, "TUNIT", *columns.wavelength);
    columns.andMask = firstMask(all,
                                {u"ANDMASK", u"AND_MASK", u"PIXMASK", u"MASK", u"PIXEL_FLAGS", u"QUAL", u"DQ",
                                 u"OPT_MASK", u"BOX_MASK", u"FLAGS", u"BPM", u"BAD_PIX", u"BADPIX"});
    columns.maskIsOfGood = !prefix.isEmpty();
    columns.orMask = first(all, {u"ORMASK", u"OR_MASK"});
    columns.sky = first(all, {u"SKY"});
    return columns;
}
