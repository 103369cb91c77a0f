#include "plotting/palette.h"

#include <QPalette>

namespace {
/// Okabe & Ito's colour-blind safe hues, as the page design gives them a meaning.
PlotPalette shared(QColor background, QColor ink)
{
    const auto faded = [ink](double alpha) {
        auto colour = ink;
        colour.setAlphaF(static_cast<float>(alpha));
        return colour;
    };
    return {.background = background,
            .axis = faded(0.65),
            .grid = faded(0.08),
            .flux = ink,
            .rawFlux = faded(0.35),
            .error = faded(0.20),
            .emission = QColor(0x00, 0x72, 0xb2),
            .absorption = QColor(0xd5, 0x5e, 0x00),
            .templateFlux = QColor(0x00, 0x9e, 0x73),
            .sky = faded(0.12),
            .masked = faded(0.30),
            .problem = QColor(0xe6, 0x9f, 0x00)};
}
}

PlotPalette PlotPalette::light()
{
    return shared(QColor(0xff, 0xff, 0xff), QColor(0x1a, 0x1a, 0x1a));
}

PlotPalette PlotPalette::dark()
{
    auto palette = shared(QColor(0x16, 0x18, 0x1b), QColor(0xec, 0xec, 0xec));
    palette.emission = QColor(0x56, 0xb4, 0xe9); // the same hues, bright enough on a dark ground
    palette.absorption = QColor(0xff, 0x8c, 0x42);
    palette.templateFlux = QColor(0x2f, 0xc4, 0x96);
    return palette;
}

PlotPalette PlotPalette::of(const QPalette& palette)
{
    return palette.color(QPalette::Base).lightness() < 128 ? dark() : light();
}
