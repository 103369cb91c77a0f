#include "models/values/freespace.h"

#include <QFile>

#include <filesystem>
#include <limits>

quint64 freeSpaceOf(const QString& folder)
{
    std::error_code failed;
    const auto space = std::filesystem::space(QFile::encodeName(folder).toStdString(), failed);
    return failed ? std::numeric_limits<quint64>::max() : space.available;
}
