#include "models/release/explanation.h"

#include "models/release/releaserules.h"

#include <QCoreApplication>

using namespace Qt::Literals::StringLiterals;

namespace {
struct Text
{
    Q_DECLARE_TR_FUNCTIONS(Explanation)
};

QString versionText(const ExplainedVersion& version)
{
    const auto verdict = !version.isNewest ? Text::tr("a newer version takes its place")
        : version.reason.isEmpty()         ? Text::tr("would be released")
                                           : Text::tr("would be kept back: %1").arg(version.reason);
    auto text = Text::tr("Pipeline %1: %2.").arg(version.version, verdict) + u'\n'
        + Text::tr("  Class %1 %2, z %3, by %4.")
              .arg(version.text(u"final_class"_s), version.text(u"final_subclass"_s),
                   version.evidence.contains(u"final_z"_s) ? version.text(u"final_z"_s) : Text::tr("unknown"),
                   version.text(u"decided_by"_s))
        + u'\n';
    text += Text::tr("  Does it have to be kept back?") + u'\n';
    for (const auto& rule : version.rules)
        text += u"  %1  %2: %3\n"_s.arg(rule.applies ? Text::tr("YES") : Text::tr("no "), rule.reason,
                                        reasonSentence(rule.reason));
    text += Text::tr("  Seen:");
    for (auto value = version.evidence.begin(); value != version.evidence.end(); ++value)
        text += u' ' + value.key() + u'=' + value->toString();
    return text + u'\n';
}
}

QString explanationText(const Explanation& explanation)
{
    QString text;
    for (const auto& version : explanation.versions)
        text += versionText(version);
    const auto& built = explanation.built;
    return text
        + (!built                  ? Text::tr("The release as built does not have it.")
               : built->isReleased ? Text::tr("The release as built lets it out.")
                                   : Text::tr("The release as built keeps it back: %1.").arg(built->reason))
        + u'\n';
}
