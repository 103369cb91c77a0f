#pragma once

#include "db/sql/bulkrows.h"
#include "models/release/releasedecision.h"

/// Rows of a release's general catalogue and of its AFGK stars, as their columns keep them: numbers rounded
/// to the published decimals, S/N and offsets brought to the largest their column has, other values for which
/// a column has no room NULL and counted.
class CatalogueRows
{
public:
    CatalogueRows();

    /// Adds what a release says of a spectrum: to the general catalogue, and to the stars where it belongs.
    void add(const SpectrumEvidence& evidence, const ReleaseJudge& judge);

    /// Takes all rows away and keeps the memory.
    void clear();
    const BulkRows& catalogue() const { return m_catalogue; }
    const BulkRows& stellar() const { return m_stellar; }
    qint64 released() const { return m_released; } ///< Of the rows of the general catalogue
    qint64 withoutRoom() const { return m_withoutRoom; }

private:
    /// What both tables begin with.
    void addCommon(BulkRows& rows, const SpectrumEvidence& evidence, const FinalWord& word);
    void addParameters(const StarParameters& parameters);
    void count(bool hasRoom);

    BulkRows m_catalogue;
    BulkRows m_stellar;
    qint64 m_released = 0;
    qint64 m_withoutRoom = 0;
};

/// Adds a redshift as the catalogues keep it; NULL where it is NaN or there is no room for it. False for the
/// latter.
bool addRedshift(BulkRows& rows, double z);
