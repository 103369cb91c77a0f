#include "app/commands/platelogfile.h"

#include "models/survey/csvtable.h"
#include "models/values/wholefile.h"

#include <QCoreApplication>
#include <QDate>

using namespace Qt::Literals::StringLiterals;

namespace {
struct Text
{
    Q_DECLARE_TR_FUNCTIONS(PlateLogFile)
};

Error badField(const QString& path, std::size_t row, const QString& column, const QString& value)
{
    return {ErrorKind::BadFile,
            Text::tr("%1, row %2: “%3” makes no sense as %4.").arg(path).arg(row + 1).arg(value, column),
            {}};
}

/// Reads one row; remembers the first column that makes no sense.
class RowReader
{
public:
    RowReader(const CsvTable& table, std::size_t row)
        : m_table(table)
        , m_row(row)
    {
    }

    QString text(const QString& column) const { return m_table.field(m_row, {column}); }

    std::optional<double> number(const QString& column, double from, double to)
    {
        const auto value = text(column);
        bool isNumber = false;
        const double read = value.toDouble(&isNumber);
        if (value.isEmpty() || read == -9999)
            return {};
        if (!isNumber || read < from || read > to)
            complain(column);
        return read;
    }

    std::optional<bool> yesOrNo(const QString& column)
    {
        const auto value = text(column).toLower();
        if (value.isEmpty())
            return {};
        for (const auto& yes : {u"yes"_s, u"y"_s, u"true"_s, u"1"_s, u"t"_s})
            if (value == yes)
                return true;
        for (const auto& no : {u"no"_s, u"n"_s, u"false"_s, u"0"_s, u"f"_s})
            if (value == no)
                return false;
        complain(column);
        return {};
    }

    void complain(const QString& column)
    {
        if (m_bad.isEmpty())
            m_bad = column;
    }
    const QString& badColumn() const { return m_bad; }

private:
    const CsvTable& m_table;
    const std::size_t m_row;
    QString m_bad;
};
}

Result<std::vector<PlateLog>> readPlateLog(const QString& path)
{
    const auto text = readWholeFile(path);
    if (!text)
        return text.error();
    const auto table = CsvTable::parse(text.value(), path);
    if (!table)
        return table.error();
    for (const auto& needed : {u"night"_s, u"plan"_s})
        if (!table.value().has(needed))
            return Error {ErrorKind::BadFile, Text::tr("%1 has no column “%2”.").arg(path, needed), {}};
    constexpr qint64 julianDayOfMjd0 = 2400001; // of the date, which begins half a day later
    std::vector<PlateLog> plates;
    for (std::size_t row = 0; row < table.value().size(); ++row) {
        RowReader reader(table.value(), row);
        const auto evening = QDate::fromString(reader.text(u"night"_s), Qt::ISODate);
        PlateLog plate;
        plate.planId = reader.text(u"plan"_s).left(60);
        if (!evening.isValid())
            reader.complain(u"night"_s);
        if (plate.planId.isEmpty())
            reader.complain(u"plan"_s);
        plate.obsDate = evening.toString(Qt::ISODate);
        plate.lmjd = static_cast<int>(evening.toJulianDay() - julianDayOfMjd0) + 1;
        if (const auto pid = reader.number(u"pid"_s, 0, 9e15))
            plate.pid = static_cast<qint64>(*pid);
        plate.isScience = reader.yesOrNo(u"science"_s);
        plate.isValid = reader.yesOrNo(u"valid"_s);
        plate.moonPhaseDays = reader.number(u"moon_phase_days"_s, 0, 29.54);
        plate.seeingArcsec = reader.number(u"seeing"_s, 0, 100);
        plate.weather = reader.text(u"weather"_s).left(60);
        plate.remark = reader.text(u"comment"_s).left(400);
        plate.enteredFrom = u"file"_s;
        if (!reader.badColumn().isEmpty())
            return badField(path, row, reader.badColumn(), reader.text(reader.badColumn()));
        plates.push_back(std::move(plate));
    }
    return plates;
}
