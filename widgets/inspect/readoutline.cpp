#include "widgets/inspect/readoutline.h"

#include "models/lines/linename.h"

using namespace Qt::Literals::StringLiterals;

namespace {
/// Where the feature stands, observed and at rest: what is always to be read.
QStringList placeText(double vacuumAngstrom, double restAngstrom)
{
    return {ReadoutLine::tr("λ %1 Å vacuum").arg(vacuumAngstrom, 0, 'f', 2),
            ReadoutLine::tr("%1 rest").arg(restAngstrom, 0, 'f', 2)};
}

const auto between = u"   "_s;
}

ReadoutLine::ReadoutLine(QWidget* parent)
    : Caption({}, parent)
{
    setObjectName(u"readout"_s);
    useFigures();
    setElided(true);
    clearReadout();
}

QSize ReadoutLine::minimumSizeHint() const
{
    constexpr double wide = 10'000; // Å
    const auto margins = contentsMargins();
    return {fontMetrics().horizontalAdvance(placeText(wide, wide).join(between) + between) + margins.left()
                + margins.right(),
            Caption::minimumSizeHint().height()};
}

void ReadoutLine::setReadout(const CursorReadout& readout)
{
    auto parts = placeText(readout.vacuumAngstrom, readout.restAngstrom);
    parts << tr("%1 air").arg(readout.airAngstrom, 0, 'f', 2);
    if (readout.flux)
        parts << (readout.error
                      ? tr("flux %1 ± %2").arg(*readout.flux, 0, 'g', 4).arg(*readout.error, 0, 'g', 2)
                      : tr("flux %1").arg(*readout.flux, 0, 'g', 4));
    if (readout.velocityKmS && !readout.nearestLine.isEmpty())
        parts << tr("%1 km/s from %2")
                     .arg(QString::number(*readout.velocityKmS, 'f', 0),
                          printedLineName(readout.nearestLine));
    if (!readout.maskText.isEmpty())
        parts << tr("masked: %1").arg(readout.maskText);
    setText(parts.join(between));
}

void ReadoutLine::clearReadout()
{
    setText(tr("Point at the spectrum: wavelength, flux and velocity appear here."));
}
