#include "models/problems/hintlimits.h"

#include "models/lines/tablereader.h"

#include <QCoreApplication>
#include <QFile>

#include <algorithm>
#include <limits>

using namespace Qt::Literals::StringLiterals;

Result<HintLimits> HintLimits::fromText(QStringView text)
{
    const auto table = readVersionedTable(text, 5);
    if (!table)
        return table.error();
    HintLimits limits;
    limits.m_version = table.value().version;
    for (const auto& line : table.value().rows) {
        bool ok = false;
        const HintLimit limit {QDate::fromString(line.fields[0], Qt::ISODate), line.fields[1],
                               line.fields[2].toDouble(&ok), line.fields[3], line.fields[4]};
        if (!ok || !limit.from.isValid() || limit.name.isEmpty())
            return errorInLine(
                line.number,
                QCoreApplication::translate("HintLimits", "a limit needs a date, a name and a number"));
        limits.m_limits.push_back(limit);
    }
    std::ranges::stable_sort(limits.m_limits, {}, &HintLimit::from);
    return limits;
}

double HintLimits::value(QStringView name, const QDate& night) const
{
    double value = std::numeric_limits<double>::infinity();
    for (const auto& limit : m_limits)
        if (limit.name == name && (!night.isValid() || limit.from <= night))
            value = limit.value;
    return value;
}

const HintLimits& builtInHintLimits()
{
    static const auto limits = [] {
        QFile file(u":/problems/hints.tsv"_s);
        auto read = file.open(QIODevice::ReadOnly) ? HintLimits::fromText(QString::fromUtf8(file.readAll()))
                                                   : Result<HintLimits>(HintLimits());
        return read ? read.value() : HintLimits();
    }();
    return limits;
}
