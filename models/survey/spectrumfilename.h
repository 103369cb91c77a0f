#pragma once

#include <QString>

#include <optional>

/// What LAMOST says in a file's name: "spec-55859-F5902_sp01-001.fits.gz" (low resolution) or "med-…" (medium
/// resolution).
struct SpectrumFileName
{
    bool mediumResolution = false;
    int lmjd = 0;
    QString planId;
    int spectrographId = 0;
    int fiberId = 0;

    bool operator==(const SpectrumFileName&) const = default;
};

/// Reads a file name or path, whatever follows the fibre number; nothing for names of another form.
std::optional<SpectrumFileName> parseSpectrumFileName(const QString& path);

/// "spec-55859-F5902_sp01-001", without folder and suffix.
QString spectrumBaseName(const SpectrumFileName& name);
