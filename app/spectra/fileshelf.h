#pragma once

#include "app/spectra/spectrumaddress.h"
#include "models/spectrum/spectrum.h"

#include <QMutex>

#include <deque>
#include <future>
#include <vector>

/// The files that were read last, for several threads: a file of many spectra is read once, not once for
/// each. Coadds only. Any thread.
class FileShelf
{
public:
    /// The spectrum, read from its file unless that stands here; nullptr when it cannot be read. Waits for
    /// the disk, or for another thread that reads the same file.
    SpectrumPtr spectrum(const SpectrumAddress& address);

private:
    using Spectra = std::vector<SpectrumPtr>;
    struct Book
    {
        QString file;
        std::shared_future<Spectra> spectra;
    };

    Spectra spectraOf(const QString& file);

    QMutex m_mutex;
    std::deque<Book> m_books; ///< The newest last
};
