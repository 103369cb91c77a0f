#include "models/lines/skyfeature.h"

#include "models/lines/tablereader.h"

#include <QCoreApplication>
#include <QFile>

#include <algorithm>

using namespace Qt::Literals::StringLiterals;

namespace {
enum Field { Kind, Label, From, To, Importance, FieldCount };

std::optional<SkyKind> kindFrom(QStringView word)
{
    if (word == u"line")
        return SkyKind::EmissionLine;
    if (word == u"band")
        return SkyKind::EmissionBand;
    if (word == u"telluric")
        return SkyKind::Telluric;
    if (word == u"join")
        return SkyKind::ArmJoin;
    return {};
}

Result<SkyFeature> featureFrom(const VersionedRow& row)
{
    const auto kind = kindFrom(row.fields[Kind]);
    if (!kind)
        return errorInLine(
            row.number,
            QCoreApplication::translate("LineList", "\"%1\" is none of line, band, telluric, join")
                .arg(row.fields[Kind]));
    bool fromIsNumber = false;
    bool toIsNumber = false;
    bool importanceIsNumber = false;
    SkyFeature feature {row.fields[Label] == u"-"_s ? QString() : row.fields[Label], *kind,
                        row.fields[From].toDouble(&fromIsNumber), row.fields[To].toDouble(&toIsNumber),
                        row.fields[Importance].toInt(&importanceIsNumber)};
    if (!fromIsNumber || !toIsNumber || !(feature.fromAngstrom > 0)
        || !(feature.toAngstrom >= feature.fromAngstrom))
        return errorInLine(row.number,
                           QCoreApplication::translate("LineList", "\"%1\" to \"%2\" is no range in Å")
                               .arg(row.fields[From], row.fields[To]));
    if (!importanceIsNumber)
        return errorInLine(row.number,
                           QCoreApplication::translate("LineList", "\"%1\" is not an importance")
                               .arg(row.fields[Importance]));
    return feature;
}
}

Result<SkyTable> parseSkyFeatures(QStringView text)
{
    const auto table = readVersionedTable(text, FieldCount);
    if (!table)
        return table.error();
    SkyTable sky {table.value().version, {}};
    for (const auto& row : table.value().rows) {
        auto feature = featureFrom(row);
        if (!feature)
            return feature.error();
        sky.features.push_back(std::move(feature).value());
    }
    std::ranges::stable_sort(sky.features, {}, &SkyFeature::fromAngstrom);
    return sky;
}

const SkyTable& builtInSky()
{
    static const SkyTable table = [] {
        QFile file(u":/lines/sky.tsv"_s);
        if (!file.open(QIODevice::ReadOnly))
            qFatal("sky.tsv is missing in the program");
        auto parsed = parseSkyFeatures(QString::fromUtf8(file.readAll()));
        if (!parsed)
            qFatal("%s", qPrintable(parsed.error().message));
        return std::move(parsed).value();
    }();
    return table;
}
