#pragma once

#include "models/check/progress.h"

#include <QWidget>

class QChart;
class QChartView;

/// Verdicts a day as bars, with the pace of the forecast as a line.
class ProgressChart : public QWidget
{
    Q_OBJECT
public:
    explicit ProgressChart(QWidget* parent = nullptr);

    /// Lines of ProgressGroup::Day in the order of their days.
    void setDays(const ProgressLines& days, const Forecast& forecast);

protected:
    void paintEvent(QPaintEvent* event) override;
    void changeEvent(QEvent* event) override;

private:
    void draw();
    void colour(QChart& chart) const;

    QChartView* m_view;
    ProgressLines m_days;
    Forecast m_forecast;
};
