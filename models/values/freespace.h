#pragma once

#include <QString>

/// Bytes that this user may still write into a folder that is there, as the system says. Where it does not
/// say, as many as there are numbers for: nothing is refused then. QStorageInfo looks the folder up among the
/// mounts instead and finds none in a container whose root is none.
quint64 freeSpaceOf(const QString& folder);
