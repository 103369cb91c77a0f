#include "db/fits/multispec.h"

#include "db/fits/wavelengthunit.h"

#include <QRegularExpression>
#include <QStringList>

#include <algorithm>
#include <cmath>
#include <optional>

using namespace Qt::Literals::StringLiterals;

namespace {
constexpr qsizetype cardSize = 80;
constexpr qsizetype textColumn = 11; // behind the opening quote
constexpr qsizetype textWidth = 68;
constexpr qsizetype mostFields = 4096;
constexpr qsizetype mostOrders = 64;
constexpr int mostFunctions = 8; // IRAF writes one or two

enum class Dispersion { Linear = 0, LogLinear = 1, Nonlinear = 2 };
enum class Function { Chebyshev = 1, Legendre = 2, CubicSpline = 3, LinearSpline = 4, Wavelengths = 5 };

/// The text of WAT2_001, WAT2_002, … joined. IRAF breaks it anywhere, so blanks at a card's end belong to it.
QString attributes(const FitsHeader& header)
{
    QByteArray text;
    const auto& cards = header.bytes();
    for (qsizetype at = 0; at + cardSize <= cards.size(); at += cardSize) {
        const auto card = QByteArrayView(cards).sliced(at, cardSize);
        if (!card.startsWith("WAT2_") || card[10] != '\'')
            continue;
        const auto end = card.lastIndexOf('\'');
        const auto value = card.sliced(textColumn, std::max<qsizetype>(0, end - textColumn));
        text += value.toByteArray().leftJustified(textWidth);
    }
    return QString::fromLatin1(text);
}

/// Takes the numbers of a spec from left to right; the first that is missing or none makes it false.
class Numbers
{
public:
    explicit Numbers(const QString& text)
        : m_words(text.simplified().split(u' ', Qt::SkipEmptyParts))
    {
    }
    double next()
    {
        bool ok = false;
        const auto value = m_at < m_words.size() ? m_words[m_at++].toDouble(&ok) : 0.0;
        m_good = m_good && ok && std::isfinite(value);
        return m_good ? value : 0.0;
    }
    int nextInt() { return static_cast<int>(std::clamp(next(), -1.0e9, 1.0e9)); }
    std::vector<double> take(qsizetype count)
    {
        std::vector<double> values;
        if (count < 0 || count > m_words.size() - m_at) {
            m_good = false;
            return values;
        }
        for (qsizetype index = 0; index < count; ++index)
            values.push_back(next());
        return values;
    }
    bool isGood() const { return m_good; }
    bool isAtEnd() const { return m_at >= m_words.size(); }
    qsizetype size() const { return m_words.size(); }

private:
    QStringList m_words;
    qsizetype m_at = 0;
    bool m_good = true;
};

/// Adds Σ cᵢ·Pᵢ(x) for x from −1 to 1 over the range.
double polynomial(const std::vector<double>& coefficients, double x, bool legendre)
{
    double sum = 0;
    double before = 0;
    double now = 1;
    for (std::size_t order = 0; order < coefficients.size(); ++order) {
        sum += coefficients[order] * now;
        const auto n = static_cast<double>(order);
        const double next = order == 0 ? x
            : legendre                 ? ((2.0 * n + 1.0) * x * now - n * before) / (n + 1.0)
                                       : 2.0 * x * now - before;
        before = now;
        now = next;
    }
    return sum;
}

/// `s` counts pieces from 0.
double spline(const std::vector<double>& coefficients, double s, double pieces, bool cubic)
{
    const auto piece = std::clamp(std::floor(s), 0.0, pieces - 1.0);
    const auto at = static_cast<std::size_t>(piece);
    const double b = s - piece;
    const double a = 1.0 - b;
    if (!cubic)
        return a * coefficients[at] + b * coefficients[at + 1];
    return a * a * a * coefficients[at] + (1.0 + 3.0 * a * (1.0 + a * b)) * coefficients[at + 1]
        + (1.0 + 3.0 * b * (1.0 + a * b)) * coefficients[at + 2] + b * b * b * coefficients[at + 3];
}

/// Adds one weighted function of the pixel; false where it is none that is known or its numbers are wrong.
bool addFunction(Numbers& numbers, std::vector<double>& axis)
{
    const double weight = numbers.next();
    const double zero = numbers.next();
    const auto function = static_cast<Function>(numbers.nextInt());
    if (function == Function::Wavelengths) {
        const auto values = numbers.take(numbers.nextInt());
        if (!numbers.isGood() || values.size() < axis.size())
            return false;
        for (std::size_t pixel = 0; pixel < axis.size(); ++pixel)
            axis[pixel] += weight * (zero + values[pixel]);
        return true;
    }
    const int order = numbers.nextInt();
    const double first = numbers.next();
    const double last = numbers.next();
    const bool isSpline = function == Function::CubicSpline || function == Function::LinearSpline;
    const bool isPolynomial = function == Function::Chebyshev || function == Function::Legendre;
    const int more = function == Function::CubicSpline ? 3 : function == Function::LinearSpline ? 1 : 0;
    if (!numbers.isGood() || (!isSpline && !isPolynomial) || order < 1 || order > mostOrders || last <= first)
        return false;
    const auto coefficients = numbers.take(order + more);
    if (!numbers.isGood())
        return false;
    for (std::size_t index = 0; index < axis.size(); ++index) {
        const auto pixel = static_cast<double>(index) + 1.0;
        const double value = isPolynomial
            ? polynomial(coefficients, (2.0 * pixel - first - last) / (last - first),
                         function == Function::Legendre)
            : spline(coefficients, (pixel - first) / (last - first) * order, order,
                     function == Function::CubicSpline);
        axis[index] += weight * (zero + value);
    }
    return true;
}

/// "ap beam dtype w1 dw nw z aplow aphigh [functions …]"; no wavelengths where it makes no sense.
MultispecAxis axisOf(const QString& text, qint64 pixels)
{
    Numbers numbers(text);
    MultispecAxis axis;
    axis.aperture = numbers.nextInt();
    numbers.next();
    const auto dispersion = static_cast<Dispersion>(numbers.nextInt());
    const double start = numbers.next();
    const double step = numbers.next();
    const auto count = std::min<qint64>(pixels, numbers.nextInt());
    const double doppler = 1.0 + numbers.next();
    if (!numbers.isGood() || numbers.size() > mostFields || count < 2 || doppler <= 0.0)
        return axis;
    std::vector<double> values(static_cast<std::size_t>(count), 0.0);
    if (dispersion == Dispersion::Nonlinear) {
        numbers.take(2);
        int functions = 0;
        while (!numbers.isAtEnd()) {
            if (functions++ == mostFunctions || !addFunction(numbers, values))
                return axis;
        }
        if (functions == 0)
            return axis;
    } else if (dispersion == Dispersion::Linear || dispersion == Dispersion::LogLinear) {
        for (std::size_t pixel = 0; pixel < values.size(); ++pixel) {
            const double value = start + static_cast<double>(pixel) * step;
            values[pixel] = dispersion == Dispersion::LogLinear ? std::pow(10.0, value) : value;
        }
    } else {
        return axis;
    }
    for (auto& value : values)
        value /= doppler;
    axis.wavelengthAngstrom = std::move(values);
    return axis;
}
}

bool isMultispec(const FitsHeader& header)
{
    return header.text("WAT0_001").value_or(QString()).contains("multispec"_L1, Qt::CaseInsensitive)
        || header.text("CTYPE1") == u"MULTISPE";
}

std::vector<MultispecAxis> multispecAxes(const FitsHeader& header, qint64 pixels, qint64 rows)
{
    static const QRegularExpression form(u"spec\\d+\\s*=\\s*\"([^\"]*)\""_s);
    const auto text = header.text("WAT1_001").value_or(QString());
    const auto at = text.indexOf("units="_L1);
    const auto unit = wavelengthUnit(at < 0 ? QString() : text.sliced(at + 6).section(u' ', 0, 0));
    const double scale = unit ? unit->angstroms : 1.0;
    std::vector<MultispecAxis> axes;
    const auto all = attributes(header);
    for (auto matches = form.globalMatch(all);
         matches.hasNext() && static_cast<qint64>(axes.size()) < rows;) {
        axes.push_back(axisOf(matches.next().captured(1), pixels));
        for (auto& wavelength : axes.back().wavelengthAngstrom)
            wavelength *= scale;
    }
    return axes;
}
