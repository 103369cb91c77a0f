#pragma once

#include "db/fits/fitsfile.h"

/// The refusal of a file that is no FITS file and no text of columns but something else that people have: an
/// archive, another compression, a web page, a VOTable, a picture. Nothing where the bytes may be a text.
std::optional<Error> refusalOfForeign(QByteArrayView bytes, const QString& name);

/// The refusal of a FITS file that no layout takes, as precise as its headers allow: what it is and what to
/// do with it.
Error refusalOfUnknown(const FitsFile& file);
