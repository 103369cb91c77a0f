#include "models/release/releaserules.h"

#include <QCoreApplication>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QRegularExpression>

#include <algorithm>

using namespace Qt::Literals::StringLiterals;

namespace {
struct Text
{
    Q_DECLARE_TR_FUNCTIONS(ReleaseRules)
};

QString joined(const QJsonArray& array)
{
    QStringList words;
    for (const auto& word : array)
        words << word.toVariant().toString();
    return words.join(u',');
}

QVariantMap valuesOf(const QJsonObject& object)
{
    QVariantMap values;
    for (auto value = object.begin(); value != object.end(); ++value)
        values.insert(value.key(),
                      value->isArray() ? QVariant(joined(value->toArray())) : value->toVariant());
    return values;
}

Error damaged(const QString& cause)
{
    return {ErrorKind::BadFile, Text::tr("The file of release rules is damaged: %1.").arg(cause), {}};
}

Result<std::vector<ExclusionRule>> exclusionsOf(const QJsonArray& array)
{
    static const QRegularExpression word(u"\\A[a-z0-9-]{1,40}\\z"_s);
    std::vector<ExclusionRule> rules;
    for (const auto& entry : array) {
        const auto object = entry.toObject();
        const auto reason = object.value("reason"_L1).toString();
        const auto only = object.value("only"_L1).toString();
        if (!word.match(reason).hasMatch())
            return damaged(Text::tr("“%1” is no reason").arg(reason));
        if (!only.isEmpty() && only != "formal"_L1 && only != "alpha"_L1)
            return damaged(Text::tr("“%1” is no kind of release").arg(only));
        rules.push_back({reason, only != "alpha"_L1, only != "formal"_L1});
    }
    return rules;
}

/// Digits as one number, other letters one by one.
int compareVersions(QStringView a, QStringView b)
{
    while (!a.isEmpty() && !b.isEmpty()) {
        const auto digitsOf = [](QStringView text) {
            qsizetype count = 0;
            while (count < text.size() && count < 18 && text[count].isDigit())
                ++count;
            return count;
        };
        const auto digitsA = digitsOf(a);
        const auto digitsB = digitsOf(b);
        if (digitsA > 0 && digitsB > 0) {
            const auto numberA = a.first(digitsA).toLongLong();
            const auto numberB = b.first(digitsB).toLongLong();
            if (numberA != numberB)
                return numberA < numberB ? -1 : 1;
            a = a.sliced(digitsA);
            b = b.sliced(digitsB);
            continue;
        }
        if (a.front() != b.front())
            return a.front() < b.front() ? -1 : 1;
        a = a.sliced(1);
        b = b.sliced(1);
    }
    return a.isEmpty() == b.isEmpty() ? 0 : a.isEmpty() ? -1 : 1;
}
}

Result<ReleaseRules> ReleaseRules::fromJson(const QByteArray& json)
{
    QJsonParseError failure;
    const auto document = QJsonDocument::fromJson(json, &failure);
    if (!document.isObject())
        return damaged(failure.errorString());
    const auto object = document.object();
    for (const auto& needed : {u"version"_s, u"survey"_s, u"exclude"_s, u"values"_s})
        if (!object.contains(needed))
            return damaged(Text::tr("“%1” is missing").arg(needed));
    auto exclude = exclusionsOf(object.value("exclude"_L1).toArray());
    if (!exclude)
        return exclude.error();
    return ReleaseRules {.version = object.value("version"_L1).toString().left(40),
                         .survey = object.value("survey"_L1).toString(),
                         .exclude = std::move(exclude).value(),
                         .values = valuesOf(object.value("values"_L1).toObject()),
                         .canonical = document.toJson(QJsonDocument::Compact)};
}

QStringList ReleaseRules::reasons(bool formal) const
{
    QStringList list;
    for (const auto& rule : exclude)
        if (formal ? rule.inFormal : rule.inAlpha)
            list << rule.reason;
    return list;
}

QString reasonSentence(const QString& reason)
{
    const std::pair<QString, QString> sentences[] {
        {u"not-object"_s, Text::tr("The fibre has no object: sky, dead or unused.")},
        {u"withdrawn"_s, Text::tr("The spectrum was withdrawn.")},
        {u"plate-test"_s, Text::tr("The plate was observed as a test.")},
        {u"plate-invalid"_s, Text::tr("The observation log says that the plate's data are not valid.")},
        {u"plate-unconfirmed"_s, Text::tr("Nobody has confirmed the plate in the observation log.")},
        {u"raw-problem"_s, Text::tr("The fibre is in a problem of the raw data.")},
        {u"2d-problem"_s, Text::tr("The fibre is in a problem of this version's 2D reduction.")},
        {u"low-snr"_s, Text::tr("The S/N is too low in g, r and i.")},
        {u"disputed"_s, Text::tr("Inspectors say different things of it, and nobody settled that.")},
        {u"unchecked"_s, Text::tr("The spectrum must be looked at and was not.")},
        {u"unknown-class"_s, Text::tr("Its class is unknown.")}};
    for (const auto& [word, sentence] : sentences)
        if (word == reason)
            return sentence;
    return reason;
}

QStringList newestFirst(QStringList versions)
{
    std::ranges::sort(versions, [](const QString& a, const QString& b) {
        const int order = compareVersions(a, b);
        return order != 0 ? order > 0 : a > b;
    });
    return versions;
}

bool isReleaseName(const QString& name)
{
    static const QRegularExpression valid(
        u"\\Adr[a-z0-9_]{0,29}\\z"_s); // as the grants of the release role have it
    return valid.match(name).hasMatch();
}

bool isFormalRelease(const QString& name)
{
    return !name.endsWith("_alpha"_L1);
}

QString releaseTitle(const QString& survey, const QString& name)
{
    return (survey + u' ' + name.toUpper().replace(u'_', u' ')).trimmed();
}
