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

/// The unit that the reader assumed; a card of the file's own has another comment.
QString assumedUnit(const FitsHeader& header)
{
    if (!header.contains("CUNIT1"))
        return {};
    for (const auto& card : header.cards())
        if (card.keyword == "CUNIT1"_L1 && card.comment.startsWith("assumed"_L1))
            return card.value;
    return {};
}
}

QString wavelengthDoubt(const Spectrum& spectrum)
{
    const auto& wavelengths = spectrum.coadd.wavelengthAngstrom;
    if (wavelengths.empty())
        return {};
    if (const auto unit = assumedUnit(spectrum.header); !unit.isEmpty()) {
        const auto name = unit == "um"_L1 ? u"µm"_s
            : unit.startsWith("log10"_L1) ? Text::tr("log10 of Å")
            : unit.startsWith("ln"_L1)    ? Text::tr("ln of Å")
                                          : unit;
        return Text::tr("The file names no unit: its wavelengths were taken as %1.").arg(name);
    }
    if (wavelengths.back() < shortestAngstrom)
        return Text::tr("%1 Å are no wavelengths of a spectrum: the file may mean µm or log10 of Å.")
            .arg(rangeText(wavelengths));
    if (wavelengths.back() < shortestOptical)
        return Text::tr("%1 Å is far ultraviolet: if nm are meant, the file must name them.")
            .arg(rangeText(wavelengths));
    return {};
}
