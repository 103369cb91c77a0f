#pragma once

#include "models/check/verdictchange.h"

#include <QByteArray>

/// Writes verdicts for other programs. Columns and keys are the same words in both formats and never
/// translated: obsid, pipeline_version, class, subclass, z, z_err, z_origin, z_origin_detail, grade, reasons,
/// comment, inspector, decided_at (ISO 8601, UTC), seconds_spent, shown_class, shown_subclass, shown_z,
/// withdraws, tool_version, line_list_version, submission.
namespace VerdictExport {
/// The heading of the CSV.
QByteArray csvHeading();
/// One CSV line (RFC 4180, UTF-8): fields with commas, quotes or line breaks are quoted; not known is empty.
QByteArray csvLine(const Verdict& verdict);
/// One compact JSON object on a line of its own; not known is null, reasons are an array.
QByteArray jsonLine(const Verdict& verdict);

/// The same for changes: changed_at, inspector, obsid, pipeline_version, change (VerdictChange::kind()), then
/// class, subclass, z, z_err, grade, reasons and comment as they stood, with from_, and as they stand, with
/// to_; submission.
QByteArray changeCsvHeading();
QByteArray changeCsvLine(const VerdictChange& change);
QByteArray changeJsonLine(const VerdictChange& change);
}
