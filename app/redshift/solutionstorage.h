#pragma once

#include "db/sql/schemanames.h"
#include "models/check/acceptance.h"
#include "models/redshift/solvedspectrum.h"
#include "models/values/result.h"

#include <optional>
#include <vector>

class DbThread;

/// Brings solutions into the database, some hundred spectra in a transaction, while the search goes on.
class SolutionStorage
{
public:
    struct Counts
    {
        qint64 stored = 0;
        qint64 accepted = 0; ///< Without eyes
    };

    SolutionStorage(DbThread& db, SchemaNames names, AcceptanceRules rules, int solutionsOfEach);

    void add(const SolvedSpectrum& solved);
    /// Stores what is left; the first failure, after which nothing more was stored.
    Result<Counts> finish();

private:
    void store();

    DbThread& m_db;
    SchemaNames m_names;
    AcceptanceRules m_rules;
    int m_solutionsOfEach;
    std::vector<SolvedSpectrum> m_pending;
    std::optional<Error> m_failure;
    Counts m_counts;
};
