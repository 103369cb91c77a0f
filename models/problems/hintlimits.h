#pragma once

#include "models/values/result.h"

#include <QDate>
#include <QString>

#include <vector>

/// A limit of the machine's hints and from which night on it holds.
struct HintLimit
{
    QDate from;
    QString name;
    double value = 0;
    QString meaning;
    QString source;
};

/// The dated table of limits, resources/problems/hints.tsv.
class HintLimits
{
public:
    /// BadFile with a sentence when the text is no such table.
    static Result<HintLimits> fromText(QStringView text);

    const QString& version() const { return m_version; }
    /// The limit that holds on a night: the newest that is not later. Infinity for a name without one, so
    /// that nothing is hinted at.
    double value(QStringView name, const QDate& night) const;

private:
    QString m_version;
    std::vector<HintLimit> m_limits; ///< By date
};

/// The limits that come with SpecDesk.
const HintLimits& builtInHintLimits();
