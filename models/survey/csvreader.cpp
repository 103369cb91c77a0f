#include "models/survey/csvreader.h"

#include <QCoreApplication>
#include <QFileDevice>

namespace {
constexpr qsizetype longestRow = 1 << 20; // bytes; catalogues have rows of some thousand

Error damaged(const QString& sentence, const QString& detail = {})
{
    return {ErrorKind::BadFile, sentence, detail};
}

/// Takes the letters of a line into fields; true when a quote is open at its end, so that the row goes on.
bool takeLine(const QString& line, QStringList& fields, bool quoted)
{
    for (qsizetype at = 0; at < line.size(); ++at) {
        const auto letter = line[at];
        if (quoted) {
            if (letter != u'"')
                fields.last() += letter;
            else if (at + 1 < line.size() && line[at + 1] == u'"')
                fields.last() += line[++at];
            else
                quoted = false;
        } else if (letter == u'"' && QStringView(fields.last()).trimmed().isEmpty()) {
            quoted = true;
        } else if (letter == u',') {
            fields << QString();
        } else if (letter != u'\r' && letter != u'\n') {
            fields.last() += letter;
        }
    }
    return quoted;
}
}

CsvReader::CsvReader(QIODevice& device, QString name)
    : m_device(device)
    , m_name(std::move(name))
    , m_buffer(longestRow, Qt::Uninitialized)
{
}

Result<void> CsvReader::begin()
{
    const auto found = readRow();
    if (!found)
        return found.error();
    m_heading = m_fields;
    if (found.value())
        return {};
    return damaged(QCoreApplication::translate("models", "%1 is empty.").arg(m_name));
}

Result<bool> CsvReader::next()
{
    auto found = readRow();
    if (!found || !found.value() || m_fields.size() == m_heading.size())
        return found;
    return damaged(QCoreApplication::translate("models", "%1, line %2: there should be %3 fields, not %4.")
                       .arg(m_name)
                       .arg(m_rowLine)
                       .arg(m_heading.size())
                       .arg(m_fields.size()));
}

/// The next row that says something.
Result<bool> CsvReader::readRow()
{
    for (;;) {
        auto more = readLine();
        if (!more || !more.value())
            return more;
        if (m_bytes.startsWith('#'))
            continue;
        m_rowLine = m_line;
        m_fields = {QString()};
        auto size = m_bytes.size();
        for (bool open = takeLine(QString::fromUtf8(m_bytes), m_fields, false); open;) {
            more = readLine();
            if (!more)
                return more;
            size += m_bytes.size();
            if (!more.value() || size > longestRow)
                return damaged(
                    QCoreApplication::translate("models", "%1, line %2: a quote is opened and not closed.")
                        .arg(m_name)
                        .arg(m_rowLine));
            open = takeLine(QString::fromUtf8(m_bytes), m_fields, true);
        }
        for (auto& field : m_fields)
            field = field.trimmed();
        if (!m_fields.first().startsWith(u'#') && (m_fields.size() > 1 || !m_fields.first().isEmpty()))
            return true;
    }
}

/// False behind the last line.
Result<bool> CsvReader::readLine()
{
    const auto size = m_device.readLine(m_buffer.data(), m_buffer.size());
    const auto* file = qobject_cast<QFileDevice*>(&m_device);
    if (file && file->error() != QFileDevice::NoError)
        return damaged(QCoreApplication::translate("models", "%1 cannot be read to its end.").arg(m_name),
                       file->errorString());
    if (size <= 0)
        return false;
    ++m_line;
    m_bytes = QByteArrayView(m_buffer).first(size);
    if (size < m_buffer.size() - 1 || m_bytes.endsWith('\n'))
        return true;
    return damaged(
        QCoreApplication::translate("models", "%1, line %2: the line does not end.").arg(m_name).arg(m_line));
}
