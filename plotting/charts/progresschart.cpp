#include "plotting/charts/progresschart.h"

#include "plotting/palette.h"

#include <QBarSeries>
#include <QBarSet>
#include <QCategoryAxis>
#include <QChart>
#include <QChartView>
#include <QEvent>
#include <QLineSeries>
#include <QMap>
#include <QPainter>
#include <QVBoxLayout>
#include <QValueAxis>

#include <algorithm>

using namespace Qt::Literals::StringLiterals;

namespace {
constexpr qint64 mostDays = 31;
constexpr qint64 fewestDays = 14; // so that the first bars are not as wide as the chart
constexpr qint64 mostLabels = 8;

/// 1, 2, 5, 10, 20 …: the step that divides a length into at most `parts`.
qint64 niceStep(qint64 length, qint64 parts)
{
    qint64 decade = 1;
    while (true) {
        for (const qint64 step : {decade, 2 * decade, 5 * decade})
            if (step * parts >= length)
                return step;
        decade *= 10;
    }
}
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
    m_view->setVisible(!m_days.empty());
    update();
    if (m_days.empty())
        return;
    QMap<QDate, qint64> doneOn;
    for (const auto& day : m_days)
        doneOn.insert(QDate::fromString(day.name, Qt::ISODate), day.done);
    const auto last = doneOn.lastKey();
    const qint64 count = std::clamp(doneOn.firstKey().daysTo(last) + 1, fewestDays, mostDays);
    auto* chart = new QChart;
    auto* done = new QBarSet(tr("verdicts a day"));
    auto* across = new QCategoryAxis;
    across->setRange(-0.5, static_cast<double>(count) - 0.5);
    across->setLabelsPosition(QCategoryAxis::AxisLabelsPositionOnValue);
    across->setGridLineVisible(false);
    const qint64 labelStep = (count + mostLabels - 1) / mostLabels;
    qint64 most = 1;
    for (qint64 at = 0; at < count; ++at) {
        const auto day = last.addDays(at + 1 - count);
        const auto verdicts = doneOn.value(day);
        *done << static_cast<double>(verdicts);
        most = std::max(most, verdicts);
        if ((count - 1 - at) % labelStep == 0)
            across->append(day.toString(u"MM-dd"_s), static_cast<double>(at));
    }
    auto* bars = new QBarSeries;
    bars->append(done);
    bars->setBarWidth(0.8);
    chart->addSeries(bars);
    auto* up = new QValueAxis;
    const auto step = niceStep(most, 4);
    up->setRange(0, static_cast<double>((most + step - 1) / step * step));
    up->setTickType(QValueAxis::TicksDynamic);
    up->setTickInterval(static_cast<double>(step));
    up->setLabelFormat(u"%d"_s);
    chart->addAxis(across, Qt::AlignBottom);
    chart->addAxis(up, Qt::AlignLeft);
    bars->attachAxis(across);
    bars->attachAxis(up);
    if (m_forecast.perDay > 0) {
        auto* pace = new QLineSeries;
        pace->setName(tr("pace of the forecast"));
        pace->append(-0.5, m_forecast.perDay);
        pace->append(static_cast<double>(count) - 0.5, m_forecast.perDay);
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

void ProgressChart::paintEvent(QPaintEvent*)
{
    if (!m_days.empty())
        return;
    const auto colours = PlotPalette::of(palette());
    QPainter painter(this);
    painter.fillRect(rect(), colours.background);
    painter.setPen(colours.axis);
    painter.drawText(
        rect(), Qt::AlignCenter | Qt::TextWordWrap,
        tr("No verdicts in the last thirty days. Each day on which there are some gets a bar here."));
}

void ProgressChart::changeEvent(QEvent* event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::PaletteChange && m_view->chart())
        colour(*m_view->chart());
}
