#pragma once

#include "models/values/result.h"

#include <QByteArray>

/// The bytes as one gzip member without name and time. `level` goes from 1, fast, to 12, small.
Result<QByteArray> gzipped(const QByteArray& bytes, int level);
