#pragma once

#include <QByteArray>
#include <QString>

#include <vector>

/// Small files in the layouts of the surveys, written with cfitsio by the tests themselves. Values are made
/// up; keywords, shapes and oddities are those of the released files.
namespace fixtures {

/// What the LAMOST fixtures say of themselves.
struct Observation
{
    int pixels = 300; ///< From 3699.985 Å on, 69 km/s each; 3909 in a real file.
    int plateRun = 1;
    int spectrographId = 1;
    int fiberId = 1;
    double z = -0.00013870;
    QByteArray spectralClass = "STAR";
    unsigned seed = 1; ///< Of the noise.
    bool dead = false; ///< Every inverse variance is 0.
};

QByteArray lamostImage(const Observation& observation = {});
QByteArray lamostDoubleImage(const Observation& observation = {});
QByteArray lamostNormalisedImage(const Observation& observation = {});
QByteArray lamostTable(const Observation& observation = {});
QByteArray lamostMrsRows();
QByteArray lamostMrsVectors();
QByteArray lamostMrsRedOnly();
QByteArray sdss();
/// Two targets, arms B and R that overlap on the same grid.
QByteArray desiCoadd();
/// Three rows of two targets: the first was seen twice.
QByteArray desiSpectra();
QByteArray sixDf();
QByteArray gama();
/// Three fibres: an object, one not used, sky.
QByteArray marz();
QByteArray image();
/// Two rows on a logarithmic axis; `keyword` says what they are, e.g. "EIGEN0" or "WAT0_001".
QByteArray rowsOfImage(const char* keyword, const char* value);
QByteArray table();
QByteArray text();

/// gzip as the surveys ship it.
QByteArray gzipped(const QByteArray& bytes);

struct Fixture
{
    QString name;
    QByteArray bytes;
};

/// One of each of the above, some of them compressed, and of surveyfixtures.h.
std::vector<Fixture> everyLayout();

}
