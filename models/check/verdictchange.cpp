#include "models/check/verdictchange.h"

using namespace Qt::Literals::StringLiterals;

QString VerdictChange::kind() const
{
    if (verdict.withdraws)
        return u"taken-back"_s;
    if (!to || to->id != verdict.id)
        return u"late"_s;
    return from ? u"corrected"_s : u"given"_s;
}
