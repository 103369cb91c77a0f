#pragma once

#include "support/fitsfixtures.h"

/// Small files in the layouts of surveys and observatories of which no released file lies beside the
/// checkout: keywords, shapes and oddities are those of the published data models.
namespace fixtures {

QByteArray spSpec(int rows = 5); ///< DR7 has four or five rows.
QByteArray spPlate();
QByteArray sdssV(qint64 catalogId); ///< A number that a double holds.
/// Combined rows and two visits; one row where a star was visited once.
QByteArray apStar(int rows = 4);
QByteArray aspcapStar();
QByteArray apVisit();
QByteArray mwmStar();
QByteArray mwmVisit();
/// By HEALPix pixel, with redrock's answer for the first of two targets.
QByteArray desiHealpix(const char* program);
QByteArray desiAllCameras();
/// Two exposures in V, R and VR; VR has a row of wavelengths.
QByteArray sixDfStamps();
QByteArray twoDfgrs();
/// Three fibres: target, sky, parked.
QByteArray weave();
/// `meaning`: the UCD of the wavelength column.
QByteArray esoPhase3(const char* unit, const char* meaning, double from, double step);
QByteArray jwstX1d();
QByteArray hstX1d();
/// One row for each of `specs`, WAT2 attributes without "spec1 = ".
QByteArray irafMultispec(const std::vector<QByteArray>& specs, int bands = 1);
/// A one-dimensional image; `cards` as they stand in a header.
QByteArray imageWithCards(const std::vector<const char*>& cards, const char* errorName = nullptr,
                          double error = 0);

/// One of each of the above.
std::vector<Fixture> everySurvey();

}
