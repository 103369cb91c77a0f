#pragma once

#include <QByteArray>
#include <QByteArrayView>

/// Length of a card and of a block of cards or data (FITS Standard 4.0, section 3.1).
inline constexpr qsizetype fitsCardSize = 80;
inline constexpr qsizetype fitsBlockSize = 2880;

/// The keyword of a card as a number, so that 150 cards are compared in no time.
quint64 keywordNumber(QByteArrayView keyword);
quint64 keywordOfCard(QByteArrayView card);

/// The comment behind a card's value, trimmed.
QByteArray commentOfCard(QByteArrayView card);

/// A card in LAMOST's format: strings from column 11, others end in column 30, then " / comment".
QByteArray valueCard(const QByteArray& keyword, const QByteArray& value, const QByteArray& comment);

/// What makes the cards of survey files invalid, put right without losing what they say: dates like
/// "2014-12-23 16:41:39" or "…T20:39:0.000" in full ISO form, a number for CTYPEn in quotes, "******"
/// (Fortran overflow) as an undefined value. Empty where the card needs nothing.
QByteArray repairedCard(QByteArrayView card);
