#pragma once

#include "app/session/session.h"
#include "app/session/settings.h"
#include "app/spectra/ingestion.h"
#include "models/check/queueentry.h"

#include <QObject>
#include <QThread>

#include <atomic>
#include <memory>

/// Fills the list of a window in the background: opens the session, then ingests the files named and hands on
/// their entries batch by batch. When none is named, QueueFeed fills the list.
/// Signals come from its own thread; connect them to objects of the GUI thread.
class QueueLoader : public QObject
{
    Q_OBJECT
public:
    QueueLoader(Settings settings, QStringList paths, QObject* parent = nullptr);
    ~QueueLoader() override; ///< Stops after the batch in hand.

    void start();

signals:
    void sessionOpened(const std::shared_ptr<Session>& session);
    /// No verdict can be stored; the files named are listed all the same.
    void sessionFailed(const Error& error);
    /// More entries in the order of the list; `spectra` those that were read on the way, possibly none.
    void entriesArrived(const QueueEntries& entries, const std::vector<SpectrumPtr>& spectra);
    /// So many of the files named have been read.
    void progressed(qsizetype filesRead, qsizetype filesInAll);
    void failed(const Error& error);
    void finished(const IngestReport& report);

private:
    void load();
    void loadFiles(Session* session, const QueueRules& rules);
    const Settings m_settings;
    const QStringList m_paths;
    std::atomic_bool m_stopped = false;
    std::unique_ptr<QThread> m_thread;
};
