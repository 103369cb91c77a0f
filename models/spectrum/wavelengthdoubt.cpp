#include "models/spectrum/wavelengthdoubt.h"

#include <QCoreApplication>

using namespace Qt::Literals::StringLiterals;

namespace {
struct Text
{
    Q_DECLARE_TR_FUNCTIONS(WavelengthDoubt)
};

constexpr double shortestAngstrom = 30;
constexpr double shortestOptical = 1200; // nobody's fibres see less; nm end there

QString rangeText(const std::vector<double>& wavelengths)
{
    constexpr int digits = 4;
    return u"%1–%2"_s.arg(QString::number(wavelengths.front(), 'g', digits),
                          QString::number(wavelengths.back(), 'g', digits));
}
}

QString wavelengthDoubt(const Spectrum& spectrum)
{
    const auto& wavelengths = spectrum.coadd.wavelengthAngstrom;
    if (wavelengths.empty())
        return {};
    if (spectrum.layout == Layout::Text)
        if (const auto unit = spectrum.header.text("CUNIT1")) // assumed: no text has such a card of its own
            return unit == "um"_L1
                ? Text::tr("The text names no unit: its wavelengths were taken as µm.")
                : Text::tr("The text names no unit: its wavelengths were taken as log10 of Å.");
    if (wavelengths.back() < shortestAngstrom)
        return Text::tr("%1 Å are no wavelengths of a spectrum: the file may mean µm or log10 of Å.")
            .arg(rangeText(wavelengths));
    if (wavelengths.back() < shortestOptical)
        return Text::tr("%1 Å is far ultraviolet: if nm are meant, the file must name them.")
            .arg(rangeText(wavelengths));
    return {};
}
