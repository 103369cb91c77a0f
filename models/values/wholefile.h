#pragma once

#include "models/values/result.h"

#include <QByteArray>

/// All bytes of a file or a resource; NotFound when it cannot be opened, BadFile when it cannot be read to
/// its end.
Result<QByteArray> readWholeFile(const QString& path);

/// Writes one of a tree's many files, OutputFile::Sort::OfTree: a reader never sees half of it. The folder
/// must exist.
Result<void> writeWholeFile(const QString& path, QByteArrayView bytes);
