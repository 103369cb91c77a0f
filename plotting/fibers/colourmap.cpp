#include "plotting/fibers/colourmap.h"

#include <algorithm>
#include <cmath>
#include <numbers>

namespace {
int channel(double linear)
{
    linear = std::clamp(linear, 0.0, 1.0);
    const double encoded = linear <= 0.0031308 ? 12.92 * linear : 1.055 * std::pow(linear, 1 / 2.4) - 0.055;
    return static_cast<int>(std::lround(255 * encoded));
}

/// A colour of given lightness, chroma and hue (degrees) in Oklab.
QRgb oklab(double lightness, double chroma, double hueDegrees)
{
    const double hue = hueDegrees * std::numbers::pi / 180;
    const double a = chroma * std::cos(hue);
    const double b = chroma * std::sin(hue);
    const double l = std::pow(lightness + 0.3963377774 * a + 0.2158037573 * b, 3);
    const double m = std::pow(lightness - 0.1055613458 * a - 0.0638541728 * b, 3);
    const double s = std::pow(lightness - 0.0894841775 * a - 1.2914855480 * b, 3);
    return qRgb(channel(4.0767416621 * l - 3.3077115913 * m + 0.2309699292 * s),
                channel(-1.2684380046 * l + 2.6097574011 * m - 0.3413193965 * s),
                channel(-0.0041960863 * l - 0.7034186147 * m + 1.7076147010 * s));
}

template<typename Colour>
ColourMap mapOf(Colour colour)
{
    ColourMap map {};
    for (std::size_t step = 0; step < map.size(); ++step)
        map[step] = colour(double(step) / double(map.size() - 1));
    return map;
}
}

const ColourMap& sequentialMap()
{
    static const auto map =
        mapOf([](double t) { return oklab(0.16 + 0.80 * t, 0.05 + 0.33 * t * (1 - t), 285 - 185 * t); });
    return map;
}

const ColourMap& divergingMap(bool dark)
{
    const auto side = [](bool onDark) {
        return mapOf([onDark](double t) {
            const double far = std::abs(2 * t - 1);
            const double lightness = onDark ? 0.24 + 0.56 * far : 0.97 - 0.47 * far;
            return oklab(lightness, 0.15 * far, t < 0.5 ? 250 : 55);
        });
    };
    static const auto onLight = side(false);
    static const auto onDark = side(true);
    return dark ? onDark : onLight;
}
