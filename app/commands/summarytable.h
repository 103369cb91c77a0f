#pragma once

#include "models/spectrum/spectrumsummary.h"
#include "models/values/error.h"

class QTextStream;

/// Writes spectra one a line: tab-separated with a heading, or one JSON object each.
/// Column names and JSON keys are the same words; what is not known is empty, or null.
class SummaryTable
{
public:
    SummaryTable(QTextStream& out, bool json);

    void add(const SpectrumSummary& summary);
    /// A file that was refused: `{"file": …, "error": …}`; nothing in the tab-separated table.
    void addRefused(const QString& file, const Error& error);

private:
    QTextStream& m_out;
    bool m_json;
};
