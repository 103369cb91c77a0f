#pragma once

#include <QByteArray>

#include <vector>

/// In what a column of wavelengths is most likely given that names no unit.
struct UnnamedUnit
{
    double angstromsPerUnit = 1.0;
    bool logarithmic = false; ///< log10 of Å
    /// The card of a header that says so, 80 bytes; empty where Å is taken, as it is without a reason.
    QByteArray card {};
};

/// By their range. Numbers below 30 can be no Å of a spectrum: µm, or log10 of Å where they rise by equal
/// steps between 3.3 and 4.7 (2000 Å to 5 µm). Between 100 and 1200 they may be nm or the far ultraviolet in
/// Å: they stay Å, see wavelengthDoubt().
UnnamedUnit unitByRange(const std::vector<double>& wavelengths);
