#include "models/spectrum/maskbits.h"

#include <QStringList>

#include <algorithm>
#include <array>

using namespace Qt::Literals::StringLiterals;

namespace {
// LAMOST data release documents, ANDMASK/ORMASK bits 1–6.
constexpr std::array lamostNames {"BADCCD", "BADPROFILE", "NOSKY", "BRIGHTSKY", "BADCENTER", "NODATA"};
// SDSS-III SPPIXMASK, bits 0–28.
constexpr std::array sdssNames {"NOPLUG",
                                "BADTRACE",
                                "BADFLAT",
                                "BADARC",
                                "MANYBADCOLUMNS",
                                "MANYREJECTED",
                                "LARGESHIFT",
                                "BADSKYFIBER",
                                "NEARWHOPPER",
                                "WHOPPER",
                                "",
                                "",
                                "",
                                "",
                                "",
                                "",
                                "NEARBADPIXEL",
                                "LOWFLAT",
                                "FULLREJECT",
                                "PARTIALREJECT",
                                "SCATTEREDLIGHT",
                                "CROSSTALK",
                                "NOSKY",
                                "BRIGHTSKY",
                                "NODATA",
                                "COMBINEREJ",
                                "BADFLUXFACTOR",
                                "BADSKYCHI",
                                "REDMONSTER"};

constexpr quint32 sdssFullReject = 1u << 18;
constexpr quint32 sdssNoSky = 1u << 22;
constexpr quint32 sdssNoData = 1u << 24;

bool isLamost(Layout layout)
{
    return layout == Layout::LamostNormalisedImage || layout == Layout::LamostImage
        || layout == Layout::LamostTable || layout == Layout::LamostMrs;
}

QString bitName(Layout layout, unsigned bit)
{
    const char* name = "";
    if (isLamost(layout) && bit < lamostNames.size())
        name = lamostNames[bit];
    else if (layout == Layout::Sdss && bit < sdssNames.size())
        name = sdssNames[bit];
    return *name ? QString::fromLatin1(name) : QString::number(1u << bit);
}
}

quint32 worthlessBits(Layout layout)
{
    return layout == Layout::Sdss ? sdssFullReject | sdssNoSky | sdssNoData : ~0u;
}

QString maskNames(Layout layout, quint32 bits)
{
    QStringList names;
    for (unsigned bit = 0; bit < 32; ++bit) {
        if (bits & (1u << bit))
            names.append(bitName(layout, bit));
    }
    return names.join(u", "_s);
}

quint32 maskBitsAt(const PixelMask& mask, qint32 pixel)
{
    const auto behind = std::ranges::upper_bound(mask, pixel, {}, &PixelRun::first);
    if (behind == mask.begin())
        return 0;
    const auto& run = *std::prev(behind);
    return pixel < run.first + run.count ? run.bits : 0;
}
