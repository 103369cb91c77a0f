#pragma once

/// Speed of light in vacuum, km/s (exact, SI).
inline constexpr double speedOfLightKmS = 299792.458;

/// Refractive index of standard air (15 °C, 101325 Pa, 450 ppm CO2) at a vacuum wavelength in Å;
/// Ciddor 1996, Appl. Opt. 35, 1566, eq. 1. Defined above 2000 Å; below, air and vacuum are the same by
/// convention.
double refractiveIndexOfAir(double vacuumAngstrom);

/// Air wavelength (Å) of a vacuum wavelength (Å).
double airFromVacuum(double vacuumAngstrom);

/// Vacuum wavelength (Å) of an air wavelength (Å), to better than 1e-6 Å.
double vacuumFromAir(double airAngstrom);

/// Observed wavelength of a line at rest, both vacuum Å.
inline double observedWavelength(double restAngstrom, double z)
{
    return restAngstrom * (1.0 + z);
}

/// Redshift at which a line at rest is seen at `observedAngstrom`, both vacuum Å.
inline double redshiftOf(double restAngstrom, double observedAngstrom)
{
    return observedAngstrom / restAngstrom - 1.0;
}
