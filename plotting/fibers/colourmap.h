#pragma once

#include <QRgb>

#include <array>

/// 256 colours from low to high.
using ColourMap = std::array<QRgb, 256>;

/// Dark blue over green to pale yellow, lightness rising in even steps (Oklab, Ottosson 2020), so that equal
/// steps of flux look equal, to colour-blind eyes too.
const ColourMap& sequentialMap();
/// Blue over a light grey (or, on a dark ground, a dark one) to orange, even in lightness on both sides.
const ColourMap& divergingMap(bool dark);
