#pragma once

#include "models/check/verdict.h"
#include "models/spectrum/spectrum.h"
#include "models/values/result.h"

#include <QByteArray>
#include <QHash>

#include <optional>

/// What is known for certain of a spectrum.
struct Truth
{
    SpectralClass spectralClass = SpectralClass::Unknown;
    QString subclass;
    std::optional<double> z; ///< Absent: there is no redshift to be had (sky, noise).
    bool isUsable = true; ///< False: marked doubtful, neither right nor wrong can be told.
};

/// Truth by obsid or by file name.
class TruthTable
{
public:
    /// From a table with a heading: comma- or tab-separated columns obsid or file, z, and where present
    /// class, subclass, grade, doubtful and (of `specdesk simulate`) defects. Rows without z are unusable but
    /// for sky; rows of grade 1 and 2 are unusable, grade 0 says that there is no redshift. Exported verdicts
    /// are such a table.
    static Result<TruthTable> parse(const QByteArray& text);
    /// What people decided. Where two who are sure disagree by more than 1000 km/s the truth is unusable.
    static TruthTable fromVerdicts(const Verdicts& verdicts);

    std::optional<Truth> of(const Spectrum& spectrum) const;
    const QHash<qint64, Truth>& byObsid() const { return m_byObsid; }
    qsizetype size() const { return m_byObsid.size() + m_byFile.size(); }

private:
    QHash<qint64, Truth> m_byObsid;
    QHash<QString, Truth> m_byFile;
};

/// What the pipeline said, for spectra without other truth; nothing where it gave no redshift or a warning.
std::optional<Truth> truthOfPipeline(const Spectrum& spectrum);
