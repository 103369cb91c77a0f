#include "db/fits/foreignfile.h"
#include "db/fits/lamostheader.h"
#include "db/fits/lamostlrs.h"
#include "db/fits/layouts.h"
#include "db/fits/tablesamples.h"

using namespace Qt::Literals::StringLiterals;

namespace {
/// COADD, or, where a cut-out lost the name, the first table of a spectrum.
std::optional<int> coaddOf(const FitsFile& file)
{
    if (const auto coadd = file.find(u"COADD");
        coadd && file.hdus()[static_cast<std::size_t>(*coadd)].isTable())
        return coadd;
    for (std::size_t index = 1; index < file.hdus().size(); ++index) {
        const auto& hdu = file.hdus()[index];
        const auto columns = hdu.isTable() ? spectrumColumns(hdu) : SpectrumColumns();
        if (columns.isSpectrum() && columns.inverseVariance && columns.wavelength->name == u"WAVELENGTH")
            return static_cast<int>(index);
    }
    return {};
}

bool recognises(const FitsFile& file)
{
    return isFromLamost(file.primary().header) && coaddOf(file);
}

Result<std::vector<SpectrumPtr>> read(FitsFile& file, const ReadOptions&)
{
    const auto coadd = *coaddOf(file);
    const auto& hdu = file.hdus()[static_cast<std::size_t>(coadd)];
    const auto columns = spectrumColumns(hdu);
    if (!columns.isSpectrum())
        return refusalOfUnknown(file);
    auto table = readTableSamples(file, coadd, columns);
    if (!table)
        return table.error();
    auto spectrum = std::make_shared<Spectrum>();
    spectrum->file = file.name();
    spectrum->layout = Layout::LamostTable;
    spectrum->header = file.primary().header;
    spectrum->header.append(hdu.header);
    spectrum->coadd = std::move(table.value().samples);
    return finishedLamost(std::move(spectrum));
}
}

LayoutFamily lamostTableFamily()
{
    return {recognises, read};
}
