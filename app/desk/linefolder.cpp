#include "app/desk/linefolder.h"

#include <QDir>
#include <QFile>
#include <QStandardPaths>

using namespace Qt::Literals::StringLiterals;

QString ownLineFolder()
{
    return QStandardPaths::writableLocation(QStandardPaths::GenericConfigLocation) + u"/specdesk/lines"_s;
}

LineFolder::LineFolder(const QString& folder, QObject* parent)
    : QObject(parent)
    , m_folder(folder)
{
    connect(&m_watcher, &QFileSystemWatcher::directoryChanged, this, &LineFolder::read);
    connect(&m_watcher, &QFileSystemWatcher::fileChanged, this, &LineFolder::read);
}

void LineFolder::read()
{
    const QDir folder(m_folder);
    if (!folder.mkpath(u"."_s)) // a folder that is not there cannot be watched
        return;
    if (!m_watcher.directories().contains(m_folder))
        m_watcher.addPath(m_folder);
    std::vector<LineSet> sets;
    for (const auto& info :
         folder.entryInfoList({u"*.tsv"_s, u"*.txt"_s}, QDir::Files | QDir::Readable, QDir::Name)) {
        m_watcher.addPath(info.filePath()); // an editor that replaces the file ends the old watch
        QFile file(info.filePath());
        if (!file.open(QIODevice::ReadOnly))
            continue;
        auto table = parseLineList(QString::fromUtf8(file.readAll()));
        if (table)
            sets.push_back({info.completeBaseName(), std::move(table).value()});
        else
            emit complained(tr("%1 is not read: %2").arg(info.fileName(), table.error().message));
    }
    emit changed(sets);
}
