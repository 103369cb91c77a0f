#pragma once

#include "models/redshift/redshiftsolution.h"

#include <QWidget>

#include <optional>

/// χ² against redshift, small: what the templates of each class gain over a smooth continuum. Stars have a
/// strip of their own at the left, the rest is even in log(1+z). A click chooses the peak under it.
class RedshiftCurvePlot : public QWidget
{
    Q_OBJECT
public:
    explicit RedshiftCurvePlot(QWidget* parent = nullptr);

    /// Empty while they are not known.
    void setCurves(std::vector<RedshiftCurve> curves, const std::vector<RedshiftSolution>& solutions);
    enum class Search { None, UnderWay, Done };
    /// While there are no curves it says how far the search for them is.
    void setSearch(Search search);
    /// The redshift and class that the draft has now.
    void setChosen(std::optional<double> z, SpectralClass spectralClass);

    /// Where a redshift of a class stands, in this widget's pixels.
    double xOf(double z, SpectralClass spectralClass) const;
    /// The highest point of the curves within a few pixels of x; nothing without curves.
    struct Peak
    {
        double z = 0;
        float gain = 0;
        SpectralClass spectralClass = SpectralClass::Unknown;
    };
    std::optional<Peak> peakNear(double x) const;

    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;

signals:
    void peakChosen(double z, SpectralClass spectralClass);

protected:
    void paintEvent(QPaintEvent* event) override;
    void mouseMoveEvent(QMouseEvent* event) override;
    void mousePressEvent(QMouseEvent* event) override;
    void leaveEvent(QEvent* event) override;

private:
    struct Mark
    {
        double z;
        double gain;
        SpectralClass spectralClass;
    };

    QRectF starStrip() const;
    QRectF field() const;
    double yOf(double gain) const;
    void drawMarks(QPainter& painter) const;
    void drawCurve(QPainter& painter, const RedshiftCurve& curve, const QColor& ink) const;

    std::vector<RedshiftCurve> m_curves;
    std::vector<Mark> m_marks;
    std::optional<double> m_z;
    SpectralClass m_class = SpectralClass::Unknown;
    Search m_search = Search::None;
    double m_highest = 1;
    double m_lastRedshift = 1;
    std::optional<Peak> m_under; ///< The peak that a click would choose
};
