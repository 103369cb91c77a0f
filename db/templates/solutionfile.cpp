#include "db/templates/solutionfile.h"

#include "db/fits/fitsinmemory.h"
#include "models/values/outputfile.h"

#include <algorithm>

namespace {
struct Column
{
    const char* name;
    QByteArray form;
};

void createTable(FitsInMemory& file, std::vector<Column> columns, std::size_t rows)
{
    std::vector<char*> names;
    std::vector<char*> forms;
    for (auto& column : columns) {
        names.push_back(const_cast<char*>(column.name)); // cfitsio only reads it
        forms.push_back(column.form.data());
    }
    fits_create_img(file.handle(), BYTE_IMG, 0, nullptr, file.status());
    fits_create_tbl(file.handle(), BINARY_TBL, static_cast<LONGLONG>(rows), static_cast<int>(columns.size()),
                    names.data(), forms.data(), nullptr, "REDSHIFTS", file.status());
}

/// Writes the fields of a row one after the other.
class RowWriter
{
public:
    RowWriter(FitsInMemory& file, LONGLONG row)
        : m_file(file)
        , m_row(row)
    {
    }
    RowWriter& operator<<(QByteArray text)
    {
        char* pointer = text.data();
        return put(TSTRING, static_cast<void*>(&pointer));
    }
    RowWriter& operator<<(double number) { return put(TDOUBLE, &number); }
    RowWriter& operator<<(qint64 number)
    {
        LONGLONG wide = number;
        return put(TLONGLONG, &wide);
    }
    RowWriter& operator<<(int number) { return *this << qint64 {number}; }

private:
    RowWriter& put(int type, void* value)
    {
        fits_write_col(m_file.handle(), type, ++m_column, m_row, 1, 1, value, m_file.status());
        return *this;
    }

    FitsInMemory& m_file;
    LONGLONG m_row;
    int m_column = 0;
};
}

void SolutionFile::add(const Spectrum& spectrum, const RedshiftAnswer& answer, int count)
{
    for (int i = 0; i < std::min(count, static_cast<int>(answer.solutions.size())); ++i) {
        const auto& solution = answer.solutions[static_cast<std::size_t>(i)];
        m_rows.push_back({spectrum.file.toUtf8(), className(solution.spectralClass).toUtf8(),
                          solution.templateName.toUtf8(), warningNames(solution.warnings).toUtf8(),
                          solution.group.toUtf8(), spectrum.target.obsid, i + 1, spectrum.indexInFile,
                          solution.z, solution.zError, solution.probability, solution.deltaChi2,
                          solution.gain, solution.chi2PerPixel, answer.snr});
    }
}

Result<void> SolutionFile::write(const QString& path) const
{
    qsizetype longest = 1;
    for (const auto& row : m_rows)
        longest = std::max(longest, row.file.size());
    FitsInMemory file;
    createTable(file,
                {{"FILE", QByteArray::number(longest) + 'A'},
                 {"OBSID", "K"},
                 {"RANK", "J"},
                 {"CLASS", "8A"},
                 {"TEMPLATE", "24A"},
                 {"Z", "D"},
                 {"Z_ERR", "D"},
                 {"P", "E"},
                 {"WARNING", "64A"},
                 {"INDEX", "J"},
                 {"GROUP", "24A"},
                 {"DELTA_CHI2", "E"},
                 {"GAIN", "E"},
                 {"CHI2_PER_PIXEL", "E"},
                 {"SNR", "E"}},
                m_rows.size());
    LONGLONG line = 0;
    for (const auto& row : m_rows)
        RowWriter(file, ++line) << row.file << row.obsid << row.rank << row.spectralClass << row.templateName
                                << row.z << row.zError << row.probability << row.warning << row.index
                                << row.group << row.deltaChi2 << row.gain << row.chi2PerPixel << row.snr;
    const auto bytes = file.bytes();
    return bytes ? OutputFile::write(path, bytes.value()) : bytes.error();
}
