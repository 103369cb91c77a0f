#include "plotting/thumbnail/thumbnail.h"

#include <algorithm>
#include <cmath>
#include <cstdint>
#include <cstring>
#include <limits>

using namespace Qt::Literals::StringLiterals;

namespace {
constexpr double firstAngstrom = 4000;
constexpr double lastAngstrom = 9000;
constexpr int tickAngstrom = 1000;

constexpr int margin = 8;
constexpr int lineHeight = 16;
constexpr int plotLeft = 64;
constexpr int plotRight = Thumbnail::size.width() - margin; // without
constexpr int captionRows = margin + 3 * lineHeight; // nothing else reaches into them
constexpr int plotTop = captionRows + 6;
constexpr int plotBottom = Thumbnail::size.height() - 24; // without
constexpr int plotWidth = plotRight - plotLeft;
constexpr int plotHeight = plotBottom - plotTop;
constexpr int tickLength = 4;
static_assert(plotHeight < 256, "rows of the plot are bytes");

/// Sixteen at once. As many as fill the plot's width reach to the picture's edge.
using Pixels = std::uint8_t __attribute__((vector_size(16)));
constexpr std::size_t wholeWidth = (plotWidth + sizeof(Pixels) - 1) / sizeof(Pixels) * sizeof(Pixels);
static_assert(plotLeft + wholeWidth <= Thumbnail::size.width());

// Indices 0 to 7 are the shades of letters, paper to ink.
constexpr unsigned char gridColour = 8;
constexpr unsigned char frameColour = 9;
constexpr unsigned char fluxColour = 10;

constexpr std::array<QRgb, PalettePng::colours> palette {
    0xffffffff, 0xffdedede, 0xffbebebe, 0xff9e9e9e, 0xff7e7e7e, 0xff5e5e5e, 0xff3e3e3e, 0xff1e1e1e,
    0xffececec, 0xff9a9a9a, 0xff0b4f8a, 0xffffffff, 0xffffffff, 0xffffffff, 0xffffffff, 0xffffffff};

constexpr float nothing = std::numeric_limits<float>::max();

/// 1, 2 or 5 times a power of ten: at most six steps between the limits.
double tickStep(double from, double to)
{
    const double rough = (to - from) / 6;
    const double power = std::pow(10.0, std::floor(std::log10(rough)));
    for (const double factor : {1.0, 2.0, 5.0}) {
        if (factor * power >= rough)
            return factor * power;
    }
    return 10 * power;
}

/// The value below which a fraction of the columns lies.
float quantile(std::vector<float>& values, double fraction)
{
    const auto at = values.begin()
        + static_cast<std::ptrdiff_t>(std::lround(fraction * static_cast<double>(values.size() - 1)));
    std::nth_element(values.begin(), at, values.end());
    return *at;
}
}

Thumbnail::Thumbnail()
    : m_writer(palette, size, captionRows)
    , m_empty(static_cast<std::size_t>(size.width() * size.height()), 0)
    , m_low(plotWidth)
    , m_high(plotWidth)
    , m_top(wholeWidth, static_cast<unsigned char>(plotHeight)) // no line right of the plot
    , m_bottom(wholeWidth, 0)
{
    m_pixels = m_empty;
    drawFrame();
    m_empty = m_pixels;
}

void Thumbnail::fill(int x, int y, int width, int height, unsigned char colour)
{
    auto* pixel = m_pixels.data() + y * size.width() + x;
    for (int row = 0; row < height; ++row, pixel += size.width())
        if (width == 1) // as most are
            *pixel = colour;
        else
            std::fill_n(pixel, width, colour);
}

void Thumbnail::drawText(int x, int y, const QString& text)
{
    const auto room = std::max(0, (size.width() - x) / Glyphs::width);
    for (const auto character : QStringView(text).left(room)) {
        const auto* shade = m_glyphs.letter(character);
        for (int row = 0; row < Glyphs::height; ++row, shade += Glyphs::width) {
            auto* pixel = m_pixels.data() + (y + row) * size.width() + x;
            for (int column = 0; column < Glyphs::width; ++column)
                pixel[column] = std::max(pixel[column] > 7 ? static_cast<unsigned char>(0) : pixel[column],
                                         shade[column]);
        }
        x += Glyphs::width;
    }
}

