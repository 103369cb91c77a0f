#include "models/check/signaltonoise.h"

std::optional<double> signalToNoise(const QueueEntry& entry)
{
    for (const auto band : {std::size_t(2), std::size_t(1), std::size_t(3)})
        if (entry.snr.at(band))
            return entry.snr.at(band);
    return {};
}
