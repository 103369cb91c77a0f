#include "models/check/queueentry.h"

using namespace Qt::Literals::StringLiterals;

QString reasonName(QueueReason reason)
{
    switch (reason) {
    case QueueReason::None:
        return u"none"_s;
    case QueueReason::Extragalactic:
        return u"extragalactic"_s;
    case QueueReason::TargetMismatch:
        return u"target-mismatch"_s;
    case QueueReason::SpecialStar:
        return u"special-star"_s;
    case QueueReason::Unknown:
        return u"unknown"_s;
    case QueueReason::Sample:
        return u"sample"_s;
    case QueueReason::Reprocessed:
        return u"reprocessed"_s;
    }
    return {};
}

QueueReason queueReasonFrom(QStringView name)
{
    for (const auto reason : {QueueReason::Extragalactic, QueueReason::TargetMismatch,
                              QueueReason::SpecialStar, QueueReason::Unknown, QueueReason::Sample, QueueReason::Reprocessed})
        if (reasonName(reason) == name)
            return reason;
    return QueueReason::None;
}
