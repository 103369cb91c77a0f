#include "db/fits/gzipped.h"

#include <QCoreApplication>

#include <libdeflate.h>
#include <memory>

namespace {
struct CompressorFree
{
    void operator()(libdeflate_compressor* compressor) const { libdeflate_free_compressor(compressor); }
};
using Compressor = std::unique_ptr<libdeflate_compressor, CompressorFree>;
}

Result<QByteArray> gzipped(const QByteArray& bytes, int level)
{
    thread_local Compressor compressor; // making one takes longer than packing a spectrum
    thread_local int itsLevel = 0;
    if (itsLevel != level) {
        compressor.reset(libdeflate_alloc_compressor(level));
        itsLevel = compressor ? level : 0;
    }
    if (!compressor)
        return Error {
            ErrorKind::Internal,
            QCoreApplication::translate("Gzipped", "There is not enough memory to compress a file."),
            {}};
    const auto size = static_cast<std::size_t>(bytes.size());
    QByteArray packed(static_cast<qsizetype>(libdeflate_gzip_compress_bound(compressor.get(), size)),
                      Qt::Uninitialized);
    const auto written = libdeflate_gzip_compress(compressor.get(), bytes.constData(), size, packed.data(),
                                                  static_cast<std::size_t>(packed.size()));
    packed.truncate(static_cast<qsizetype>(written));
    return packed;
}
