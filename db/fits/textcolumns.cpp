#include "db/fits/textcolumns.h"

#include "db/fits/columnmeaning.h"

#include <QRegularExpression>
#include <QStringList>

using namespace Qt::Literals::StringLiterals;
using Scale = WavelengthUnit::Scale;

namespace {
/// The unit named in a heading such as "Wavelength [0.1nm]", "wave_nm" or "lambda (µm)"; empty where none is.
QString unitIn(const QString& heading)
{
    static const QRegularExpression brackets(u"[\\[({]([^\\])}]*)[\\])}]"_s);
    static const QRegularExpression behind(u"[_\\s:.-]([a-zåµμ]+)$"_s);
    for (auto matches = brackets.globalMatch(heading); matches.hasNext();) {
        const auto inside = matches.next().captured(1);
        if (wavelengthUnit(inside))
            return inside;
    }
    const auto found = behind.match(heading.toLower());
    return found.hasMatch() && wavelengthUnit(found.captured(1)) ? found.captured(1) : QString();
}

/// Marks of a comment, words such as "Columns:" and numbers such as "(1)" before names off; brackets glued to
/// their names.
QString bareHeading(QByteArrayView line, bool comment)
{
    static const QRegularExpression mark(u"^(?:[#!%;\\\\]+|//+|--)\\s*"_s);
    static const QRegularExpression label(
        u"^\\s*(?:columns?|format|fields?|names?|data)(?:\\s+are)?\\s*[:=]\\s*"_s,
        QRegularExpression::CaseInsensitiveOption);
    static const QRegularExpression number(
        u"(?:\\bcol(?:umn)?s?\\s*\\d+\\s*[:=.)]?|[(\\[]\\d+[)\\]]|(?<![\\w.^*+-])\\d+[):])\\s*"_s,
        QRegularExpression::CaseInsensitiveOption);
    static const QRegularExpression alone(u"\\s+[|/:=-]\\s+"_s);
    static const QRegularExpression brackets(u"\\s*([\\[(])([^\\])]*)([\\])])"_s);
    auto heading = QString::fromUtf8(line);
    if (comment) {
        heading.remove(mark);
        heading.remove(label);
        heading.remove(number);
        heading.replace(alone, u" "_s);
    }
    for (auto found = brackets.match(heading); found.hasMatch();
         found = brackets.match(heading, found.capturedStart() + 1)) {
        auto glued = found.captured().remove(u' ');
        heading.replace(found.capturedStart(), found.capturedLength(), glued.replace(u',', u'.'));
    }
    return heading;
}

QStringList wordsOf(const TextFields& fields)
{
    QStringList words;
    for (const auto field : fields)
        words.append(QString::fromUtf8(field).trimmed());
    return words;
}

/// Units between the names, as in "wave nm flux", are no columns. The one behind the wavelength is kept.
void dropUnits(QStringList& words, QString& unit)
{
    for (qsizetype index = words.size() - 1; index > 0; --index) {
        const auto before = columnMeaning(words[index - 1]);
        if (!wavelengthUnit(words[index]) || before == ColumnMeaning::Unknown)
            continue;
        if (before == ColumnMeaning::Wavelength)
            unit = words[index];
        words.removeAt(index);
    }
}

std::optional<TextColumns> columnsNamed(const QStringList& words, const QString& unitBehind)
{
    TextColumns columns {-1, -1, -1, -1, -1, {}, unitBehind, {}, true};
    for (int index = 0; index < words.size(); ++index) {
        const auto& word = words[index];
        const auto meaning = columnMeaning(word);
        const auto take = [&](int& column, ColumnMeaning wanted) {
            const bool taken = column < 0 && meaning == wanted;
            if (taken)
                column = index;
            return taken;
        };
        bool isAxis = take(columns.wavelength, ColumnMeaning::Wavelength);
        for (const auto& [logarithm, scale] : {std::pair(ColumnMeaning::Log10Wavelength, Scale::Log10),
                                               std::pair(ColumnMeaning::LnWavelength, Scale::Ln)}) {
            if (!take(columns.wavelength, logarithm))
                continue;
            isAxis = true;
            columns.scale = scale;
        }
        if (isAxis) {
            columns.wavelengthName = word;
            if (const auto unit = unitIn(word); !unit.isEmpty())
                columns.unit = unit;
        }
        take(columns.flux, ColumnMeaning::Flux);
        take(columns.error, ColumnMeaning::Error);
        take(columns.variance, ColumnMeaning::Variance);
        take(columns.inverseVariance, ColumnMeaning::InverseVariance);
    }
    return columns.wavelength >= 0 && columns.flux >= 0 ? std::optional(columns) : std::nullopt;
}

/// What one line names.
std::optional<TextColumns> columnsOfLine(QByteArrayView line, std::size_t count)
{
    const bool comment = isComment(line);
    const auto heading = bareHeading(line, comment).trimmed().toUtf8();
    const auto size = static_cast<qsizetype>(count);
    for (const bool atBlanks : {false, true}) {
        auto words = wordsOf(atBlanks ? fieldsAtBlanks(heading) : fieldsOf(heading));
        QString unit;
        if (words.size() > size)
            dropUnits(words, unit);
        auto columns = columnsNamed(words, unit);
        const bool isWhole = words.size() == size || (!comment && words.size() < size);
        if (!columns || !isWhole)
            continue;
        return columns;
    }
    return {};
}

/// "# 1 WAVE Wavelength [nm]", one line a column: SExtractor, topcat, many a script.
std::optional<TextColumns> numberedColumns(const std::vector<QByteArrayView>& preamble)
{
    static const QRegularExpression form(u"^[#!%]\\s*(?:col(?:umn)?\\s*)?(\\d+)\\s*[:.)=]?\\s+(\\S+)(.*)$"_s,
                                         QRegularExpression::CaseInsensitiveOption);
    QStringList words;
    for (const auto line : preamble) {
        const auto found = form.match(QString::fromUtf8(line));
        if (!found.hasMatch() || found.captured(1).toLongLong() != words.size() + 1)
            continue;
        const auto unit = unitIn(found.captured(3));
        words.append(unit.isEmpty() ? found.captured(2) : u"%1 [%2]"_s.arg(found.captured(2), unit));
    }
    return columnsNamed(words, {});
}

/// A line of units below the names.
void takeUnitLine(QByteArrayView line, TextColumns& columns)
{
    const auto fields = fieldsOf(line);
    const auto index = static_cast<std::size_t>(columns.wavelength);
    if (isComment(line) || index >= fields.size())
        return;
    if (const auto unit = QString::fromUtf8(fields[index]); wavelengthUnit(unit))
        columns.unit = unit;
}

/// Units in astropy's ECSV, and in remarks such as "wavelengths in nm".
QString unitInRemarks(const std::vector<QByteArrayView>& preamble)
{
    static const QRegularExpression ecsv(u"name: *['\"]?([^,'\"}]+)['\"]?, *unit: *['\"]?([^,'\"}]+)"_s);
    static const QRegularExpression remark(u"wavelengths? (?:is |are )?(?:given )?in (\\S+)"_s);
    for (const auto line : preamble) {
        const auto text = QString::fromUtf8(line);
        const auto column = ecsv.match(text);
        if (column.hasMatch() && columnMeaning(column.captured(1)) == ColumnMeaning::Wavelength)
            return column.captured(2).trimmed();
        const auto said = remark.match(text.toLower());
        if (said.hasMatch() && wavelengthUnit(said.captured(1)))
            return said.captured(1);
    }
    return {};
}

/// Headings of catalogues, light curves and axes that are no wavelengths.
bool namesOtherThings(const QStringList& words)
{
    static const QRegularExpression other(
        u"^(?:[bhm]?jd|mjd.*|time|t|date|phase|epoch|day|year|freq.*|nu|wave_?n.*|wn|energy|k?ev|vel.*|v|"
        u"chan.*|"
        "pix.*|index|no|num.*|.*id|ra.*|dec.*|glon|glat|l|b|z|redshift|.*mag.*|teff|log_?g|.*fe_?h.*|rv|rest."
        "*|"
        "name|object|star|line|radius|age|mass|.*plate.*|fiber.*|fibre.*|trans.*|resp.*|eff.*)(?:$|[^a-z])"_s,
        QRegularExpression::CaseInsensitiveOption);
    return other.match(words[0]).hasMatch() || other.match(words[1]).hasMatch();
}

/// By place: wavelength, flux, error; nothing where the line above the numbers has headings of other things.
std::optional<TextColumns> columnsByPlace(const std::vector<QByteArrayView>& preamble, std::size_t count)
{
    TextColumns columns;
    if (preamble.empty() || isComment(preamble.back()))
        return columns;
    const auto words = wordsOf(fieldsOf(preamble.back()));
    columns.headingIsUnknown = words.size() > 1 && words.size() == static_cast<qsizetype>(count);
    if (columns.headingIsUnknown && namesOtherThings(words))
        return {};
    return columns;
}
}

std::optional<TextColumns> textColumns(const std::vector<QByteArrayView>& preamble, std::size_t count)
{
    std::optional<TextColumns> columns;
    for (auto line = preamble.rbegin(); line != preamble.rend() && !columns; ++line) {
        columns = columnsOfLine(*line, count);
        if (columns && line != preamble.rbegin() && columns->unit.isEmpty())
            takeUnitLine(*std::prev(line), *columns);
    }
    if (!columns)
        columns = numberedColumns(preamble);
    if (!columns)
        columns = columnsByPlace(preamble, count);
    if (!columns)
        return {};
    if (columns->unit.isEmpty())
        columns->unit = unitInRemarks(preamble);
    return columns;
}
