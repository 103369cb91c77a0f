#include "models/release/headerrules.h"

#include "models/release/releasegroup.h"
#include "models/values/wholefile.h"

#include <QCoreApplication>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

#include <variant>

using namespace Qt::Literals::StringLiterals;

namespace {
struct Text
{
    Q_DECLARE_TR_FUNCTIONS(HeaderRules)
};

using FieldValue = std::variant<std::monostate, QString, double, qint64>;

FieldValue numberOr(const std::optional<double>& number)
{
    return number ? FieldValue(*number) : FieldValue();
}

FieldValue textOr(const QString& text)
{
    return text.isEmpty() ? FieldValue() : FieldValue(text);
}

struct Field
{
    const char* name;
    bool isText;
    FieldValue (*value)(const ReleasedSpectrum&, const ReleaseIdentity&);
};

/// What a rule may write.
const Field fields[] = {
    {"release", true, [](const auto&, const auto& release) { return textOr(release.title); }},
    {"release_date", true,
     [](const auto&, const auto& release) { return textOr(release.date.toString(Qt::ISODate)); }},
    {"file_name", true,
     [](const auto& spectrum, const auto&) { return textOr(releasedBaseName(spectrum) + u".fits"_s); }},
    {"obsid", false,
     [](const auto& spectrum, const auto&) {
         return spectrum.obsid > 0 ? FieldValue(spectrum.obsid) : FieldValue();
     }},
    {"lmjd", false,
     [](const auto& spectrum, const auto&) {
         return spectrum.lmjd ? FieldValue(qint64(*spectrum.lmjd)) : FieldValue();
     }},
    {"mjd", false,
     [](const auto& spectrum, const auto&) {
         return spectrum.lmjd ? FieldValue(qint64(*spectrum.lmjd - 1)) : FieldValue();
     }},
    {"plan", true, [](const auto& spectrum, const auto&) { return textOr(spectrum.planId); }},
    {"class", true, [](const auto& spectrum, const auto&) { return textOr(spectrum.spectralClass); }},
    {"subclass", true, [](const auto& spectrum, const auto&) { return textOr(spectrum.subclass); }},
    {"z", false, [](const auto& spectrum, const auto&) { return numberOr(spectrum.z); }},
    {"z_err", false, [](const auto& spectrum, const auto&) { return numberOr(spectrum.zError); }},
    {"z_source", true, [](const auto& spectrum, const auto&) { return textOr(spectrum.zFlag); }},
    {"snr_u", false, [](const auto& spectrum, const auto&) { return numberOr(spectrum.snr[0]); }},
    {"snr_g", false, [](const auto& spectrum, const auto&) { return numberOr(spectrum.snr[1]); }},
    {"snr_r", false, [](const auto& spectrum, const auto&) { return numberOr(spectrum.snr[2]); }},
    {"snr_i", false, [](const auto& spectrum, const auto&) { return numberOr(spectrum.snr[3]); }},
    {"snr_z", false, [](const auto& spectrum, const auto&) { return numberOr(spectrum.snr[4]); }},
};

const Field* fieldNamed(const QString& name)
{
    for (const auto& field : fields) {
        if (name == QLatin1StringView(field.name))
            return &field;
    }
    return nullptr;
}

/// A string in FITS quotes, at least 8 characters long (FITS Standard 4.0, section 4.2.1).
QByteArray quoted(const QString& text)
{
    auto bytes = text.toLatin1();
    for (auto& byte : bytes) {
        if (byte < ' ' || byte > '~')
            byte = '?';
    }
    constexpr qsizetype longest = 68;
    QByteArray inside;
    for (const auto byte : bytes) {
        const qsizetype width = byte == '\'' ? 2 : 1; // a quote is doubled, and never cut in half
        if (inside.size() + width > longest)
            break;
        inside.append(width, byte);
    }
    return '\'' + inside.leftJustified(8) + '\'';
}

Error refused(const QString& cause)
{
    return {
        ErrorKind::BadInput, Text::tr("The rules for released headers make no sense: %1.").arg(cause), {}};
}

bool isKeyword(const QByteArray& word)
{
    return !word.isEmpty() && word.size() <= 8 && std::ranges::all_of(word, [](char c) {
        return (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '-' || c == '_';
    });
}
}

Result<HeaderRules> HeaderRules::fromJson(const QByteArray& json)
{
    QJsonParseError parsing;
    const auto object = QJsonDocument::fromJson(json, &parsing).object();
    if (parsing.error != QJsonParseError::NoError)
        return refused(parsing.errorString());
    HeaderRules rules;
    rules.m_text = json;
    rules.m_version = object.value("version"_L1).toString();
    if (rules.m_version.isEmpty())
        return refused(Text::tr("they have no version"));
    const auto cards = object.value("cards"_L1).toArray();
    for (const auto& entry : cards) {
        const auto card = entry.toObject();
        Rule rule;
        rule.card.keyword = card.value("keyword"_L1).toString().toLatin1();
        rule.card.comment = card.value("comment"_L1).toString().toLatin1();
        rule.card.after = card.value("after"_L1).toString().toLatin1();
        const auto names = card.value("formerly"_L1).toArray();
        for (const auto& name : names)
            rule.card.formerly.push_back(name.toString().toLatin1());
        const auto fieldName = card.value("field"_L1).toString();
        rule.decimals = card.value("decimals"_L1).toInt(-1);
        rule.unknown = card.value("unknown"_L1).toString().toLatin1();
        const auto* field = fieldNamed(fieldName);
        if (!isKeyword(rule.card.keyword))
            return refused(Text::tr("\"%1\" is no keyword").arg(card.value("keyword"_L1).toString()));
        if (!field)
            return refused(Text::tr("there is no field \"%1\"").arg(fieldName));
        rule.field = static_cast<std::size_t>(field - fields);
        rule.isText = field->isText;
        rules.m_rules.push_back(std::move(rule));
    }
    return rules;
}

Result<HeaderRules> HeaderRules::builtIn()
{
    const auto text = readWholeFile(u":/rules/release_header.json"_s);
    return text ? fromJson(text.value()) : text.error();
}

std::vector<CardWish> HeaderRules::wishesFor(const ReleasedSpectrum& spectrum,
                                             const ReleaseIdentity& release) const
{
    std::vector<CardWish> wishes;
    wishes.reserve(m_rules.size());
    for (const auto& rule : m_rules) {
        const auto value = fields[rule.field].value(spectrum, release);
        auto wish = rule.card;
        if (const auto* text = std::get_if<QString>(&value))
            wish.value = quoted(*text);
        else if (const auto* number = std::get_if<double>(&value))
            wish.value = QByteArray::number(*number, 'f', std::max(0, rule.decimals));
        else if (const auto* integer = std::get_if<qint64>(&value))
            wish.value = QByteArray::number(*integer);
        else if (!rule.unknown.isEmpty())
            wish.value = rule.isText ? quoted(QString::fromLatin1(rule.unknown)) : rule.unknown;
        else
            continue;
        wishes.push_back(std::move(wish));
    }
    return wishes;
}
