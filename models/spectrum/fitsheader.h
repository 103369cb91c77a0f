#pragma once

#include <QByteArray>
#include <QString>

#include <optional>
#include <vector>

/// One card of a FITS header, as text.
struct HeaderCard
{
    QString keyword;
    QString value; ///< Without quotes; empty for COMMENT, HISTORY and blank cards.
    QString comment;

    bool operator==(const HeaderCard&) const = default;
};

/// The cards of a FITS header (FITS Standard 4.0, section 4), kept as read and interpreted when asked:
/// reading thousands of spectra a second must not parse 150 cards of each.
///
/// What surveys write for "not known" is no value here: NaN, -9999 and its kin, `******` (Fortran overflow),
/// empty strings, '-', '.', 'NULL'. See facts on LAMOST headers: "Missing".
class FitsHeader
{
public:
    FitsHeader() = default;
    /// `cards`: 80-byte records, with or without the END card and its padding.
    explicit FitsHeader(QByteArray cards);

    bool contains(const char* keyword) const;
    std::optional<QString> text(const char* keyword) const;
    /// A number; also one written as a string, as LAMOST does with X_VALUE.
    std::optional<double> number(const char* keyword) const;
    /// The first of these keywords whose number can be a right ascension or a declination, in degrees;
    /// also of those that write "12:30:49.4", a right ascension in hours then.
    std::optional<double> rightAscension(std::initializer_list<const char*> keywords) const;
    std::optional<double> declination(std::initializer_list<const char*> keywords) const;
    std::optional<qint64> integer(const char* keyword) const;
    std::optional<bool> flag(const char* keyword) const;

    /// Every card in the file's order, for the header list.
    std::vector<HeaderCard> cards() const;
    bool isEmpty() const { return m_cards.isEmpty(); }
    const QByteArray& bytes() const { return m_cards; }

    /// Appends the cards of another HDU after this one's.
    void append(const FitsHeader& other);

private:
    std::optional<double> between(double from, double to, double degreesOfSexagesimal,
                                  std::initializer_list<const char*> keywords) const;
    void index(qsizetype firstCard);
    const char* find(const char* keyword) const;

    QByteArray m_cards;
    std::vector<quint16>
        m_slots; ///< Hash table: 1 + number of a card, 0 free. Describing a spectrum takes 50 look-ups.
};

/// True when a survey writes this text for "not known".
bool isUnknownText(QStringView text);
/// True when a survey writes this number for "not known": NaN, ±∞, -9999 and -999.
bool isUnknownNumber(double value);
