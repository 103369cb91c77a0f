#pragma once

#include "models/spectrum/spectrum.h"
#include "models/values/result.h"

#include <QStringList>

#include <functional>
#include <vector>

/// What became of one file.
struct FileReading
{
    QString file;
    Result<std::vector<SpectrumPtr>> spectra;
};

/// Takes the readings of some files, in the files' order; returning false stops the reading.
using FileReadingSink = std::function<bool(std::vector<FileReading>)>;

/// Reads files on all cores and hands them on in their order, a window of some hundred at a time: while the
/// sink works on one window the next is being read. Memory stays bounded by two windows whatever the number
/// of files. The first window is small, so that the first spectra are there at once. Runs in the calling
/// thread until all is read.
void readInParallel(const QStringList& files, const FileReadingSink& sink);
