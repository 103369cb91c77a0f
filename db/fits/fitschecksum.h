#pragma once

#include <QByteArray>
#include <QByteArrayView>

/// The 32-bit ones' complement sum of the big-endian words of some bytes (FITS Standard 4.0, Appendix J), on
/// top of `sum`. The bytes' number is a multiple of 4.
quint32 fitsSum(QByteArrayView bytes, quint32 sum = 0);

/// The 16 characters of a CHECKSUM card that bring the sum of an HDU to minus zero. `sum` is the HDU's with
/// sixteen '0' in their place.
QByteArray encodedChecksum(quint32 sum);
