#pragma once

#include "models/release/headerrules.h"
#include "models/values/result.h"

#include <QByteArray>
#include <QByteArrayView>

class FitsHeader;

/// A file as it goes out, not compressed.
struct ReleasedFits
{
    QByteArrayView head; ///< The primary header, filled up to whole blocks.
    QByteArrayView rest; ///< All that follows; where nothing in it changed, the bytes of the pipeline's file.
    quint32 dataSum = 0; ///< DATASUM of the primary data.
    qsizetype headBefore = 0; ///< Bytes of the pipeline's primary header.

    /// Both in one piece.
    QByteArray bytes() const { return head.toByteArray().append(rest); }
};

/// Makes the file that goes out from the pipeline's: new cards in the primary header, invalid ones put right,
/// DATASUM and CHECKSUM in every HDU. The data stay as they are, bit by bit. Keeps its memory for the next
/// file. Not shared between threads.
class ReleaseFits
{
public:
    /// The released file; valid until the next call and as long as `fits`. Refuses files that are cut off,
    /// whose DATASUM does not fit, or whose OBSID is another than `obsid`. `file` is named in errors.
    Result<ReleasedFits> rewrite(QByteArrayView fits, const std::vector<CardWish>& wishes, qint64 obsid,
                                 const QString& file);

    /// The primary header alone, as rewrite() makes it of a file that begins with `head`, where the sum of
    /// the primary data is known.
    Result<QByteArrayView> rewriteHead(QByteArrayView head, quint32 dataSum,
                                       const std::vector<CardWish>& wishes, qint64 obsid,
                                       const QString& file);

private:
    QByteArray m_head;
    QByteArray m_rest;
};
