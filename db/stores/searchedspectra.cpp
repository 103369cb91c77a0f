#include "db/stores/searchedspectra.h"

#include "db/sql/sqlquery.h"
#include "db/sql/sqltext.h"

using namespace Qt::Literals::StringLiterals;

Result<void> updateProbabilities(const QSqlDatabase& db, const SchemaNames& names, const QStringList& obsids)
{
    if (obsids.isEmpty())
        return {};
    // Whole numbers may stand in the text; binding thousands of them costs more than asking.
    const auto text = sqlText(u"update_probabilities"_s).replace(u"{obsids}"_s, obsids.join(u','));
    const auto done = runText(db, names, text);
    return done ? Result<void>() : done.error();
}
