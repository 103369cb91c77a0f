#include "models/release/releasestatistics.h"

#include <QJsonArray>

#include <algorithm>
#include <numeric>

using namespace Qt::Literals::StringLiterals;

namespace {
void addCounts(QMap<QString, qint64>& to, const QMap<QString, qint64>& from)
{
    for (auto entry = from.begin(); entry != from.end(); ++entry)
        to[entry.key()] += entry.value();
}

QJsonObject countsObject(const QMap<QString, qint64>& counts)
{
    QJsonObject object;
    for (auto entry = counts.begin(); entry != counts.end(); ++entry)
        object.insert(entry.key(), entry.value());
    return object;
}

/// "G" of "G7V", "M" of "dM4" and "gM0", "WD" of "WDMagnetic": the words of S1 and of the catalogues.
QString stellarGroup(const QString& subclass)
{
    if (subclass.startsWith("WD"_L1) || subclass.startsWith("CV"_L1))
        return subclass.left(2);
    if (subclass.size() > 1 && (subclass[0] == u'd' || subclass[0] == u'g' || subclass[0] == u's')
        && subclass[1].isUpper())
        return subclass.mid(1, 1);
    return subclass.left(1);
}
}

void ReleaseStatistics::add(const ReleasedSpectrum& spectrum, const QString& plate)
{
    ++spectra;
    ++classes[spectrum.spectralClass];
    if (spectrum.spectralClass == "STAR"_L1)
        ++subclasses[stellarGroup(spectrum.subclass)];
    ++redshiftSources[spectrum.zFlag];
    if (const auto r = spectrum.snr[2])
        ++snr[static_cast<std::size_t>(std::clamp(*r / snrBinWidth, 0.0, double(snrBins - 1)))];
    auto& counted = plates[plate];
    ++counted.spectra;
    ++counted.classes[spectrum.spectralClass];
}

void ReleaseStatistics::add(const ReleaseStatistics& other)
{
    spectra += other.spectra;
    addCounts(classes, other.classes);
    addCounts(subclasses, other.subclasses);
    addCounts(redshiftSources, other.redshiftSources);
    addCounts(excluded, other.excluded);
    for (std::size_t bin = 0; bin < snrBins; ++bin)
        snr[bin] += other.snr[bin];
    for (auto plate = other.plates.begin(); plate != other.plates.end(); ++plate) {
        plates[plate.key()].spectra += plate->spectra;
        addCounts(plates[plate.key()].classes, plate->classes);
    }
}

qint64 ReleaseStatistics::excludedInAll() const
{
    return std::accumulate(excluded.begin(), excluded.end(), qint64(0));
}

QJsonObject ReleaseStatistics::json(const QString& title) const
{
    QJsonArray histogram;
    for (std::size_t bin = 0; bin < snrBins; ++bin) {
        QJsonObject entry {{u"from"_s, static_cast<int>(bin) * snrBinWidth}, {u"spectra"_s, snr[bin]}};
        if (bin + 1 < snrBins)
            entry.insert(u"to"_s, static_cast<int>(bin + 1) * snrBinWidth);
        histogram.append(entry);
    }
    QJsonArray byPlate;
    for (auto plate = plates.begin(); plate != plates.end(); ++plate)
        byPlate.append(QJsonObject {{u"plate"_s, plate.key()},
                                    {u"spectra"_s, plate->spectra},
                                    {u"classes"_s, countsObject(plate->classes)}});
    return {{u"release"_s, title},
            {u"spectra"_s, spectra},
            {u"classes"_s, countsObject(classes)},
            {u"stars"_s, countsObject(subclasses)},
            {u"zflag"_s, countsObject(redshiftSources)},
            {u"snr_r"_s, histogram},
            {u"plates"_s, byPlate},
            {u"excluded"_s, countsObject(excluded)}};
}
