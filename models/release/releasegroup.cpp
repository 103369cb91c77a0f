#include "models/release/releasegroup.h"

#include "models/survey/spectrumfilename.h"

using namespace Qt::Literals::StringLiterals;

namespace {
QString forPath(QString name)
{
    if (name.isEmpty())
        return u"unknown"_s;
    const auto isFit = [](QChar letter) {
        const auto code = letter.unicode();
        return (code >= u'A' && code <= u'Z') || (code >= u'a' && code <= u'z')
            || (code >= u'0' && code <= u'9') || code == u'_' || code == u'+' || code == u'.' || code == u'-';
    };
    for (auto& letter : name) {
        if (!isFit(letter))
            letter = u'_';
    }
    if (name.startsWith(u'.'))
        name[0] = u'_';
    return name;
}
}

QString groupFolder(const ReleaseGroup& group)
{
    const auto night = group.obsDate.isValid() ? group.obsDate.toString(u"yyyyMMdd"_s) : u"undated"_s;
    return night + u'/' + forPath(group.planId);
}

QString releasedBaseName(const ReleasedSpectrum& spectrum)
{
    if (!spectrum.lmjd || !spectrum.spectrographId || !spectrum.fiberId || spectrum.planId.isEmpty())
        return u"spec-%1"_s.arg(spectrum.obsid);
    const bool mediumResolution = spectrum.layout == "lamost-mrs"_L1;
    return spectrumBaseName({mediumResolution, *spectrum.lmjd, forPath(spectrum.planId),
                             *spectrum.spectrographId, *spectrum.fiberId});
}
