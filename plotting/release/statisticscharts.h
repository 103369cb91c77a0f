#pragma once

#include "models/release/releasestatistics.h"
#include "plotting/release/barchart.h"

/// A chart of the statistics.
struct StatisticsChart
{
    QString title;
    std::vector<Bar> bars;
};

/// The charts in the order they are shown: class, S/N, stars, how z was found, kept back.
std::vector<StatisticsChart> statisticsCharts(const ReleaseStatistics& statistics);
/// One sentence on what goes out and what not.
QString statisticsSummary(const ReleaseStatistics& statistics);
/// The classes of a plate: "STAR 3,211, QSO 12".
QString plateClasses(const ReleaseStatistics::Plate& plate);
