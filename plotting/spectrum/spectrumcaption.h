#pragma once

#include <QString>

struct Spectrum;
struct WavelengthFrame;

/// One line that says what a picture shows: designation, class, z ± error, S/N, file, and whether its
/// wavelengths were air.
QString spectrumCaption(const Spectrum& spectrum);

/// In what frame the wavelengths on the screen stand and what the file had, e.g. "vacuum, from air in the
/// file".
QString wavelengthFrameText(const WavelengthFrame& frame);
