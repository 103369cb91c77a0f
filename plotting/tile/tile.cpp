#include "plotting/tile/tile.h"

#include "plotting/tile/columns.h"

#include <algorithm>
#include <cmath>

namespace {
constexpr float lineHalfWidth = 0.65F; // pixels
constexpr float templateHalfWidth = 1.8F; // stands out on both sides of the trace over it
constexpr int widestBridge = 6; // columns without a pixel that a line may cross: wide tiles of few pixels

/// Strokes of one colour, straight into the memory of a picture.
class Brush
{
public:
    Brush(QImage& image, QRgb colour)
        : m_first(reinterpret_cast<QRgb*>(image.bits()))
        , m_stride(image.bytesPerLine() / static_cast<qsizetype>(sizeof(QRgb)))
        , m_height(image.height())
        , m_colour(colour)
    {
    }

    /// A vertical stroke of one column; its ends cover their pixels partly.
    void stroke(int column, float top, float bottom)
    {
        top = std::clamp(top, 0.0F, static_cast<float>(m_height));
        bottom = std::clamp(bottom, 0.0F, static_cast<float>(m_height));
        if (bottom <= top)
            return;
        const int first = static_cast<int>(top);
        const int last = std::min(static_cast<int>(bottom), m_height - 1);
        auto* pixel = m_first + first * m_stride + column;
        for (int row = first; row <= last; ++row, pixel += m_stride) {
            const float cover =
                std::min(bottom, static_cast<float>(row + 1)) - std::max(top, static_cast<float>(row));
            *pixel = cover >= 0.999F ? m_colour : mixed(*pixel, static_cast<int>(cover * 256));
        }
    }

private:
    QRgb mixed(QRgb ground, int share) const
    {
        const auto part = [share](int from, int to) { return from + (to - from) * share / 256; };
        return qRgb(part(qRed(ground), qRed(m_colour)), part(qGreen(ground), qGreen(m_colour)),
                    part(qBlue(ground), qBlue(m_colour)));
    }

    QRgb* m_first;
    qsizetype m_stride;
    int m_height;
    QRgb m_colour;
};

/// A colour as it looks on a ground, without transparency.
QRgb on(const QColor& ground, const QColor& colour, float alpha)
{
    const auto part = [alpha](int from, int to) {
        return static_cast<int>(static_cast<float>(from) + static_cast<float>(to - from) * alpha);
    };
    return qRgb(part(ground.red(), colour.red()), part(ground.green(), colour.green()),
                part(ground.blue(), colour.blue()));
}

/// From flux to rows of the picture.
struct Rows
{
    float zero; ///< Row of flux 0
    float factor;

    Rows(TileRange range, int height)
        : zero(static_cast<float>(height) * range.to / (range.to - range.from))
        , factor(-static_cast<float>(height) / (range.to - range.from))
    {
    }
    float of(float flux) const { return zero + factor * flux; }
};

void strokeLine(Brush& brush, const std::vector<float>& mean, const Rows& rows, float halfWidth)
{
    int before = -1;
    float rowBefore = 0;
    for (int column = 0; column < static_cast<int>(mean.size()); ++column) {
        const float value = mean[static_cast<std::size_t>(column)];
        if (!std::isfinite(value))
            continue;
        const float row = rows.of(value);
        const bool joined = before >= 0 && column - before <= widestBridge;
        const int steps = joined ? column - before : 1;
        for (int step = 1; step <= steps; ++step) {
            const float from = joined
                ? rowBefore + (row - rowBefore) * static_cast<float>(step - 1) / static_cast<float>(steps)
                : row;
            const float to = joined
                ? rowBefore + (row - rowBefore) * static_cast<float>(step) / static_cast<float>(steps)
                : row;
            brush.stroke(column - steps + step, std::min(from, to) - halfWidth,
                         std::max(from, to) + halfWidth);
        }
        before = column;
        rowBefore = row;
    }
}
}

QImage tilePicture(const Spectrum& spectrum, const std::vector<float>& model, const TileLook& look)
{
    QImage image(look.size, QImage::Format_RGB32);
    const auto& colours = look.colours;
    image.fill(colours.background);
    const auto& samples = spectrum.coadd;
    if (image.isNull() || samples.size() < 2 || samples.flux.size() != samples.size())
        return image;
    const auto range = tileRange(samples);
    const Rows rows(range, image.height());
    const auto columns =
        tileColumns(samples, samples.flux, image.width(), look.fromAngstrom, look.toAngstrom);

    if (range.from < 0) {
        Brush axis(image, on(colours.background, colours.flux, 0.15F));
        for (int column = 0; column < image.width(); ++column)
            axis.stroke(column, std::round(rows.zero) - 1, std::round(rows.zero));
    }
    Brush envelope(image, on(colours.background, colours.flux, 0.28F));
    for (std::size_t column = 0; column < columns.size(); ++column) {
        if (std::isfinite(columns.mean[column]))
            envelope.stroke(static_cast<int>(column), rows.of(columns.high[column]),
                            rows.of(columns.low[column]));
    }
    if (!model.empty()) {
        Brush green(image, colours.templateFlux.rgb());
        strokeLine(green, tileColumns(samples, model, image.width(), look.fromAngstrom, look.toAngstrom).mean,
                   rows, templateHalfWidth);
    }
    Brush line(image, colours.flux.rgb());
    strokeLine(line, columns.mean, rows, lineHalfWidth);
    return image;
}
