#include "db/fits/desiarms.h"

#include "db/fits/refusal.h"
#include "db/fits/samplesaxis.h"

using namespace Qt::Literals::StringLiterals;

Result<std::vector<DesiArm>> desiArms(FitsFile& file)
{
    std::vector<DesiArm> arms;
    for (const auto& name : {u"B"_s, u"R"_s, u"Z"_s, u"BRZ"_s}) { // BRZ: coadded over cameras
        const auto axis = file.find(name + u"_WAVELENGTH"_s);
        const auto flux = file.find(name + u"_FLUX"_s);
        const auto ivar = file.find(name + u"_IVAR"_s);
        if (!axis || !flux || !ivar)
            continue;
        const auto hdu = [&file](int index) -> const Hdu& {
            return file.hdus()[static_cast<std::size_t>(index)];
        };
        const auto pixels = hdu(*axis).pixels();
        const auto rows = hdu(*flux).imageRows();
        if (pixels < 2 || pixels > mostPixels || hdu(*flux).pixels() != pixels
            || hdu(*ivar).pixels() != pixels || hdu(*ivar).imageRows() != rows)
            return noWavelengths(file.name());
        DesiArm arm {name,
                     std::vector<double>(static_cast<std::size_t>(pixels)),
                     *flux,
                     *ivar,
                     file.find(name + u"_MASK"_s),
                     rows};
        if (!file.readImage(*axis, 0, pixels, arm.wavelengthAngstrom.data()))
            return file.failure();
        if (arm.mask && (hdu(*arm.mask).pixels() != pixels || hdu(*arm.mask).imageRows() != rows))
            arm.mask.reset();
        arms.push_back(std::move(arm));
    }
    return arms;
}

Result<Samples> readDesiRow(FitsFile& file, const DesiArm& arm, qint64 row)
{
    const auto pixels = static_cast<qint64>(arm.wavelengthAngstrom.size());
    if (!file.affords(pixels))
        return tooLarge(file.name());
    const auto size = static_cast<std::size_t>(pixels);
    Samples samples {arm.wavelengthAngstrom, std::vector<float>(size), std::vector<float>(size), {}, {}};
    if (!file.readImage(arm.flux, row * pixels, pixels, samples.flux.data())
        || !file.readImage(arm.inverseVariance, row * pixels, pixels, samples.inverseVariance.data()))
        return file.failure();
    cleanInverseVariance(samples.inverseVariance);
    if (arm.mask) {
        std::vector<qint64> words(size);
        if (!file.readImage(*arm.mask, row * pixels, pixels, words.data()))
            return file.failure();
        samples.andMask = pixelMask(words.data(), static_cast<qint32>(pixels));
    }
    std::vector<float> noSky;
    if (!settleAxis(samples, noSky))
        return noWavelengths(file.name());
    return samples;
}
