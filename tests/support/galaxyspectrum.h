#pragma once

#include "support/syntheticlines.h"

using namespace Qt::Literals::StringLiterals;

/// A star-forming galaxy at z = 0.1 with two exposures.
inline SpectrumPtr galaxySpectrum()
{
    auto spectrum = spectrumWithLines({.z = 0.1,
                                       .sigma = 3,
                                       .lines = {{3727.09, 150, 110},
                                                 {3729.88, 200, 110},
                                                 {4862.69, 120, 110},
                                                 {4960.30, 60, 110},
                                                 {5008.24, 180, 110},
                                                 {6564.61, 2000, 110},
                                                 {6585.28, 120, 110},
                                                 {6718.29, 90, 110},
                                                 {6732.67, 80, 110}}},
                                      11);
    for (const auto* name : {"B-1", "R-1"}) {
        Exposure exposure;
        exposure.name = QString::fromLatin1(name);
        exposure.arm = exposure.name.left(1);
        const bool isRed = exposure.arm == u"R"_s;
        for (int pixel = 0; pixel < 100; ++pixel) {
            exposure.samples.wavelengthAngstrom.push_back((isRed ? 6000 : 4000) + 10 * pixel);
            exposure.samples.flux.push_back(100);
        }
        spectrum.exposures.push_back(exposure);
    }
    return std::make_shared<const Spectrum>(std::move(spectrum));
}
