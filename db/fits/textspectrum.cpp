#include "db/fits/textspectrum.h"

#include "db/fits/lamostheader.h"
#include "db/fits/refusal.h"
#include "db/fits/samplesaxis.h"
#include "db/fits/unnamedunit.h"

#include <QCoreApplication>
#include <QRegularExpression>

#include <algorithm>
#include <charconv>
#include <limits>

using namespace Qt::Literals::StringLiterals;

namespace {
constexpr std::size_t mostFields = 64;
constexpr std::size_t fewestPixels = 10;
constexpr qsizetype longestLine = 4096;
constexpr qsizetype mostCommentText = 65536;

/// Which field of a line holds what; -1: none does.
struct Fields
{
    int wavelength = 0;
    int flux = 1;
    int error = 2;
    int inverseVariance = -1;
    std::optional<double> angstromsPerUnit {}; ///< Absent where no unit is named.
    bool named = false;
    bool logarithmic = false; ///< The column holds log10 of the wavelength in Å.
};

QByteArrayView unquoted(QByteArrayView field)
{
    return field.size() >= 2 && field.startsWith('"') && field.endsWith('"')
        ? field.sliced(1, field.size() - 2)
        : field;
}

/// Fields between commas, semicolons or tabs; empty ones count.
std::vector<QByteArrayView> splitAt(char delimiter, QByteArrayView line)
{
    std::vector<QByteArrayView> fields;
    for (qsizetype at = 0; at <= line.size() && fields.size() < mostFields;) {
        auto end = line.indexOf(delimiter, at);
        if (end < 0)
            end = line.size();
        fields.push_back(unquoted(line.sliced(at, end - at).trimmed()));
        at = end + 1;
    }
    return fields;
}

std::vector<QByteArrayView> splitAtBlanks(QByteArrayView line)
{
    std::vector<QByteArrayView> fields;
    const auto isBlank = [](char c) { return c == ' ' || c == '\t'; };
    for (auto at = line.begin(); at != line.end() && fields.size() < mostFields;) {
        const auto begin = std::find_if_not(at, line.end(), isBlank);
        at = std::find_if(begin, line.end(), isBlank);
        if (begin != at)
            fields.push_back(unquoted({begin, at}));
    }
    return fields;
}

/// Fields of a line at what it most likely uses. Where semicolons or tabs divide, a comma is a decimal one.
std::vector<QByteArrayView> split(QByteArrayView line)
{
    for (const char delimiter : {';', '\t', ','}) {
        if (line.contains(delimiter))
            return splitAt(delimiter, line);
    }
    return splitAtBlanks(line);
}

std::optional<double> number(QByteArrayView field)
{
    if (field.startsWith('+'))
        field = field.sliced(1);
    double value = 0;
    const auto [end, error] = std::from_chars(field.begin(), field.end(), value);
    if (error == std::errc() && end == field.end())
        return value;
    if (error != std::errc())
        return {};
    const bool isFortran = *end == 'D' || *end == 'd'; // exponent of a double
    if (!isFortran && (*end != ',' || field.contains('.')))
        return {};
    auto plain = field.toByteArray();
    plain[static_cast<qsizetype>(end - field.begin())] = isFortran ? 'e' : '.';
    return number(plain);
}

/// Å in the unit named in a text such as "Wavelength [nm]", "wave_nm" or "nm"; nothing where it names none.
std::optional<double> angstromsPerUnit(const QString& text)
{
    static const QRegularExpression unit(
        u"(?:^|[^a-zµμ])(?:(a|å|aa|angstroms?|ångströms?)|(nm|nanomet(?:er|re)s?)|([uµμ]m|micromet(?:er|re)s?|microns?))(?![a-z])"_s);
    const auto found = unit.match(text.toLower());
    if (!found.hasMatch())
        return {};
    return found.hasCaptured(3) ? 1.0e4 : found.hasCaptured(2) ? 10.0 : 1.0;
}

/// A word that is a unit and nothing else, with or without brackets.
bool isUnit(const QString& word)
{
    static const QRegularExpression bare(u"^[\\[(]?[a-zåµμö]+[\\])]?$"_s);
    static const QRegularExpression column(u"^[\\[(]?(wave|lambda|lam|wl|flux|err)"_s);
    const auto lower = word.toLower();
    return bare.match(lower).hasMatch() && !column.match(lower).hasMatch() && angstromsPerUnit(lower);
}

/// Names such as "Wavelength [A]", "LAMBDA", "flux_err".
std::optional<Fields> namedFields(const std::vector<QByteArrayView>& names)
{
    static const QRegularExpression wavelength(
        u"^(wavelength|wave|lambda|lam|wl|spectral_axis)\\b|^(wavelength|wave|lambda)_"_s);
    static const QRegularExpression logarithm(u"^(loglam|log_?wave|log_?lambda|log_?wavelength)\\b"_s);
    static const QRegularExpression flux(u"^(flux|spec|counts|intensity|f_lambda|flam)\\b(?!.*err)"_s);
    static const QRegularExpression error(
        u"^(error|err|sigma|uncertainty|noise|flux_?err(or)?|e_flux|std)\\b"_s);
    static const QRegularExpression ivar(u"^(ivar|invvar|inverse_variance)\\b"_s);
    Fields fields {-1, -1, -1, -1, {}, true};
    int index = 0;
    for (const auto& name : names) {
        const auto word = QString::fromUtf8(name).toLower();
        if (index == fields.wavelength + 1 && index > 0 && isUnit(word)) { // "wave nm flux": no column
            fields.angstromsPerUnit = angstromsPerUnit(word);
            continue;
        }
        const auto take = [&](int& field, const QRegularExpression& form) {
            if (field < 0 && form.match(word).hasMatch())
                field = index;
        };
        take(fields.wavelength, wavelength);
        if (fields.wavelength < 0 && logarithm.match(word).hasMatch()) {
            fields.wavelength = index;
            fields.logarithmic = true;
        }
        take(fields.flux, flux);
        take(fields.error, error);
        take(fields.inverseVariance, ivar);
        if (fields.wavelength == index)
            fields.angstromsPerUnit = angstromsPerUnit(word);
        ++index;
    }
    if (fields.wavelength < 0 || fields.flux < 0)
        return {};
    return fields;
}

bool isComment(QByteArrayView line)
{
    return line.startsWith('#') || line.startsWith('!') || line.startsWith('%') || line.startsWith(';');
}

/// A text under way: fields known so far, samples, and the words that may name the wavelength frame.
class TextSpectrum
{
public:
    /// False where the line is neither names, numbers nor comment.
    bool add(QByteArrayView line);
    const Samples& samples() const { return m_samples; }
    /// Wavelengths in Å, errors as weights.
    Samples takeSamples();
    const QString& words() const { return m_words; }
    /// By which takeSamples() multiplied, as a power of ten.
    int fluxPower() const { return m_fluxPower; }
    /// The header of a unit that takeSamples() had to assume; empty: it had not.
    FitsHeader header() const { return m_unitCard.isEmpty() ? FitsHeader() : FitsHeader(m_unitCard); }

private:
    bool addNumbers(const std::vector<QByteArrayView>& fields);
    bool addNames(QByteArrayView line);

