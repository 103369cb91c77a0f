#include "db/sql/schemanames.h"

#include <QCoreApplication>
#include <QCryptographicHash>
#include <QRegularExpression>

using namespace Qt::Literals::StringLiterals;

namespace {
constexpr qsizetype longestName = 64; // MySQL manual, "Identifier length limits"

/// `word` in [a-z0-9_]. Dots become '_'; where anything else changes, which could make two words one, a hash
/// of the word follows.
QString identifier(const QString& word, qsizetype room)
{
    QString plain;
    bool lossy = false;
    for (const auto letter : word.toLower()) {
        const bool fits = (letter >= u'a' && letter <= u'z') || (letter >= u'0' && letter <= u'9');
        plain += fits ? letter : u'_';
        lossy |= !fits && letter != u'.';
    }
    lossy |= word != word.toLower();
    if (!lossy && plain.size() <= room)
        return plain;
    const auto hash = QString::fromLatin1(
        QCryptographicHash::hash(word.toUtf8(), QCryptographicHash::Sha1).toHex().first(8));
    return plain.first(std::min(plain.size(), room - 9)) + u'_' + hash;
}
}

Result<SchemaNames> SchemaNames::fromPrefix(const QString& prefix)
{
    static const QRegularExpression valid(u"\\A[a-z][a-z0-9_]{0,23}\\z"_s);
    if (!valid.match(prefix).hasMatch())
        return Error {ErrorKind::BadInput,
                      QCoreApplication::translate(
                          "db",
                          "“%1” cannot be a schema prefix: it must begin with a lower-case letter, "
                          "go on with letters, digits or _, and have at most 24 of them.")
                          .arg(prefix),
                      prefix};
    SchemaNames names;
    names.m_prefix = prefix;
    return names;
}

QString SchemaNames::check() const
{
    return m_prefix + u"_check"_s;
}

QString SchemaNames::processing(const QString& pipelineVersion) const
{
    const auto start = m_prefix + u"_proc_"_s;
    const auto version = pipelineVersion.trimmed();
    return start + (version.isEmpty() ? u"unversioned"_s : identifier(version, longestName - start.size()));
}

QString SchemaNames::product(const QString& release) const
{
    const auto start = m_prefix + u'_';
    // "dr6_alpha" and "DR6 alpha" are one release.
    const auto name = release.trimmed().toLower().replace(u'_', u'.').replace(u' ', u'.');
    return start + identifier(name, longestName - start.size());
}

SchemaNames SchemaNames::forVersion(const QString& pipelineVersion) const
{
    auto names = *this;
    names.m_processing = processing(pipelineVersion);
    return names;
}

SchemaNames SchemaNames::forRelease(const QString& release) const
{
    auto names = *this;
    names.m_product = product(release);
    return names;
}

QString SchemaNames::in(QString text) const
{
    text.replace(u"{check}"_s, check());
    text.replace(u"{prefix}"_s, m_prefix);
    if (!m_processing.isEmpty())
        text.replace(u"{processing}"_s, m_processing);
    if (!m_product.isEmpty())
        text.replace(u"{product}"_s, m_product);
    return text;
}
