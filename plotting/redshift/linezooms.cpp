#include "plotting/redshift/linezooms.h"

#include "models/measure/pixelweights.h"
#include "models/spectrum/tracepath.h"
#include "models/spectrum/wavelength.h"
#include "plotting/palette.h"

#include <QMouseEvent>
#include <QPainter>

#include <algorithm>
#include <cmath>
#include <iterator>

using namespace Qt::Literals::StringLiterals;

namespace {
constexpr double narrowHalfKmS = 2500; // half of a close-up
constexpr double broadHalfKmS = 9000;
constexpr double sharedKmS = 1600; // lines nearer than this share a cell
constexpr int leastWidth = 76; // of a cell, pixels
constexpr int tightWidth = 58; // where there are more lines than cells of that width
constexpr int leastHeight = 42;
constexpr int usualGap = 10;
constexpr int tightGap = 6;
constexpr double titleHeight = 14;

double halfKmS(const LineEvidence& evidence)
{
    return evidence.line.isBroad ? broadHalfKmS : narrowHalfKmS;
}

double offKmS(const LineEvidence& one, const LineEvidence& other)
{
    return std::abs(one.observedAngstrom / other.observedAngstrom - 1) * speedOfLightKmS;
}
}

LineZooms::LineZooms(QWidget* parent)
    : QWidget(parent)
{
    setMouseTracking(true);
    setToolTip(tr("The lines that must be there: a click looks at one in the spectrum"));
}

void LineZooms::setSpectrum(const SpectrumPtr& spectrum)
{
    m_spectrum = spectrum;
    m_template.clear();
    m_lines.clear();
    m_all.clear();
    update();
}

void LineZooms::setTemplate(std::vector<float> flux)
{
    m_template = std::move(flux);
    update();
}

void LineZooms::setEvidence(std::vector<LineEvidence> evidence)
{
    m_all = std::move(evidence);
    m_lines.clear();
    for (const auto& line : m_all) {
        if (!line.covered)
            continue;
        const auto near = [&](const LineEvidence& other) {
            return offKmS(line, other) < sharedKmS && line.line.isBroad == other.line.isBroad;
        };
        const auto neighbour = std::ranges::find_if(m_lines, near);
        if (neighbour == m_lines.end())
            m_lines.push_back(line);
        else if (std::abs(line.signalToNoise) > std::abs(neighbour->signalToNoise))
            *neighbour = line;
    }
    update();
    emit roomChanged();
}

LineZooms::Grid LineZooms::gridOf(int leastWidth, int gap) const
{
    const int most = std::max(1, (width() + gap) / (leastWidth + gap));
    const int rows = std::max(1, (height() + gap) / (leastHeight + gap));
    const int count = std::max<int>(1, int(m_lines.size()));
    Grid grid;
    grid.rows = std::min(rows, (count + most - 1) / most);
    grid.columns = std::min(most, (count + grid.rows - 1) / grid.rows);
    grid.gap = gap;
    return grid;
}

LineZooms::Grid LineZooms::grid() const
{
    const auto usual = gridOf(leastWidth, usualGap);
    return usual.columns * usual.rows >= int(m_lines.size()) ? usual : gridOf(tightWidth, tightGap);
}

std::vector<LineEvidence> LineZooms::withoutRoom() const
{
    const auto with = shown();
    std::vector<LineEvidence> without;
    std::ranges::copy_if(m_lines, std::back_inserter(without), [&with](const LineEvidence& line) {
        return std::ranges::none_of(
            with, [&](const LineEvidence& other) { return other.line.name == line.line.name; });
    });
    return without;
}

std::vector<LineEvidence> LineZooms::shown() const
{
    const auto [columns, rows, gap] = grid();
    auto lines = m_lines;
    if (const auto room = std::size_t(columns * rows); lines.size() > room) {
        std::ranges::stable_sort(lines, std::ranges::greater(),
                                 [](const LineEvidence& line) { return std::abs(line.signalToNoise); });
        lines.resize(room);
        std::ranges::sort(lines, {}, &LineEvidence::observedAngstrom);
    }
    return lines;
}

QRectF LineZooms::cellOf(std::size_t shownLine) const
{
    const auto [columns, rows, gap] = grid();
    const double width = double(this->width() - (columns - 1) * gap) / columns;
    const double height = double(this->height() - (rows - 1) * gap) / rows;
    const auto column = int(shownLine) % columns;
    const auto row = int(shownLine) / columns;
    return {column * (width + gap), row * (height + gap), width, height};
}

std::optional<std::size_t> LineZooms::cellAt(QPointF point) const
{
    for (std::size_t at = 0; at < shown().size(); ++at)
        if (cellOf(at).contains(point))
            return at;
    return {};
}

QSize LineZooms::sizeHint() const
{
    return {480, 130};
}

QSize LineZooms::minimumSizeHint() const
{
    return {2 * leastWidth + usualGap, leastHeight};
}

void LineZooms::resizeEvent(QResizeEvent* event)
{
    QWidget::resizeEvent(event);
    emit roomChanged();
}

