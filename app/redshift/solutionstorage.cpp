#include "app/redshift/solutionstorage.h"

#include "db/sql/dbthread.h"
#include "db/stores/solutionstore.h"

#include <utility>

SolutionStorage::SolutionStorage(DbThread& db, SchemaNames names, AcceptanceRules rules, int solutionsOfEach)
    : m_db(db)
    , m_names(std::move(names))
    , m_rules(std::move(rules))
    , m_solutionsOfEach(solutionsOfEach)
{
}

void SolutionStorage::add(const SolvedSpectrum& solved)
{
    constexpr std::size_t batch = 500;
    m_pending.push_back(solved);
    if (m_pending.size() == batch)
        store();
}

Result<SolutionStorage::Counts> SolutionStorage::finish()
{
    store();
    if (m_failure)
        return *m_failure;
    return m_counts;
}

void SolutionStorage::store()
{
    const auto pending = std::exchange(m_pending, {});
    if (m_failure)
        return;
    const auto accepted =
        m_db.run([&](QSqlDatabase& db) {
                return SolutionStore::store(db, m_names, pending, m_solutionsOfEach, m_rules);
            })
            .result();
    if (!accepted) {
        m_failure = accepted.error();
        return;
    }
    m_counts.stored += static_cast<qint64>(pending.size());
    m_counts.accepted += accepted.value();
}
