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
#include <unistd.h>

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
        QElapsedTimer timer;
        timer.start();
        VERIFY_OK(
            storeSeason(m_db, m_names, season, queueRules(), u"/season"_s, 2, [](int) { return true; }));
        qInfo("season of %d plates stored in %.1f s", season.plates,
              static_cast<double>(timer.elapsed()) / 1e3);
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
        const double before = serverSeconds();
        QElapsedTimer timer;
        timer.start();
        VERIFY_OK(integrate(m_db, m_names, settings));
        const auto seconds = static_cast<double>(timer.nsecsElapsed()) / 1e9;
        const auto build = ReleaseStore::current(m_db, m_names.forRelease(u"dr6_alpha"_s));
        VERIFY_OK(build);
        const auto rows = static_cast<double>(build.value().spectra);
        qInfo("%d connection(s): %.0f rows, %.2f s, %.2f s per million rows; the server computed %.2f s per "
              "million",
              connections, rows, seconds, seconds / rows * 1e6, (serverSeconds() - before) / rows * 1e6);
    }

    /// The floor: the finished rows copied by one statement.
    void copyingTheSameRows()
    {
        VERIFY_OK(
            runStatement(m_db, u"CREATE TABLE lamost_dr6_alpha.floor LIKE lamost_dr6_alpha.catalogue"_s));
        const double before = serverSeconds();
        QElapsedTimer timer;
        timer.start();
        auto copied = runText(
            m_db, {}, u"INSERT INTO lamost_dr6_alpha.floor SELECT * FROM lamost_dr6_alpha.catalogue"_s);
        VERIFY_OK(copied);
        const auto rows = copied.value().numRowsAffected();
        const auto seconds = static_cast<double>(timer.nsecsElapsed()) / 1e9;
        qInfo("copy: %.2f s per million rows; the server computed %.2f s per million", seconds / rows * 1e6,
              (serverSeconds() - before) / rows * 1e6);
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
    /// Processor time of the server so far, which other programs do not lengthen; 0 where /proc does not
    /// tell.
    double serverSeconds()
    {
        auto answer = runText(m_db, {}, u"SELECT @@pid_file"_s);
        if (!answer || !answer.value().next())
            return 0;
        QFile pid(answer.value().value(0).toString());
        if (!pid.open(QIODevice::ReadOnly))
            return 0;
        QFile stat(u"/proc/%1/stat"_s.arg(QString::fromLatin1(pid.readAll().trimmed())));
        if (!stat.open(QIODevice::ReadOnly))
            return 0;
        const auto fields = stat.readAll().split(' ');
        return (fields.value(13).toDouble() + fields.value(14).toDouble())
            / static_cast<double>(sysconf(_SC_CLK_TCK));
    }

    TestServer m_server {{u"--innodb-buffer-pool-size=4G"_s, u"--innodb-log-file-size=1G"_s}};
    QSqlDatabase m_db;
    const SchemaNames m_names;
};

QTEST_GUILESS_MAIN(BenchIntegration)
#include "bench_integration.moc"
