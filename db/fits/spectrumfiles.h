#pragma once

#include <QStringList>

/// The files that may be spectra: files and addresses as they are given, folders with all that lies below
/// them and has the name of one (.fits .fit .fts, also with .gz, .csv .txt .dat .ascii), sorted so that
/// numbers count as numbers. A folder that may not be read stands in the list itself, for the reader to
/// refuse. Hidden files and folders are passed over; links to folders are not followed.
QStringList spectrumFilesIn(const QStringList& paths);
