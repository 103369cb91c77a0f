#include "widgets/fibers/fibermapview.h"

#include "models/problems/fibermeasure.h"
#include "widgets/frame/focusedge.h"
#include "widgets/frame/theme.h"

#include <QApplication>
#include <QElapsedTimer>
#include <QMouseEvent>
#include <QPainter>

#include <algorithm>
#include <cmath>

using namespace Qt::Literals::StringLiterals;

namespace {
constexpr int bottomGutter = 20; // wavelengths
constexpr int topGutter = 8;
constexpr double wideDrag = 0.08; // of the width: below, a drag means fibres only
}

FiberMapView::FiberMapView(QWidget* parent)
    : QWidget(parent)
{
    setMouseTracking(true);
    setMinimumHeight(120);
    setCursor(Qt::CrossCursor);
    new FocusEdge(this);
}

void FiberMapView::setMaps(const FiberMapsPtr& maps)
{
    m_maps = maps;
    m_picture = {};
    m_cursorFiber = 0;
    update();
}

void FiberMapView::setTitle(const QString& title)
{
    m_title = title;
    update();
}

void FiberMapView::setScale(FiberScale scale)
{
    m_view.scale = scale;
    m_picture = {};
    update();
}

void FiberMapView::setWavelengths(double fromAngstrom, double toAngstrom)
{
    m_view.fromAngstrom = fromAngstrom;
    m_view.toAngstrom = toAngstrom;
    m_picture = {};
    update();
}

void FiberMapView::setRange(const FiberRange& range)
{
    m_range = range;
    update();
}

void FiberMapView::setProblems(const FiberProblems& problems)
{
    m_problems = problems;
    update();
}

void FiberMapView::setCursorFiber(int fiber)
{
    if (fiber == m_cursorFiber)
        return;
    m_cursorFiber = fiber;
    update();
}

QRect FiberMapView::mapArea() const
{
    return rect().adjusted(leftGutter, topGutter, -rightGutter, -bottomGutter);
}

int FiberMapView::fiberAt(int y) const
{
    const auto area = mapArea();
    if (!m_maps || m_maps->grid.isEmpty() || y < area.top() || y > area.bottom())
        return 0;
    return m_maps->grid.firstFiber + (y - area.top()) * m_maps->grid.fibers / area.height();
}

QRect FiberMapView::rowsOf(int firstFiber, int lastFiber) const
{
    const auto area = mapArea();
    if (!m_maps || m_maps->grid.fibers == 0)
        return {};
    const auto yOf = [&](int fiber) {
        const int row = std::clamp(fiber - m_maps->grid.firstFiber, 0, m_maps->grid.fibers);
        return area.top() + (row * area.height() + m_maps->grid.fibers - 1) / m_maps->grid.fibers;
    };
    const int top = yOf(firstFiber);
    return {area.left(), top, area.width(), std::max(1, yOf(lastFiber + 1) - top)};
}

std::pair<double, double> FiberMapView::shownWavelengths() const
{
    if (m_view.toAngstrom > m_view.fromAngstrom)
        return {m_view.fromAngstrom, m_view.toAngstrom};
    if (!m_maps || m_maps->grid.isEmpty())
        return {0, 0};
    return {m_maps->grid.wavelengthAngstrom.front(), m_maps->grid.wavelengthAngstrom.back()};
}

double FiberMapView::angstromAt(int x) const
{
    const auto area = mapArea();
    if (!m_maps || m_maps->grid.isEmpty())
        return 0;
    const auto [from, to] = shownWavelengths();
    return from + (to - from) * std::clamp(double(x - area.left()) / area.width(), 0.0, 1.0);
}

void FiberMapView::draw()
{
    QElapsedTimer clock;
    clock.start();
    m_view.dark = ThemeColours::of(palette()).base.lightness() < 128;
    const auto size = (QSizeF(mapArea().size()) * devicePixelRatioF()).toSize();
    m_picture = fiberMapPicture(m_maps->of(m_view.scale), m_maps->grid, m_view, size);
    m_picture.setDevicePixelRatio(devicePixelRatioF());
    m_milliseconds = double(clock.nsecsElapsed()) / 1e6;
}

void FiberMapView::paintEvent(QPaintEvent*)
{
    QPainter painter(this);
    const auto colours = ThemeColours::of(palette());
    painter.fillRect(rect(), colours.base);
    painter.setFont(figureFont(TextSize::Caption));
    if (!m_maps || m_maps->grid.isEmpty()) {
        painter.setPen(colours.quiet);
        painter.drawText(rect(), Qt::AlignCenter, m_title);
        return;
    }
    const bool dark = colours.base.lightness() < 128;
    if (m_picture.isNull() || dark != m_view.dark)
        draw();
    painter.drawImage(mapArea().topLeft(), m_picture);
    paintAxes(painter);
    paintRange(painter);
}

