#pragma once

#include "models/problems/observedplate.h"
#include "models/spectrum/spectrum.h"

#include <QAbstractScrollArea>

/// The fibres of a spectrograph as strips under one another, each with its trace on its own flux scale.
class FiberStrips : public QAbstractScrollArea
{
    Q_OBJECT
public:
    explicit FiberStrips(QWidget* parent = nullptr);

    /// By fibre from `firstFiber` on; nullptr: no such fibre.
    void setSpectra(const std::vector<SpectrumPtr>& byFiber, int firstFiber);
    void setRange(const FiberRange& range);
    /// Stands below a map: left and right of the traces as much room as beside it, in pixels, and its
    /// wavelengths.
    void setGutters(int left, int right);
    void setWavelengths(double fromAngstrom, double toAngstrom);
    /// Brings a fibre to the middle.
    void showFiber(int fiber);
    int fiberAt(int y) const; ///< 0 beside them
    QRect stripRect(int fiber) const; ///< In the viewport

signals:
    void fiberClicked(int fiber);
    void rangeDragged(const FiberRange& range);

protected:
    void paintEvent(QPaintEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;
    void mousePressEvent(QMouseEvent* event) override;
    void mouseMoveEvent(QMouseEvent* event) override;
    void mouseReleaseEvent(QMouseEvent* event) override;

private:
    void layOut();
    QString labelOf(const Spectrum& spectrum) const;
    void paintStrip(QPainter& painter, int fiber, const QRect& area) const;

    std::vector<SpectrumPtr> m_spectra;
    int m_firstFiber = 1;
    int m_left = 0;
    int m_right = 0;
    double m_fromAngstrom = 0;
    double m_toAngstrom = 0;
    FiberRange m_range;
    int m_pressedFiber = 0;
    bool m_dragging = false;
};