    Fields m_fields;
    Samples m_samples;
    QString m_words;
    int m_fluxPower = 0;
    QByteArray m_unitCard;
};

bool TextSpectrum::add(QByteArrayView line)
{
    if (isComment(line)) {
        if (m_words.size() >= mostCommentText)
            return true;
        m_words += QString::fromUtf8(line).toLower() + u'\n';
        if (m_samples.size() > 0)
            return true;
        if (const auto names = namedFields(split(line.sliced(1).trimmed())))
            m_fields = *names;
        return true;
    }
    const auto fields = split(line);
    return addNumbers(fields) || addNumbers(splitAtBlanks(line)) || addNames(line);
}

/// A line that names the columns, or below it one that names their units.
bool TextSpectrum::addNames(QByteArrayView line)
{
    if (m_samples.size() > 0)
        return false;
    const auto fields = split(line);
    if (m_fields.named) {
        if (m_fields.wavelength >= static_cast<int>(fields.size()))
            return false;
        const auto unit = QString::fromUtf8(fields[static_cast<std::size_t>(m_fields.wavelength)]);
        if (!isUnit(unit))
            return false;
        m_fields.angstromsPerUnit = angstromsPerUnit(unit);
        return true;
    }
    const auto names = namedFields(fields);
    if (!names)
        return false;
    m_fields = *names;
    m_words += QString::fromUtf8(line).toLower() + u'\n';
    return true;
}

bool TextSpectrum::addNumbers(const std::vector<QByteArrayView>& fields)
{
    const auto field = [&fields](int index) -> std::optional<double> {
        if (index < 0 || index >= static_cast<int>(fields.size()))
            return {};
        return number(fields[static_cast<std::size_t>(index)]);
    };
    const auto wavelength = field(m_fields.wavelength);
    if (!wavelength || m_fields.flux >= static_cast<int>(fields.size()))
        return false;
    const auto flux = field(m_fields.flux);
    const auto text = QString::fromLatin1(fields[static_cast<std::size_t>(m_fields.flux)]);
    if (!flux && !isUnknownText(text))
        return false;
    const bool unknown = !flux || isUnknownNumber(*flux);
    m_samples.wavelengthAngstrom.push_back(*wavelength);
    m_samples.flux.push_back(unknown ? std::numeric_limits<float>::quiet_NaN() : static_cast<float>(*flux));
    const bool weighted = m_fields.inverseVariance >= 0;
    const auto spread = field(weighted ? m_fields.inverseVariance : m_fields.error);
    if (spread)
        m_samples.inverseVariance.resize(m_samples.size() - 1, 0.0F);
    if (spread || !m_samples.inverseVariance.empty())
        m_samples.inverseVariance.push_back(spread ? static_cast<float>(*spread) : 0.0F);
    return true;
}

Samples TextSpectrum::takeSamples()
{
    // Also astropy's ECSV, and a remark such as "wavelengths in nm".
    static const QRegularExpression remark(
        u"(?:name: *(?:wavelength|wave|lambda), *unit: *|wavelengths? (?:is |are )?(?:given )?in )(\\S+)"_s);
    auto scale = m_fields.angstromsPerUnit;
    if (const auto said = remark.match(m_words); !scale && said.hasMatch())
        scale = angstromsPerUnit(said.captured(1));
    bool logarithmic = m_fields.logarithmic;
    if (!scale && !logarithmic) {
        const auto unit = unitByRange(m_samples.wavelengthAngstrom);
        scale = unit.angstromsPerUnit;
        logarithmic = unit.logarithmic;
        m_unitCard = unit.card;
    }
    if (logarithmic)
        fromLog10(m_samples.wavelengthAngstrom);
    else
        for (auto& wavelength : m_samples.wavelengthAngstrom)
            wavelength *= scale.value_or(1.0);
    m_fluxPower = powerForSmallUnits(m_samples.flux);
    scaleByPower(m_samples.flux, m_fluxPower);
    const bool weighted = m_fields.inverseVariance >= 0;
    scaleByPower(m_samples.inverseVariance, weighted ? -2 * m_fluxPower : m_fluxPower);
    if (weighted)
        cleanInverseVariance(m_samples.inverseVariance);
    else
        inverseOfError(m_samples.inverseVariance);
    return std::move(m_samples);
}

Error noSpectrum(const QString& name, qsizetype line)
{
    return refusal(
        name,
        QCoreApplication::translate("TextSpectrum",
                                    "%1 is not a spectrum: its text has no columns of wavelength and flux."),
        u"line %1"_s.arg(line));
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

void describe(const QString& words, Spectrum& spectrum)
{
    static const QRegularExpression air(u"\\bair\\b|_air\\b"_s);
    static const QRegularExpression vacuum(u"\\bvac(uum)?\\b|_vac\\b"_s);
    spectrum.frame.wasAir = air.match(words).hasMatch() && !vacuum.match(words).hasMatch();
    spectrum.frame.frameIsKnown = spectrum.frame.wasAir || vacuum.match(words).hasMatch();
    if (spectrum.frame.wasAir)
        toVacuum(spectrum.coadd.wavelengthAngstrom);
    const auto name = spectrum.file.sliced(spectrum.file.lastIndexOf(u'/') + 1);
    spectrum.target.designation = name.first(std::max<qsizetype>(name.indexOf(u'.'), 0));
}
}

Result<std::vector<SpectrumPtr>> readTextSpectrum(QByteArrayView bytes, const QString& name)
{
    TextSpectrum text;
    qsizetype lineNumber = 0;
    constexpr QByteArrayView byteOrderMark("\xEF\xBB\xBF", 3);
    for (qsizetype at = bytes.startsWith(byteOrderMark) ? 3 : 0; at < bytes.size();) {
        auto end = bytes.indexOf('\n', at);
        if (end < 0)
            end = bytes.size();
        const auto line = bytes.sliced(at, end - at).trimmed();
        at = end + 1;
        ++lineNumber;
        if (line.isEmpty())
            continue;
        if (line.size() > longestLine || line.contains('\0') || !text.add(line))
            return noSpectrum(name, lineNumber);
        if (text.samples().size() > static_cast<std::size_t>(mostPixels))
            return tooLarge(name);
    }
    if (text.samples().size() < fewestPixels)
        return text.samples().size() == 0 ? noSpectrum(name, lineNumber)
                                          : tooFewRows(name, text.samples().size());
    auto spectrum = std::make_shared<Spectrum>();
    spectrum->file = name;
    spectrum->layout = Layout::Text;
    spectrum->coadd = text.takeSamples();
    spectrum->header = text.header();
    spectrum->fluxUnit = scaledUnit({}, text.fluxPower());
    if (!settleAxis(spectrum->coadd, spectrum->sky))
        return noWavelengths(name);
    describe(text.words(), *spectrum);
    deriveObsid(*spectrum, bytes);
    return std::vector<SpectrumPtr> {std::move(spectrum)};
}
