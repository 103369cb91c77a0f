#pragma once

#include "app/release/packaging.h"
#include "db/sql/schemanames.h"

class DbThread;

/// Writes the catalogues of an integrated release as FITS and packed CSV, below "catalogues". False from
/// `goesOn` stops.
Result<void> addCatalogues(PackReport& report, const QString& folder, DbThread& db, const SchemaNames& names,
                           const QString& release, const std::function<bool()>& goesOn);

/// Writes the statistics as web page, PDF and JSON, below "statistics". Needs a QGuiApplication.
Result<void> addStatistics(PackReport& report, const QString& folder, const ReleaseIdentity& release);
