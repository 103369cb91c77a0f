#pragma once

#include "models/values/result.h"

#include <QByteArray>
#include <QStringList>
#include <QVariantMap>

#include <vector>

/// One reason to keep a spectrum back, as a rules file lists it.
struct ExclusionRule
{
    QString reason; ///< Name of a criterion that ReleaseJudge knows
    bool inFormal = true; ///< Whether it counts in formal releases
    bool inAlpha = true; ///< and in alphas.

    bool operator==(const ExclusionRule&) const = default;
};

/// Which spectra go into a release and which stars into its catalogues; kept in resources/rules/release.json.
struct ReleaseRules
{
    QString version; ///< Stored with each build.
    QString survey; ///< Whose spectra: Target::survey
    std::vector<ExclusionRule> exclude; ///< In this order: the first that applies is a spectrum's reason.
    QVariantMap values; ///< Numbers and texts that criteria and queries go by; lists are joined by
                        ///< commas.
    QByteArray canonical; ///< The rules as one line of JSON with sorted keys: equal rules are equal bytes.

    /// Reads the JSON of a rules file; BadFile with a sentence when it is not one.
    static Result<ReleaseRules> fromJson(const QByteArray& json);
    /// The reasons that count in a kind of release, in order.
    QStringList reasons(bool formal) const;
};

/// One sentence for a reason, e.g. "The plate's data are marked as not valid."; the word itself for reasons a
/// survey added.
QString reasonSentence(const QString& reason);

/// "v2.10.0" before "v2.9.8": numbers count as numbers. Versions that are equal so far are ordered as texts.
QStringList newestFirst(QStringList versions);

/// True for names that can become a product schema: "dr", then up to 29 of [a-z0-9_]. The role that builds
/// releases may write schemas of such names only.
bool isReleaseName(const QString& name);
/// False for alphas, whose names end with "_alpha": S1 §4.2.
bool isFormalRelease(const QString& name);
/// "LAMOST DR6 ALPHA" of "dr6_alpha"
QString releaseTitle(const QString& survey, const QString& name);
