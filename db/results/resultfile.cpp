#include "db/results/resultfile.h"

#include "db/fits/fitsfile.h"
#include "models/spectrum/fitsheader.h"
#include "models/survey/csvtable.h"

#include <QCoreApplication>
#include <QFile>

#include <KCompressionDevice>
#include <cmath>

using namespace Qt::Literals::StringLiterals;

namespace {
class CsvResults : public ResultFile
{
public:
    explicit CsvResults(CsvTable table)
        : m_table(std::move(table))
    {
    }

    qint64 rows() const override { return static_cast<qint64>(m_table.size()); }
    bool has(const QString& column) const override { return m_table.has(column); }
    std::optional<double> number(qint64 row, const QString& column) override
    {
        bool isNumber = false;
        const double value = text(row, column).toDouble(&isNumber);
        return isNumber && !isUnknownNumber(value) ? std::optional(value) : std::nullopt;
    }
    std::optional<qint64> integer(qint64 row, const QString& column) override
    {
        bool isNumber = false;
        const auto value = text(row, column).toLongLong(&isNumber);
        return isNumber ? std::optional(value) : std::nullopt;
    }
    QString text(qint64 row, const QString& column) override
    {
        return m_table.field(static_cast<std::size_t>(row), {column});
    }

private:
    CsvTable m_table;
};

class FitsResults : public ResultFile
{
public:
    FitsResults(QByteArray bytes, std::unique_ptr<FitsFile> file, int hdu)
        : m_bytes(std::move(bytes))
        , m_file(std::move(file))
        , m_hdu(hdu)
        , m_columns(m_file->hdus()[static_cast<std::size_t>(hdu)].columns())
    {
    }

    qint64 rows() const override { return m_file->hdus()[static_cast<std::size_t>(m_hdu)].rows(); }
    bool has(const QString& column) const override { return find(column) != nullptr; }
    std::optional<double> number(qint64 row, const QString& column) override
    {
        double value = 0;
        const auto* found = find(column);
        if (!found || !found->isNumber() || !m_file->readColumn(m_hdu, *found, row, 1, &value)
            || isUnknownNumber(value))
            return {};
        return value;
    }
    std::optional<qint64> integer(qint64 row, const QString& column) override
    {
        qint64 value = 0;
        const auto* found = find(column);
        if (!found || !found->isNumber() || !m_file->readColumn(m_hdu, *found, row, 1, &value))
            return {};
        return value;
    }
    QString text(qint64 row, const QString& column) override
    {
        const auto* found = find(column);
        return found && found->isText() ? m_file->readText(m_hdu, *found, row).value_or(QString())
                                        : QString();
    }

private:
    const TableColumn* find(const QString& name) const
    {
        for (const auto& column : m_columns)
            if (column.name.compare(name, Qt::CaseInsensitive) == 0)
                return &column;
        return nullptr;
    }

    QByteArray m_bytes; // what m_file reads from
    std::unique_ptr<FitsFile> m_file;
    int m_hdu;
    std::vector<TableColumn> m_columns;
};

Result<QByteArray> bytesOf(const QString& path)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return Error {ErrorKind::NotFound,
                      QCoreApplication::translate("db", "%1 cannot be opened.").arg(path),
                      file.errorString()};
    auto bytes = file.readAll();
    if (!bytes.startsWith("\x1f\x8b"))
        return bytes;
    file.seek(0);
    KCompressionDevice unpacked(&file, false, KCompressionDevice::GZip);
    if (!unpacked.open(QIODevice::ReadOnly))
        return Error {ErrorKind::BadFile,
                      QCoreApplication::translate("db", "%1 cannot be unpacked.").arg(path),
                      unpacked.errorString()};
    return unpacked.readAll();
}
}

Result<std::unique_ptr<ResultFile>> ResultFile::open(const QString& path)
{
    auto bytes = bytesOf(path);
    if (!bytes)
        return bytes.error();
    if (!bytes.value().startsWith("SIMPLE")) {
        auto table = CsvTable::parse(bytes.value(), path);
        if (!table)
            return table.error();
        return std::unique_ptr<ResultFile>(std::make_unique<CsvResults>(std::move(table).value()));
    }
    auto file = FitsFile::open(bytes.value(), path, bytes.value().size());
    if (!file)
        return file.error();
    for (std::size_t hdu = 0; hdu < file.value()->hdus().size(); ++hdu)
        if (file.value()->hdus()[hdu].isTable())
            return std::unique_ptr<ResultFile>(std::make_unique<FitsResults>(
                std::move(bytes).value(), std::move(file).value(), static_cast<int>(hdu)));
    return Error {ErrorKind::BadFile, QCoreApplication::translate("db", "%1 has no table.").arg(path), {}};
}
