#include "models/release/releasegroup.h"

#include "models/survey/spectrumfilename.h"

#include <QRegularExpression>

using namespace Qt::Literals::StringLiterals;

namespace {
QString forPath(QString name)
{
    static const QRegularExpression unfit(u"[^A-Za-z0-9_+.-]|^\\."_s);
    return name.isEmpty() ? u"unknown"_s : name.replace(unfit, u"_"_s);
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
