#include "models/lines/linelist.h"

#include "models/lines/tablereader.h"

#include <QCoreApplication>
#include <QFile>

#include <algorithm>

using namespace Qt::Literals::StringLiterals;

namespace {
enum Field { Name, Label, Vacuum, Kind, Importance, Key, FieldCount };

std::optional<LineKind> kindFrom(QStringView word)
{
    if (word == u"E")
        return LineKind::Emission;
    if (word == u"A")
        return LineKind::Absorption;
    if (word == u"B")
        return LineKind::Both;
    return {};
}

Result<SpectralLine> lineFrom(const VersionedRow& row)
{
    const auto wrong = [&row](const QString& what) { return errorInLine(row.number, what); };
    if (row.fields[Name].isEmpty() || row.fields[Label].isEmpty())
        return wrong(QCoreApplication::translate("LineList", "name and label must not be empty"));
    bool ok = false;
    const double vacuum = row.fields[Vacuum].toDouble(&ok);
    if (!ok || !(vacuum > 0) || vacuum > 1e7)
        return wrong(QCoreApplication::translate("LineList", "\"%1\" is not a wavelength in Å")
                         .arg(row.fields[Vacuum]));
    const auto kind = kindFrom(row.fields[Kind]);
    if (!kind)
        return wrong(
            QCoreApplication::translate("LineList", "\"%1\" is none of E, A, B").arg(row.fields[Kind]));
    const int importance = row.fields[Importance].toInt(&ok);
    if (!ok || importance < 0)
        return wrong(QCoreApplication::translate("LineList", "\"%1\" is not an importance")
                         .arg(row.fields[Importance]));
    if (row.fields[Key].size() != 1)
        return wrong(QCoreApplication::translate("LineList", "\"%1\" is not one key").arg(row.fields[Key]));
    const QChar key = row.fields[Key] == u"-"_s ? QChar() : row.fields[Key].front();
    return SpectralLine {row.fields[Name], row.fields[Label], vacuum, *kind, importance, key};
}
}

Result<LineTable> parseLineList(QStringView text)
{
    const auto table = readVersionedTable(text, FieldCount);
    if (!table)
        return table.error();
    LineTable list {table.value().version, {}};
    for (const auto& row : table.value().rows) {
        auto line = lineFrom(row);
        if (!line)
            return line.error();
        const auto sameKey = [&line](const SpectralLine& other) {
            return !other.key.isNull() && other.key == line.value().key;
        };
        if (std::ranges::any_of(list.lines, sameKey))
            return errorInLine(
                row.number, QCoreApplication::translate("LineList", "key %1 is taken").arg(line.value().key));
        list.lines.push_back(std::move(line).value());
    }
    std::ranges::stable_sort(list.lines, {}, &SpectralLine::vacuumAngstrom);
    return list;
}

const LineTable& builtInLines()
{
    static const LineTable table = [] {
        QFile file(u":/lines/lines.tsv"_s);
        if (!file.open(QIODevice::ReadOnly))
            qFatal("lines.tsv is missing in the program");
        auto parsed = parseLineList(QString::fromUtf8(file.readAll()));
        if (!parsed)
            qFatal("%s", qPrintable(parsed.error().message));
        return std::move(parsed).value();
    }();
    return table;
}
