#pragma once

#include <QFileSystemWatcher>
#include <QObject>
#include <QTimer>

/// Watches the folder of a person's own templates, which it makes where it is missing.
class TemplateWatch : public QObject
{
    Q_OBJECT
public:
    explicit TemplateWatch(const QString& folder, QObject* parent = nullptr);

signals:
    /// Files came, went or are others; once for all that happen within half a second.
    void changed();

private:
    void watchFiles();

    const QString m_folder;
    QFileSystemWatcher m_watcher;
    QTimer m_pause;
};
