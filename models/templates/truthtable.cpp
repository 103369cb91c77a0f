#include "models/templates/truthtable.h"

#include "models/spectrum/wavelength.h"

#include <QCoreApplication>
#include <QSet>
#include <QStringList>

using namespace Qt::Literals::StringLiterals;

namespace {
struct Text
{
    Q_DECLARE_TR_FUNCTIONS(TruthTable)
};

/// The fields of a line; quotes as in RFC 4180.
QStringList fieldsOf(const QString& line, QChar separator)
{
    QStringList fields {QString()};
    bool quoted = false;
    for (const QChar character : line) {
        if (character == u'"')
            quoted = !quoted;
        else if (character == separator && !quoted)
            fields.append(QString());
        else
            fields.last() += character;
    }
    return fields;
}

QString fileName(const QString& path)
{
    return path.section(u'/', -1);
}
}

Result<TruthTable> TruthTable::parse(const QByteArray& text)
{
    const auto lines = QString::fromUtf8(text).split(u'\n', Qt::SkipEmptyParts);
    if (lines.isEmpty())
        return Error {ErrorKind::BadFile, Text::tr("The table of truths is empty."), {}};
    const QChar separator = lines.first().contains(u'\t') ? u'\t' : u',';
    const auto heading = fieldsOf(lines.first().trimmed().toLower(), separator);
    const auto column = [&](const QString& name) { return heading.indexOf(name); };
    const auto z = column(u"z"_s);
    const auto obsid = column(u"obsid"_s);
    const auto file = column(u"file"_s);
    if (z < 0 || (obsid < 0 && file < 0))
        return Error {ErrorKind::BadFile,
                      Text::tr("The table of truths needs the columns z and obsid or file."), lines.first()};

    TruthTable table;
    for (qsizetype i = 1; i < lines.size(); ++i) {
        const auto fields = fieldsOf(lines[i], separator);
        const auto field = [&](qsizetype index) {
            return index >= 0 && index < fields.size() ? fields[index].trimmed() : QString();
        };
        Truth truth;
        truth.spectralClass = spectralClassFrom(field(column(u"class"_s)));
        truth.subclass = field(column(u"subclass"_s));
        bool isNumber = false;
        if (const double value = field(z).toDouble(&isNumber); isNumber && std::isfinite(value) && value > -1)
            truth.z = value;
        const auto grade = field(column(u"grade"_s));
        const bool isSky = field(column(u"class"_s)).compare("SKY"_L1, Qt::CaseInsensitive) == 0;
        truth.isUsable = grade != "1"_L1 && grade != "2"_L1 && field(column(u"doubtful"_s)) != "1"_L1;
        truth.isUsable &= truth.z || isSky || grade == "0"_L1;
        // A simulated spectrum whose wavelengths are shifted has no right redshift.
        truth.isUsable &= !field(column(u"defects"_s)).contains("wavelength-shift"_L1);
        if (grade == "0"_L1)
            truth.z.reset();
        if (const auto id = field(obsid).toLongLong(); id != 0)
            table.m_byObsid.insert(id, truth);
        if (const auto name = field(file); !name.isEmpty())
            table.m_byFile.insert(fileName(name), truth);
    }
    return table;
}

TruthTable TruthTable::fromVerdicts(const Verdicts& verdicts)
{
    constexpr double sameKmS = 1000;
    TruthTable table;
    QSet<qint64> disputed;
    for (const auto& verdict : verdicts) {
        if (disputed.contains(verdict.obsid))
            continue;
        const bool isSure = verdict.grade && *verdict.grade >= Grade::Probable;
        Truth truth {verdict.spectralClass, verdict.subclass, verdict.z, isSure && verdict.z};
        if (verdict.grade == Grade::None)
            truth = {verdict.spectralClass, verdict.subclass, std::nullopt, true};
        auto before = table.m_byObsid.find(verdict.obsid);
        if (before == table.m_byObsid.end() || !before->isUsable) {
            table.m_byObsid.insert(verdict.obsid, truth);
        } else if (truth.isUsable) {
            before->isUsable = before->z && truth.z
                ? std::abs(std::log((1 + *truth.z) / (1 + *before->z))) * speedOfLightKmS < sameKmS
                : before->z.has_value() == truth.z.has_value();
            if (!before->isUsable)
                disputed.insert(verdict.obsid);
        }
    }
    return table;
}

std::optional<Truth> TruthTable::of(const Spectrum& spectrum) const
{
    if (const auto place = m_byFile.constFind(fileName(spectrum.file)); place != m_byFile.constEnd())
        return *place;
    if (const auto place = m_byObsid.constFind(spectrum.target.obsid); place != m_byObsid.constEnd())
        return *place;
    return std::nullopt;
}

std::optional<Truth> truthOfPipeline(const Spectrum& spectrum)
{
    const auto& pipeline = spectrum.pipeline;
    if (spectrum.target.fiberType.compare("Sky"_L1, Qt::CaseInsensitive) == 0)
        return Truth {};
    if (!pipeline.z || pipeline.zWarning.value_or(0) != 0)
        return std::nullopt;
    return Truth {pipeline.spectralClass, pipeline.subclass, pipeline.z, true};
}
