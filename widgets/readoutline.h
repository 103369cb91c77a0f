#pragma once

#include "plotting/spectrumplot.h"
#include "widgets/caption.h"

/// Below the plot: what stands under the mouse, in one line.
class ReadoutLine : public Caption
{
    Q_OBJECT
public:
    explicit ReadoutLine(QWidget* parent = nullptr);

    void setReadout(const CursorReadout& readout);
    void clearReadout();
};
