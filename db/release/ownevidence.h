#pragma once

#include "db/sql/schemanames.h"
#include "models/values/result.h"

class QSqlDatabase;

/// Tables like those a build goes by, but of this connection only, for asking what a release would do. They
/// lie in the check schema, so that the release need not be there, and are gone with this object.
class OwnEvidence
{
public:
    OwnEvidence(QSqlDatabase& db, const SchemaNames& names);
    ~OwnEvidence();
    Q_DISABLE_COPY_MOVE(OwnEvidence)

    /// Needs CREATE TEMPORARY TABLES on the check schema.
    Result<void> make();
    /// Names under which ReleaseEvidence finds the tables: {product} is where they are.
    const SchemaNames& names() const { return m_names; }

private:
    Result<void> dropAll();

    QSqlDatabase& m_db;
    const SchemaNames m_names;
};
