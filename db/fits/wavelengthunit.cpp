#include "db/fits/wavelengthunit.h"

#include "db/fits/refusal.h"

#include <QCoreApplication>
#include <QRegularExpression>

#include <algorithm>
#include <array>
#include <cmath>

using namespace Qt::Literals::StringLiterals;
using Scale = WavelengthUnit::Scale;

namespace {
struct Text
{
    Q_DECLARE_TR_FUNCTIONS(WavelengthUnit)
};

constexpr double largestLogarithm = 13.0; // ln of 4e5 Å

struct Name
{
    QRegularExpression form;
    double angstroms;
};

std::optional<double> lengthOf(const QString& word)
{
    static const std::array names {
        Name {QRegularExpression(u"^(?:a|å|\u212b|aa|ang|angstroms?|ångströms?|angstroem)$"_s), 1.0},
        Name {QRegularExpression(u"^(?:nm|nanomet(?:er|re)s?)$"_s), 10.0},
        Name {QRegularExpression(u"^(?:[uµμ]m?|mum|micro(?:n|ns|met(?:er|re)s?|m)?)$"_s), 1.0e4},
        Name {QRegularExpression(u"^(?:pm|picomet(?:er|re)s?)$"_s), 1.0e-2},
        Name {QRegularExpression(u"^mm$"_s), 1.0e7},
        Name {QRegularExpression(u"^cm$"_s), 1.0e8},
        Name {QRegularExpression(u"^(?:m|met(?:er|re)s?)$"_s), 1.0e10},
    };
    const auto found =
        std::ranges::find_if(names, [&word](const Name& name) { return name.form.match(word).hasMatch(); });
    return found == names.end() ? std::nullopt : std::optional(found->angstroms);
}

/// "1e-9 m", "10**-9 m", "10^(-9) m", "0.1nm" → the factor; takes it off the text.
double takeFactor(QString& text)
{
    static const QRegularExpression power(u"^10 *(?:\\*\\*|\\^)? *[({]?([+-] *\\d+)[)}]? *\\*? *"_s);
    static const QRegularExpression number(u"^(\\d*\\.?\\d+(?:e[+-]?\\d+)?) *\\*? *"_s);
    if (const auto found = power.match(text); found.hasMatch()) {
        text.remove(0, found.capturedLength());
        return std::pow(10.0, found.captured(1).remove(u' ').toInt());
    }
    if (const auto found = number.match(text); found.hasMatch()) {
        text.remove(0, found.capturedLength());
        return found.captured(1).toDouble();
    }
    return 1.0;
}

bool isWithin(double from, double to, double lower, double upper)
{
    return from > lower && to < upper;
}

void undo(std::vector<double>& axis, const WavelengthUnit& unit)
{
    for (auto& value : axis) {
        if (unit.scale == Scale::Log10)
            value = std::pow(10.0, value);
        else if (unit.scale == Scale::Ln)
            value = std::exp(value);
        value *= unit.angstroms;
    }
}

Error unknownUnit(const QString& file, const QString& unit)
{
    const auto sentence = Text::tr("%1 gives its wavelengths in “%2”, which SpecDesk does not know.");
    return refusal(file, QString(sentence).replace(u"%2"_s, unit.trimmed()));
}

Error noUnit(const QString& file, double from, double to)
{
    const auto sentence =
        Text::tr("%1 has wavelengths from %2 to %3 and does not say in which unit: write it into the file.");
    return refusal(file,
                   QString(sentence)
                       .replace(u"%2"_s, QString::number(from, 'g', 6))
                       .replace(u"%3"_s, QString::number(to, 'g', 6)));
}

/// First and last of the numbers, rising, as far as they can be wavelengths.
std::pair<double, double> ends(const std::vector<double>& axis)
{
    const auto isNumber = [](double value) { return std::isfinite(value) && value > 0; };
    const auto first = std::ranges::find_if(axis, isNumber);
    const auto last = std::find_if(axis.rbegin(), axis.rend(), isNumber);
    if (first == axis.end())
        return {0, 0};
    return std::minmax(*first, *last);
}

/// An axis said to be linear that can only be a logarithm of Å: SDSS, IRAF and others write "Angstrom" beside
/// log10(λ).
std::optional<WavelengthUnit> logarithmInspite(const WavelengthUnit& stated, double from, double to,
                                               std::size_t count)
{
    if (stated.scale != Scale::Linear || stated.angstroms != 1.0 || to > largestLogarithm)
        return {};
    const auto guess = wavelengthUnitOf(from, to, count);
    if (guess && guess->scale != Scale::Linear)
        return guess;
    const bool isLog10 = isWithin(from, to, 2.0, 6.0) && to - from < 0.01 * static_cast<double>(count);
    return isLog10 ? std::optional(WavelengthUnit {1.0, Scale::Log10}) : std::nullopt;
}
}

