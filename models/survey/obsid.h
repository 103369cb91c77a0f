#pragma once

#include <QString>

#include <optional>

/// What a LAMOST obsid is made of: pid·100000 + spid·1000 + fiberid. Verified on 320 released headers.
struct ObsidParts
{
    qint64 plateRun = 0; ///< pid, the running number of a plate observation, from 1.
    int spectrographId = 0; ///< 1–16 at LAMOST, at most 99.
    int fiberId = 0; ///< 1–250 at LAMOST, at most 999.

    bool operator==(const ObsidParts&) const = default;
};

/// The obsid of these parts; nothing where one of them is out of its digits' range.
std::optional<qint64> obsidOf(const ObsidParts& parts);

/// A negative id for a spectrum without one: the same identity always gives the same id, different ones
/// practically never meet (63 bits of SHA-256). The identity names the observation, e.g.
/// "lamost/55862/B6212/6/5".
qint64 derivedObsid(const QString& identity);
