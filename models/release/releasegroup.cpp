#include "models/release/releasegroup.h"

#include "models/survey/spectrumfilename.h"

#include <QCryptographicHash>

using namespace Qt::Literals::StringLiterals;

namespace {
/// Two names never become the same: one that had to be changed gets a digest of what it was.
QString forPath(const QString& name)
{
    if (name.isEmpty())
        return u"unknown"_s;
    const auto isFit = [](QChar letter) {
        const auto code = letter.unicode();
        return (code >= u'A' && code <= u'Z') || (code >= u'a' && code <= u'z')
            || (code >= u'0' && code <= u'9') || code == u'_' || code == u'+' || code == u'.' || code == u'-';
    };
    auto fit = name;
    for (auto& letter : fit)
        if (!isFit(letter))
            letter = u'_';
    if (fit.startsWith(u'.'))
        fit[0] = u'_';
    if (fit == name)
        return name;
    constexpr qsizetype enough = 8;
    const auto digest = QCryptographicHash::hash(name.toUtf8(), QCryptographicHash::Sha256).toHex();
    return fit + u'-' + QString::fromLatin1(digest.first(enough));
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
