#include "app/spectra/fileshelf.h"

#include "db/fits/spectrumreader.h"

#include <QMutexLocker>

#include <algorithm>

namespace {
constexpr std::size_t mostFiles =
    3; // a screen of tiles and what comes next; 500 spectra of DESI are some 60 MB
}

SpectrumPtr FileShelf::spectrum(const SpectrumAddress& address)
{
    for (const auto& spectrum : spectraOf(address.file))
        if (spectrum->indexInFile == address.indexInFile)
            return spectrum;
    return nullptr;
}

FileShelf::Spectra FileShelf::spectraOf(const QString& file)
{
    std::promise<Spectra> reading;
    {
        QMutexLocker lock(&m_mutex);
        if (const auto found = std::ranges::find(m_books, file, &Book::file); found != m_books.end()) {
            const auto spectra = found->spectra;
            lock.unlock();
            return spectra.get();
        }
        m_books.push_back({file, reading.get_future().share()});
        if (m_books.size() > mostFiles)
            m_books.pop_front();
    }
    const auto read = readSpectra(file, {.exposures = false});
    const auto spectra = read ? read.value() : Spectra {};
    reading.set_value(spectra);
    if (!read) { // it may be there the next time
        const QMutexLocker lock(&m_mutex);
        std::erase_if(m_books, [&file](const Book& book) { return book.file == file; });
    }
    return spectra;
}
