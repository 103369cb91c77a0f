#include "db/release/integration.h"
#include "db/simulation/seasonrows.h"
#include "db/sql/connection.h"
#include "db/sql/migrator.h"
#include "db/stores/releasestore.h"
#include "support/syntheticspectra.h"
#include "support/testserver.h"

#include <QElapsedTimer>
#include <QFile>
#include <QTest>

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
        QElapsedTimer timer;
        timer.start();
        VERIFY_OK(integrate(m_db, m_names, settings));
        const auto seconds = static_cast<double>(timer.nsecsElapsed()) / 1e9;
        const auto build = ReleaseStore::current(m_db, m_names.forRelease(u"dr6_alpha"_s));
        VERIFY_OK(build);
        const auto rows = static_cast<double>(build.value().spectra);
        qInfo("%d connection(s): %.0f rows, %.2f s, %.2f s per million rows", connections, rows, seconds,
              seconds / rows * 1e6);
    }

private:
    TestServer m_server {{u"--innodb-buffer-pool-size=4G"_s, u"--innodb-log-file-size=1G"_s}};
    QSqlDatabase m_db;
    const SchemaNames m_names;
};

QTEST_GUILESS_MAIN(BenchIntegration)
#include "bench_integration.moc"
