#include "db/archive/gzippacker.h"
#include "db/fits/gunzip.h"
#include "models/values/deflater.h"

#include <QRandomGenerator>
#include <QTest>

#include <libdeflate.h>
#include <memory>
#include <zlib.h>

namespace {
/// What zlib, as strict as cfitsio and gzip, makes of raw blocks; "?" where they are not valid to their end.
QByteArray inflatedByZlib(QByteArrayView packed, qsizetype size)
{
    QByteArray plain(size + 1, 'x');
    z_stream stream {};
    inflateInit2(&stream, -MAX_WBITS);
    stream.next_in = reinterpret_cast<Bytef*>(const_cast<char*>(packed.data()));
    stream.avail_in = static_cast<uInt>(packed.size());
    stream.next_out = reinterpret_cast<Bytef*>(plain.data());
    stream.avail_out = static_cast<uInt>(plain.size());
    const bool ended = inflate(&stream, Z_FINISH) == Z_STREAM_END && stream.avail_in == 0;
    plain.truncate(static_cast<qsizetype>(stream.total_out));
    inflateEnd(&stream);
    return ended ? plain : QByteArray("?");
}

bool libdeflateAgrees(QByteArrayView packed, const QByteArray& plain)
{
    const std::unique_ptr<libdeflate_decompressor, decltype(&libdeflate_free_decompressor)> inflater(
        libdeflate_alloc_decompressor(), &libdeflate_free_decompressor);
    QByteArray room(plain.size() + 1, 'x');
    std::size_t given = 0;
    const auto status =
        libdeflate_deflate_decompress(inflater.get(), packed.data(), static_cast<std::size_t>(packed.size()),
                                      room.data(), static_cast<std::size_t>(room.size()), &given);
    room.truncate(static_cast<qsizetype>(given));
    return status == LIBDEFLATE_SUCCESS && room == plain;
}

/// Bytes of one of several kinds, each of which leads to other codes.
QByteArray sample(int kind, qsizetype size, QRandomGenerator& random)
{
    QByteArray bytes(size, '\0');
    for (qsizetype at = 0; at < size; ++at) {
        const auto byte = [&](int below) { return static_cast<char>(random.bounded(below)); };
        const auto before = [&](qsizetype distance) { return at >= distance ? bytes[at - distance] : '\0'; };
        switch (kind) {
        case 0:
            bytes[at] = byte(256);
            break;
        case 1:
            bytes[at] = random.bounded(50) ? before(1) : byte(256);
            break;
        case 2:
            bytes[at] = random.bounded(10) ? before(80) : byte(256);
            break;
        case 3:
            bytes[at] = random.bounded(40) ? before(4) : byte(7);
            break;
        default: // each value half as often as the one before: the longest codes
            bytes[at] = static_cast<char>(qCountTrailingZeroBits(random.generate()));
        }
    }
    return bytes;
}
}

/// Compressing and summing as packing does it.
class TestDeflater : public QObject
{
    Q_OBJECT
private slots:
    void otherProgramsInflateEverything()
    {
        QRandomGenerator random(5);
        Deflater deflater;
        for (int round = 0; round < 400; ++round) {
            const auto size = round < 60 ? round : random.bounded(round % 10 ? 40000 : 300000);
            const auto plain = sample(round % 5, size, random);
            QByteArray packed(2 * Deflater::mostBytes(size), '\0');
            const auto cut = round % 2 ? random.bounded(size + 1) : 0; // in two runs, then
            auto used =
                round % 2 ? deflater.deflate(QByteArrayView(plain).first(cut), false, packed.data()) : 0;
            used += deflater.deflate(QByteArrayView(plain).sliced(cut), true, packed.data() + used);
            QVERIFY(used <= Deflater::mostBytes(cut) + Deflater::mostBytes(size - cut));
            packed.truncate(used);
            QCOMPARE(inflatedByZlib(packed, size), plain);
            QVERIFY(libdeflateAgrees(packed, plain));
        }
    }

    void whatRepeatsBecomesSmall()
    {
        Deflater deflater;
        QByteArray packed(Deflater::mostBytes(100000), '\0');
        QVERIFY(deflater.deflate(QByteArray(100000, '\0'), true, packed.data()) < 1500);
        QRandomGenerator random(1);
        const auto noise = sample(0, 100000, random);
        QVERIFY(deflater.deflate(noise, true, packed.data()) < 101000);
    }

    void anotherHeaderBeforeTheSameDataIsTheSameAsPackingBoth()
    {
        QRandomGenerator random(7);
        GzipPacker packer;
        Gunzip gunzip;
        for (int round = 0; round < 20; ++round) {
            const auto head = sample(2, 2880 * (1 + round % 5), random);
            const auto other = sample(2, 2880 * (1 + round % 3), random);
            const auto rest = sample(3, round * 2880, random);
            QByteArray packed;
            const auto run = packer.pack(head, rest, packed);
            QCOMPARE(gunzip.inflate(packed, {}).value(), head + rest);
            QByteArray spliced;
            (void)packer.splice(other, run, spliced);
            QByteArray anew;
            (void)packer.pack(other, rest, anew);
            QCOMPARE(spliced, anew);
            QCOMPARE(gunzip.inflate(spliced, {}).value(), other + rest);
        }
    }
};

QTEST_GUILESS_MAIN(TestDeflater)
#include "tst_deflater.moc"
