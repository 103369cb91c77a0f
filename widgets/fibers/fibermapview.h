#pragma once

#include "models/check/fiberproblem.h"
#include "models/problems/observedplate.h"
#include "plotting/fibers/fibermap.h"

#include <QWidget>

/// A spectrograph as a heat map with its fibres and wavelengths: click and click, or drag, choose a range.
class FiberMapView : public QWidget
{
    Q_OBJECT
public:
    explicit FiberMapView(QWidget* parent = nullptr);

    /// nullptr: nothing to show.
    void setMaps(const FiberMapsPtr& maps);
    void setTitle(const QString& title);
    void setScale(FiberScale scale);
    FiberScale scale() const { return m_view.scale; }
    /// Both 0: the whole grid.
    void setWavelengths(double fromAngstrom, double toAngstrom);
    void setRange(const FiberRange& range);
    /// Reported already; drawn at the edge.
    void setProblems(const FiberProblems& problems);
    void setCursorFiber(int fiber); ///< 0: none

    static constexpr int leftGutter = 72; ///< Pixels beside the map: fibre numbers, classes below them
    static constexpr int rightGutter = 20; ///< Reported problems
    /// In Å; both 0 without a map.
    std::pair<double, double> shownWavelengths() const;
    QRect mapArea() const;
    int fiberAt(int y) const; ///< 0 beside the map
    QRect rowsOf(int firstFiber, int lastFiber) const; ///< Where fibres are drawn
    double angstromAt(int x) const;
    /// Milliseconds the last drawing of the map took.
    double drawingMilliseconds() const { return m_milliseconds; }

signals:
    /// A click: the start or the end of a range.
    void fiberClicked(int fiber);
    void rangeDragged(const FiberRange& range);
    void cursorMoved(int fiber, double angstrom); ///< Fibre 0: it left
    void wavelengthsChosen(double fromAngstrom, double toAngstrom);

protected:
    void paintEvent(QPaintEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;
    void mousePressEvent(QMouseEvent* event) override;
    void mouseMoveEvent(QMouseEvent* event) override;
    void mouseReleaseEvent(QMouseEvent* event) override;
    void wheelEvent(QWheelEvent* event) override;
    void leaveEvent(QEvent* event) override;

private:
    void draw();
    void paintAxes(QPainter& painter) const;
    void paintRange(QPainter& painter) const;
    FiberRange dragged(const QPoint& here) const;

    FiberMapsPtr m_maps;
    MapView m_view;
    QString m_title;
    QImage m_picture; ///< Null: to be drawn anew
    FiberRange m_range;
    FiberProblems m_problems;
    int m_cursorFiber = 0;
    QPoint m_pressed {-1, -1};
    bool m_dragging = false;
    double m_milliseconds = 0;
};
