#include "models/lines/tablereader.h"

#include <QCoreApplication>

using namespace Qt::Literals::StringLiterals;

Error errorInLine(int number, const QString& what)
{
    return {ErrorKind::BadFile,
            QCoreApplication::translate("LineList", "Line %1 of the list: %2.").arg(number).arg(what),
            {}};
}

Result<VersionedTable> readVersionedTable(QStringView text, int fieldCount)
{
    constexpr auto versionMark = "# version:"_L1;
    const auto lines = text.split(u'\n');
    if (lines.isEmpty() || !lines.front().startsWith(versionMark))
        return errorInLine(1, QCoreApplication::translate("LineList", "it must say \"# version: …\""));

    VersionedTable table;
    table.version = lines.front().sliced(versionMark.size()).trimmed().toString();
    if (table.version.isEmpty())
        return errorInLine(1, QCoreApplication::translate("LineList", "the version is empty"));
    for (int number = 2; number <= lines.size(); ++number) {
        const auto line = lines[number - 1];
        if (line.trimmed().isEmpty() || line.startsWith(u'#'))
            continue;
        VersionedRow row {number, {}};
        const auto fields = line.split(u'\t');
        for (const auto field : fields)
            row.fields.append(field.trimmed().toString());
        if (row.fields.size() != fieldCount)
            return errorInLine(number,
                               QCoreApplication::translate("LineList", "%1 fields instead of %2")
                                   .arg(row.fields.size())
                                   .arg(fieldCount));
        table.rows.push_back(std::move(row));
    }
    return table;
}
