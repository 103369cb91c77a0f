#include "db/fits/spectrumreader.h"

#include "db/fits/filebytes.h"
#include "db/fits/foreignfile.h"
#include "db/fits/gunzip.h"
#include "db/fits/layouts.h"
#include "db/fits/refusal.h"
#include "db/fits/textspectrum.h"
#include "db/net/remotefile.h"

#include <QCoreApplication>
#include <QUrl>

#include <malloc.h>

using namespace Qt::Literals::StringLiterals;

namespace {
/// First match reads: the particular before the general.
const LayoutFamily families[] = {
    lamostImageFamily(), lamostMrsFamily(),    lamostTableFamily(), sdssFamily(),  sdssImageFamily(),
    astraFamily(),       desiFamily(),         sixDfFamily(),       weaveFamily(), twoDfFamily(),
    apogeeFamily(),      stampSpectraFamily(), imageFamily(),       tableFamily(),
};

/// Eigenspectra and templates lie on a wavelength axis too: SDSS's spEigen files name the eigenvalue or the
/// star of every row, redrock's rrtemplate files their type.
bool isTemplateLibrary(const FitsFile& file)
{
    const auto& primary = file.primary();
    const bool namesRows = primary.imageRows() > 1 && primary.header.contains("NAME0");
    return namesRows || primary.header.contains("EIGEN0") || primary.header.contains("RRTYPE")
        || file.find(u"BASIS_VECTORS");
}

/// LAMOST counts its HDUs in N_EXTEN, so a file that lost whole HDUs can be told.
std::optional<Error> missingHdus(const FitsFile& file)
{
    const auto& header = file.primary().header;
    const auto announced = header.text("TELESCOP") == u"LAMOST" ? header.integer("N_EXTEN").value_or(0) : 0;
    const auto there = static_cast<qint64>(file.hdus().size());
    if (announced <= there)
        return {};
    const auto sentence = QCoreApplication::translate(
        "SpectrumReader", "%1 is cut off: it announces %2 extensions and holds %3.");
    return refusal(file.name(),
                   QString(sentence)
                       .replace(u"%2"_s, QString::number(announced))
                       .replace(u"%3"_s, QString::number(there)));
}

Result<std::vector<SpectrumPtr>> readFits(QByteArrayView bytes, const QString& name, qint64 sizeOnDisk,
                                          const ReadOptions& options)
{
    auto file = FitsFile::open(bytes, name, sizeOnDisk);
    if (!file)
        return file.error();
    if (auto error = missingHdus(*file.value()))
        return *error;
    if (isTemplateLibrary(*file.value()))
        return refusal(name,
                       QCoreApplication::translate(
                           "SpectrumReader", "%1 holds templates to compare spectra with, no spectrum."));
    for (const auto& family : families) {
        if (family.recognises(*file.value()))
            return family.read(*file.value(), options);
    }
    return refusalOfUnknown(*file.value());
}

Result<std::vector<SpectrumPtr>> readBytes(QByteArrayView bytes, const QString& name,
                                           const ReadOptions& options)
{
    thread_local Gunzip gunzip;
    const auto sizeOnDisk = bytes.size();
    if (sizeOnDisk > largestFile)
        return refusal(
            name, QCoreApplication::translate("SpectrumReader", "%1 is too large to be a file of spectra."));
    if (isGzip(bytes)) {
        const auto inflated = gunzip.inflate(bytes, name);
        if (!inflated)
            return inflated.error();
        bytes = inflated.value();
    }
    if (bytes.isEmpty())
        return refusal(name, QCoreApplication::translate("SpectrumReader", "%1 is empty."));
    if (bytes.startsWith("SIMPLE  ="))
        return readFits(bytes, name, sizeOnDisk, options);
    if (auto error = refusalOfForeign(bytes, name))
        return *error;
    return readTextSpectrum(bytes, name);
}
}

void keepFreedMemory()
{
#ifdef __GLIBC__
    mallopt(M_TRIM_THRESHOLD, 64 << 20);
    mallopt(M_MMAP_THRESHOLD, 4 << 20); // the default grows by itself, but no longer once the other is set
#endif
}

Result<std::vector<SpectrumPtr>> readSpectraFrom(const QByteArray& bytes, const QString& name,
                                                 const ReadOptions& options)
{
    return readBytes(bytes, name, options);
}

Result<std::vector<SpectrumPtr>> readSpectra(const QString& pathOrUrl, const ReadOptions& options)
{
    if (pathOrUrl.startsWith("http://"_L1) || pathOrUrl.startsWith("https://"_L1)) {
        const auto bytes = fetch(QUrl(pathOrUrl));
        if (!bytes)
            return bytes.error();
        return readBytes(bytes.value(), pathOrUrl, options);
    }
    thread_local FileBytes file;
    const auto bytes = file.read(pathOrUrl);
    if (!bytes)
        return bytes.error();
    return readBytes(bytes.value(), pathOrUrl, options);
}
