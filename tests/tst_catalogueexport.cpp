#include "db/archive/gzipstream.h"
#include "db/catalogue/catalogueexport.h"
#include "db/catalogue/cataloguefile.h"
#include "db/fits/gunzip.h"
#include "db/sql/connection.h"
#include "db/sql/migrator.h"
#include "db/sql/sqlquery.h"
#include "support/testserver.h"

#include <QFile>
#include <QTemporaryDir>
#include <QTest>
#include <fitsio.h>

#include <KCompressionDevice>
#include <array>
#include <cmath>

using namespace Qt::Literals::StringLiterals;

namespace {
QByteArray contents(const QString& path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}
}

class TestCatalogueExport : public QObject
{
    Q_OBJECT
private slots:
    void initTestCase()
    {
        REQUIRE_SERVER(m_server);
        auto opened = openConnection(m_server.config(), u"export"_s);
        VERIFY_OK(opened);
        m_db = opened.value();
        VERIFY_OK(migrate(m_db, m_names, SchemaGroup::Product));
        for (
            const auto& row :
            {u"(101001, 'J042429.00+340750.0', '2011-10-24', 55859, 'F5902', 1, 12.34, 'STAR', 'G2', -0.0001387012, NULL, 1, '')"_s,
             u"(101002, 'Jä,\"x\"', '2011-10-24', 55859, 'F5902', NULL, NULL, 'QSO', 'Non', 2.1234567891, 0.0003, 1, '')"_s,
             u"(101003, 'J', '2011-10-24', 55859, 'F5902', 1, 1.5, 'STAR', 'M1', 0, 0, 0, 'low-snr')"_s})
            VERIFY_OK(runText(
                m_db, m_names,
                u"INSERT INTO {product}.catalogue (obsid, designation, obsdate, lmjd, planid, spid, snrg, "
                "`class`, subclass, z, z_err, if_release, reason, pipeline_version, decided_by, zflag) "
                "VALUES %1"_s.arg(row.chopped(1) + u", 'v1', 'pipeline', 'LASP')"_s)));
        QVERIFY(m_dir.isValid());
    }

    void csvHasTheReleasedRowsInPublishedColumns()
    {
        const auto path = m_dir.filePath(u"general.csv"_s);
        const auto rows = CatalogueExport::write(m_db, m_names, u"catalogue"_s, {path});
        VERIFY_OK(rows);
        QCOMPARE(rows.value(), qint64 {2});
        const auto lines = contents(path).trimmed().split('\n');
        QCOMPARE(lines.size(), 3);
        QVERIFY(lines[0].startsWith("obsid,uid,gp_id,designation,obsdate,lmjd,"));
        QVERIFY(!lines[0].contains("reason"));
        QVERIFY(lines[1].startsWith("101001,,-9999,J042429.00+340750.0,2011-10-24,55859,-9999,F5902,1,"));
        QVERIFY(lines[1].contains(",12.34,"));
        QVERIFY(lines[1].contains(",-0.0001387012,-9999,"));
        QVERIFY(lines[2].contains("\"J\xc3\xa4,\"\"x\"\"\""));
    }

    void packedCsvIsTheSameTextAndTheSameBytesEachTime()
    {
        const auto first = m_dir.filePath(u"a.csv.gz"_s);
        VERIFY_OK(CatalogueExport::write(m_db, m_names, u"catalogue"_s, {first}));
        QTest::qSleep(1100); // gzip's header knows seconds
        const auto second = m_dir.filePath(u"b.csv.gz"_s);
        const auto plain = m_dir.filePath(u"c.csv"_s);
        VERIFY_OK(CatalogueExport::write(m_db, m_names, u"catalogue"_s, {second, plain}));
        QCOMPARE(contents(first), contents(second));
        KCompressionDevice unpacked(first, KCompressionDevice::GZip);
        QVERIFY(unpacked.open(QIODevice::ReadOnly));
        QCOMPARE(unpacked.readAll(), contents(plain));
    }