void Thumbnail::drawTextEndingAt(int right, int y, const QString& text)
{
    const auto width = static_cast<int>(text.size()) * Glyphs::width;
    drawText(std::max(0, right - width), y, text);
}

void Thumbnail::drawFrame()
{
    for (int angstrom = static_cast<int>(firstAngstrom); angstrom <= static_cast<int>(lastAngstrom);
         angstrom += tickAngstrom) {
        const int x = plotLeft
            + static_cast<int>((angstrom - firstAngstrom) / (lastAngstrom - firstAngstrom) * (plotWidth - 1));
        fill(x, plotTop, 1, plotHeight, gridColour);
        fill(x, plotBottom, 1, tickLength, frameColour);
        const auto label = QString::number(angstrom);
        const int width = static_cast<int>(label.size()) * Glyphs::width;
        drawText(std::min(x - width / 2, size.width() - width - 2), plotBottom + tickLength + 1, label);
    }
    fill(plotLeft, plotBottom, plotWidth, 1, frameColour);
    fill(plotLeft - 1, plotTop, 1, plotHeight + 1, frameColour);
    drawText(margin, plotBottom + tickLength + 1, u"Å"_s);
}

void Thumbnail::drawFluxTicks(double from, double to)
{
    const double step = tickStep(from, to);
    for (double value = std::ceil(from / step) * step; value <= to; value += step) {
        const int y = plotBottom - 1 - static_cast<int>((value - from) / (to - from) * (plotHeight - 1));
        if (y < plotTop + 4 || y > plotBottom - 4)
            continue;
        fill(plotLeft, y, plotWidth, 1, gridColour);
        fill(plotLeft - 1 - tickLength, y, tickLength, 1, frameColour);
        const auto label = QString::number(std::abs(value) < step / 2 ? 0.0 : value, 'g', 4);
        drawTextEndingAt(plotLeft - tickLength - 3, y - Glyphs::height / 2, label);
    }
}

void Thumbnail::findExtremes(const Samples& samples)
{
    std::fill(m_low.begin(), m_low.end(), nothing);
    std::fill(m_high.begin(), m_high.end(), -nothing);
    const bool errorsKnown = samples.inverseVariance.size() == samples.size();
    const double columnsPerAngstrom = (plotWidth - 1) / (lastAngstrom - firstAngstrom);
    m_columns.resize(samples.size());
    for (std::size_t pixel = 0; pixel < samples.size(); ++pixel) { // without a branch: vectors do it
        const double column = (samples.wavelengthAngstrom[pixel] - firstAngstrom) * columnsPerAngstrom;
        m_columns[pixel] = static_cast<int>(column >= 0 && column < plotWidth ? column : -1.0);
    }
    std::size_t present = 0; // the column the last pixel fell into; its limits stay in registers
    float low = nothing;
    float high = -nothing;
    for (std::size_t pixel = 0; pixel < samples.size(); ++pixel) {
        const float flux = samples.flux[pixel];
        if (m_columns[pixel] < 0 || !std::isfinite(flux)
            || (errorsKnown && !(samples.inverseVariance[pixel] > 0)))
            continue;
        const auto at = static_cast<std::size_t>(m_columns[pixel]);
        if (at != present) {
            m_low[present] = low;
            m_high[present] = high;
            present = at;
            low = m_low[at];
            high = m_high[at];
        }
        low = std::min(low, flux);
        high = std::max(high, flux);
    }
    m_low[present] = low;
    m_high[present] = high;
}

