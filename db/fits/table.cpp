#include "db/fits/anonymousspectrum.h"
#include "db/fits/layouts.h"
#include "db/fits/refusal.h"
#include "db/fits/samplesaxis.h"
#include "db/fits/tablesamples.h"

#include <QCoreApplication>

using namespace Qt::Literals::StringLiterals;

namespace {
std::optional<int> tableOf(const FitsFile& file)
{
    for (std::size_t index = 1; index < file.hdus().size(); ++index) {
        if (file.hdus()[index].isTable() && spectrumColumns(file.hdus()[index]).isSpectrum())
            return static_cast<int>(index);
    }
    return {};
}

bool recognises(const FitsFile& file)
{
    return tableOf(file).has_value();
}

QString unitOf(const Hdu& hdu, const TableColumn& column)
{
    return hdu.header.text(("TUNIT" + QByteArray::number(column.number)).constData()).value_or(QString());
}

/// Å in the unit of the wavelength column; TUNITn in the spellings of the FITS Standard and of astropy.
double angstromsPerUnit(const QString& unit)
{
    const auto word = unit.toLower();
    if (word == u"nm")
        return 10.0;
    if (word == u"um" || word == u"micron")
        return 1.0e4;
    return 1.0;
}

Result<std::vector<SpectrumPtr>> read(FitsFile& file, const ReadOptions&)
{
    const auto index = *tableOf(file);
    const auto& hdu = file.hdus()[static_cast<std::size_t>(index)];
    const auto columns = spectrumColumns(hdu);
    if (columns.flux->repeat > 1 && hdu.rows() > 1)
        return refusal(
            file.name(),
            QCoreApplication::translate(
                "TableLayout", "%1 is a table with a spectrum in every row, in a form that is not known."));
    auto table = readTableSamples(file, index, columns);
    if (!table)
        return table.error();
    auto spectrum = std::make_shared<Spectrum>();
    spectrum->file = file.name();
    spectrum->layout = Layout::Table;
    spectrum->header = file.primary().header;
    spectrum->header.append(hdu.header);
    spectrum->coadd = std::move(table.value().samples);
    spectrum->sky = std::move(table.value().sky);
    spectrum->fluxUnit = unitOf(hdu, *columns.flux);
    const auto scale = columns.wavelengthIsLog10 ? 1.0 : angstromsPerUnit(unitOf(hdu, *columns.wavelength));
    for (auto& wavelength : spectrum->coadd.wavelengthAngstrom)
        wavelength *= scale;
    const auto vacuum = spectrum->header.flag("VACUUM");
    spectrum->frame.frameIsKnown = vacuum.has_value();
    spectrum->frame.wasAir = !vacuum.value_or(true);
    if (spectrum->frame.wasAir)
        toVacuum(spectrum->coadd.wavelengthAngstrom);
    describeAnonymous(*spectrum);
    return std::vector<SpectrumPtr> {std::move(spectrum)};
}
}

LayoutFamily tableFamily()
{
    return {recognises, read};
}
