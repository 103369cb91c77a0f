#pragma once

#include "widgets/inspect/inspectpage.h"

#include <QFileSystemWatcher>
#include <QObject>

/// Where a person's own line lists lie: lines in SpecDesk's folder of settings.
QString ownLineFolder();

/// The line lists (*.tsv, *.txt; as parseLineList reads them) of a folder, read again when it changes.
class LineFolder : public QObject
{
    Q_OBJECT
public:
    explicit LineFolder(const QString& folder, QObject* parent = nullptr);

    /// Reads the folder; changed() follows, and complained() for what is no line list.
    void read();

signals:
    void changed(const std::vector<LineSet>& sets);
    void complained(const QString& sentence);

private:
    const QString m_folder;
    QFileSystemWatcher m_watcher;
};
