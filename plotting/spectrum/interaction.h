#pragma once

#include <QObject>
#include <QPointF>

class Canvas;
class LineOverlay;
class PlotAxes;
class QMouseEvent;
class QWheelEvent;
struct PlotState;

/// What the mouse does on a spectrum plot: wheel magnifies about the cursor, Ctrl + wheel steps the redshift,
/// left drag moves the view or, begun on a line mark, the line; right or Shift + drag magnifies a range, Ctrl
/// + drag wishes a measurement, double click shows all.
class PlotInteraction : public QObject
{
    Q_OBJECT
public:
    PlotInteraction(Canvas& canvas, PlotState& state, PlotAxes& axes, const LineOverlay& overlay);

    bool eventFilter(QObject* watched, QEvent* event) override;
    /// What is being dragged is there no longer: nothing happens until the next press.
    void endDrag();

signals:
    void pointerMoved(double vacuumAngstrom);
    void pointerLeft();
    void lineDragged(int line, double vacuumAngstrom);
    void lineDragFinished();
    void redshiftStepped(int steps, bool fine);
    void rangeWished(double fromPosition, double toPosition);
    void measureWished(double fromAngstrom, double toAngstrom);
    void allWished();
    /// A right click: which line is this?
    void lineWished();

private:
    enum class Drag { Nothing, View, Line, Range, Measure };

    void press(const QMouseEvent& event);
    void move(const QMouseEvent& event);
    void release(const QMouseEvent& event);
    void wheel(const QWheelEvent& event);
    void leave();
    void hover(QPointF at);
    double positionAtX(double x) const;

    Canvas& m_canvas;
    PlotState& m_state;
    PlotAxes& m_axes;
    const LineOverlay& m_overlay;
    Drag m_drag = Drag::Nothing;
    double m_grabOffset = 0; // pixels from the mouse to the mark it holds
    double m_lastX = 0;
    int m_wheelRemainder = 0; // eighths of a degree not yet a step
};