    void aLongTextPackedPieceByPieceIsOneMemberAndComesBackWhole()
    {
        QByteArray text;
        for (int line = 0; text.size() < 5'000'000; ++line)
            text += QByteArray::number(line) + ',' + QByteArray::number(std::sin(line), 'g', 12) + '\n';
        const auto packed = [&](qsizetype piece) {
            GzipStream stream;
            QByteArray bytes;
            for (qsizetype at = 0; at < text.size(); at += piece)
                if (!stream.add(QByteArrayView(text).sliced(at).first(std::min(piece, text.size() - at)),
                                false, bytes))
                    return QByteArray();
            return stream.add({}, true, bytes) ? bytes : QByteArray();
        };
        for (const qsizetype piece : {1000, 1 << 20, 5'100'000}) {
            const auto bytes = packed(piece);
            QVERIFY(!bytes.isEmpty() && bytes.size() < text.size() / 2);
            QCOMPARE(bytes, packed(piece));
            Gunzip gunzip;
            const auto back = gunzip.inflate(bytes, u"text"_s);
            VERIFY_OK(back);
            QVERIFY(back.value() == text);
        }
    }

    void fitsIsReadByCfitsioWithValidChecksums()
    {
        const auto path = m_dir.filePath(u"general.fits"_s);
        const auto rows = CatalogueExport::write(m_db, m_names, u"catalogue"_s, {path});
        VERIFY_OK(rows);
        fitsfile* file = nullptr;
        int status = 0;
        fits_open_table(&file, QFile::encodeName(path).constData(), READONLY, &status);
        LONGLONG count = 0;
        fits_get_num_rowsll(file, &count, &status);
        QCOMPARE(status, 0);
        QCOMPARE(count, rows.value());
        int dataOk = 0;
        int hduOk = 0;
        fits_verify_chksum(file, &dataOk, &hduOk, &status);
        QCOMPARE(dataOk, 1);
        QCOMPARE(hduOk, 1);
        std::array<double, 2> z {};
        std::array<qint64, 2> obsid {};
        int column = 0;
        fits_get_colnum(file, CASEINSEN, const_cast<char*>("z"), &column, &status);
        fits_read_col(file, TDOUBLE, column, 1, 1, 2, nullptr, z.data(), nullptr, &status);
        fits_read_col(file, TLONGLONG, 1, 1, 1, 2, nullptr, obsid.data(), nullptr, &status);
        QCOMPARE(status, 0);
        QCOMPARE(z[0], -0.0001387012);
        QCOMPARE(z[1], 2.1234567891);
        QCOMPARE(obsid[1], qint64 {101002});
        char text[20] {};
        char* texts[] {text};
        fits_get_colnum(file, CASEINSEN, const_cast<char*>("designation"), &column, &status);
        fits_read_col(file, TSTRING, column, 2, 1, 1, nullptr, static_cast<void*>(texts), nullptr, &status);
        QCOMPARE(QByteArray(text), QByteArray("J?,\"x\""));
        fits_close_file(file, &status);
        QCOMPARE(status, 0);
    }

    void decimalsAreRoundedAsTheLibraryDoes()
    {
        for (const auto* text :
             {"0", "-0.00", "12.34", "-0.0001387012", "9007199254740991", "99999999999.9999999999", "0.1",
              "2.1234567891", "123456789012345678901234567890.5"})
            QCOMPARE(decimalFrom(QByteArrayView(text)), std::strtod(text, nullptr));
    }

    void anUnknownTableOrSuffixIsRefused()
    {
        QVERIFY(!CatalogueExport::write(m_db, m_names, u"release_build"_s, {m_dir.filePath(u"x.csv"_s)}));
        QVERIFY(!CatalogueExport::write(m_db, m_names, u"plate"_s, {m_dir.filePath(u"x.txt"_s)}));
        QVERIFY(!CatalogueExport::write(m_db, m_names, u"plate"_s, {u"/nowhere/at/all.csv"_s}));
        QVERIFY(!CatalogueExport::write(m_db, m_names, u"plate"_s, {u"/nowhere/at/all.fits"_s}));
    }

private:
    TestServer m_server;
    QTemporaryDir m_dir;
    QSqlDatabase m_db;
    const SchemaNames m_names = SchemaNames().forRelease(u"dr6"_s);
};

QTEST_GUILESS_MAIN(TestCatalogueExport)
#include "tst_catalogueexport.moc"
