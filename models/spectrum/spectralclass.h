#pragma once

#include <QString>

/// The class of the object a spectrum shows, as LAMOST's CLASS keyword has it.
enum class SpectralClass { Unknown, Star, Galaxy, Qso };

/// "STAR", "GALAXY", "QSO" or "UNKNOWN": the survey's spelling, for files and tables; never translated.
QString className(SpectralClass spectralClass);

/// Reads a class in any spelling seen in survey files ("Unknown", "gal", "QSO", "Q4" is not one).
SpectralClass spectralClassFrom(QStringView text);
