#pragma once

#include "models/values/result.h"

#include <QByteArray>
#include <fitsio.h>

/// A FITS file that cfitsio composes in memory. As with cfitsio, a failure is kept in the status and what
/// follows does nothing.
class FitsInMemory
{
public:
    FitsInMemory();
    ~FitsInMemory();
    Q_DISABLE_COPY_MOVE(FitsInMemory) ///< cfitsio points into it.

    fitsfile* handle() { return m_file; }
    int* status() { return &m_status; }

    /// The file's bytes up to the end of the HDU written last.
    Result<QByteArray> bytes();

private:
    fitsfile* m_file = nullptr;
    void* m_memory = nullptr;
    std::size_t m_size = 0;
    int m_status = 0;
};
