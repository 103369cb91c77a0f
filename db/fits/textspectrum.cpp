#include "db/fits/textspectrum.h"

#include "db/fits/columnmeaning.h"
#include "db/fits/lamostheader.h"
#include "db/fits/refusal.h"
#include "db/fits/samplesaxis.h"
#include "db/fits/textcolumns.h"

#include <QCoreApplication>
#include <QRegularExpression>

#include <algorithm>
#include <cmath>
#include <limits>

using namespace Qt::Literals::StringLiterals;

namespace {
constexpr std::size_t fewestPixels = 10;
constexpr qsizetype longestLine = 4096;
constexpr std::size_t mostTitleLines = 1000; // a FITS header, as IRAF's wspectext writes it

/// A text cut into what stands above the numbers, the rows, and remarks.
struct TextParts
{
    std::vector<QByteArrayView> preamble;
    std::vector<QByteArrayView> rows;
    std::vector<QByteArrayView> comments; ///< Wherever they stand.
    std::size_t fields = 0; ///< Fields in a row.
};

Error noSpectrum(const QString& name)
{
    return refusal(
        name,
        QCoreApplication::translate("TextSpectrum",
                                    "%1 is not a spectrum: its text has no columns of wavelength and flux."));
}

Error tooFewRows(const QString& name, std::size_t rows)
{
    const auto sentence =
        QCoreApplication::translate("TextSpectrum", "%1 has %2 rows of numbers; a spectrum has at least %3.");
    return refusal(name,
                   QString(sentence)
                       .replace(u"%2"_s, QString::number(rows))
                       .replace(u"%3"_s, QString::number(fewestPixels)));
}

/// The index of the first of two neighbouring rows with as many fields: a count of pixels or a title with two
/// numbers is no row. A single row counts too.
std::size_t firstRow(const std::vector<QByteArrayView>& lines)
{
    std::size_t titles = 0;
    std::size_t before = 0;
    std::size_t last = lines.size();
    for (std::size_t index = 0; index < lines.size() && titles < mostTitleLines; ++index) {
        if (isComment(lines[index]))
            continue;
        const auto fields = rowOf(lines[index]).size();
        if (fields > 0 && fields == before)
            return last;
        before = fields;
        titles += fields == 0 ? 1U : 0U;
        last = fields > 0 ? index : last;
    }
    return last;
}

/// Words behind the last row are a trailer; between rows they mean that the text is something else.
bool addRows(const std::vector<QByteArrayView>& lines, std::size_t first, TextParts& parts)
{
    bool ended = false;
    for (auto index = first; index < lines.size(); ++index) {
        const auto line = lines[index];
        if (isComment(line)) {
            parts.comments.push_back(line);
            continue;
        }
        const bool isRow = !rowOf(line).empty();
        if (ended && isRow)
            return false;
        ended = !isRow;
        if (isRow)
            parts.rows.push_back(line);
        if (parts.rows.size() > static_cast<std::size_t>(mostPixels))
            break;
    }
    return true;
}

std::optional<double> fieldAt(const TextFields& fields, int index)
{
    if (index < 0 || index >= static_cast<int>(fields.size()))
        return {};
    return numberIn(fields[static_cast<std::size_t>(index)]);
}

/// The numbers of a column where they are numbers.
std::vector<double> numbersOf(const TextParts& parts, int column)
{
    std::vector<double> numbers;
    for (const auto row : parts.rows) {
        if (const auto number = fieldAt(rowOf(row), column))
            numbers.push_back(*number);
    }
    return numbers;
}

/// True where nearly all numbers are larger, or nearly all smaller, than the one before.
bool isAxis(const std::vector<double>& numbers)
{
    std::size_t rises = 0;
    std::size_t falls = 0;
    for (std::size_t index = 1; index < numbers.size(); ++index) {
        rises += numbers[index] > numbers[index - 1] ? 1U : 0U;
        falls += numbers[index] < numbers[index - 1] ? 1U : 0U;
    }
    return 10 * std::max(rises, falls) >= 9 * std::max<std::size_t>(1, numbers.size() - 1);
}

/// Numbers of rows as pandas and R write them, 0, 1, 2 … or 1, 2, 3 …
bool isIndex(const std::vector<double>& numbers)
{
    if (numbers.empty() || (numbers.front() != 0 && numbers.front() != 1))
        return false;
    for (std::size_t row = 0; row < numbers.size(); ++row)
        if (numbers[row] != numbers.front() + static_cast<double>(row))
            return false;
    return true;
}

void shift(TextColumns& columns)
{
    for (auto* column :
         {&columns.wavelength, &columns.flux, &columns.error, &columns.variance, &columns.inverseVariance})
        *column += *column >= 0 ? 1 : 0;
}

/// Corrects what the headings say by what the numbers say: prose taken for headings, and columns that count
/// the rows.
void settleColumns(const TextParts& parts, TextColumns& columns)
{
    const auto first = numbersOf(parts, 0);
    if (columns.named && columns.wavelength != 0 && isAxis(first)
        && !isAxis(numbersOf(parts, columns.wavelength))) {
        const auto unit = columns.unit;
        columns = TextColumns();
        columns.unit = unit;
    }
    if (columns.wavelength == 0 && parts.fields > 2 && isIndex(first) && isAxis(numbersOf(parts, 1)))
        shift(columns);
}

/// Flux, and the numbers its spread is known by.
Samples samplesOf(const TextParts& parts, const TextColumns& columns)
{
    Samples samples;
    const auto spreadColumn = columns.inverseVariance >= 0 ? columns.inverseVariance
        : columns.error >= 0                               ? columns.error
                                                           : columns.variance;
    bool hasSpread = false;
    for (const auto line : parts.rows) {
        const auto row = rowOf(line);
        const auto wavelength = fieldAt(row, columns.wavelength);
        if (!wavelength)
            continue;
        const auto flux = fieldAt(row, columns.flux);
        const auto spread = fieldAt(row, spreadColumn);
        const bool unknown = !flux || isUnknownNumber(*flux);
        samples.wavelengthAngstrom.push_back(*wavelength);
        samples.flux.push_back(unknown ? std::numeric_limits<float>::quiet_NaN() : static_cast<float>(*flux));
        samples.inverseVariance.push_back(spread ? static_cast<float>(*spread) : 0.0F);
        hasSpread = hasSpread || spread;
    }
    if (!hasSpread)
        samples.inverseVariance.clear();
    return samples;
}

/// 1/σ² from what the column holds; flux and errors multiplied by 10^power.
void settleWeights(Samples& samples, const TextColumns& columns, int power)
{
    auto& weights = samples.inverseVariance;
    scaleByPower(samples.flux, power);
    if (columns.inverseVariance >= 0) {
        scaleByPower(weights, -2 * power);
        cleanInverseVariance(weights);
    } else if (columns.error >= 0) {
        scaleByPower(weights, power);
        inverseOfError(weights);
    } else {
        scaleByPower(weights, 2 * power);
        inverseOfVariance(weights);
    }
}

/// What the comments and the heading say of air and vacuum: a word beside one on wavelengths, or a card
/// VACUUM. The temperature of the air is no such word.
std::optional<bool> statedVacuum(const TextParts& parts, const TextColumns& columns)
{
    static const QRegularExpression card(u"\\bvacuum *= *'?(t|f|true|false|1|0)\\b"_s);
    static const QRegularExpression about(u"wave|lambda|λ|angstrom|spectral|frame|airorvac"_s);
    if (namesVacuum(columns.wavelengthName) || namesVacuum(columns.unit))
        return true;
    if (namesAir(columns.wavelengthName) || namesAir(columns.unit))
        return false;
    std::optional<bool> vacuum;
    for (const auto line : parts.comments) {
        const auto words = QString::fromUtf8(line).toLower();
        if (const auto said = card.match(words); said.hasMatch())
            return said.captured(1).startsWith(u't') || said.captured(1) == u"1";
        if (!about.match(words).hasMatch())
            continue;
        if (namesVacuum(words))
            vacuum = true;
        else if (namesAir(words) && !vacuum)
            vacuum = false;
    }
    return vacuum;
}

void describe(std::optional<bool> vacuum, Spectrum& spectrum)
{
    spectrum.frame.wasAir = vacuum && !*vacuum;
    spectrum.frame.frameIsKnown = vacuum.has_value();
    if (spectrum.frame.wasAir)
        toVacuum(spectrum.coadd.wavelengthAngstrom);
    const auto name = spectrum.file.sliced(spectrum.file.lastIndexOf(u'/') + 1);
    spectrum.target.designation = name.first(std::max<qsizetype>(name.indexOf(u'.'), 0));
}

/// From the Lyman limit at z = 0 to 30 µm: what a column without a known heading must be to be wavelengths.
bool isSpectral(const std::vector<double>& axis)
{
    const auto [least, most] = std::ranges::minmax(axis);
    return least > 500.0 && most < 3.0e5;
}

Result<std::vector<SpectrumPtr>> spectrumOf(const TextParts& parts, const TextColumns& columns,
                                            QByteArrayView bytes, const QString& name)
{
    auto spectrum = std::make_shared<Spectrum>();
    spectrum->file = name;
    spectrum->layout = Layout::Text;
    spectrum->coadd = samplesOf(parts, columns);
    auto& axis = spectrum->coadd.wavelengthAngstrom;
    if (const auto done = toAngstroms(axis, columns.unit, columns.scale, name); !done)
        return done.error();
    if (axis.empty() || (columns.headingIsUnknown && !isSpectral(axis)))
        return noSpectrum(name);
    const auto power = powerForSmallUnits(spectrum->coadd.flux);
    settleWeights(spectrum->coadd, columns, power);
    spectrum->fluxUnit = scaledUnit({}, power);
    if (!settleAxis(spectrum->coadd, spectrum->sky))
        return noWavelengths(name);
    describe(statedVacuum(parts, columns), *spectrum);
    deriveObsid(*spectrum, bytes);
    return std::vector<SpectrumPtr> {std::move(spectrum)};
}
}

Result<std::vector<SpectrumPtr>> readTextSpectrum(QByteArrayView bytes, const QString& name)
{
    const auto text = plainText(bytes);
    const auto lines = linesOf(text);
    const auto isForeign = [](QByteArrayView line) {
        return line.size() > longestLine || line.contains('\0');
    };
    const auto first = firstRow(lines);
    if (first == lines.size() || std::ranges::any_of(lines, isForeign))
        return noSpectrum(name);
    TextParts parts;
    parts.preamble.assign(lines.begin(), lines.begin() + static_cast<std::ptrdiff_t>(first));
    std::ranges::copy_if(parts.preamble, std::back_inserter(parts.comments), isComment);
    parts.fields = rowOf(lines[first]).size();
    auto columns = textColumns(parts.preamble, parts.fields);
    if (!columns || !addRows(lines, first, parts))
        return noSpectrum(name);
    if (parts.rows.size() > static_cast<std::size_t>(mostPixels))
        return tooLarge(name);
    if (parts.rows.size() < fewestPixels)
        return tooFewRows(name, parts.rows.size());
    settleColumns(parts, *columns);
    return spectrumOf(parts, *columns, bytes, name);
}