void FiberMapView::paintAxes(QPainter& painter) const
{
    const auto colours = ThemeColours::of(palette());
    const auto area = mapArea();
    painter.setPen(colours.quiet);
    const auto& grid = m_maps->grid;
    for (int fiber = grid.firstFiber; fiber < grid.firstFiber + grid.fibers; ++fiber) {
        if (fiber != 1 && fiber % 50 != 0)
            continue;
        const auto rows = rowsOf(fiber, fiber);
        painter.drawText(QRect(0, rows.center().y() - 8, leftGutter - 6, 16),
                         Qt::AlignRight | Qt::AlignVCenter, QString::number(fiber));
    }
    const auto [from, to] = shownWavelengths();
    const double step = to - from > 2500 ? 500 : to - from > 800 ? 200 : 50;
    for (double angstrom = std::ceil(from / step) * step; angstrom < to; angstrom += step) {
        const int x = area.left() + static_cast<int>((angstrom - from) / (to - from) * area.width());
        painter.drawLine(x, area.bottom() + 1, x, area.bottom() + 4);
        painter.drawText(QRect(x - 40, area.bottom() + 4, 80, bottomGutter - 4), Qt::AlignCenter,
                         QString::number(angstrom, 'f', 0));
    }
    painter.drawText(QRect(0, area.bottom() + 4, leftGutter - 6, bottomGutter - 4),
                     Qt::AlignRight | Qt::AlignVCenter, u"Å"_s);
    if (!m_title.isEmpty()) {
        const auto width = painter.fontMetrics().horizontalAdvance(m_title) + 16;
        const QRect plate(area.left() + 6, area.top() + 6, width, painter.fontMetrics().height() + 4);
        auto ground = colours.base;
        ground.setAlphaF(0.85F);
        painter.fillRect(plate, ground);
        painter.setPen(colours.text);
        painter.drawText(plate, Qt::AlignCenter, m_title);
    }
}

void FiberMapView::paintRange(QPainter& painter) const
{
    const auto area = mapArea();
    const auto amber = PlotPalette::of(palette()).problem;
    for (const auto& problem : m_problems) {
        const auto rows = rowsOf(problem.firstFiber, problem.lastFiber);
        painter.fillRect(QRect(area.right() + 4, rows.top(), 5, rows.height()), amber);
    }
    if (m_cursorFiber > 0) {
        const auto row = rowsOf(m_cursorFiber, m_cursorFiber);
        painter.setPen(QPen(ThemeColours::of(palette()).focus, 1));
        painter.drawLine(area.left() - 5, row.center().y(), area.left() - 1, row.center().y());
        painter.drawLine(area.right() + 1, row.center().y(), area.right() + 4, row.center().y());
    }
    if (m_range.isEmpty())
        return;
    auto rows = rowsOf(m_range.first, m_range.last);
    if (m_range.hasWavelengths()) {
        const auto [from, to] = shownWavelengths();
        const auto x = [&](double angstrom) {
            return area.left() + static_cast<int>((angstrom - from) / (to - from) * area.width());
        };
        rows.setLeft(std::max(area.left(), x(m_range.fromAngstrom)));
        rows.setRight(std::min(area.right(), x(m_range.toAngstrom)));
    }
    painter.setPen(QPen(amber, 2));
    painter.setBrush(Qt::NoBrush);
    painter.drawRect(rows.adjusted(-1, -1, 1, 1));
    painter.fillRect(QRect(area.left() - 4, rows.top() - 1, 3, rows.height() + 2), amber);
}

void FiberMapView::resizeEvent(QResizeEvent* event)
{
    QWidget::resizeEvent(event);
    m_picture = {};
}

void FiberMapView::mousePressEvent(QMouseEvent* event)
{
    if (event->button() == Qt::LeftButton && fiberAt(event->position().toPoint().y()) > 0)
        m_pressed = event->position().toPoint();
}

FiberRange FiberMapView::dragged(const QPoint& here) const
{
    const auto area = mapArea();
    const int one = fiberAt(m_pressed.y());
    const int other = fiberAt(std::clamp(here.y(), area.top(), area.bottom()));
    FiberRange range {.first = std::min(one, other), .last = std::max(one, other)};
    if (std::abs(here.x() - m_pressed.x()) > wideDrag * area.width()) {
        range.fromAngstrom = angstromAt(std::min(here.x(), m_pressed.x()));
        range.toAngstrom = angstromAt(std::max(here.x(), m_pressed.x()));
    }
    return range;
}

void FiberMapView::mouseMoveEvent(QMouseEvent* event)
{
    const auto here = event->position().toPoint();
    emit cursorMoved(fiberAt(here.y()), angstromAt(here.x()));
    if (!(event->buttons() & Qt::LeftButton) || m_pressed.x() < 0)
        return;
    m_dragging = m_dragging || (here - m_pressed).manhattanLength() >= QApplication::startDragDistance();
    if (m_dragging)
        setRange(dragged(here));
}

void FiberMapView::mouseReleaseEvent(QMouseEvent* event)
{
    if (event->button() != Qt::LeftButton || m_pressed.x() < 0)
        return;
    const auto here = event->position().toPoint();
    const auto range = dragged(here);
    const bool drag = m_dragging;
    m_pressed = {-1, -1};
    m_dragging = false;
    if (drag)
        emit rangeDragged(range);
    else if (const int fiber = fiberAt(here.y()); fiber > 0)
        emit fiberClicked(fiber);
}

void FiberMapView::wheelEvent(QWheelEvent* event)
{
    if (!m_maps || m_maps->grid.isEmpty() || event->angleDelta().y() == 0)
        return;
    const auto& grid = m_maps->grid.wavelengthAngstrom;
    const auto [from, to] = shownWavelengths();
    const double at = angstromAt(event->position().toPoint().x());
    const double factor = event->angleDelta().y() > 0 ? 0.7 : 1 / 0.7;
    const double first = std::max(grid.front(), at - (at - from) * factor);
    const double last = std::min(grid.back(), at + (to - at) * factor);
    if (last - first > 60)
        emit wavelengthsChosen(first, last);
    event->accept();
}

void FiberMapView::leaveEvent(QEvent* event)
{
    QWidget::leaveEvent(event);
    emit cursorMoved(0, 0);
}
