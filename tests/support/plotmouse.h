#pragma once

#include "plotting/spectrum/spectrumplot.h"

#include <QApplication>
#include <QWheelEvent>

/// The widget that the mouse meets.
inline QWidget* canvasOf(SpectrumPlot& plot)
{
    return plot.findChild<QWidget*>(QStringLiteral("spectrumCanvas"));
}

/// Turns the wheel at a place of the plot; 120 is a notch.
inline void wheel(SpectrumPlot& plot, QPointF at, int angle, Qt::KeyboardModifiers modifiers = Qt::NoModifier)
{
    auto* canvas = canvasOf(plot);
    QWheelEvent event(at - canvas->pos(), canvas->mapToGlobal(at - canvas->pos()), {}, {0, angle},
                      Qt::NoButton, modifiers, Qt::NoScrollPhase, false);
    QApplication::sendEvent(canvas, &event);
}
