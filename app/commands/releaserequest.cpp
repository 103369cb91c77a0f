#include "app/commands/releaserequest.h"

#include "models/values/wholefile.h"

#include <QCommandLineParser>
#include <QCoreApplication>
#include <QDate>

using namespace Qt::Literals::StringLiterals;

namespace {
struct Text
{
    Q_DECLARE_TR_FUNCTIONS(ReleaseRequest)
};
}

Result<ReleaseRules> releaseRulesFrom(const QString& path)
{
    const auto text = readWholeFile(path.isEmpty() ? u":/rules/release.json"_s : path);
    return text ? ReleaseRules::fromJson(text.value()) : text.error();
}

void describeRelease(QCommandLineParser& parser)
{
    parser.addOptions(
        {{u"release"_s, Text::tr("The release: dr6, or dr6_alpha for an internal one."), u"NAME"_s},
         {u"rules"_s, Text::tr("Release rules instead of SpecDesk's own."), u"FILE"_s},
         {u"from"_s, Text::tr("Only spectra of this evening and later."), u"yyyy-mm-dd"_s},
         {u"until"_s, Text::tr("Only spectra up to this evening."), u"yyyy-mm-dd"_s}});
}

Error noReleaseName(const QString& word)
{
    return {
        ErrorKind::BadInput,
        Text::tr("“%1” is no name of a release: it begins with dr and goes on with small letters, digits and "
                 "_, for example dr6, or dr6_alpha for an internal one.")
            .arg(word),
        {}};
}

Result<ReleaseTask> releaseTaskOf(const QCommandLineParser& parser)
{
    ReleaseTask task;
    task.release = parser.value(u"release"_s);
    if (!task.release.isEmpty() && !isReleaseName(task.release))
        return noReleaseName(task.release);
    if (task.release.isEmpty())
        return Error {ErrorKind::BadInput,
                      Text::tr("Name the release with --release, for example dr6 or dr6_alpha."),
                      {}};
    for (const auto& [option, date] :
         {std::pair {u"from"_s, &task.firstDate}, std::pair {u"until"_s, &task.lastDate}}) {
        *date = parser.value(option);
        if (parser.isSet(option) && !QDate::fromString(*date, Qt::ISODate).isValid())
            return Error {ErrorKind::BadInput, Text::tr("“%1” is no date: write 2018-06-30.").arg(*date), {}};
    }
    auto rules = releaseRulesFrom(parser.value(u"rules"_s));
    if (!rules)
        return rules.error();
    task.rules = std::move(rules).value();
    return task;
}
