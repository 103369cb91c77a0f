#pragma once

#include "models/spectrum/spectralclass.h"

#include <QStringList>

#include <optional>

/// A stellar subclass taken apart, as LAMOST writes MK types: "A2IV", "K5", "dM3", "sdM", "G".
struct MkType
{
    QString prefix; ///< "d", "g", "sd" for dwarfs, giants and subdwarfs of class M; else empty
    QChar letter; ///< One of mkLetters()
    std::optional<int> digit; ///< 0 to 9
    QString luminosity; ///< "I" to "V" or empty

    bool operator==(const MkType&) const = default;
};

QString mkLetters(); ///< "OBAFGKML", hot to cool
QStringList mkPrefixes(); ///< "d", "g", "sd"
QStringList mkLuminosities(); ///< "I" to "V"

/// Takes a subclass apart; nothing when it is not an MK type ("WD", "Carbon", "STARBURST").
std::optional<MkType> mkTypeFrom(QStringView subclass);
QString subclassText(const MkType& type);

/// Subclasses other than MK types that surveys use for a class: LAMOST's special stars, SDSS's kinds of
/// galaxies and quasars. Empty for Unknown.
QStringList namedSubclasses(SpectralClass spectralClass);

/// The survey's spelling of a typed subclass ("k5" → "K5", "wd" → "WD"); nothing when the survey has none
/// such.
std::optional<QString> subclassFrom(SpectralClass spectralClass, const QString& text);
