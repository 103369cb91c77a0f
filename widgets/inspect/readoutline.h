#pragma once

#include "plotting/spectrum/spectrumplot.h"
#include "widgets/frame/caption.h"

/// Below the plot: what stands under the mouse, in one line.
class ReadoutLine : public Caption
{
    Q_OBJECT
public:
    explicit ReadoutLine(QWidget* parent = nullptr);

    void setReadout(const CursorReadout& readout);
    void clearReadout();
    /// The place of the pointer, observed and at rest, is never cut.
    QSize minimumSizeHint() const override;
};
