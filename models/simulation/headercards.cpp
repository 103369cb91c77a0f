#include "models/simulation/headercards.h"

namespace {

constexpr int recordLength = 80;
constexpr int fixedFieldWidth = 20;

QByteArray padded(QByteArray record)
{
    record.truncate(recordLength);
    return record.leftJustified(recordLength, ' ');
}

}

void HeaderCards::card(const char* keyword, QByteArray value, const char* comment)
{
    QByteArray record = QByteArray(keyword).leftJustified(8, ' ') + "= " + value;
    if (*comment != '\0')
        record += QByteArray(" / ") + comment;
    m_bytes += padded(record);
}

void HeaderCards::flag(const char* keyword, bool value, const char* comment)
{
    card(keyword, QByteArray(value ? "T" : "F").rightJustified(fixedFieldWidth, ' '), comment);
}

void HeaderCards::integer(const char* keyword, qint64 value, const char* comment)
{
    card(keyword, QByteArray::number(value).rightJustified(fixedFieldWidth, ' '), comment);
}

void HeaderCards::real(const char* keyword, double value, int decimals, const char* comment)
{
    card(keyword, QByteArray::number(value, 'f', decimals).rightJustified(fixedFieldWidth, ' '), comment);
}

void HeaderCards::text(const char* keyword, const QString& value, const char* comment)
{
    QByteArray quoted = value.toLatin1();
    quoted.replace('\'', "''");
    quoted.truncate(68);
    card(keyword, ("'" + quoted.leftJustified(8, ' ') + "'").leftJustified(fixedFieldWidth, ' '), comment);
}

void HeaderCards::comment(const char* sentence)
{
    m_bytes += padded(QByteArray("COMMENT ") + sentence);
}

void HeaderCards::blank()
{
    m_bytes += padded({});
}
