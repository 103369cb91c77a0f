#include "plotting/redshift/redshiftcurveplot.h"

#include "plotting/palette.h"

#include <QMouseEvent>
#include <QPainter>

#include <algorithm>
#include <cmath>

using namespace Qt::Literals::StringLiterals;

namespace {
constexpr double stripWidth = 36; // pixels of the stars' strip
constexpr double stripGap = 6;
constexpr double fastestShown = 0.006; // z at either end of the strip: 1800 km/s
constexpr double grabDistance = 5; // pixels
constexpr double tickRoom = 26;
constexpr double topRoom = 14; // for the numbers of the solutions
constexpr double bottomRoom = 16; // for those of the axis

bool isStar(SpectralClass spectralClass)
{
    return spectralClass == SpectralClass::Star;
}
}

RedshiftCurvePlot::RedshiftCurvePlot(QWidget* parent)
    : QWidget(parent)
{
    setMouseTracking(true);
    setToolTip(tr("How much the templates of each class explain, by redshift: a click on a peak chooses it"));
}

void RedshiftCurvePlot::setCurves(std::vector<RedshiftCurve> curves,
                                  const std::vector<RedshiftSolution>& solutions)
{
    m_curves = std::move(curves);
    m_marks.clear();
    m_under.reset();
    m_highest = 1;
    m_lastRedshift = 1;
    for (const auto& curve : m_curves) {
        for (const float gain : curve.gain)
            m_highest = std::max(m_highest, double(gain));
        if (!isStar(curve.spectralClass) && !curve.z.empty())
            m_lastRedshift = std::max(m_lastRedshift, curve.z.back());
    }
    for (const auto& solution : solutions) {
        const auto under = peakNear(xOf(solution.z, solution.spectralClass));
        m_marks.push_back({solution.z, under ? double(under->gain) : 0, solution.spectralClass});
    }
    update();
}

void RedshiftCurvePlot::setSearch(Search search)
{
    m_search = search;
    update();
}

void RedshiftCurvePlot::setChosen(std::optional<double> z, SpectralClass spectralClass)
{
    m_z = z;
    m_class = spectralClass;
    update();
}

QRectF RedshiftCurvePlot::starStrip() const
{
    return {4, topRoom, stripWidth, std::max(1.0, height() - topRoom - bottomRoom)};
}

QRectF RedshiftCurvePlot::field() const
{
    const double left = 4 + stripWidth + stripGap;
    return {left, topRoom, std::max(1.0, width() - left - 8), std::max(1.0, height() - topRoom - bottomRoom)};
}

double RedshiftCurvePlot::xOf(double z, SpectralClass spectralClass) const
{
    if (isStar(spectralClass)) {
        const auto strip = starStrip();
        return strip.center().x() + std::clamp(z / fastestShown, -1.0, 1.0) * strip.width() / 2;
    }
    const auto area = field();
    return area.left() + std::log1p(std::max(z, 0.0)) / std::log1p(m_lastRedshift) * area.width();
}

double RedshiftCurvePlot::yOf(double gain) const
{
    const auto area = field();
    return area.bottom() - std::max(gain, 0.0) / m_highest * area.height();
}

std::optional<RedshiftCurvePlot::Peak> RedshiftCurvePlot::peakNear(double x) const
{
    std::optional<Peak> best;
    const bool inStrip = x <= starStrip().right() + stripGap / 2;
    for (const auto& curve : m_curves) {
        if (isStar(curve.spectralClass) != inStrip)
            continue;
        for (std::size_t at = 0; at < curve.z.size() && at < curve.gain.size(); ++at) {
            if (std::abs(xOf(curve.z[at], curve.spectralClass) - x) <= grabDistance
                && (!best || curve.gain[at] > best->gain))
                best = {curve.z[at], curve.gain[at], curve.spectralClass};
        }
    }
    return best;
}

QSize RedshiftCurvePlot::sizeHint() const
{
    return {260, 130};
}

QSize RedshiftCurvePlot::minimumSizeHint() const
{
    return {160, 72};
}

void RedshiftCurvePlot::drawCurve(QPainter& painter, const RedshiftCurve& curve, const QColor& ink) const
{
    // The highest point of each column: a peak narrower than a pixel must not vanish.
    std::vector<double> highest(std::size_t(width()) + 1, -1);
    const auto count = std::min(curve.z.size(), curve.gain.size());
    for (std::size_t at = 0; at < count; ++at) {
        const auto column =
            std::size_t(std::clamp(xOf(curve.z[at], curve.spectralClass), 0.0, double(width())));
        highest[column] = std::max(highest[column], double(curve.gain[at]));
    }
    QPolygonF line;
    for (std::size_t column = 0; column < highest.size(); ++column)
        if (highest[column] >= 0)
            line.append({double(column) + 0.5, yOf(highest[column])});
    painter.setPen(QPen(ink, 0));
    painter.drawPolyline(line);
}

