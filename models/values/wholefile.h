#pragma once

#include "models/values/result.h"

#include <QByteArray>

/// All bytes of a file or a resource; NotFound when it cannot be opened.
Result<QByteArray> readWholeFile(const QString& path);

/// Writes a file under another name and renames it, so that a reader never sees half of it. The folder must
/// exist. NoSpace when the disk is full, also where the system tells that only at the end, as NFS does.
Result<void> writeWholeFile(const QString& path, const QByteArray& bytes);
