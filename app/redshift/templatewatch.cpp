#include "app/redshift/templatewatch.h"

#include <QDir>

namespace {
constexpr int pauseMs = 500; // a file being copied changes many times
}

TemplateWatch::TemplateWatch(const QString& folder, QObject* parent)
    : QObject(parent)
    , m_folder(folder)
{
    QDir().mkpath(m_folder);
    m_watcher.addPath(m_folder);
    watchFiles();
    m_pause.setSingleShot(true);
    m_pause.setInterval(pauseMs);
    connect(&m_watcher, &QFileSystemWatcher::directoryChanged, &m_pause, qOverload<>(&QTimer::start));
    connect(&m_watcher, &QFileSystemWatcher::fileChanged, &m_pause, qOverload<>(&QTimer::start));
    connect(&m_pause, &QTimer::timeout, this, [this] {
        watchFiles();
        emit changed();
    });
}

void TemplateWatch::watchFiles()
{
    // Watched one by one too: a folder does not tell that a file's contents changed.
    for (const auto& file : QDir(m_folder).entryInfoList(QDir::Files | QDir::Readable))
        if (!m_watcher.files().contains(file.filePath()))
            m_watcher.addPath(file.filePath());
}