/// Spikes of one or two columns must not press the spectrum flat.
std::optional<Thumbnail::FluxRange> Thumbnail::fluxRange()
{
    m_sorted.clear();
    std::copy_if(m_low.begin(), m_low.end(), std::back_inserter(m_sorted),
                 [](float v) { return v != nothing; });
    if (m_sorted.empty())
        return {};
    double from = quantile(m_sorted, 0.005);
    m_sorted.clear();
    std::copy_if(m_high.begin(), m_high.end(), std::back_inserter(m_sorted),
                 [](float v) { return v != -nothing; });
    double to = quantile(m_sorted, 0.995);
    if (from > 0 && from < 0.5 * to)
        from = 0;
    if (!(to > from))
        to = from + std::max(1.0, std::abs(from));
    const double padding = 0.05 * (to - from);
    return FluxRange {from - (from == 0 ? 0 : padding), to + padding};
}

void Thumbnail::findRows(const FluxRange& range)
{
    const double scale = (plotHeight - 1) / (range.to - range.from);
    const auto rowOf = [&](float flux) {
        const double up = std::clamp((double(flux) - range.from) * scale, 0.0, double(plotHeight - 1));
        return plotHeight - 1 - static_cast<int>(up);
    };
    int before = -1; // row where the column to the left ended; -1 behind a gap
    for (std::size_t x = 0; x < m_low.size(); ++x) {
        if (m_low[x] == nothing) {
            before = -1;
            m_top[x] = plotHeight;
            m_bottom[x] = 0;
            continue;
        }
        int top = rowOf(m_high[x]);
        int bottom = rowOf(m_low[x]);
        const int middle = (top + bottom) / 2;
        if (before >= 0) {
            top = std::min(top, before);
            bottom = std::max(bottom, before);
        }
        m_top[x] = static_cast<unsigned char>(top);
        m_bottom[x] = static_cast<unsigned char>(bottom);
        before = middle;
    }
}

/// Row by row, as the memory lies: column by column takes three times as long.
void Thumbnail::drawRows()
{
    for (int row = 0; row < plotHeight; ++row) {
        auto* pixels = m_pixels.data() + (plotTop + row) * size.width() + plotLeft;
        const auto here = static_cast<unsigned char>(row);
        for (std::size_t x = 0; x < m_top.size(); x += sizeof(Pixels)) {
            Pixels top;
            Pixels bottom;
            Pixels shown;
            std::memcpy(&top, m_top.data() + x, sizeof top);
            std::memcpy(&bottom, m_bottom.data() + x, sizeof bottom);
            std::memcpy(&shown, pixels + x, sizeof shown);
            const auto isLine = reinterpret_cast<Pixels>((top <= here) & (bottom >= here));
            shown = (isLine & fluxColour) | (~isLine & shown);
            std::memcpy(pixels + x, &shown, sizeof shown);
        }
    }
}

void Thumbnail::drawFlux(const Samples& samples)
{
    findExtremes(samples);
    const auto range = fluxRange();
    if (!range)
        return;
    drawFluxTicks(range->from, range->to);
    findRows(*range);
    drawRows();
}

void Thumbnail::drawCaption(const ThumbnailCaption& caption)
{
    const int right = size.width() - margin;
    drawText(margin, margin, caption.object);
    drawTextEndingAt(right, margin, caption.release);
    drawText(margin, margin + lineHeight, caption.redshift);
    drawTextEndingAt(right, margin + lineHeight, caption.date);
    drawText(margin, margin + 2 * lineHeight, caption.position);
    drawTextEndingAt(right, margin + 2 * lineHeight, caption.magnitudes);
}

QByteArray Thumbnail::png(const Samples& samples, const ThumbnailCaption& caption)
{
    std::copy(m_empty.begin(), m_empty.end(), m_pixels.begin());
    drawCaption(caption);
    drawFlux(samples);
    return m_writer.encoded(m_pixels);
}

std::optional<QByteArray> Thumbnail::recaptioned(const QByteArray& png, const ThumbnailCaption& caption)
{
    constexpr std::ptrdiff_t captionPixels = size.width() * captionRows;
    std::copy_n(m_empty.begin(), captionPixels, m_pixels.begin());
    drawCaption(caption);
    return m_writer.withHead(std::span(m_pixels).first(captionPixels), png);
}
