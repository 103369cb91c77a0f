#include "models/check/pageacceptance.h"

#include <QCoreApplication>

#include <algorithm>

using namespace Qt::Literals::StringLiterals;

Verdicts acceptedAsSeen(const QueueEntries& seen, const QString& inspector, const QDateTime& moment,
                        double secondsSpent)
{
    const auto open = std::ranges::count_if(seen, [](const QueueEntry& entry) { return !entry.verdict; });
    Verdicts verdicts;
    verdicts.reserve(static_cast<std::size_t>(open));
    for (const auto& entry : seen) {
        if (entry.verdict)
            continue;
        Verdict verdict;
        verdict.submission = QUuid::createUuid();
        verdict.obsid = entry.obsid;
        verdict.pipelineVersion = entry.pipelineVersion;
        verdict.spectralClass = verdict.shownClass = entry.spectralClass;
        verdict.subclass = verdict.shownSubclass = entry.subclass;
        verdict.z = verdict.shownZ = entry.z;
        verdict.zError = entry.zError;
        verdict.originDetail = u"page"_s;
        verdict.inspector = inspector;
        verdict.decidedAt = moment;
        verdict.secondsSpent = secondsSpent / static_cast<double>(open);
        verdict.toolVersion = QCoreApplication::applicationVersion();
        verdicts.push_back(verdict);
    }
    return verdicts;
}
