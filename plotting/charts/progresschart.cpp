#include "plotting/charts/progresschart.h"

#include "plotting/palette.h"

#include <QBarCategoryAxis>
#include <QBarSeries>
#include <QBarSet>
#include <QChart>
#include <QChartView>
#include <QEvent>
#include <QLineSeries>
#include <QVBoxLayout>
#include <QValueAxis>

#include <algorithm>

using namespace Qt::Literals::StringLiterals;

namespace {
constexpr qsizetype mostDays = 31;
}

ProgressChart::ProgressChart(QWidget* parent)
    : QWidget(parent)
    , m_view(new QChartView(this))
{
    m_view->setFrameShape(QFrame::NoFrame);
    m_view->setRenderHint(QPainter::Antialiasing);
    m_view->setFocusPolicy(Qt::NoFocus);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(m_view);
    draw();
}

void ProgressChart::setDays(const ProgressLines& days, const Forecast& forecast)
{
    m_days = days;
    m_forecast = forecast;
    draw();
}

void ProgressChart::draw()
{
    auto* chart = new QChart;
    auto* done = new QBarSet(tr("verdicts a day"));
    QStringList names;
    qint64 most = 1;
    const auto first = std::max<qsizetype>(0, std::ssize(m_days) - mostDays);
    for (auto day = m_days.begin() + first; day != m_days.end(); ++day) {
        *done << static_cast<double>(day->done);
        names << day->name.mid(5);
        most = std::max(most, day->done);
    }
    auto* bars = new QBarSeries;
    bars->append(done);
    bars->setBarWidth(0.8);
    chart->addSeries(bars);
    auto* across = new QBarCategoryAxis;
    across->append(names);
    auto* up = new QValueAxis;
    up->setRange(0, static_cast<double>(most) * 1.05);
    up->setLabelFormat(u"%d"_s);
    up->applyNiceNumbers();
    chart->addAxis(across, Qt::AlignBottom);
    chart->addAxis(up, Qt::AlignLeft);
    bars->attachAxis(across);
    bars->attachAxis(up);
    if (m_forecast.perDay > 0 && !names.isEmpty()) {
        auto* pace = new QLineSeries;
        pace->setName(tr("pace of the forecast"));
        pace->append(-0.5, m_forecast.perDay);
        pace->append(static_cast<double>(names.size()) - 0.5, m_forecast.perDay);
        chart->addSeries(pace);
        pace->attachAxis(up);
        pace->attachAxis(across);
    }
    colour(*chart);
    auto* old = m_view->chart();
    m_view->setChart(chart);
    delete old;
}

void ProgressChart::colour(QChart& chart) const
{
    const auto colours = PlotPalette::of(palette());
    chart.setBackgroundBrush(colours.background);
    chart.setBackgroundRoundness(0);
    chart.setMargins({4, 4, 4, 4});
    chart.legend()->setLabelColor(colours.axis);
    chart.legend()->setAlignment(Qt::AlignTop);
    auto small = font();
    small.setPointSizeF(small.pointSizeF() * 0.85);
    chart.legend()->setFont(small);
    for (auto* axis : chart.axes()) {
        axis->setLabelsColor(colours.axis);
        axis->setLabelsFont(small);
        axis->setGridLineColor(colours.grid);
        axis->setLinePenColor(colours.axis);
    }
    for (auto* series : chart.series()) {
        if (auto* bars = qobject_cast<QBarSeries*>(series)) {
            bars->barSets().constFirst()->setColor(colours.emission);
            bars->barSets().constFirst()->setBorderColor(colours.emission);
        } else if (auto* line = qobject_cast<QLineSeries*>(series)) {
            line->setPen(QPen(colours.problem, 2));
        }
    }
}

void ProgressChart::changeEvent(QEvent* event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::PaletteChange && m_view->chart())
        colour(*m_view->chart());
}
