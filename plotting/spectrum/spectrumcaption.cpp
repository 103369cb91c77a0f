#include "plotting/spectrum/spectrumcaption.h"

#include "models/spectrum/spectrum.h"

#include <QCoreApplication>
#include <QFileInfo>
#include <QStringList>

using namespace Qt::Literals::StringLiterals;

namespace {
struct Text
{
    Q_DECLARE_TR_FUNCTIONS(SpectrumCaption)
};

QString classText(const PipelineAnswer& answer)
{
    if (!answer.statedClass())
        return {};
    const auto name = className(answer.spectralClass);
    return answer.subclass.isEmpty() ? name : name + u' ' + answer.subclass;
}

QString redshiftText(const PipelineAnswer& answer)
{
    if (!answer.z)
        return {};
    const auto z = u"z = "_s + QString::number(*answer.z, 'f', 6);
    return answer.zError ? z + u" ± "_s + QString::number(*answer.zError, 'f', 6) : z;
}

QString signalToNoiseText(const Spectrum& spectrum)
{
    constexpr std::array bands {'u', 'g', 'r', 'i', 'z'};
    QStringList values;
    for (std::size_t band = 0; band < bands.size(); ++band) {
        if (spectrum.snr[band])
            values.append(u"%1 %2"_s.arg(QChar::fromLatin1(bands[band])).arg(*spectrum.snr[band], 0, 'f', 1));
    }
    return values.isEmpty() ? QString() : Text::tr("S/N %1").arg(values.join(u"  "_s));
}
}

QString wavelengthFrameText(const WavelengthFrame& frame)
{
    if (frame.frameIsKnown)
        return frame.wasAir ? Text::tr("vacuum, from air in the file") : Text::tr("vacuum");
    return frame.wasAir ? Text::tr("vacuum, air assumed in the file") : Text::tr("vacuum (assumed)");
}

QString spectrumCaption(const Spectrum& spectrum)
{
    QStringList parts {spectrum.target.designation,         classText(spectrum.pipeline),
                       redshiftText(spectrum.pipeline),     signalToNoiseText(spectrum),
                       QFileInfo(spectrum.file).fileName(), wavelengthFrameText(spectrum.frame)};
    parts.removeAll(QString());
    return parts.join(u"   "_s);
}
