#pragma once

#include "models/values/result.h"

#include <QFuture>

/// Passwords of server profiles in the system's keyring (Secret Service, KWallet). Nothing is stored anywhere
/// else: without a keyring every call answers Unavailable with a sentence that says so. Call on a thread with
/// an event loop.
namespace Keyring {
/// The password under `entry` (ServerProfile::keyringEntry()), or NotFound.
QFuture<Result<QString>> password(const QString& entry);
QFuture<Result<void>> setPassword(const QString& entry, const QString& password);
QFuture<Result<void>> removePassword(const QString& entry);
}
