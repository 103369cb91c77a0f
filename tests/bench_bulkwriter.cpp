#include "db/sql/bulkwriter.h"
#include "db/sql/connection.h"
#include "db/sql/sqlquery.h"
#include "support/testserver.h"

#include <QElapsedTimer>
#include <QTest>

#include <cmath>
#include <cstdio>
#include <thread>

using namespace Qt::Literals::StringLiterals;

namespace {
constexpr int rowsPerConnection = 200'000;
constexpr int rowsPerWrite = 20'000;
constexpr int batchRows = 5'000; ///< For execBatch, which is slow

const QStringList columns =
    u"obsid uid gp_id designation obsdate lmjd mjd planid spid fiberid ra_obs dec_obs snru snrg snrr "
    "snri snrz class subclass z z_err ps_id mag_ps_g mag_ps_r mag_ps_i mag_ps_z mag_ps_y "
    "gaia_source_id tsource ra dec"_s.split(u' ');

/// With the decimals of the survey's catalogue: two for S/N, six for positions.
double rounded(double value, double places)
{
    return std::round(value * places) / places;
}

void addRow(BulkRows& rows, qint64 obsid)
{
    const double turn = static_cast<double>(obsid % 360'000) / 1000.0;
    rows.add(obsid)
        .add(u"G14325847100452", 32)
        .add(qint64 {14'325'847'100'452} + obsid)
        .add(u"J220848.54-020324.3", 19);
    rows.add(u"2011-10-24", 10).add(55859).add(55858).add(u"F5902", 40).add(static_cast<int>(obsid % 16) + 1);
    rows.add(static_cast<int>(obsid % 250) + 1).add(turn).add(rounded(turn / 4, 1e6));
    for (int band = 0; band < 5; ++band)
        rows.add(rounded(12.22 + band * 3.1, 100));
    rows.add(u"STAR", 20)
        .add(u"G7", 20)
        .add(-0.0001387)
        .add(0.00002408)
        .add(qint64 {105'423'322'022'745'678});
    for (int band = 0; band < 5; ++band)
        rows.add(rounded(15.1 + band * 0.3, 100));
    rows.add(u"2677328012345678901", 25)
        .add(u"JF_LEGAS_S", 16)
        .add(turn)
        .add(rounded(turn / 4, 1e6))
        .endRow();
}
}

class BenchBulkWriter : public QObject
{
    Q_OBJECT
private slots:
    void initTestCase() { REQUIRE_SERVER(m_server); }

    void catalogueRowsPerSecond()
    {
        const double limit = bulkRate(true);
        const double bulk = bulkRate(false);
        const double batch = execBatchRate();
        std::printf("catalogue rows/s, 2 connections: %.0f (goal 170,000)\n"
                    "LOAD DATA of text that lay ready:   %.0f; ratio %.2f (goal 0.9)\n"
                    "execBatch:                          %.0f; ratio %.1f\n",
                    bulk, limit, bulk / limit, batch, bulk / batch);
        QVERIFY(bulk > batch);
    }

private:
    QSqlDatabase open(const QString& name)
    {
        auto db = openConnection(m_server.config(), name);
        return db ? db.value() : QSqlDatabase();
    }

    void makeTable(QSqlDatabase& db)
    {
        QStringList definitions {u"obsid BIGINT PRIMARY KEY, uid VARCHAR(32), gp_id BIGINT, designation "
                                 u"VARCHAR(19), obsdate DATE, "
                                 "lmjd INT, mjd INT, planid VARCHAR(40), spid INT, fiberid INT"_s};
        for (const auto* name : {"ra_obs", "dec_obs", "snru", "snrg", "snrr", "snri", "snrz"})
            definitions << QString::fromLatin1(name) + u" DOUBLE"_s;
        definitions << u"`class` VARCHAR(20), subclass VARCHAR(20), z DOUBLE, z_err DOUBLE, ps_id BIGINT"_s;
        for (const auto* name : {"mag_ps_g", "mag_ps_r", "mag_ps_i", "mag_ps_z", "mag_ps_y"})
            definitions << QString::fromLatin1(name) + u" DOUBLE"_s;
        definitions << u"gaia_source_id VARCHAR(25), tsource VARCHAR(16), ra DOUBLE, `dec` DOUBLE"_s;
        (void)runStatement(db, u"CREATE DATABASE IF NOT EXISTS bench"_s);
        (void)runStatement(db, u"DROP TABLE IF EXISTS bench.c"_s);
        VERIFY_OK(runStatement(db, u"CREATE TABLE bench.c ("_s + definitions.join(u", "_s) + u')'));
    }

    /// Rows per second of two connections; with the text made beforehand it is what LOAD DATA alone takes.
    double bulkRate(bool madeBefore)
    {
        auto db = open(u"make"_s);
        makeTable(db);
        std::array<std::vector<BulkRows>, 2> ready;
        for (int writer = 0; writer < 2 && madeBefore; ++writer)
            for (int written = 0; written < rowsPerConnection; written += rowsPerWrite)
                addRows(ready[static_cast<std::size_t>(writer)].emplace_back(u"bench.c"_s, columns), writer,
                        written);
        QElapsedTimer timer;
        timer.start();
        std::vector<std::thread> writers;
        for (int writer = 0; writer < 2; ++writer)
            writers.emplace_back(
                [this, writer, &ready] { writeMany(writer, ready[static_cast<std::size_t>(writer)]); });
        for (auto& writer : writers)
            writer.join();
        const auto seconds = static_cast<double>(timer.nsecsElapsed()) / 1e9;
        auto count = runText(db, {}, u"SELECT COUNT(*) FROM bench.c"_s);
        if (!count || !count.value().next() || count.value().value(0).toInt() != 2 * rowsPerConnection)
            qFatal("Rows are missing.");
        return 2 * rowsPerConnection / seconds;
    }

    static void addRows(BulkRows& rows, int writer, int from)
    {
        for (int i = 0; i < rowsPerWrite; ++i)
            addRow(rows, writer * 10'000'000LL + from + i);
    }

    void writeMany(int writer, const std::vector<BulkRows>& ready)
    {
        const auto name = u"writer-%1"_s.arg(writer);
        {
            auto db = open(name);
            BulkRows rows(u"bench.c"_s, columns);
            const auto write = [&db](const BulkRows& some) {
                const auto stored = writeBulk(db, {}, some, OnDuplicate::Keep);
                if (!stored || stored.value() != rowsPerWrite)
                    qFatal("A bulk write failed.");
            };
            for (const auto& some : ready)
                write(some);
            for (int written = 0; written < rowsPerConnection && ready.empty(); written += rowsPerWrite) {
                rows.clear();
                addRows(rows, writer, written);
                write(rows);
            }
        }
        QSqlDatabase::removeDatabase(name);
    }

    double execBatchRate()
    {
        auto db = open(u"make"_s);
        makeTable(db);
        QSqlQuery query(db);
        query.prepare(u"INSERT INTO bench.c (`"_s + columns.join(u"`, `"_s) + u"`) VALUES ("_s
                      + QStringList(columns.size(), u"?"_s).join(u',') + u')');
        QVariantList keys;
        for (int i = 0; i < batchRows; ++i)
            keys << i;
        query.addBindValue(keys);
        for (int column = 1; column < columns.size(); ++column)
            query.addBindValue(QVariantList(
                batchRows, columns[column] == u"obsdate"_s ? QVariant(u"2011-10-24"_s) : QVariant(7)));
        QElapsedTimer timer;
        timer.start();
        db.transaction();
        if (!query.execBatch() || !db.commit())
            qFatal("execBatch failed.");
        return batchRows / (static_cast<double>(timer.nsecsElapsed()) / 1e9);
    }

    TestServer m_server;
};

QTEST_GUILESS_MAIN(BenchBulkWriter)
#include "bench_bulkwriter.moc"
