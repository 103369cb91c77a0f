#pragma once

#include <QString>

/// A field of a CSV line (RFC 4180): quoted where it has a comma, a quote or a line break.
QString csvField(const QString& text);
