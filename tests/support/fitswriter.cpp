#include "support/fitswriter.h"

#include <fitsio.h>

#include <cstdlib>

struct FitsWriter::Memory
{
    fitsfile* file = nullptr;
    void* buffer = nullptr;
    std::size_t size = 0;
    int status = 0;
};

FitsWriter::FitsWriter()
    : m_memory(new Memory)
{
    m_memory->size = 2880;
    m_memory->buffer = std::malloc(m_memory->size);
    fits_create_memfile(&m_memory->file, &m_memory->buffer, &m_memory->size, 2880, std::realloc,
                        &m_memory->status);
    check("create");
}

FitsWriter::~FitsWriter()
{
    int status = 0;
    if (m_memory->file)
        fits_close_file(m_memory->file, &status);
    std::free(m_memory->buffer);
    delete m_memory;
}

void FitsWriter::check(const char* what) const
{
    if (m_memory->status != 0)
        qFatal("FITS fixture: %s failed with cfitsio status %d", what, m_memory->status);
}

void FitsWriter::image(int bitpix, const std::vector<long>& axes, const char* name)
{
    fits_create_img(m_memory->file, bitpix, static_cast<int>(axes.size()), const_cast<long*>(axes.data()),
                    &m_memory->status);
    if (name)
        text("EXTNAME", name);
    check("image");
}

void FitsWriter::table(const char* name, long rows, const std::vector<const char*>& names,
                       const std::vector<const char*>& forms, bool ascii)
{
    fits_create_tbl(m_memory->file, ascii ? ASCII_TBL : BINARY_TBL, rows, static_cast<int>(names.size()),
                    const_cast<char**>(names.data()), const_cast<char**>(forms.data()), nullptr, name,
                    &m_memory->status);
    check(name);
}

void FitsWriter::text(const char* keyword, const char* value)
{
    fits_write_key_str(m_memory->file, keyword, value, nullptr, &m_memory->status);
    check(keyword);
}

void FitsWriter::number(const char* keyword, double value)
{
    fits_write_key_dbl(m_memory->file, keyword, value, 12, nullptr, &m_memory->status);
    check(keyword);
}

void FitsWriter::integer(const char* keyword, long long value)
{
    fits_write_key_lng(m_memory->file, keyword, value, nullptr, &m_memory->status);
    check(keyword);
}

void FitsWriter::flag(const char* keyword, bool value)
{
    fits_write_key_log(m_memory->file, keyword, value ? 1 : 0, nullptr, &m_memory->status);
    check(keyword);
}

void FitsWriter::card(const char* record)
{
    fits_write_record(m_memory->file, record, &m_memory->status);
    check(record);
}

void FitsWriter::pixels(const std::vector<double>& values)
{
    fits_write_img(m_memory->file, TDOUBLE, 1, static_cast<LONGLONG>(values.size()),
                   const_cast<double*>(values.data()), &m_memory->status);
    check("pixels");
}

void FitsWriter::column(int number, const std::vector<double>& values)
{
    fits_write_col(m_memory->file, TDOUBLE, number, 1, 1, static_cast<LONGLONG>(values.size()),
                   const_cast<double*>(values.data()), &m_memory->status);
    check("column");
}

void FitsWriter::textColumn(int number, const std::vector<const char*>& values)
{
    fits_write_col(m_memory->file, TSTRING, number, 1, 1, static_cast<LONGLONG>(values.size()),
                   const_cast<char**>(values.data()), &m_memory->status);
    check("text column");
}

QByteArray FitsWriter::bytes()
{
    fits_close_file(m_memory->file, &m_memory->status);
    m_memory->file = nullptr;
    check("close");
    return {static_cast<const char*>(m_memory->buffer), static_cast<qsizetype>(m_memory->size)};
}
