#include "models/survey/obsid.h"

#include <QCryptographicHash>
#include <QtEndian>

#include <limits>

namespace {
constexpr qint64 perSpectrograph = 1000;
constexpr qint64 perPlate = 100 * perSpectrograph;
}

std::optional<qint64> obsidOf(const ObsidParts& parts)
{
    constexpr auto lastPlate = std::numeric_limits<qint64>::max() / perPlate - 1;
    if (parts.plateRun < 1 || parts.plateRun > lastPlate || parts.spectrographId < 1
        || parts.spectrographId > 99 || parts.fiberId < 1 || parts.fiberId > 999)
        return {};
    return parts.plateRun * perPlate + parts.spectrographId * perSpectrograph + parts.fiberId;
}

qint64 derivedObsid(const QString& identity)
{
    const auto digest = QCryptographicHash::hash(identity.toUtf8(), QCryptographicHash::Sha256);
    const auto bits = qFromBigEndian<quint64>(digest.constData()) >> 1;
    return bits == 0 ? -1 : -static_cast<qint64>(bits);
}
