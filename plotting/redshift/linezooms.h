#pragma once

#include "models/measure/lineevidence.h"
#include "models/spectrum/spectrum.h"

#include <QWidget>

struct PixelMap;
struct PixelRange;

/// The lines that must be there, each close up: trace, error, template and how many σ it has. Lines that
/// share a close-up, such as Hα and [N II], share its cell.
class LineZooms : public QWidget
{
    Q_OBJECT
public:
    explicit LineZooms(QWidget* parent = nullptr);

    void setSpectrum(const SpectrumPtr& spectrum);
    /// Lines of the identification; those that are not covered get no cell.
    void setEvidence(std::vector<LineEvidence> evidence);
    /// One value a pixel of the coadd; empty: none.
    void setTemplate(std::vector<float> flux);

    /// Those that have no cell as there is no room, the weakest.
    std::vector<LineEvidence> withoutRoom() const;
    /// The lines with a cell that fits, left to right and then down.
    std::vector<LineEvidence> shown() const;
    /// The cell of a shown line, in this widget's pixels.
    QRectF cellOf(std::size_t shownLine) const;

    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;

signals:
    void lineWanted(const ExpectedLine& line);
    /// withoutRoom() may be others.
    void roomChanged();

protected:
    void paintEvent(QPaintEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;
    void mousePressEvent(QMouseEvent* event) override;
    void mouseMoveEvent(QMouseEvent* event) override;

private:
    struct Grid
    {
        int columns = 1;
        int rows = 1;
        int gap = 0;
    };
    Grid grid() const;
    Grid gridOf(int leastWidth, int gap) const;
    std::optional<std::size_t> cellAt(QPointF point) const;
    void drawTitle(QPainter& painter, const LineEvidence& evidence, const QRectF& cell) const;
    void drawCell(QPainter& painter, const LineEvidence& evidence, const QRectF& cell) const;
    std::optional<PixelMap> mapOf(const PixelRange& pixels, const QRectF& area, double from, double to) const;

    SpectrumPtr m_spectrum;
    std::vector<float> m_template;
    std::vector<LineEvidence> m_lines; ///< Covered, one for each cell
    std::vector<LineEvidence> m_all; ///< For the ticks of neighbours
};