void LineZooms::paintEvent(QPaintEvent*)
{
    QPainter painter(this);
    const auto colours = PlotPalette::of(palette());
    painter.fillRect(rect(), colours.background);
    auto small = font();
    small.setPixelSize(std::max(QFontInfo(font()).pixelSize() - 2, 9));
    painter.setFont(small);
    if (!m_spectrum)
        return;
    const auto lines = shown();
    if (lines.empty()) {
        painter.setPen(colours.axis);
        painter.drawText(rect(), Qt::AlignCenter | Qt::TextWordWrap,
                         m_all.empty() ? tr("A class and a redshift name the lines that must be here.")
                                       : tr("The spectrum covers none of the lines that must be here."));
    }
    for (std::size_t at = 0; at < lines.size(); ++at)
        drawCell(painter, lines[at], cellOf(at));
}

/// Label at the left, σ at the right; in a narrow cell without decimals, and the label gives way to the
/// number.
void LineZooms::drawTitle(QPainter& painter, const LineEvidence& evidence, const QRectF& cell) const
{
    const auto colours = PlotPalette::of(palette());
    painter.setPen(evidence.isSeen() ? colours.flux : colours.axis);
    const auto metrics = painter.fontMetrics();
    const auto& label = evidence.line.label;
    const auto size = std::abs(evidence.signalToNoise);
    const auto numberText = [&](int decimals) {
        const auto sign = evidence.signalToNoise < 0 ? u"−%1σ"_s : u"%1σ"_s;
        return (evidence.isSeen() ? QString() : u"○ "_s) + sign.arg(size, 0, 'f', decimals);
    };
    auto number = numberText(size < 9.95 ? 1 : 0);
    if (metrics.horizontalAdvance(label + u' ' + number) > cell.width())
        number = numberText(0);
    const QRectF title(cell.left(), cell.top(), cell.width(), titleHeight);
    const double left = cell.width() - metrics.horizontalAdvance(number + u' ');
    painter.drawText(title, Qt::AlignLeft | Qt::AlignVCenter,
                     metrics.elidedText(label, Qt::ElideRight, static_cast<int>(left)));
    painter.drawText(title, Qt::AlignRight | Qt::AlignVCenter, number);
}

/// How the pixels of a line lie in an area; nothing where none are measured.
std::optional<PixelMap> LineZooms::mapOf(const PixelRange& pixels, const QRectF& area, double from,
                                         double to) const
{
    const auto& samples = m_spectrum->coadd;
    const auto& weights = samples.inverseVariance;
    double low = INFINITY;
    double high = -INFINITY;
    for (auto pixel = pixels.first; pixel < pixels.end; ++pixel) {
        if (!std::isfinite(samples.flux[pixel]) || (pixel < weights.size() && !(weights[pixel] > 0)))
            continue; // a cosmic ray would flatten the line
        low = std::min(low, double(samples.flux[pixel]));
        high = std::max(high, double(samples.flux[pixel]));
    }
    if (!(high > low) || pixels.size() < 2)
        return {};
    PixelMap map;
    map.xFactor = area.width() / (to - from);
    map.xOffset = area.left() - from * map.xFactor;
    map.yFactor = -(area.height() - 6) / (high - low);
    map.yOffset = area.bottom() - 3 - low * map.yFactor;
    map.columnsPerPixel = devicePixelRatioF();
    return map;
}

void LineZooms::drawCell(QPainter& painter, const LineEvidence& evidence, const QRectF& cell) const
{
    drawTitle(painter, evidence, cell);
    const auto colours = PlotPalette::of(palette());
    const auto& samples = m_spectrum->coadd;
    const double reach = halfKmS(evidence) / speedOfLightKmS * evidence.observedAngstrom;
    const double from = evidence.observedAngstrom - reach;
    const double to = evidence.observedAngstrom + reach;
    const auto pixels = pixelsBetween(samples, from, to);
    const QRectF area = cell.adjusted(0, titleHeight, 0, 0);
    painter.fillRect(QRectF(area.left(), area.bottom() - 1, area.width(), 1), colours.grid);
    const auto map = mapOf(pixels, area, from, to);
    if (!map)
        return;
    painter.setClipRect(area);
    for (const auto& line : m_all) {
        if (line.observedAngstrom < from || line.observedAngstrom > to)
            continue;
        auto ink = line.line.kind == LineKind::Absorption ? colours.absorption : colours.emission;
        ink.setAlphaF(line.line.name == evidence.line.name ? 0.7F : 0.3F);
        painter.setPen(QPen(ink, 0));
        const double x = std::floor(map->x(line.observedAngstrom));
        painter.drawLine(QPointF(x, area.top()), QPointF(x, area.bottom()));
    }
    const auto draw = [&](const std::vector<float>& values, const QColor& ink) {
        const auto path = tracePath(samples.wavelengthAngstrom, values, pixels.first, pixels.end, *map);
        painter.setPen(QPen(ink, 0));
        for (std::size_t line = 0; line < path.lineCount(); ++line)
            painter.drawPolyline(path.points.data() + path.starts[line],
                                 static_cast<int>(path.lineEnd(line) - path.starts[line]));
    };
    draw(samples.flux, colours.flux);
    if (m_template.size() == samples.size())
        draw(m_template, colours.templateFlux);
    painter.setClipping(false);
}

void LineZooms::mousePressEvent(QMouseEvent* event)
{
    if (const auto at = cellAt(event->position()); at && event->button() == Qt::LeftButton)
        emit lineWanted(shown()[*at].line);
}

void LineZooms::mouseMoveEvent(QMouseEvent* event)
{
    setCursor(cellAt(event->position()) ? Qt::PointingHandCursor : Qt::ArrowCursor);
}
