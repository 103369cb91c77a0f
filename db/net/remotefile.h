#pragma once

#include "models/values/result.h"

#include <QByteArray>
#include <QUrl>

#include <chrono>

/// How long and how much to wait for.
struct FetchLimits
{
    std::chrono::milliseconds silence {20000}; ///< Gives up when nothing arrives for so long.
    std::chrono::milliseconds total {300000}; ///< Gives up in any case.
    qint64 size = qint64(512) << 20; ///< Bytes.
};

/// The contents behind an http(s) address. Follows redirects that do not leave https; waits in the calling
/// thread with an event loop of its own, so call it from a worker. Errors: NotFound (404, 410), Refused (401,
/// 403, a certificate that is not trusted), Unavailable (no connection, silence, server fault), BadFile (too
/// large, cut off).
Result<QByteArray> fetch(const QUrl& url, const FetchLimits& limits = {});
