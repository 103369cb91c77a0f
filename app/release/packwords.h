#pragma once

#include "models/release/releasedspectrum.h"

#include <QByteArray>

/// True where a regular file of this size stands.
bool isFileOf(const QString& path, qint64 size);

/// What tells a changed file of the pipeline from one that is as it was.
QByteArray sourceWords(const ReleasedSpectrum& spectrum);

/// What a spectrum's header and thumbnail are made from, beside its file.
QByteArray decidingWords(const ReleasedSpectrum& spectrum);
