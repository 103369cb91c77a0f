#include "plotting/release/statisticscharts.h"

#include <algorithm>

using namespace Qt::Literals::StringLiterals;

namespace {
std::vector<Bar> barsOf(const QMap<QString, qint64>& counts)
{
    std::vector<Bar> bars;
    for (auto entry = counts.begin(); entry != counts.end(); ++entry)
        bars.push_back({entry.key().isEmpty() ? u"not given"_s : entry.key(), entry.value()});
    std::ranges::stable_sort(bars, std::ranges::greater(), &Bar::count);
    return bars;
}
}

std::vector<StatisticsChart> statisticsCharts(const ReleaseStatistics& statistics)
{
    std::vector<Bar> snr;
    for (std::size_t bin = 0; bin < snrBins; ++bin) {
        const auto from = static_cast<int>(bin) * snrBinWidth;
        const auto label =
            bin + 1 < snrBins ? u"%1 – %2"_s.arg(from).arg(from + snrBinWidth) : u"≥ %1"_s.arg(from);
        snr.push_back({label, statistics.snr[bin]});
    }
    return {{u"Spectra by class"_s, barsOf(statistics.classes)},
            {u"Spectra by signal-to-noise in r"_s, snr},
            {u"Stars by type"_s, barsOf(statistics.subclasses)},
            {u"How the redshift was found"_s, barsOf(statistics.redshiftSources)},
            {u"Kept back, by reason"_s, barsOf(statistics.excluded)}};
}

QString statisticsSummary(const ReleaseStatistics& statistics)
{
    return u"%1 spectra of %2 plates; %3 kept back."_s.arg(groupedNumber(statistics.spectra),
                                                           groupedNumber(statistics.plates.size()),
                                                           groupedNumber(statistics.excludedInAll()));
}

QString plateClasses(const ReleaseStatistics::Plate& plate)
{
    QStringList texts;
    for (const auto& bar : barsOf(plate.classes))
        texts << bar.label + u' ' + groupedNumber(bar.count);
    return texts.join(u", "_s);
}
