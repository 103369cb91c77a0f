#include "models/survey/csvtable.h"

#include <QCoreApplication>

namespace {
/// The fields of the line that begins at `at`, which then is behind it.
QStringList lineFrom(const QString& text, qsizetype& at)
{
    QStringList fields {QString()};
    bool quoted = false;
    for (; at < text.size(); ++at) {
        const auto letter = text[at];
        if (quoted) {
            if (letter != u'"')
                fields.last() += letter;
            else if (at + 1 < text.size() && text[at + 1] == u'"')
                fields.last() += text[++at];
            else
                quoted = false;
        } else if (letter == u'"') {
            quoted = true;
        } else if (letter == u',') {
            fields << QString();
        } else if (letter == u'\n') {
            ++at;
            break;
        } else if (letter != u'\r') {
            fields.last() += letter;
        }
    }
    return fields;
}
}

Result<CsvTable> CsvTable::parse(const QByteArray& bytes, const QString& name)
{
    const auto text = QString::fromUtf8(bytes);
    CsvTable table;
    qsizetype line = 0;
    for (qsizetype at = 0; at < text.size();) {
        auto fields = lineFrom(text, at);
        ++line;
        if (fields.first().startsWith(u'#') || (fields.size() == 1 && fields.first().trimmed().isEmpty()))
            continue;
        for (auto& field : fields)
            field = field.trimmed();
        if (table.m_heading.isEmpty()) {
            table.m_heading = fields;
            continue;
        }
        if (fields.size() != table.m_heading.size())
            return Error {
                ErrorKind::BadFile,
                QCoreApplication::translate("models", "%1, line %2: there should be %3 fields, not %4.")
                    .arg(name)
                    .arg(line)
                    .arg(table.m_heading.size())
                    .arg(fields.size()),
                {}};
        table.m_rows.push_back(std::move(fields));
    }
    if (table.m_heading.isEmpty())
        return Error {
            ErrorKind::BadFile, QCoreApplication::translate("models", "%1 is empty.").arg(name), {}};
    return table;
}

qsizetype CsvTable::indexOf(const QString& column) const
{
    for (qsizetype i = 0; i < m_heading.size(); ++i)
        if (m_heading[i].compare(column, Qt::CaseInsensitive) == 0)
            return i;
    return -1;
}

QString CsvTable::field(std::size_t row, const QStringList& columns) const
{
    for (const auto& column : columns)
        if (const auto index = indexOf(column); index >= 0)
            return m_rows[row][index];
    return {};
}
