#pragma once

#include <QString>

struct Spectrum;

/// One line that says what a picture shows: designation, class, z ± error, S/N, file, and whether its
/// wavelengths were air.
QString spectrumCaption(const Spectrum& spectrum);
