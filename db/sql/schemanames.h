#pragma once

#include "models/values/result.h"

#include <QString>

/// The names of SpecDesk's schemas on a server. They are made of [a-z0-9_] only, so they may stand in SQL
/// texts, where they replace {check}, {processing} and {product}; {prefix} stands for the prefix itself.
class SchemaNames
{
public:
    SchemaNames() = default; ///< Prefix "lamost"
    /// Refuses a prefix that is not a lower-case letter followed by at most 23 of [a-z0-9_].
    static Result<SchemaNames> fromPrefix(const QString& prefix);

    const QString& prefix() const { return m_prefix; }
    QString check() const; ///< "lamost_check"
    /// "lamost_proc_v2_9_8" of "v2.9.8"; "lamost_proc_unversioned" of an empty version. At most 64 characters
    /// (MySQL's limit); versions that would fall together carry a hash.
    QString processing(const QString& pipelineVersion) const;
    QString product(const QString& release) const; ///< "lamost_dr6_alpha" of "DR6 alpha"

    /// A copy that also knows what {processing} and {product} stand for.
    SchemaNames forVersion(const QString& pipelineVersion) const;
    SchemaNames forRelease(const QString& release) const;
    /// `text` with the placeholders replaced.
    QString in(QString text) const;

    bool operator==(const SchemaNames&) const = default;

private:
    QString m_prefix = QStringLiteral("lamost");
    QString m_processing;
    QString m_product;
};
