#include "widgets/release/plantexts.h"

#include "models/release/releaserules.h"
#include "widgets/frame/caption.h"

#include <QCoreApplication>

using namespace Qt::Literals::StringLiterals;

namespace {
struct Text
{
    Q_DECLARE_TR_FUNCTIONS(PlanView)
};

QString count(qint64 spectra)
{
    return countText(static_cast<int>(spectra));
}

SheetCell shareCell(qint64 part, qint64 whole)
{
    const double share = whole > 0 ? static_cast<double>(part) / static_cast<double>(whole) : 0;
    return {u"%1 %"_s.arg(100 * share, 0, 'f', share < 0.01 && part > 0 ? 2 : 0), share, share};
}

QString sayingOf(const QString& spectralClass, const QString& subclass, const std::optional<double>& z)
{
    if (spectralClass.isEmpty())
        return u"–"_s;
    auto text = spectralClass;
    if (!subclass.isEmpty() && subclass != "Non"_L1)
        text += u' ' + subclass;
    return z ? u"%1  %2"_s.arg(text).arg(*z, 0, 'f', 5) : text;
}
}

std::vector<ReleaseChange> allChanges()
{
    return {ReleaseChange::New,      ReleaseChange::Class,   ReleaseChange::Subclass,
            ReleaseChange::Redshift, ReleaseChange::Version, ReleaseChange::Gone};
}

QString changeCode(ReleaseChange change)
{
    switch (change) {
    case ReleaseChange::New:
        return u"new"_s;
    case ReleaseChange::Class:
        return u"class"_s;
    case ReleaseChange::Subclass:
        return u"subclass"_s;
    case ReleaseChange::Redshift:
        return u"redshift"_s;
    case ReleaseChange::Version:
        return u"version"_s;
    case ReleaseChange::Gone:
        return u"gone"_s;
    }
    return {};
}

QString changeText(ReleaseChange change)
{
    switch (change) {
    case ReleaseChange::New:
        return Text::tr("New");
    case ReleaseChange::Class:
        return Text::tr("Class");
    case ReleaseChange::Subclass:
        return Text::tr("Subclass");
    case ReleaseChange::Redshift:
        return u"z"_s;
    case ReleaseChange::Version:
        return Text::tr("Version");
    case ReleaseChange::Gone:
        return Text::tr("Gone");
    }
    return {};
}

QString changeMeaning(ReleaseChange change)
{
    switch (change) {
    case ReleaseChange::New:
        return Text::tr("It goes out and did not.");
    case ReleaseChange::Class:
        return Text::tr("Another class.");
    case ReleaseChange::Subclass:
        return Text::tr("The same class, another subclass.");
    case ReleaseChange::Redshift:
        return Text::tr("The same class and subclass, another redshift.");
    case ReleaseChange::Version:
        return Text::tr("The same answer from another pipeline version.");
    case ReleaseChange::Gone:
        return Text::tr("It went out and does not any more.");
    }
    return {};
}

std::vector<SheetRow> classRows(const ReleasePlan& plan)
{
    std::vector<SheetRow> rows;
    for (const auto& entry : plan.classes)
        rows.push_back(
            {{entry.word}, shareCell(entry.spectra, plan.released), {count(entry.spectra), entry.spectra}});
    return rows;
}

std::vector<SheetRow> reasonRows(const ReleasePlan& plan)
{
    std::vector<SheetRow> rows;
    for (const auto& entry : plan.excluded)
        rows.push_back({{entry.word},
                        {reasonSentence(entry.word), {}, {}, SheetCell::Tone::Quiet},
                        shareCell(entry.spectra, plan.spectra),
                        {count(entry.spectra), entry.spectra}});
    return rows;
}

std::vector<SheetRow> plateRows(const ReleasePlan& plan)
{
    std::vector<SheetRow> rows;
    for (const auto& plate : plan.plates) {
        auto share = shareCell(plate.released, plate.spectra);
        share.tone = plate.released == 0 ? SheetCell::Tone::Stop : SheetCell::Tone::Plain;
        const auto chief = plate.excluded.empty()
            ? QString()
            : u"%1 %2"_s.arg(plate.excluded.front().word, count(plate.excluded.front().spectra));
        rows.push_back({{plate.obsDate},
                        {plate.planId},
                        {chief, {}, {}, SheetCell::Tone::Quiet},
                        share,
                        {count(plate.spectra), plate.spectra},
                        {count(plate.spectra - plate.released), plate.spectra - plate.released}});
    }
    return rows;
}

SheetRow changedRow(const ChangedSpectrum& spectrum)
{
    const auto fiber = spectrum.spectrographId && spectrum.fiberId
        ? u"%1-%2"_s.arg(*spectrum.spectrographId, 2, 10, QChar(u'0'))
              .arg(*spectrum.fiberId, 3, 10, QChar(u'0'))
        : QString();
    const bool gone = spectrum.change == ReleaseChange::Gone;
    auto why = gone
        ? spectrum.reason.isEmpty() ? Text::tr("not among these spectra any more") : spectrum.reason
        : QString();
    if (spectrum.change == ReleaseChange::Version)
        why = u"%1 → %2"_s.arg(spectrum.versionBefore, spectrum.pipelineVersion);
    return {{QString::number(spectrum.obsid), spectrum.obsid},
            {changeText(spectrum.change),
             static_cast<int>(spectrum.change),
             {},
             gone ? SheetCell::Tone::Attention : SheetCell::Tone::Plain},
            {spectrum.obsDate},
            {spectrum.planId},
            {fiber},
            {spectrum.change == ReleaseChange::New
                 ? u"–"_s
                 : sayingOf(spectrum.classBefore, spectrum.subclassBefore, spectrum.zBefore)},
            {sayingOf(spectrum.classNow, spectrum.subclassNow, spectrum.zNow)},
            {why, {}, {}, gone ? SheetCell::Tone::Attention : SheetCell::Tone::Quiet}};
}

QString changesCaption(const ReleasePlan& plan, const QString& openKey)
{
    if (plan.previous.isEmpty())
        return Text::tr("There is no earlier release to compare with.");
    QStringList sentences {Text::tr("Compared with %1 as it was built.").arg(plan.previous)};
    QStringList reasons;
    for (const auto& entry : plan.gone)
        reasons << u"%1 %2"_s.arg(entry.word.isEmpty() ? Text::tr("not known any more") : entry.word,
                                  count(entry.spectra));
    if (!reasons.isEmpty())
        sentences << Text::tr("Gone: %1.").arg(reasons.join(u", "_s));
    sentences << Text::tr("Examples of each; a double click or %1 shows the spectrum.").arg(openKey);
    return sentences.join(u' ');
}
