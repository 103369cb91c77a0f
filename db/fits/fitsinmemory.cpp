#include "db/fits/fitsinmemory.h"

#include <QCoreApplication>

#include <cstdlib>

using namespace Qt::Literals::StringLiterals;

FitsInMemory::FitsInMemory()
{
    constexpr std::size_t growth = 1U << 20;
    fits_create_memfile(&m_file, &m_memory, &m_size, growth, std::realloc, &m_status);
}

FitsInMemory::~FitsInMemory()
{
    int ignored = 0;
    if (m_file)
        fits_close_file(m_file, &ignored);
    std::free(m_memory);
}

Result<QByteArray> FitsInMemory::bytes()
{
    LONGLONG end = 0;
    fits_flush_file(m_file, &m_status);
    fits_get_hduaddrll(m_file, nullptr, nullptr, &end, &m_status);
    if (m_status == 0)
        return QByteArray(static_cast<const char*>(m_memory), static_cast<qsizetype>(end));
    char words[FLEN_STATUS] {};
    fits_get_errstatus(m_status, words);
    return Error {ErrorKind::Internal,
                  QCoreApplication::translate("FitsInMemory", "The FITS file could not be composed."),
                  u"cfitsio %1: %2"_s.arg(m_status).arg(QLatin1StringView(words))};
}
