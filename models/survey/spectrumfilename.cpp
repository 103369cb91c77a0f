#include "models/survey/spectrumfilename.h"

#include <QRegularExpression>

using namespace Qt::Literals::StringLiterals;

std::optional<SpectrumFileName> parseSpectrumFileName(const QString& path)
{
    static const QRegularExpression form(u"^(spec|med)-(\\d{5})-(.{1,40})_sp(\\d{2})-(\\d{3})(?!\\d)"_s);
    const auto match = form.match(path.sliced(path.lastIndexOf(u'/') + 1));
    if (!match.hasMatch())
        return {};
    return SpectrumFileName {match.captured(1) == u"med", match.captured(2).toInt(), match.captured(3),
                             match.captured(4).toInt(), match.captured(5).toInt()};
}

QString spectrumBaseName(const SpectrumFileName& name)
{
    return u"%1-%2-%3_sp%4-%5"_s.arg(name.mediumResolution ? u"med"_s : u"spec"_s)
        .arg(name.lmjd, 5, 10, QChar(u'0'))
        .arg(name.planId)
        .arg(name.spectrographId, 2, 10, QChar(u'0'))
        .arg(name.fiberId, 3, 10, QChar(u'0'));
}
