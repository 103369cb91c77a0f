#pragma once

#include "models/release/releasedspectrum.h"
#include "models/values/result.h"

#include <QByteArray>

#include <vector>

/// One card as a released header must have it.
struct CardWish
{
    QByteArray keyword; ///< At most 8 characters, upper case.
    QByteArray value; ///< As it stands in the card: "'STAR    '", "-0.00028560", "T".
    QByteArray comment; ///< Used where the card is new; one that is there keeps its comment.
    QByteArray after; ///< Keyword behind which a new card goes; empty: at the header's end.
    std::vector<QByteArray> formerly; ///< Older names: a card of such a name becomes this one.

    bool operator==(const CardWish&) const = default;
};

/// What a release is called and when it goes out.
struct ReleaseIdentity
{
    QString title; ///< "LAMOST DR6 ALPHA"
    QDate date; ///< Written as DATE of every file, so that packing again gives the same bytes; may be null.
};

/// How the header of a released file differs from the pipeline's: the table
/// resources/rules/release_header.json.
class HeaderRules
{
public:
    /// BadInput with a sentence where the table is not one.
    static Result<HeaderRules> fromJson(const QByteArray& json);
    /// The table that SpecDesk brings along.
    static Result<HeaderRules> builtIn();

    const QString& version() const { return m_version; }
    /// The table as it was read.
    const QByteArray& text() const { return m_text; }
    /// The cards this spectrum's header must have. Rules whose field is not known give none, unless they say
    /// what to write instead.
    std::vector<CardWish> wishesFor(const ReleasedSpectrum& spectrum, const ReleaseIdentity& release) const;

private:
    struct Rule
    {
        CardWish card;
        std::size_t field = 0; ///< Place among what a rule may write
        bool isText = false;
        int decimals = -1; ///< Negative: a whole number.
        QByteArray unknown; ///< Written where the field is not known; empty: the card stays as it is.
    };

    QByteArray m_text;
    QString m_version;
    std::vector<Rule> m_rules;
};
