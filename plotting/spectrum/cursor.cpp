#include "plotting/spectrum/cursor.h"

#include "models/spectrum/maskbits.h"
#include "models/spectrum/wavelength.h"
#include "plotting/spectrum/plotstate.h"

#include <cmath>

namespace {
std::optional<double> finite(float value)
{
    return std::isfinite(value) ? std::optional<double>(double(value)) : std::nullopt;
}

/// The shown line whose wavelength is nearest, nullptr without one.
const SpectralLine* nearestLine(const PlotState& state, double restAngstrom)
{
    const SpectralLine* nearest = nullptr;
    for (const auto& line : state.lines) {
        if (!nearest
            || std::abs(line.vacuumAngstrom - restAngstrom)
                < std::abs(nearest->vacuumAngstrom - restAngstrom))
            nearest = &line;
    }
    return nearest;
}
}

CursorReadout readoutAt(const PlotState& state, double vacuumAngstrom)
{
    CursorReadout readout;
    readout.vacuumAngstrom = vacuumAngstrom;
    readout.airAngstrom = airFromVacuum(vacuumAngstrom);
    readout.restAngstrom = vacuumAngstrom / (1 + state.z);
    if (const auto* line = nearestLine(state, readout.restAngstrom)) {
        readout.nearestLine = line->name;
        readout.velocityKmS = speedOfLightKmS * redshiftOf(line->vacuumAngstrom, readout.restAngstrom);
    }
    const auto pixel = state.drawn.pixelAt(vacuumAngstrom);
    if (pixel < 0)
        return readout;
    const auto index = static_cast<std::size_t>(pixel);
    readout.flux = finite(state.drawn.trace.flux[index]);
    if (!state.drawn.trace.error.empty())
        readout.error = finite(state.drawn.trace.error[index]);
    const auto& spectrum = *state.drawn.spectrum;
    const auto bits = maskBitsAt(spectrum.coadd.andMask, pixel) | maskBitsAt(spectrum.coadd.orMask, pixel);
    readout.maskText = maskNames(spectrum.layout, bits);
    return readout;
}
