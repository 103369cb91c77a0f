#include "widgets/inspect/readoutline.h"

#include "models/lines/linename.h"

using namespace Qt::Literals::StringLiterals;

ReadoutLine::ReadoutLine(QWidget* parent)
    : Caption({}, parent)
{
    setObjectName(u"readout"_s);
    useFigures();
    setElided(true);
    clearReadout();
}

void ReadoutLine::setReadout(const CursorReadout& readout)
{
    QStringList parts {tr("λ %1 Å vacuum").arg(readout.vacuumAngstrom, 0, 'f', 2),
                       tr("%1 rest").arg(readout.restAngstrom, 0, 'f', 2),
                       tr("%1 air").arg(readout.airAngstrom, 0, 'f', 2)};
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
    setText(parts.join(u"   "_s));
}

void ReadoutLine::clearReadout()
{
    setText(tr("Point at the spectrum: wavelength, flux and velocity appear here."));
}
