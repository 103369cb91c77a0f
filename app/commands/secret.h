#pragma once

#include "models/values/result.h"

#include <QByteArray>

class QIODevice;

/// A password or token: the first line of `device` without its line end, blanks and all. BadInput where it is
/// empty or not a line; `name` is what the sentence calls the device.
Result<QByteArray> readSecret(QIODevice& device, const QString& name);

/// The same of a file; NotFound where it cannot be opened.
Result<QByteArray> secretIn(const QString& path);

/// The same of the standard input.
Result<QByteArray> secretFromInput();
