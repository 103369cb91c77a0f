#pragma once

#include "app/release/runrecord.h"
#include "models/release/releaseprogress.h"

#include <QObject>
#include <QProcessEnvironment>
#include <QTimer>

/// Builds and packs a release in a process of its own, `specdesk release`, and follows it by what it writes
/// into a file. The process belongs to no window: it works on when the window is closed or killed, what
/// breaks it does not break the window, and the next window follows it again. When it is itself stopped or
/// killed, the next start goes on where it was. One runs at a time for each folder of state.
class ReleaseRun : public QObject
{
    Q_OBJECT
public:
    /// What is to be built.
    struct Wish
    {
        QString release; ///< "dr6_alpha"
        QString folder; ///< To pack into; empty: only the catalogues are built
        QString firstDate; ///< Evenings from this one on, "yyyy-MM-dd"; empty: all
        QString lastDate;
    };

    /// `program`: SpecDesk's own; `stateFolder`: for what is known of the run.
    ReleaseRun(QString program, QString stateFolder, QObject* parent = nullptr);

    /// Follows the run that an earlier window began; what it said so far is told at once. Nothing happens
    /// where there was none.
    void follow();
    /// Unavailable while one is running.
    Result<void> start(const Wish& wish, const QProcessEnvironment& environment);
    /// Ends the process; what it did stays.
    void stop();
    const ReleaseProgress& progress() const { return m_progress; }

signals:
    void changed(const ReleaseProgress& progress);

private:
    void begin();
    void listen();
    void readEvents();
    QString lastWords() const;
    QString path(const QString& name) const { return m_folder + u'/' + name; }

    const QString m_program;
    const QString m_folder;
    QTimer m_timer;
    RunRecord m_record;
    ReleaseProgress m_progress;
    qint64 m_read = 0; ///< Bytes of the file of events
};
