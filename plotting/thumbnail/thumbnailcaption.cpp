#include "plotting/thumbnail/thumbnailcaption.h"

#include "models/spectrum/wavelength.h"

using namespace Qt::Literals::StringLiterals;

namespace {
constexpr double faintestKnown = 90; // 99.00 is "not known"
constexpr int mostMagnitudes = 4;

QString number(double value, int decimals)
{
    auto text = QString::number(value, 'f', decimals);
    return text.startsWith(u'-') ? u'−' + text.sliced(1) : text;
}

QString redshiftText(const ReleasedSpectrum& spectrum)
{
    if (!spectrum.z)
        return {};
    const bool star = spectrum.spectralClass == "STAR"_L1;
    const double factor = star ? speedOfLightKmS : 1;
    const int decimals = star ? 1 : 5;
    auto text = (star ? u"cz = "_s : u"z = "_s) + number(*spectrum.z * factor, decimals);
    if (spectrum.zError && *spectrum.zError >= 0)
        text += u" ± "_s + number(*spectrum.zError * factor, decimals);
    return star ? text + u" km/s"_s : text;
}

QString positionText(const ReleasedSpectrum& spectrum)
{
    if (!spectrum.raDeg || !spectrum.decDeg)
        return spectrum.designation;
    return u"RA "_s + number(*spectrum.raDeg, 5) + u"  DEC "_s + number(*spectrum.decDeg, 5);
}

void append(QStringList& texts, const QString& band, const std::optional<double>& magnitude)
{
    if (magnitude && *magnitude > 0 && *magnitude < faintestKnown && texts.size() < mostMagnitudes)
        texts << band + u' ' + number(*magnitude, 2);
}

/// MAGTYPE "ugriz" names the bands of MAG1 … in order; since DR8 there are MAG_PS_G … instead.
QString magnitudesText(const FitsHeader& header)
{
    static constexpr const char* numbered[] {"MAG1", "MAG2", "MAG3", "MAG4", "MAG5", "MAG6", "MAG7"};
    static constexpr std::pair<const char*, char16_t> panStarrs[] {
        {"MAG_PS_G", u'g'}, {"MAG_PS_R", u'r'}, {"MAG_PS_I", u'i'}, {"MAG_PS_Z", u'z'}};
    QStringList texts;
    for (const auto& [keyword, band] : panStarrs)
        append(texts, QString(QChar(band)), header.number(keyword));
    if (!texts.isEmpty())
        return texts.join(u"  "_s);
    const auto type = header.text("MAGTYPE").value_or(QString());
    static const auto bands = u"ugrizjh"_s;
    const bool letters = !type.isEmpty() && bands.contains(type);
    for (int i = 0; i < 7; ++i) {
        const auto name = letters && i < type.size() ? type.mid(i, 1) : u"m%1"_s.arg(i + 1);
        append(texts, name, header.number(numbered[i]));
    }
    return texts.join(u"  "_s);
}
}

ThumbnailCaption thumbnailCaption(const ReleasedSpectrum& spectrum, const QString& releaseTitle,
                                  const FitsHeader& header)
{
    const bool typed = !spectrum.subclass.isEmpty() && spectrum.subclass != "Non"_L1;
    return {typed ? spectrum.spectralClass + u' ' + spectrum.subclass : spectrum.spectralClass,
            releaseTitle,
            redshiftText(spectrum),
            spectrum.obsDate.isValid() ? u"Obs-Date: "_s + spectrum.obsDate.toString(u"yyyyMMdd"_s)
                                       : QString(),
            positionText(spectrum),
            magnitudesText(header)};
}
