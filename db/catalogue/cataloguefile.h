#pragma once

#include "db/sql/rowstream.h"
#include "models/values/result.h"

#include <QString>

/// A file that takes the rows of a catalogue one by one and appears whole or not at all. Numbers that are not
/// known are -9999, as the survey publishes them; such texts are empty.
class CatalogueFile
{
public:
    virtual ~CatalogueFile() = default;
    /// Appends the stream's present row. NoSpace when the disk is full.
    virtual Result<void> append(const RowStream& row) = 0;
    /// Ends the file and lets it appear.
    virtual Result<void> finish() = 0;

    /// By the path's suffix: .fits a binary table, .csv text, .csv.gz packed text. `title` names the table.
    static Result<std::unique_ptr<CatalogueFile>> create(const QString& path, const QString& title,
                                                         const std::vector<StreamColumn>& columns);
};

/// What stands for an unknown number in published catalogues.
inline constexpr int unknownNumber = -9999;

std::unique_ptr<CatalogueFile> fitsCatalogue(const QString& path, const QString& title,
                                             const std::vector<StreamColumn>& columns);
std::unique_ptr<CatalogueFile> csvCatalogue(const QString& path, const std::vector<StreamColumn>& columns);
