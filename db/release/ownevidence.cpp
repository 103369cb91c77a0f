#include "db/release/ownevidence.h"

#include "db/sql/sqlquery.h"
#include "db/sql/sqltext.h"

using namespace Qt::Literals::StringLiterals;

namespace {
QStringList evidenceTables()
{
    return {u"build_decision"_s, u"build_plate"_s, u"build_problem"_s};
}
}

OwnEvidence::OwnEvidence(QSqlDatabase& db, const SchemaNames& names)
    : m_db(db)
    , m_names(names.forRelease(u"check"_s))
{
}

OwnEvidence::~OwnEvidence()
{
    (void)dropAll();
}

Result<void> OwnEvidence::make()
{
    if (auto dropped = dropAll(); !dropped)
        return dropped;
    for (const auto& table : evidenceTables()) {
        const auto text = sqlText(u"create_own_evidence"_s)
                              .replace(u"{table}"_s, table)
                              .replace(u"{definition}"_s, sqlTableDefinition(u"product"_s, table));
        if (auto made = runStatement(m_db, m_names.in(text)); !made)
            return made;
    }
    return {};
}

Result<void> OwnEvidence::dropAll()
{
    for (const auto& table : evidenceTables())
        if (auto dropped =
                runStatement(m_db, m_names.in(sqlText(u"drop_own_evidence"_s).replace(u"{table}"_s, table)));
            !dropped)
            return dropped;
    return {};
}
