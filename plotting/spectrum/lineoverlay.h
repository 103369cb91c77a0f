#pragma once

#include <qcustomplot.h>

#include <optional>

struct PlotState;

/// A line of the overlay as it stands on the screen.
struct LineMark
{
    int line = -1; ///< Index in the line list
    double x = 0; ///< Pixels
    bool isEmission = false; ///< Drawn with the emission lines, at the top
    int row = -1; ///< Row of its label; -1: none, a tick only
    QRectF label; ///< Where its label stands, when it has one
};

/// Draws the line marks and their labels, the caption of the rest axis, the mouse's hairline and the zoom's
/// rubber band: all that moves while a spectrum stays. Internal to plotting.
class LineOverlay : public QCPLayerable
{
public:
    LineOverlay(QCustomPlot* plot, const PlotState& state);

    /// Measures the labels again, after the list or the font has changed.
    void measureLabels();
    /// Marks inside the plot area, in the order of wavelength.
    std::vector<LineMark> marks() const;
    /// The mark under a point: a label, a tick or a full-height line, the nearest and then the most
    /// important.
    std::optional<LineMark> markAt(QPointF point) const;

protected:
    void applyDefaultAntialiasingHint(QCPPainter* painter) const override;
    void draw(QCPPainter* painter) override;

private:
    std::vector<LineMark> visibleMarks() const;
    void placeLabelsOf(std::vector<LineMark>& marks, bool emission) const;
    int leastImportanceLabelled() const;
    void drawMark(QCPPainter& painter, const LineMark& mark) const;
    void drawMeasured(QCPPainter& painter) const;
    void drawPointer(QCPPainter& painter) const;
    void drawRestCaption(QCPPainter& painter) const;

    const PlotState& m_state;
    std::vector<double> m_labelWidths;
    std::vector<QStaticText> m_labelTexts;
};
