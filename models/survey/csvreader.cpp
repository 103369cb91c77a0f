#include "models/survey/csvreader.h"

#include <QCoreApplication>
#include <QIODevice>

namespace {
QStringList fieldsOf(const QString& line)
{
    QStringList fields {QString()};
    bool quoted = false;
    for (qsizetype at = 0; at < line.size(); ++at) {
        const auto letter = line[at];
        if (quoted) {
            if (letter != u'"')
                fields.last() += letter;
            else if (at + 1 < line.size() && line[at + 1] == u'"')
                fields.last() += line[++at];
            else
                quoted = false;
        } else if (letter == u'"') {
            quoted = true;
        } else if (letter == u',') {
            fields << QString();
        } else if (letter != u'\r' && letter != u'\n') {
            fields.last() += letter;
        }
    }
    for (auto& field : fields)
        field = field.trimmed();
    return fields;
}
}

CsvReader::CsvReader(QIODevice& device, QString name)
    : m_device(device)
    , m_name(std::move(name))
{
}

Result<void> CsvReader::begin()
{
    if (readLine()) {
        m_heading = m_fields;
        return {};
    }
    return Error {ErrorKind::BadFile, QCoreApplication::translate("models", "%1 is empty.").arg(m_name), {}};
}

Result<bool> CsvReader::next()
{
    if (!readLine())
        return false;
    if (m_fields.size() == m_heading.size())
        return true;
    return Error {ErrorKind::BadFile,
                  QCoreApplication::translate("models", "%1, line %2: there should be %3 fields, not %4.")
                      .arg(m_name)
                      .arg(m_line)
                      .arg(m_heading.size())
                      .arg(m_fields.size()),
                  {}};
}

/// The next line that says something; one whose quotes are open goes on.
bool CsvReader::readLine()
{
    for (;;) {
        auto bytes = m_device.readLine();
        if (bytes.isEmpty())
            return false;
        while (!bytes.startsWith('#') && bytes.count('"') % 2 != 0) {
            const auto more = m_device.readLine();
            if (more.isEmpty())
                break;
            bytes += more;
        }
        ++m_line;
        m_fields = fieldsOf(QString::fromUtf8(bytes));
        if (!m_fields.first().startsWith(u'#') && (m_fields.size() > 1 || !m_fields.first().isEmpty()))
            return true;
    }
}
