#include "app/release/spectrumpacker.h"

#include "db/fits/refusal.h"
#include "db/fits/spectrumreader.h"
#include "db/net/remotefile.h"
#include "plotting/thumbnail/thumbnailcaption.h"

#include <QUrl>

using namespace Qt::Literals::StringLiterals;

namespace {
struct Text
{
    Q_DECLARE_TR_FUNCTIONS(SpectrumPacker)
};
}

SpectrumPacker::SpectrumPacker(const PackageSettings& settings)
    : m_settings(settings)
{
}

/// The file's bytes, inflated.
Result<QByteArrayView> SpectrumPacker::contents(const QString& file)
{
    Result<QByteArrayView> bytes = QByteArrayView();
    if (file.startsWith("http://"_L1) || file.startsWith("https://"_L1)) {
        auto fetched = fetch(QUrl(file));
        if (!fetched)
            return fetched.error();
        m_download = std::move(fetched).value();
        bytes = QByteArrayView(m_download);
    } else {
        bytes = m_file.read(file);
    }
    return bytes && isGzip(bytes.value()) ? m_gunzip.inflate(bytes.value(), file) : bytes;
}

Result<void> SpectrumPacker::pack(const ReleasedSpectrum& spectrum, PackedFiles& files)
{
    const auto plain = contents(spectrum.file);
    if (!plain)
        return plain.error();
    const auto wishes = m_settings.rules.wishesFor(spectrum, m_settings.release);
    const auto fits = m_fits.rewrite(plain.value(), wishes, spectrum.obsid, spectrum.file);
    if (!fits)
        return fits.error();
    files.thumbnail.resize(0);
    if (m_settings.thumbnails) {
        const auto bytes = QByteArray::fromRawData(plain.value().data(), plain.value().size());
        const auto read = readSpectraFrom(bytes, spectrum.file, {.exposures = false});
        if (!read)
            return read.error();
        if (read.value().size() != 1)
            return refusal(spectrum.file,
                           Text::tr("%1 holds several spectra; only files of one spectrum can go out."));
        const auto& shown = *read.value().front();
        files.thumbnail =
            m_thumbnail.png(shown.coadd, thumbnailCaption(spectrum, m_settings.release.title, shown.header));
    }
    const auto& [head, rest, dataSum, headBefore] = fits.value();
    const auto packed = m_gzip.pack(head, rest, files.fits);
    const auto before = plain.value().first(headBefore);
    files.parts = {.source = {},
                   .headBefore = headBefore,
                   .headCrc = crcOf(before),
                   .dataSum = dataSum,
                   .restAt = packed.run.data() - files.fits.constData(),
                   .restSize = packed.size,
                   .restCrc = packed.crc};
    return {};
}

bool SpectrumPacker::renew(const ReleasedSpectrum& spectrum, const PackedParts& before, PackedFiles& files)
{
    constexpr qsizetype trailer = 8;
    const auto head = m_head.read(spectrum.file, before.headBefore);
    if (head.isEmpty() || crcOf(head) != before.headCrc || before.restAt > files.fits.size() - trailer)
        return false;
    const auto wishes = m_settings.rules.wishesFor(spectrum, m_settings.release);
    const auto renewed = m_fits.rewriteHead(head, before.dataSum, wishes, spectrum.obsid, spectrum.file);
    if (!renewed)
        return false;
    if (m_settings.thumbnails) {
        const FitsHeader header(head.toByteArray());
        const auto png = m_thumbnail.recaptioned(
            files.thumbnail, thumbnailCaption(spectrum, m_settings.release.title, header));
        if (!png)
            return false;
        files.thumbnail = *png;
    }
    const auto old = std::exchange(files.fits, {});
    const auto run = QByteArrayView(old).sliced(before.restAt).chopped(trailer);
    const auto packed = m_gzip.splice(renewed.value(), {run, before.restCrc, before.restSize}, files.fits);
    files.parts = before;
    files.parts.restAt = packed.run.data() - files.fits.constData();
    return true;
}
