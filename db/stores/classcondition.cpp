#include "db/stores/classcondition.h"

using namespace Qt::Literals::StringLiterals;

void addClasses(SqlWhere& where, const QString& column, const std::vector<SpectralClass>& classes)
{
    QVariantList wanted;
    for (const auto spectralClass : classes)
        wanted << className(spectralClass);
    where.addOneOf(u"COALESCE(%1, 'UNKNOWN')"_s.arg(column), wanted);
}
