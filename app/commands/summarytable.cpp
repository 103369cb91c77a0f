#include "app/commands/summarytable.h"

#include <QJsonDocument>
#include <QJsonObject>
#include <QTextStream>

using namespace Qt::Literals::StringLiterals;

namespace {
using Field = std::pair<QString, QJsonValue>;

QJsonValue value(const std::optional<double>& number)
{
    return number ? QJsonValue(*number) : QJsonValue();
}

/// The fields of a spectrum in the order of the columns.
std::vector<Field> fieldsOf(const SpectrumSummary& summary)
{
    return {
        {u"file"_s, summary.file},
        {u"index"_s, summary.indexInFile},
        {u"obsid"_s, summary.obsid},
        {u"layout"_s, summary.layout},
        {u"class"_s, summary.spectralClass ? QJsonValue(className(*summary.spectralClass)) : QJsonValue()},
        {u"subclass"_s, summary.subclass},
        {u"z"_s, value(summary.z)},
        {u"z_err"_s, value(summary.zError)},
        {u"snr_u"_s, value(summary.snr[0])},
        {u"snr_g"_s, value(summary.snr[1])},
        {u"snr_r"_s, value(summary.snr[2])},
        {u"snr_i"_s, value(summary.snr[3])},
        {u"snr_z"_s, value(summary.snr[4])},
        {u"ra"_s, value(summary.raDeg)},
        {u"dec"_s, value(summary.decDeg)},
        {u"n_pixels"_s, summary.pixels},
        {u"wavelength_min"_s, value(summary.fromAngstrom)},
        {u"wavelength_max"_s, value(summary.toAngstrom)}};
}

QString cell(const QJsonValue& field)
{
    return field.isNull() ? QString() : field.toVariant().toString();
}

void writeJson(QTextStream& out, const std::vector<Field>& fields)
{
    QJsonObject object;
    for (const auto& [name, field] : fields)
        object.insert(name, field);
    out << QString::fromUtf8(QJsonDocument(object).toJson(QJsonDocument::Compact)) << u'\n';
}

void writeRow(QTextStream& out, const std::vector<Field>& fields, const auto& text)
{
    QStringList cells;
    for (const auto& field : fields)
        cells << text(field);
    out << cells.join(u'\t') << u'\n';
}
}

SummaryTable::SummaryTable(QTextStream& out, bool json)
    : m_out(out)
    , m_json(json)
{
    if (!m_json)
        writeRow(m_out, fieldsOf({}), [](const Field& field) { return field.first; });
}

void SummaryTable::add(const SpectrumSummary& summary)
{
    const auto fields = fieldsOf(summary);
    if (m_json)
        writeJson(m_out, fields);
    else
        writeRow(m_out, fields, [](const Field& field) { return cell(field.second); });
}

void SummaryTable::addRefused(const QString& file, const Error& error)
{
    if (m_json)
        writeJson(m_out, {{u"file"_s, file}, {u"error"_s, error.message}});
}
