#include "db/catalogue/catalogueexport.h"
#include "db/release/integration.h"
#include "db/simulation/seasonrows.h"
#include "db/sql/connection.h"
#include "db/sql/migrator.h"
#include "db/sql/sqlquery.h"
#include "db/stores/releasestore.h"
#include "support/syntheticspectra.h"
#include "support/testserver.h"

#include <QElapsedTimer>
#include <QFile>
#include <QTemporaryDir>
#include <QTest>

#include <ctime>

using namespace Qt::Literals::StringLiterals;

/// SPECDESK_BENCH_PLATES plates of 4000 spectra (default 10).
class BenchIntegration : public QObject
{
    Q_OBJECT
private slots:
    void initTestCase()
    {
        REQUIRE_SERVER(m_server);
        m_db = openConnection(m_server.config(), u"bench"_s).value();
        VERIFY_OK(migrate(m_db, m_names, SchemaGroup::Check));
        NightSettings season;
        season.plates = qEnvironmentVariableIntValue("SPECDESK_BENCH_PLATES");
        if (season.plates < 1)
            season.plates = 10;
        m_clock.start();
        VERIFY_OK(
            storeSeason(m_db, m_names, season, queueRules(), u"/season"_s, 2, [](int) { return true; }));
        qInfo("season of %d plates stored in %.1f s", season.plates,
              static_cast<double>(m_clock.elapsed()) / 1e3);
    }

    void rowsPerSecond_data()
    {
        QTest::addColumn<int>("connections");
        QTest::newRow("one connection") << 1;
        QTest::newRow("two connections") << 2;
    }

    void rowsPerSecond()
    {
        QFETCH(int, connections);
        QFile rules(u":/rules/release.json"_s);
        QVERIFY(rules.open(QIODevice::ReadOnly));
        IntegrationSettings settings;
        settings.task.release = u"dr6_alpha"_s;
        settings.task.rules = ReleaseRules::fromJson(rules.readAll()).value();
        settings.connections = connections;
        settings.anew = true;
        const auto spent = now();
        VERIFY_OK(integrate(m_db, m_names, settings));
        const auto build = ReleaseStore::current(m_db, m_names.forRelease(u"dr6_alpha"_s));
        VERIFY_OK(build);
        m_rows = static_cast<double>(build.value().spectra);
        qInfo("%d connection(s), %.0f rows: %s; %.0f MB of memory at most", connections, m_rows,
              qPrintable(perMillion(spent)), peakMegabytes());
    }

    /// The floor: the finished rows, of the general catalogue and of the AFGK stars, each table copied by one
    /// statement.
    void copyingTheSameRows()
    {
        for (const auto& table : {u"catalogue"_s, u"stellar"_s}) {
            VERIFY_OK(runStatement(
                m_db, u"CREATE TABLE lamost_dr6_alpha.floor_%1 LIKE lamost_dr6_alpha.%1"_s.arg(table)));
            const auto spent = now();
            const auto copied = runText(
                m_db, {},
                u"INSERT INTO lamost_dr6_alpha.floor_%1 SELECT * FROM lamost_dr6_alpha.%1"_s.arg(table));
            VERIFY_OK(copied);
            qInfo("copying %d rows of %s: %s", copied.value().numRowsAffected(), qPrintable(table),
                  qPrintable(perMillion(spent)));
        }
    }

    void exportPerMillion_data()
    {
        QTest::addColumn<QString>("suffix");
        for (const auto* suffix : {"fits", "csv", "csv.gz"})
            QTest::newRow(suffix) << QString::fromLatin1(suffix);
    }

    void exportPerMillion()
    {
        QFETCH(QString, suffix);
        QTemporaryDir dir;
        QElapsedTimer timer;
        const auto cpu = std::clock();
        timer.start();
        const auto rows = CatalogueExport::write(m_db, m_names.forRelease(u"dr6_alpha"_s), u"catalogue"_s,
                                                 {dir.filePath(u"c."_s + suffix)});
        VERIFY_OK(rows);
        const auto million = static_cast<double>(rows.value()) / 1e6;
        qInfo("%s: %.2f s per million rows, of which this program computed %.2f s", qPrintable(suffix),
              static_cast<double>(timer.nsecsElapsed()) / 1e9 / million,
              static_cast<double>(std::clock() - cpu) / CLOCKS_PER_SEC / million);
    }

private:
    /// What was spent until now, in seconds.
    struct Spent
    {
        double clock;
        double server; ///< Processor time, which other programs lengthen little
        double own;
    };

    Spent now() const
    {
        return {static_cast<double>(m_clock.nsecsElapsed()) / 1e9, m_server.processorSeconds(),
                static_cast<double>(std::clock()) / CLOCKS_PER_SEC};
    }

    /// What was spent since, for a million spectra.
    QString perMillion(const Spent& since) const
    {
        const auto spent = now();
        const auto text = [&](double before, double after) {
            return QString::number((after - before) / m_rows * 1e6, 'f', 2);
        };
        return u"%1 s per million spectra; processor: server %2 s, this program %3 s"_s.arg(
            text(since.clock, spent.clock), text(since.server, spent.server), text(since.own, spent.own));
    }

    /// The most this program ever held (VmHWM), in MB; 0 where /proc does not tell.
    static double peakMegabytes()
    {
        QFile status(u"/proc/self/status"_s);
        if (!status.open(QIODevice::ReadOnly))
            return 0;
        for (const auto& line : status.readAll().split('\n'))
            if (line.startsWith("VmHWM:"))
                return line.simplified().split(' ').value(1).toDouble() / 1024;
        return 0;
    }

    TestServer m_server {{u"--innodb-buffer-pool-size=4G"_s, u"--innodb-log-file-size=1G"_s}};
    QSqlDatabase m_db;
    const SchemaNames m_names;
    QElapsedTimer m_clock;
    double m_rows = 0;
};

QTEST_GUILESS_MAIN(BenchIntegration)
#include "bench_integration.moc"
