#include "db/results/resultfile.h"

#include "db/fits/fitsfile.h"
#include "models/spectrum/fitsheader.h"
#include "models/survey/csvreader.h"

#include <QCoreApplication>
#include <QFile>

#include <KCompressionDevice>
#include <map>

using namespace Qt::Literals::StringLiterals;

namespace {
Error unreadable(const QString& path, const QString& detail)
{
    return {ErrorKind::BadFile, QCoreApplication::translate("db", "%1 cannot be unpacked.").arg(path),
            detail};
}

class CsvResults : public ResultFile
{
public:
    CsvResults(std::unique_ptr<QIODevice> device, const QString& path)
        : m_device(std::move(device))
        , m_path(path)
        , m_reader(*m_device, path)
    {
    }

    Result<void> begin() { return m_reader.begin(); }
    std::optional<int> column(const QString& name) const override
    {
        const auto& heading = m_reader.heading();
        for (int i = 0; i < heading.size(); ++i)
            if (heading[i].compare(name, Qt::CaseInsensitive) == 0)
                return i;
        return {};
    }
    Result<bool> next() override
    {
        auto more = m_reader.next();
        const auto* packed = qobject_cast<KCompressionDevice*>(m_device.get());
        if (more && !more.value() && packed && packed->error() != QFileDevice::NoError)
            return unreadable(m_path, packed->errorString());
        return more;
    }
    std::optional<double> number(int column) override
    {
        bool isNumber = false;
        const double value = text(column).toDouble(&isNumber);
        return isNumber && !isUnknownNumber(value) ? std::optional(value) : std::nullopt;
    }
    std::optional<qint64> integer(int column) override
    {
        bool isNumber = false;
        const auto value = text(column).toLongLong(&isNumber);
        return isNumber ? std::optional(value) : std::nullopt;
    }
    QString text(int column) override { return m_reader.fields()[column]; }

private:
    std::unique_ptr<QIODevice> m_device;
    QString m_path;
    CsvReader m_reader;
};

class FitsResults : public ResultFile
{
public:
    /// `bytes` are those of `kept`, or of `mapped` as they lie on the disk.
    FitsResults(std::unique_ptr<QFile> mapped, QByteArray kept, std::unique_ptr<FitsFile> file, int hdu)
        : m_mapped(std::move(mapped))
        , m_kept(std::move(kept))
        , m_file(std::move(file))
        , m_hdu(hdu)
        , m_columns(table().columns())
    {
    }

    std::optional<int> column(const QString& name) const override
    {
        for (std::size_t i = 0; i < m_columns.size(); ++i)
            if (m_columns[i].name.compare(name, Qt::CaseInsensitive) == 0)
                return static_cast<int>(i);
        return {};
    }
    Result<bool> next() override { return ++m_row < table().rows(); }
    std::optional<double> number(int column) override
    {
        const auto value = cell(m_numbers, column);
        return value && !isUnknownNumber(*value) ? value : std::nullopt;
    }
    std::optional<qint64> integer(int column) override { return cell(m_integers, column); }
    QString text(int column) override
    {
        const auto& found = m_columns[static_cast<std::size_t>(column)];
        return found.isText() ? m_file->readText(m_hdu, found, m_row).value_or(QString()) : QString();
    }

private:
    static constexpr qint64 blockRows = 4096;

    /// Some rows of a column.
    template<typename Value>
    struct Block
    {
        qint64 first = -1;
        std::vector<Value> values; ///< Empty where they cannot be read
    };

    const Hdu& table() const { return m_file->hdus()[static_cast<std::size_t>(m_hdu)]; }

    template<typename Value>
    std::optional<Value> cell(std::map<int, Block<Value>>& blocks, int column)
    {
        const auto& found = m_columns[static_cast<std::size_t>(column)];
        if (!found.isNumber() || found.repeat < 1)
            return {};
        auto& block = blocks[column];
        if (const auto first = m_row / blockRows * blockRows; block.first != first) {
            const auto rows = std::min(blockRows, table().rows() - first);
            block.first = first;
            block.values.resize(static_cast<std::size_t>(rows * found.repeat));
            if (!m_file->readColumn(m_hdu, found, first, rows * found.repeat, block.values.data()))
                block.values.clear();
        }
        if (block.values.empty())
            return {};
        return block.values[static_cast<std::size_t>((m_row - block.first) * found.repeat)];
    }

    std::unique_ptr<QFile> m_mapped;
    QByteArray m_kept;
    std::unique_ptr<FitsFile> m_file;
    int m_hdu;
    std::vector<TableColumn> m_columns;
    qint64 m_row = -1;
    std::map<int, Block<double>> m_numbers;
    std::map<int, Block<qint64>> m_integers;
};

Result<std::unique_ptr<ResultFile>> openFits(std::unique_ptr<QFile> mapped, QByteArray kept,
                                             const QString& path)
{
    auto bytes = QByteArrayView(kept);
    if (mapped) {
        const auto* start = mapped->map(0, mapped->size());
        if (!start)
            return unreadable(path, mapped->errorString());
        bytes = QByteArrayView(reinterpret_cast<const char*>(start), mapped->size());
    }
    auto file = FitsFile::open(bytes, path, bytes.size());
    if (!file)
        return file.error();
    for (std::size_t hdu = 0; hdu < file.value()->hdus().size(); ++hdu)
        if (file.value()->hdus()[hdu].isTable())
            return std::unique_ptr<ResultFile>(std::make_unique<FitsResults>(
                std::move(mapped), std::move(kept), std::move(file).value(), static_cast<int>(hdu)));
    return Error {ErrorKind::BadFile, QCoreApplication::translate("db", "%1 has no table.").arg(path), {}};
}

Result<std::unique_ptr<ResultFile>> openCsv(std::unique_ptr<QIODevice> device, const QString& path)
{
    auto results = std::make_unique<CsvResults>(std::move(device), path);
    if (auto begun = results->begin(); !begun)
        return begun.error();
    return std::unique_ptr<ResultFile>(std::move(results));
}
}

Result<std::unique_ptr<ResultFile>> ResultFile::open(const QString& path)
{
    auto file = std::make_unique<QFile>(path);
    if (!file->open(QIODevice::ReadOnly))
        return Error {ErrorKind::NotFound,
                      QCoreApplication::translate("db", "%1 cannot be opened.").arg(path),
                      file->errorString()};
    if (!file->peek(2).startsWith("\x1f\x8b"))
        return file->peek(6) == "SIMPLE" ? openFits(std::move(file), {}, path)
                                         : openCsv(std::move(file), path);
    file.reset();
    auto unpacked = std::make_unique<KCompressionDevice>(path, KCompressionDevice::GZip);
    if (!unpacked->open(QIODevice::ReadOnly))
        return unreadable(path, unpacked->errorString());
    if (unpacked->peek(6) != "SIMPLE")
        return openCsv(std::move(unpacked), path);
    auto bytes = unpacked->readAll();
    if (unpacked->error() != QFileDevice::NoError)
        return unreadable(path, unpacked->errorString());
    return openFits({}, std::move(bytes), path);
}
