#include "models/problems/platefilter.h"

#include <algorithm>

ObservedPlates narrowedTo(const TaskFilter& filter, const ObservedPlates& plates)
{
    const auto has = [](const auto& wanted, const auto& value) {
        return wanted.empty() || std::ranges::find(wanted, value) != wanted.end();
    };
    ObservedPlates narrowed;
    for (auto plate : plates) {
        const bool rightVersion =
            filter.pipelineVersion.isEmpty() || filter.pipelineVersion == plate.pipelineVersion;
        if (!rightVersion || !has(filter.nights, plate.obsDate) || !has(filter.planIds, plate.planId))
            continue;
        std::erase_if(plate.spectrographs, [&](int id) { return !has(filter.spectrographs, id); });
        if (!plate.spectrographs.empty())
            narrowed.push_back(plate);
    }
    return narrowed;
}
