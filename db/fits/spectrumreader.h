#pragma once

#include "models/spectrum/spectrum.h"
#include "models/values/result.h"

#include <QByteArray>

#include <vector>

/// What to leave out.
struct ReadOptions
{
    bool exposures = true; ///< Read single exposures where the file has them; false is faster and smaller.
};

/// Lets the process keep the memory of dropped spectra for the next ones, up to 64 MiB a thread, instead of
/// giving it back and fetching it anew page by page with every file. Once, when the program starts.
void keepFreedMemory();

/// Reads every spectrum of a survey file or a text of columns, from a path or an http(s) address; gzip is
/// recognised by its first bytes. Wavelengths become vacuum Å. Multi-object files give several, in the file's
/// order. An Error holds one sentence with the file's name. Any thread; waits for the disk or the network, so
/// not the GUI thread.
Result<std::vector<SpectrumPtr>> readSpectra(const QString& pathOrUrl, const ReadOptions& options = {});

/// The same from a file's bytes; `name` is what errors and Spectrum::file call it.
Result<std::vector<SpectrumPtr>> readSpectraFrom(const QByteArray& bytes, const QString& name,
                                                 const ReadOptions& options = {});