std::optional<WavelengthUnit> wavelengthUnit(const QString& text)
{
    static const QRegularExpression logarithm(u"^(log(?:10)?|lg|dex|ln)\\b *[(\\[ ]? *"_s);
    static const QRegularExpression frame(
        u"\\b(?:in )?(?:air|vac(?:uum)?)\\b|/ *pix(?:el)?|[\\[\\](){},;:\"']"_s);
    auto word = text.trimmed().toLower();
    WavelengthUnit unit;
    if (word.startsWith(u'[') || word.startsWith(u'('))
        word = word.sliced(1).trimmed();
    if (const auto found = logarithm.match(word); found.hasMatch()) {
        unit.scale = found.captured(1) == u"ln" ? Scale::Ln : Scale::Log10;
        word = word.sliced(found.capturedLength());
    }
    unit.angstroms = takeFactor(word);
    word.replace(frame, u" "_s);
    word = word.trimmed();
    if (word.isEmpty())
        return unit.scale == Scale::Linear ? std::nullopt : std::optional(WavelengthUnit {1.0, unit.scale});
    static const QRegularExpression arithmetic(u"[-+0-9/*^.]"_s);
    auto length = lengthOf(word);
    if (!length && !word.contains(arithmetic)) // "Angstrom observed"
        length = lengthOf(word.section(u' ', 0, 0));
    if (!length)
        return {};
    unit.angstroms *= *length;
    return unit;
}

std::optional<WavelengthUnit> wavelengthUnitOf(double from, double to, std::size_t count)
{
    const double step = count > 1 ? (to - from) / static_cast<double>(count - 1) : 0;
    if (to <= 0 || !std::isfinite(from) || !std::isfinite(to))
        return WavelengthUnit {};
    if (from > 0 && to < 1.0e-5)
        return WavelengthUnit {1.0e10, Scale::Linear};
    // A pixel is finer than 350 km/s on log10 grids of surveys; at such steps µm would be of R > 6,000.
    if (isWithin(from, to, 2.9, 4.6) && step < 5.0e-4)
        return WavelengthUnit {1.0, Scale::Log10};
    if (isWithin(from, to, 7.0, 12.0) && step < 1.0e-3)
        return WavelengthUnit {1.0, Scale::Ln};
    const bool canBeLogarithm =
        (isWithin(from, to, 2.5, 5.4) && step < 1.0e-2) || (isWithin(from, to, 6.0, 12.5) && step < 1.0e-2);
    if (isWithin(from, to, 0.09, 30.0) && !canBeLogarithm && to / from > 1.05)
        return WavelengthUnit {1.0e4, Scale::Linear};
    if (to < 90.0) // X-rays in Å, µm and logarithms meet here
        return {};
    // Below the Lyman limit there are no spectra in Å that end in the near infrared's numbers in nm.
    if (from > 200.0 && from < 900.0 && to < 2600.0)
        return WavelengthUnit {10.0, Scale::Linear};
    return WavelengthUnit {};
}

Result<void> toAngstroms(std::vector<double>& axis, const QString& text, std::optional<Scale> named,
                         const QString& file)
{
    const auto [from, to] = ends(axis);
    const bool canBeLogarithm = to <= largestLogarithm; // a name may lie
    if (named && *named != Scale::Linear && canBeLogarithm) {
        auto unit = wavelengthUnit(text).value_or(WavelengthUnit {});
        unit.scale = *named;
        undo(axis, unit);
        return {};
    }
    const auto said = text.trimmed().toLower();
    const bool isSilent = said.isEmpty() || said == u"none" || said == u"-" || said == u"unknown";
    auto unit = isSilent ? wavelengthUnitOf(from, to, axis.size()) : wavelengthUnit(text);
    if (!unit)
        return isSilent ? noUnit(file, from, to) : unknownUnit(file, text);
    if (!isSilent)
        unit = logarithmInspite(*unit, from, to, axis.size()).value_or(*unit);
    undo(axis, *unit);
    return {};
}
