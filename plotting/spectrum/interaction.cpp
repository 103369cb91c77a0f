#include "plotting/spectrum/interaction.h"

#include "plotting/spectrum/axes.h"
#include "plotting/spectrum/canvas.h"
#include "plotting/spectrum/lineoverlay.h"
#include "plotting/spectrum/plotstate.h"

#include <cmath>

namespace {
constexpr int wheelNotch = 120; // eighths of a degree
constexpr double zoomPerNotch = 1.25;
constexpr double panPerNotch = 0.1; // of the view
constexpr double narrowestRubberBand = 5; // pixels; less is a click
}

PlotInteraction::PlotInteraction(Canvas& canvas, PlotState& state, PlotAxes& axes, const LineOverlay& overlay)
    : QObject(&canvas)
    , m_canvas(canvas)
    , m_state(state)
    , m_axes(axes)
    , m_overlay(overlay)
{
    canvas.installEventFilter(this);
}

bool PlotInteraction::eventFilter(QObject* /*watched*/, QEvent* event)
{
    switch (event->type()) {
    case QEvent::MouseButtonPress:
        press(*static_cast<QMouseEvent*>(event));
        return true;
    case QEvent::MouseMove:
        move(*static_cast<QMouseEvent*>(event));
        return true;
    case QEvent::MouseButtonRelease:
        release(*static_cast<QMouseEvent*>(event));
        return true;
    case QEvent::MouseButtonDblClick:
        if (static_cast<QMouseEvent*>(event)->button() == Qt::LeftButton)
            emit allWished();
        return true;
    case QEvent::Wheel:
        wheel(*static_cast<QWheelEvent*>(event));
        event->accept();
        return true;
    case QEvent::Leave:
        leave();
        return false;
    default:
        return false;
    }
}

double PlotInteraction::positionAtX(double x) const
{
    return m_canvas.xAxis->pixelToCoord(x);
}

void PlotInteraction::press(const QMouseEvent& event)
{
    if (m_state.drawn.isEmpty() || m_drag != Drag::Nothing)
        return;
    m_canvas.layOut();
    const auto at = event.position();
    m_lastX = at.x();
    const bool wantsRange = event.button() == Qt::RightButton
        || (event.button() == Qt::LeftButton && event.modifiers().testFlag(Qt::ShiftModifier));
    const bool measures = event.button() == Qt::LeftButton && event.modifiers().testFlag(Qt::ControlModifier);
    if (wantsRange || measures) {
        m_drag = measures ? Drag::Measure : Drag::Range;
        m_state.bandMeasures = measures;
        m_state.bandFromX = m_state.bandToX = at.x();
    } else if (event.button() == Qt::LeftButton) {
        const auto mark = m_overlay.markAt(at);
        m_drag = mark ? Drag::Line : Drag::View;
        if (mark) {
            m_state.hoveredLine = mark->line;
            m_grabOffset = mark->x - at.x();
        }
        m_canvas.setCursor(mark ? Qt::SizeHorCursor : Qt::ClosedHandCursor);
    }
}

void PlotInteraction::move(const QMouseEvent& event)
{
    if (m_state.drawn.isEmpty())
        return;
    m_canvas.layOut();
    const auto at = event.position();
    switch (m_drag) {
    case Drag::Line:
        if (m_state.hoveredLine >= 0)
            emit lineDragged(m_state.hoveredLine, m_axes.wavelengthAtX(at.x() + m_grabOffset));
        break;
    case Drag::View: {
        const double shift = positionAtX(m_lastX) - positionAtX(at.x());
        emit rangeWished(m_axes.positionFrom() + shift, m_axes.positionTo() + shift);
        break;
    }
    case Drag::Range:
    case Drag::Measure:
        m_state.bandToX = at.x();
        break;
    case Drag::Nothing:
        hover(at);
        break;
    }
    m_lastX = at.x();
    m_state.cursorX = at.x();
    m_canvas.markStale(Canvas::Stale::Overlay);
    if (m_canvas.axisRect()->rect().contains(at.toPoint()))
        emit pointerMoved(m_axes.wavelengthAtX(at.x()));
    else
        emit pointerLeft();
}

void PlotInteraction::hover(QPointF at)
{
    const auto mark = m_overlay.markAt(at);
    m_state.hoveredLine = mark ? mark->line : -1;
    m_canvas.setCursor(mark ? Qt::SizeHorCursor : Qt::CrossCursor);
}

void PlotInteraction::release(const QMouseEvent& event)
{
    const auto finished = m_drag;
    m_drag = Drag::Nothing;
    if (finished == Drag::Line)
        emit lineDragFinished();
    if (finished == Drag::Range || finished == Drag::Measure) {
        m_state.bandToX = event.position().x();
        const auto [left, right] = std::minmax({m_state.bandFromX, m_state.bandToX});
        m_state.bandFromX = m_state.bandToX = 0;
        const bool isDrag = right - left >= narrowestRubberBand;
        if (isDrag && finished == Drag::Range)
            emit rangeWished(positionAtX(left), positionAtX(right));
        else if (isDrag)
            emit measureWished(m_axes.wavelengthAtX(left), m_axes.wavelengthAtX(right));
        else if (event.button() == Qt::RightButton)
            emit lineWished();
        m_canvas.markStale(Canvas::Stale::Overlay);
    }
    if (finished != Drag::Nothing)
        hover(event.position());
}

void PlotInteraction::endDrag()
{
    m_drag = Drag::Nothing;
    m_state.hoveredLine = -1;
    m_state.bandFromX = m_state.bandToX = 0;
    m_canvas.markStale(Canvas::Stale::Overlay);
}

void PlotInteraction::wheel(const QWheelEvent& event)
{
    if (m_state.drawn.isEmpty())
        return;
    m_canvas.layOut();
    const auto angle = event.angleDelta();
    if (event.modifiers().testFlag(Qt::ControlModifier)) {
        m_wheelRemainder += angle.y() != 0 ? angle.y() : angle.x();
        const int steps = m_wheelRemainder / wheelNotch;
        m_wheelRemainder -= steps * wheelNotch;
        if (steps != 0)
            emit redshiftStepped(steps, event.modifiers().testFlag(Qt::ShiftModifier));
        return;
    }
    const double from = m_axes.positionFrom();
    const double to = m_axes.positionTo();
    // Shift, and Alt on most desktops, turn the wheel sideways: that moves the view.
    const bool sideways = event.modifiers().testFlag(Qt::ShiftModifier) || angle.y() == 0;
    if (sideways) {
        const double notches = double(angle.y() != 0 ? angle.y() : angle.x()) / wheelNotch;
        const double shift = -notches * panPerNotch * (to - from);
        emit rangeWished(from + shift, to + shift);
        return;
    }
    const double centre = positionAtX(event.position().x());
    const double shrink = std::pow(zoomPerNotch, -double(angle.y()) / wheelNotch);
    emit rangeWished(centre - (centre - from) * shrink, centre + (to - centre) * shrink);
}

void PlotInteraction::leave()
{
    if (m_drag == Drag::Nothing)
        m_state.hoveredLine = -1;
    m_state.cursorX = -1;
    m_canvas.markStale(Canvas::Stale::Overlay);
    emit pointerLeft();
}
