#pragma once

#include "models/items/sheetmodel.h"
#include "models/release/releaseplan.h"

/// The words and rows in which PlanView shows a plan.
std::vector<ReleaseChange> allChanges();
QString changeCode(ReleaseChange change); ///< "new", "class" …
QString changeText(ReleaseChange change); ///< "New", "Class" …
QString changeMeaning(ReleaseChange change); ///< A sentence

std::vector<SheetRow> classRows(const ReleasePlan& plan);
std::vector<SheetRow> reasonRows(const ReleasePlan& plan);
std::vector<SheetRow> plateRows(const ReleasePlan& plan);
SheetRow changedRow(const ChangedSpectrum& spectrum);
/// What the differences are to, why spectra are gone, and how to see one: `openKey` shows it.
QString changesCaption(const ReleasePlan& plan, const QString& openKey);
