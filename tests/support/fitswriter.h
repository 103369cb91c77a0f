#pragma once

#include <QByteArray>

#include <vector>

/// Writes a FITS file into memory through cfitsio; aborts the test program on a mistake of its caller.
class FitsWriter
{
public:
    FitsWriter();
    ~FitsWriter();
    FitsWriter(const FitsWriter&) = delete;
    FitsWriter& operator=(const FitsWriter&) = delete;

    /// Starts the next HDU. `axes`: NAXIS1 first; none: header only.
    void image(int bitpix, const std::vector<long>& axes, const char* name = nullptr);
    /// A binary table, or an ASCII table; `forms` as TFORMn, e.g. "300E".
    void table(const char* name, long rows, const std::vector<const char*>& names,
               const std::vector<const char*>& forms, bool ascii = false);
    void text(const char* keyword, const char* value);
    void number(const char* keyword, double value);
    void integer(const char* keyword, long long value);
    void flag(const char* keyword, bool value);
    /// A card as it is, also an illegal one.
    void card(const char* record);
    void pixels(const std::vector<double>& values);
    void column(int number, const std::vector<double>& values);
    void textColumn(int number, const std::vector<const char*>& values);

    /// Closes the file and gives its bytes.
    QByteArray bytes();

private:
    void check(const char* what) const;

    struct Memory;
    Memory* m_memory;
};