/// The ranks over their peaks; one that would lie on a better one moves above it.
void RedshiftCurvePlot::drawMarks(QPainter& painter) const
{
    const auto metrics = painter.fontMetrics();
    const double digit = metrics.horizontalAdvance(u'0') + 2;
    const double line = metrics.ascent();
    std::vector<QRectF> taken;
    for (std::size_t rank = 0; rank < m_marks.size(); ++rank) {
        const auto& mark = m_marks[rank];
        QRectF place(xOf(mark.z, mark.spectralClass) - digit / 2, yOf(mark.gain) - line - 2, digit, line);
        const auto collides = [&place](const QRectF& other) { return other.intersects(place); };
        while (place.top() >= line && std::ranges::any_of(taken, collides))
            place.translate(0, -line);
        if (std::ranges::any_of(taken, collides))
            continue;
        place.moveTop(std::max(0.0, place.top()));
        taken.push_back(place);
        painter.drawText(place.adjusted(-4, -2, 4, 2), Qt::AlignCenter, QString::number(rank + 1));
    }
}

void RedshiftCurvePlot::paintEvent(QPaintEvent*)
{
    QPainter painter(this);
    const auto colours = PlotPalette::of(palette());
    painter.fillRect(rect(), colours.background);
    auto small = font();
    small.setPixelSize(std::max(QFontInfo(font()).pixelSize() - 2, 9));
    painter.setFont(small);
    const auto strip = starStrip();
    const auto area = field();
    painter.setPen(colours.axis);
    if (m_curves.empty()) {
        if (m_search != Search::None)
            painter.drawText(rect(), Qt::AlignCenter,
                             m_search == Search::UnderWay ? tr("χ² by redshift: searching …")
                                                          : tr("χ² by redshift: nothing to search"));
        return;
    }
    painter.drawLine(QPointF(strip.left(), strip.bottom()), QPointF(strip.right(), strip.bottom()));
    painter.drawLine(QPointF(area.left(), area.bottom()), QPointF(area.right(), area.bottom()));
    const QRectF below(0, area.bottom() + 1, 0, bottomRoom - 2);
    painter.drawText(QRectF(strip.left() - 4, below.top(), strip.width() + 8, below.height()),
                     Qt::AlignCenter, tr("stars"));
    double lastX = -1;
    for (const double z : {0.0, 0.2, 0.5, 1.0, 2.0, 3.0, 5.0}) {
        const double x = xOf(z, SpectralClass::Galaxy);
        const bool isTight = lastX >= 0 && x - lastX < tickRoom;
        if (z > m_lastRedshift || x > area.right() - 4 || isTight)
            continue;
        lastX = x;
        painter.drawLine(QPointF(x, area.bottom()), QPointF(x, area.bottom() + 3));
        painter.drawText(QRectF(x - 20, below.top(), 40, below.height()), Qt::AlignCenter,
                         z == 0 ? u"z 0"_s : QString::number(z));
    }
    for (const auto& curve : m_curves) // the chosen class on top
        if (curve.spectralClass != m_class)
            drawCurve(painter, curve, colours.rawFlux);
    for (const auto& curve : m_curves)
        if (curve.spectralClass == m_class)
            drawCurve(painter, curve, colours.flux);
    if (m_z && m_class != SpectralClass::Unknown) {
        const double x = std::round(xOf(*m_z, m_class));
        painter.setPen(QPen(colours.templateFlux, 0));
        painter.drawLine(QPointF(x, topRoom - 4), QPointF(x, area.bottom()));
    }
    painter.setPen(colours.axis);
    drawMarks(painter);
    if (m_under) {
        const double x = std::round(xOf(m_under->z, m_under->spectralClass));
        painter.drawLine(QPointF(x, topRoom), QPointF(x, area.bottom()));
        const auto words = u"%1 z %2"_s.arg(className(m_under->spectralClass))
                               .arg(m_under->z, 0, 'f', isStar(m_under->spectralClass) ? 5 : 4);
        painter.drawText(QRectF(4, 0, width() - 12, topRoom), Qt::AlignRight | Qt::AlignVCenter, words);
    }
}

void RedshiftCurvePlot::mouseMoveEvent(QMouseEvent* event)
{
    m_under = peakNear(event->position().x());
    setCursor(m_under ? Qt::PointingHandCursor : Qt::ArrowCursor);
    update();
}

void RedshiftCurvePlot::mousePressEvent(QMouseEvent* event)
{
    if (event->button() != Qt::LeftButton)
        return;
    if (const auto peak = peakNear(event->position().x()))
        emit peakChosen(peak->z, peak->spectralClass);
}

void RedshiftCurvePlot::leaveEvent(QEvent* event)
{
    QWidget::leaveEvent(event);
    m_under.reset();
    update();
}
