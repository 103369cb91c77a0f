#include "db/fits/imagerows.h"
#include "db/fits/lamostheader.h"
#include "db/fits/layouts.h"
#include "db/fits/refusal.h"
#include "db/fits/samplesaxis.h"
#include "db/fits/spectralaxis.h"

using namespace Qt::Literals::StringLiterals;

// APOGEE (SDSS data model): apStar has the combined spectrum in row 0 of HDU 1, then a second combination and
// the visits; aspcapStar the normalised one; HDU 2 is the error, HDU 3 the pixel mask. apVisit has one row
// for each of the three detectors, red first, with its wavelengths in HDU 4. Vacuum; the combined spectra are
// at rest.

namespace {
const auto fluxUnit = u"1e-17 erg/s/cm²/Å"_s;
constexpr int fluxHdu = 1;
constexpr int errorHdu = 2;
constexpr int maskHdu = 3;
constexpr int wavelengthHdu = 4;
/// APOGEE_PIXMASK: what makes a pixel worthless. The others mark persistence, sky lines and tellurics.
constexpr quint32 badBits = 0x40ff;

const Hdu& hduOf(const FitsFile& file, int index)
{
    return file.hdus()[static_cast<std::size_t>(index)];
}

bool isVisit(const FitsFile& file)
{
    return file.hdus().size() > wavelengthHdu && hduOf(file, fluxHdu).imageRows() == 3
        && hduOf(file, wavelengthHdu).axes == hduOf(file, fluxHdu).axes
        && hduOf(file, wavelengthHdu).header.text("BUNIT").value_or(QString()).startsWith("Wave"_L1);
}

bool isStar(const FitsFile& file)
{
    const auto& header = hduOf(file, fluxHdu).header;
    const auto start = header.number("CRVAL1");
    return hduOf(file, maskHdu).pixels() == hduOf(file, fluxHdu).pixels() && start && *start > 4.1
        && *start < 4.3 && header.text("CTYPE1").value_or(QString()).startsWith("LOG"_L1);
}

bool recognises(const FitsFile& file)
{
    if (file.hdus().size() <= maskHdu || hduOf(file, fluxHdu).pixels() < 2
        || hduOf(file, errorHdu).axes != hduOf(file, fluxHdu).axes)
        return false;
    return isVisit(file) || isStar(file);
}

void describe(Spectrum& spectrum)
{
    const auto& header = spectrum.header;
    auto& target = spectrum.target;
    target.survey = u"APOGEE"_s;
    target.designation = header.text("OBJID").value_or(header.text("OBJ").value_or(QString()));
    target.raDeg = header.number("RA");
    target.decDeg = header.number("DEC");
    target.planId = header.text("FIELD").value_or(header.text("PLATEID").value_or(QString()));
    target.fiberId = smallNumber(header.integer("FIBERID"));
    setNight(target, header.number("MJD5"));
    if (const auto magnitude = header.number("H"); magnitude && *magnitude > 0 && *magnitude < 40)
        target.magnitude = magnitude;
    spectrum.pipelineVersion = header.text("APRED").value_or(header.text("V_APRED").value_or(QString()));
}

void giveId(Spectrum& spectrum)
{
    const auto& flux = spectrum.coadd.flux;
    deriveObsid(spectrum,
                QByteArrayView(reinterpret_cast<const char*>(flux.data()),
                               static_cast<qsizetype>(flux.size() * sizeof(float))));
}

/// Flux, error and mask of one row of the images.
Result<Samples> readRow(FitsFile& file, qint64 row, std::vector<double> axis)
{
    const auto pixels = hduOf(file, fluxHdu).pixels();
    auto flux = imageRow(file, fluxHdu, row, pixels);
    auto error = imageRow(file, errorHdu, row, pixels);
    const bool isMask = hduOf(file, maskHdu).bitpix > 0; // aspcapStar has the best fit there
    auto mask = maskRow(file, isMask ? std::optional(maskHdu) : std::nullopt, row, pixels, badBits);
    if (!flux || !error || !mask)
        return file.failure();
    Samples samples;
    samples.wavelengthAngstrom = std::move(axis);
    samples.flux = std::move(flux).value();
    samples.inverseVariance = std::move(error).value();
    inverseOfError(samples.inverseVariance);
    samples.andMask = std::move(mask).value();
    std::vector<float> noSky;
    if (!settleAxis(samples, noSky))
        return noWavelengths(file.name());
    return samples;
}

Result<std::vector<SpectrumPtr>> readStar(FitsFile& file)
{
    auto spectrum = newSpectrum(file, Layout::Image, 0);
    auto axis = spectralAxis(hduOf(file, fluxHdu).header, hduOf(file, fluxHdu).pixels());
    if (!axis)
        return noWavelengths(file.name());
    auto samples = readRow(file, 0, std::move(axis->wavelengthAngstrom));
    if (!samples)
        return samples.error();
    spectrum->coadd = std::move(samples).value();
    const auto unit = hduOf(file, fluxHdu).header.text("BUNIT").value_or(QString());
    spectrum->fluxUnit = unit.startsWith("Flux"_L1) ? fluxUnit : QString();
    describe(*spectrum);
    giveId(*spectrum);
    return std::vector<SpectrumPtr> {std::move(spectrum)};
}

/// Puts a detector's samples behind the bluer ones; false where they overlap.
bool append(Samples& samples, const Samples& detector)
{
    if (samples.size() > 0 && detector.wavelengthAngstrom.front() <= samples.wavelengthAngstrom.back())
        return false;
    const auto offset = static_cast<qint32>(samples.size());
    const auto join = [](auto& to, const auto& from) { to.insert(to.end(), from.begin(), from.end()); };
    join(samples.wavelengthAngstrom, detector.wavelengthAngstrom);
    join(samples.flux, detector.flux);
    join(samples.inverseVariance, detector.inverseVariance);
    for (auto run : detector.andMask) {
        run.first += offset;
        samples.andMask.push_back(run);
    }
    return true;
}

Result<std::vector<SpectrumPtr>> readVisit(FitsFile& file)
{
    const auto pixels = hduOf(file, fluxHdu).pixels();
    auto spectrum = newSpectrum(file, Layout::Image, 0);
    for (const qint64 row : {2, 1, 0}) {
        std::vector<double> axis(static_cast<std::size_t>(pixels));
        if (!file.readImage(wavelengthHdu, row * pixels, pixels, axis.data()))
            return file.failure();
        auto samples = readRow(file, row, std::move(axis));
        if (!samples)
            return samples.error();
        const auto& detector = samples.value();
        if (!append(spectrum->coadd, detector))
            return noWavelengths(file.name());
        static constexpr std::array<QStringView, 3> names {u"R", u"G", u"B"};
        spectrum->arms.push_back({names[static_cast<std::size_t>(row)].toString(),
                                  detector.wavelengthAngstrom.front(), detector.wavelengthAngstrom.back()});
    }
    spectrum->fluxUnit = fluxUnit;
    spectrum->frame.heliocentric = false;
    spectrum->frame.heliocentricKmS = spectrum->header.number("BC");
    describe(*spectrum);
    giveId(*spectrum);
    return std::vector<SpectrumPtr> {std::move(spectrum)};
}

Result<std::vector<SpectrumPtr>> read(FitsFile& file, const ReadOptions&)
{
    const auto pixels = hduOf(file, fluxHdu).pixels();
    if (pixels > mostPixels || !file.affords(3 * pixels))
        return tooLarge(file.name());
    return isVisit(file) ? readVisit(file) : readStar(file);
}
}

LayoutFamily apogeeFamily()
{
    return {recognises, read};
}
