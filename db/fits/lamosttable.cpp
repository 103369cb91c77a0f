#include "db/fits/lamostlrs.h"
#include "db/fits/layouts.h"
#include "db/fits/tablesamples.h"

using namespace Qt::Literals::StringLiterals;

namespace {
bool recognises(const FitsFile& file)
{
    const auto coadd = file.find(u"COADD");
    return coadd && file.hdus()[static_cast<std::size_t>(*coadd)].isTable()
        && file.primary().header.text("TELESCOP") == u"LAMOST";
}

Result<std::vector<SpectrumPtr>> read(FitsFile& file, const ReadOptions&)
{
    const auto coadd = *file.find(u"COADD");
    const auto& hdu = file.hdus()[static_cast<std::size_t>(coadd)];
    const auto columns = spectrumColumns(hdu);
    if (!columns.isSpectrum())
        return file.failure();
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
