#pragma once

#include "models/release/explanation.h"
#include "models/release/releaserules.h"
#include "models/release/spectrumevidence.h"

#include <QHash>
#include <QRegularExpression>

/// What a release says a spectrum shows. Texts belong to the evidence or to the program.
struct FinalWord
{
    QByteArrayView spectralClass; ///< As published, "Unknown" for UNKNOWN; null where nobody knows
    QByteArrayView subclass; ///< "Non" where there is none; not cut to its column
    double z; ///< NaN where unknown
    double zError;
    QByteArrayView decidedBy; ///< "pipeline" where nobody else decided
    QByteArrayView zFlag; ///< How z was found, in the words of the files' keyword ZFLAG
};

FinalWord finalWord(const SpectrumEvidence& evidence);

/// The longest subclass that the catalogues keep, in characters.
inline constexpr qsizetype longestSubclass = 20;

/// The rules of a kind of release, made ready for judging millions of spectra. Not for two threads at once.
class ReleaseJudge
{
public:
    /// BadInput for a reason that SpecDesk does not know.
    static Result<ReleaseJudge> of(const ReleaseRules& rules, bool formal);

    /// The first reason that keeps a spectrum back, as the rules spell it; empty: it goes out.
    QByteArrayView reason(const SpectrumEvidence& evidence) const;
    /// Each reason and whether it applies, in order.
    std::vector<ExplainedRule> rules(const SpectrumEvidence& evidence) const;
    /// True for a spectrum that goes out when it belongs in the catalogue of AFGK stars: a star of these
    /// subclasses with parameters and, by the moon, enough S/N. `word` is its finalWord().
    bool isAfgkStar(const SpectrumEvidence& evidence, const FinalWord& word) const;

private:
    /// What the criteria compare with.
    struct Limits
    {
        std::vector<QByteArray> notObjects;
        std::vector<QByteArray> mustBeChecked;
        double minimumSnr = 0;
        QRegularExpression afgkSubclasses;
        double snrDark = 0;
        double snrBright = 0;
        double brightFromDay = 0;
        double brightUntilDay = 0;
    };
    using Criterion = bool (*)(const SpectrumEvidence&, const Limits&);
    struct Rule
    {
        QByteArray reason;
        Criterion applies;
    };
    ReleaseJudge() = default;
    static Criterion criterion(QByteArrayView reason);
    bool isAfgk(QByteArrayView subclass) const;

    std::vector<Rule> m_rules;
    Limits m_limits;
    mutable QHash<QByteArray, bool> m_afgk; ///< By subclass: there are few.
};
