#include "db/fits/lamostheader.h"

#include "models/survey/designation.h"
#include "models/survey/lmjd.h"
#include "models/survey/obsid.h"
#include "models/survey/spectrumfilename.h"

#include <QCryptographicHash>

using namespace Qt::Literals::StringLiterals;

namespace {
std::optional<int> small(std::optional<qint64> value)
{
    if (!value || *value < 0 || *value > 99999999)
        return {};
    return static_cast<int>(*value);
}

/// 99.00 and what else lies outside the sky stands for "not measured".
void keepBrightest(std::optional<double>& brightest, std::optional<double> magnitude)
{
    if (magnitude && *magnitude > -5.0 && *magnitude < 40.0 && (!brightest || *magnitude < *brightest))
        brightest = magnitude;
}

std::optional<double> brightestMagnitude(const FitsHeader& header)
{
    std::optional<double> brightest;
    for (const char* keyword : {"MAG1", "MAG2", "MAG3", "MAG4", "MAG5", "MAG6", "MAG7"}) {
        if (!header.contains(keyword))
            break;
        keepBrightest(brightest, header.number(keyword));
    }
    if (!brightest && !header.contains("MAG1")) {
        for (const char* keyword :
             {"MAG_PS_G", "MAG_PS_R", "MAG_PS_I", "MAG_PS_Z", "MAG_PS_Y", "MAG_G", "MAG_BP", "MAG_RP"})
            keepBrightest(brightest, header.number(keyword));
    }
    return brightest;
}

QString textOr(const FitsHeader& header, const char* keyword, const char* older)
{
    auto value = header.text(keyword);
    if (!value)
        value = header.text(older);
    return value.value_or(QString());
}

void describeTarget(const FitsHeader& header, Target& target)
{
    target.survey = u"LAMOST"_s;
    target.obsid = std::max<qint64>(0, header.integer("OBSID").value_or(0));
    target.designation = header.text("DESIG").value_or(QString());
    if (target.designation.startsWith("LAMOST "_L1))
        target.designation = target.designation.sliced(7).trimmed();
    target.objectType = header.text("OBJTYPE").value_or(QString());
    target.targetSource = textOr(header, "TSOURCE", "OBJSOURC");
    target.fiberType = textOr(header, "FIBERTYP", "FIB_TYPE");
    target.raDeg = header.rightAscension({"RA"});
    target.decDeg = header.declination({"DEC"});
    target.planId = header.text("PLANID").value_or(QString());
    target.spectrographId = small(header.integer("SPID"));
    target.fiberId = small(header.integer("FIBERID"));
    target.lmjd = small(header.integer("LMJD"));
    target.magnitude = brightestMagnitude(header);
}

void completeFromName(const QString& file, Target& target)
{
    if (!target.planId.isEmpty() && target.spectrographId && target.fiberId && target.lmjd)
        return;
    const auto name = parseSpectrumFileName(file);
    if (!name)
        return;
    if (target.planId.isEmpty())
        target.planId = name->planId;
    target.spectrographId = target.spectrographId.value_or(name->spectrographId);
    target.fiberId = target.fiberId.value_or(name->fiberId);
    target.lmjd = target.lmjd.value_or(name->lmjd);
}

/// obsDateOfLmjd(), made once for the spectra of a night.
QString eveningOf(int lmjd)
{
    thread_local int night = -1;
    thread_local QString evening;
    if (night != lmjd) {
        evening = obsDateOfLmjd(lmjd);
        night = lmjd;
    }
    return evening;
}

void describePipeline(const FitsHeader& header, PipelineAnswer& pipeline)
{
    pipeline.setClass(header.text("CLASS"));
    pipeline.subclass = header.text("SUBCLASS").value_or(QString());
    if (pipeline.subclass.compare("Non"_L1, Qt::CaseInsensitive) == 0)
        pipeline.subclass.clear();
    pipeline.z = header.number("Z");
    pipeline.zError = header.number("Z_ERR");
    pipeline.zMethod = header.text("ZFLAG").value_or(QString());
}
}

bool isFromLamost(const FitsHeader& header)
{
    if (const auto telescope = header.text("TELESCOP"))
        return telescope->compare("LAMOST"_L1, Qt::CaseInsensitive) == 0;
    return header.text("ORIGIN").value_or(QString()).contains("LAMOST"_L1)
        || header.text("AUTHOR").value_or(QString()).contains("LAMOST"_L1)
        || (header.contains("OBSID") && header.contains("PLANID") && header.contains("SPID"));
}

void describeLamost(Spectrum& spectrum)
{
    static constexpr std::array snrKeywords {"SNRU", "SNRG", "SNRR", "SNRI", "SNRZ"};
    static constexpr std::array oldSnrKeywords {"SN_U", "SN_G", "SN_R", "SN_I", "SN_Z"}; // DR1 era
    constexpr double oldSnrCeiling = 99.0; // DR1 era: stands for everything above, so it is no measurement
    const auto& header = spectrum.header;
    auto& target = spectrum.target;
    spectrum.release = header.text("DATA_V").value_or(QString());
    spectrum.pipelineVersion = header.text("VERSPIPE").value_or(QString());
    describeTarget(header, target);
    completeFromName(spectrum.file, target);
    if (target.designation.isEmpty() && target.raDeg && target.decDeg)
        target.designation = designationOf(*target.raDeg, *target.decDeg);
    if (target.lmjd)
        target.obsDate = eveningOf(*target.lmjd);
    if (target.obsid == 0)
        deriveObsid(spectrum, {});
    describePipeline(header, spectrum.pipeline);
    for (std::size_t band = 0; band < spectrum.snr.size(); ++band) {
        const bool isOld = !header.contains(snrKeywords[band]) && header.contains(oldSnrKeywords[band]);
        const auto snr = header.number(isOld ? oldSnrKeywords[band] : snrKeywords[band]);
        spectrum.snr[band] = isOld && snr == oldSnrCeiling ? std::nullopt : snr;
    }
    spectrum.frame.wasAir = !header.flag("VACUUM").value_or(true);
    spectrum.frame.heliocentric = header.flag("HELIO").value_or(true);
}

void deriveObsid(Spectrum& spectrum, QByteArrayView content)
{
    auto& target = spectrum.target;
    QString identity;
    if (target.lmjd && target.fiberId && !target.planId.isEmpty()) {
        identity = u"%1/%2/%3/%4/%5"_s.arg(target.survey.toLower())
                       .arg(*target.lmjd)
                       .arg(target.planId)
                       .arg(target.spectrographId.value_or(0))
                       .arg(*target.fiberId);
    } else {
        const auto name = spectrum.file.sliced(spectrum.file.lastIndexOf(u'/') + 1);
        const auto bytes = content.isEmpty() ? QByteArrayView(spectrum.header.bytes()) : content;
        const auto digest = QCryptographicHash::hash(bytes.toByteArray(), QCryptographicHash::Sha256);
        identity =
            u"file/%1/%2/%3"_s.arg(name).arg(spectrum.indexInFile).arg(QString::fromLatin1(digest.toHex()));
    }
    target.obsid = derivedObsid(identity);
    target.obsidIsDerived = true;
}
