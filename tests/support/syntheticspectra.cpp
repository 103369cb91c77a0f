#include "support/syntheticspectra.h"

#include <QFile>
#include <QTest>

using namespace Qt::Literals::StringLiterals;

namespace {
QByteArray card(const char* keyword, const QByteArray& value)
{
    return (QByteArray(keyword).leftJustified(8) + "= " + value).leftJustified(80);
}
}

Spectrum syntheticSpectrum(int spectrograph, int fiber, SpectralClass spectralClass)
{
    Spectrum spectrum;
    spectrum.file =
        u"/survey/20111024/F5902/spec-55859-F5902_sp%1-%2.fits.gz"_s.arg(spectrograph, 2, 10, QChar(u'0'))
            .arg(fiber, 3, 10, QChar(u'0'));
    spectrum.layout = Layout::LamostTable;
    spectrum.release = u"LAMOST DR7"_s;
    spectrum.pipelineVersion = u"v2.9.8"_s;
    auto& target = spectrum.target;
    target.obsid = 180'900'000 + spectrograph * 1000 + fiber;
    target.survey = u"LAMOST"_s;
    target.designation = u"J220848.54-020324.3"_s;
    target.objectType = u"Star"_s;
    target.targetSource = u"JF_LEGAS_S"_s;
    target.fiberType = u"Obj"_s;
    target.raDeg = 332.202274 + fiber * 0.01;
    target.decDeg = -2.056767;
    target.planId = u"F5902"_s;
    target.spectrographId = spectrograph;
    target.fiberId = fiber;
    target.lmjd = 55859;
    target.obsDate = u"2011-10-24"_s;
    spectrum.pipeline.spectralClass = spectralClass;
    spectrum.pipeline.subclass = spectralClass == SpectralClass::Star ? u"G7"_s : u"Non"_s;
    spectrum.pipeline.z = spectralClass == SpectralClass::Star ? -0.00013870 : 0.1 + fiber * 0.001;
    spectrum.pipeline.zError = 0.00002408;
    spectrum.pipeline.zMethod = u"PIPELINE"_s;
    spectrum.snr = {0.70, 12.22, 27.16, 36.14, std::nullopt};
    spectrum.coadd.wavelengthAngstrom = {3699.985, 3700.837, 3701.689};
    spectrum.coadd.flux = {1.F, 2.F, 3.F};
    QByteArray cards = card("DATE-OBS", "'2011-10-24T12:30:00'")
        + card("LMJMLIST", "'80436692-80436737-80436775'") + card("NEXP", "3") + card("EXPTIME", "5400.00")
        + card("SEEING", "3.40") + card("MOONPHA", "27.16") + card("OBSCOMM", "'Science'")
        + card("MAGTYPE", "'ugriz'") + card("MAG1", "18.78") + card("MAG7", "99.00")
        + card("SCAMEAN", "'******'") + card("HELIO_RV", "25.11536") + card("CELL_ID", "'F0311'");
    spectrum.header = FitsHeader(cards + QByteArray("END").leftJustified(80));
    return spectrum;
}

std::vector<SpectrumPtr> syntheticPlate(int count, int plate)
{
    std::vector<SpectrumPtr> spectra;
    for (int i = 0; i < count; ++i) {
        const auto kind = i % 50 == 7 ? SpectralClass::Qso
            : i % 10 == 3             ? SpectralClass::Galaxy
                                      : SpectralClass::Star;
        auto spectrum = syntheticSpectrum(1 + i / 250 % 16, 1 + i % 250, kind);
        const qint64 number = plate + i / 4000;
        spectrum.target.obsid += (number - 1809) * 100'000;
        spectrum.target.planId = u"F%1"_s.arg(number);
        spectrum.file = u"/survey/F%1/spec-%2.fits.gz"_s.arg(number).arg(spectrum.target.obsid);
        if (i % 25 == 24)
            spectrum.target.fiberType = u"Sky"_s;
        spectra.push_back(std::make_shared<const Spectrum>(std::move(spectrum)));
    }
    return spectra;
}

QueueRules queueRules()
{
    QFile file(u":/rules/queue.json"_s);
    if (!file.open(QIODevice::ReadOnly))
        qFatal("No queue rules.");
    const auto rules = QueueRules::fromJson(file.readAll());
    if (!rules)
        qFatal("Damaged queue rules.");
    return rules.value();
}
