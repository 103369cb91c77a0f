#pragma once

#include <QString>

/// A line's name as it is printed: "Hα" for "H-alpha". What is stored and typed keeps plain letters.
QString printedLineName(QString name);
