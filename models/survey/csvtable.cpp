#include "models/survey/csvtable.h"

#include "models/survey/csvreader.h"

#include <QBuffer>

Result<CsvTable> CsvTable::parse(const QByteArray& bytes, const QString& name)
{
    QBuffer buffer;
    buffer.setData(bytes);
    buffer.open(QIODevice::ReadOnly);
    CsvReader reader(buffer, name);
    if (auto begun = reader.begin(); !begun)
        return begun.error();
    CsvTable table;
    table.m_heading = reader.heading();
    for (;;) {
        const auto more = reader.next();
        if (!more)
            return more.error();
        if (!more.value())
            return table;
        table.m_rows.push_back(reader.fields());
    }
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
