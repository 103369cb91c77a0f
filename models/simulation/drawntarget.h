#pragma once

#include "models/simulation/surveynight.h"

class RandomStream;

/// An object drawn for a fibre, and how well it is seen.
struct DrawnTarget
{
    TrueObject object;
    double signalToNoise = 20; ///< Median per pixel at 6000–6250 Å
    QString objectType; ///< What the input catalog takes it for
    std::array<double, 3> gri {};
};

/// One object of the mix as a plate of this brightness letter sees it.
DrawnTarget drawnTarget(ObjectMix mix, char brightness, RandomStream& random);

/// An F dwarf bright enough to calibrate fluxes with.
DrawnTarget drawnStandard(char brightness, RandomStream& random);

/// One object of every kind and stellar class, QSOs at several redshifts to 4: what every teaching plate
/// holds.
std::vector<TrueObject> rollCall();

/// The same, seen as the mix sees such an object.
DrawnTarget observedAs(TrueObject object, ObjectMix mix, char brightness, RandomStream& random);
