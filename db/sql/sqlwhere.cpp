#include "db/sql/sqlwhere.h"

using namespace Qt::Literals::StringLiterals;

void SqlWhere::addOneOf(const QString& column, const QVariantList& values)
{
    if (values.isEmpty())
        return;
    QStringList placeholders;
    for (const auto& value : values)
        placeholders << bind(value);
    add(u"%1 IN (%2)"_s.arg(column, placeholders.join(u", "_s)));
}

QString SqlWhere::bind(const QVariant& value)
{
    m_names.push_back(":p" + QByteArray::number(static_cast<int>(m_names.size())) + '_');
    m_values.emplace_back(m_names.back().constData(), value);
    return QString::fromLatin1(m_names.back());
}

QString SqlWhere::text() const
{
    return m_conditions.isEmpty() ? u"TRUE"_s : m_conditions.join(u"\n  AND "_s);
}
