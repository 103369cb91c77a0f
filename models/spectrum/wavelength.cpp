#include "models/spectrum/wavelength.h"

namespace {
/// Below this wavelength astronomers quote vacuum wavelengths only (IAU convention).
constexpr double airBeginsAngstrom = 2000.0;
}

double refractiveIndexOfAir(double vacuumAngstrom)
{
    if (vacuumAngstrom < airBeginsAngstrom)
        return 1.0;
    const double sigma = 1.0e4 / vacuumAngstrom; // vacuum wavenumber, 1/µm
    const double sigma2 = sigma * sigma;
    return 1.0 + 5.792105e-2 / (238.0185 - sigma2) + 1.67917e-3 / (57.362 - sigma2);
}

double airFromVacuum(double vacuumAngstrom)
{
    return vacuumAngstrom / refractiveIndexOfAir(vacuumAngstrom);
}

double vacuumFromAir(double airAngstrom)
{
    // n changes by 1e-9 over the 2 Å between air and vacuum, so the fixed point is reached at once.
    double vacuum = airAngstrom;
    for (int step = 0; step < 3; ++step)
        vacuum = airAngstrom * refractiveIndexOfAir(vacuum);
    return vacuum;
}
