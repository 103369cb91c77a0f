#pragma once

#include "models/release/headerrules.h"
#include "models/values/result.h"

#include <QByteArray>
#include <QByteArrayView>

/// Makes the file that goes out from the pipeline's: new cards in the primary header, invalid ones put right,
/// DATASUM and CHECKSUM in every HDU. The data stay as they are, bit by bit. Keeps its memory for the next
/// file. Not shared between threads.
class ReleaseFits
{
public:
    /// The released file, not compressed; valid until the next call. Refuses files that are cut off, whose
    /// DATASUM does not fit, or whose OBSID is another than `obsid`. `file` is named in errors.
    Result<QByteArrayView> rewrite(QByteArrayView fits, const std::vector<CardWish>& wishes, qint64 obsid,
                                   const QString& file);

private:
    QByteArray m_bytes;
};
