#pragma once

#include "plotting/spectrum/spectrumplot.h"

class Canvas;
struct PlotState;

/// The plot with its words as an image.
QImage pictureOf(Canvas& canvas, PlotState& state, QSize size, qreal devicePixelRatio,
                 const PictureText& text);
/// The same as a file: png, pdf or svg by the ending. Leaves no half-written file.
Result<void> writePicture(Canvas& canvas, PlotState& state, const QString& path, QSize size,
                          const PictureText& text);
