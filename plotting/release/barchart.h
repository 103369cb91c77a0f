#pragma once

#include <QByteArray>
#include <QString>

#include <vector>

/// A bar of a chart.
struct Bar
{
    QString label;
    qint64 count = 0;
};

/// A chart of horizontal bars with their numbers, as SVG of this width: the same on a page and on paper. Its
/// height follows from the number of bars.
QByteArray barChartSvg(const QString& title, const std::vector<Bar>& bars, int width);
/// The height of that chart.
int barChartHeight(std::size_t bars);

/// "1,234,567": numbers as a page shows them.
QString groupedNumber(qint64 number);
