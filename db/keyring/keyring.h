#pragma once

#include "models/values/result.h"

#include <QEventLoop>
#include <QFuture>
#include <QFutureWatcher>

/// Passwords of server profiles in the system's keyring (Secret Service, KWallet). Nothing is stored anywhere
/// else: without a keyring every call answers Unavailable with a sentence that says so. Call on a thread with
/// an event loop.
namespace Keyring {
/// The password under `entry` (ServerProfile::keyringEntry()), or NotFound.
QFuture<Result<QString>> password(const QString& entry);
QFuture<Result<void>> setPassword(const QString& entry, const QString& password);
QFuture<Result<void>> removePassword(const QString& entry);

/// Waits for an answer in an event loop of its own; not for the GUI thread.
template<typename T>
Result<T> wait(const QFuture<Result<T>>& answer)
{
    QEventLoop loop;
    QFutureWatcher<Result<T>> watcher;
    QObject::connect(&watcher, &QFutureWatcherBase::finished, &loop, &QEventLoop::quit);
    watcher.setFuture(answer);
    if (!watcher.isFinished())
        loop.exec();
    return watcher.result();
}
}
