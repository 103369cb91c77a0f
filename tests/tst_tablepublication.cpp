#include "db/publish/tablepublication.h"
#include "db/release/integration.h"
#include "db/simulation/seasonrows.h"
#include "db/sql/connection.h"
#include "db/sql/migrator.h"
#include "db/sql/sqlquery.h"
#include "support/syntheticspectra.h"
#include "support/testserver.h"

#include <QFile>
#include <QTest>

using namespace Qt::Literals::StringLiterals;

namespace {
const auto always = [](qint64) { return true; };

ReleaseRules releaseRules()
{
    QFile file(u":/rules/release.json"_s);
    (void)file.open(QIODevice::ReadOnly);
    return ReleaseRules::fromJson(file.readAll()).value();
}
}

/// The catalogues of a release on another server.
class TestTablePublication : public QObject
{
    Q_OBJECT
private slots:
    void initTestCase()
    {
        REQUIRE_SERVER(m_server);
        REQUIRE_SERVER(m_other);
        m_db = openConnection(m_server.config(), u"source"_s).value();
        m_otherDb = openConnection(m_other.config(), u"target"_s).value();
        VERIFY_OK(migrate(m_db, {}, SchemaGroup::Check));
        NightSettings season;
        season.plates = 4;
        season.spectrographs = 1;
        season.spectraPerPlate = 60;
        season.mix = ObjectMix::Teaching;
        VERIFY_OK(storeSeason(m_db, {}, season, queueRules(), u"/season"_s, 2, [](int) { return true; }));
        IntegrationSettings settings;
        settings.task.release = u"dr6"_s;
        settings.task.rules = releaseRules();
        VERIFY_OK(integrate(m_db, {}, settings));
    }

    void everyTableArrivesRowByRow()
    {
        const auto published = publishTables(source(), target(), always);
        VERIFY_OK(published);
        QCOMPARE(published.value().size(), std::size_t(5)); // a formal release has A and M stars
        const auto there = publishedTables(target());
        VERIFY_OK(there);
        QCOMPARE(there.value(), published.value());
        QCOMPARE(publishedTables(source()).value(), published.value());
        QVERIFY(count(m_otherDb, target(), u"catalogue"_s) > 0);
    }

    void whatIsKeptBackStaysAtHome()
    {
        VERIFY_OK(publishTables(source(), target(), always));
        QVERIFY(count(m_otherDb, target(), u"catalogue"_s) < count(m_db, source(), u"catalogue"_s));
    }

    void aRunThatWasStoppedLeavesThePublishedTables()
    {
        VERIFY_OK(publishTables(source(), target(), always));
        const auto before = publishedTables(target());
        const auto stopped = publishTables(source(), target(), [](qint64) { return false; });
        QVERIFY(!stopped);
        QCOMPARE(stopped.error().kind, ErrorKind::Cancelled);
        QCOMPARE(publishedTables(target()).value(), before.value());
        VERIFY_OK(publishTables(source(), target(), always));
    }

    void aBuildAndAnotherPublisherAreRefusedWhileTablesAreRead()
    {
        auto own = openConnection(m_server.config(), u"builder"_s).value();
        auto ownThere = openConnection(m_other.config(), u"rival"_s).value();
        IntegrationSettings build;
        build.task.release = u"dr6"_s;
        build.task.rules = releaseRules();
        build.anew = true;
        bool tried = false;
        VERIFY_OK(publishTables(source(), target(), [&](qint64) {
            const auto built = integrate(own, {}, build);
            const auto rival = publishTables({own, source().names}, {ownThere, target().names}, always);
            tried = !built && built.error().kind == ErrorKind::Unavailable && !rival
                && rival.error().kind == ErrorKind::Unavailable;
            return true;
        }));
        QVERIFY(tried);
        VERIFY_OK(publishTables(source(), target(), always)); // the locks are given back
    }

    void aChangedRowGivesAnotherDigest()
    {
        const auto published = publishTables(source(), target(), always);
        VERIFY_OK(published);
        const auto changed = runText(m_otherDb, target().names,
                                     u"UPDATE {product}.catalogue SET z = 0.5 ORDER BY obsid LIMIT 1"_s);
        VERIFY_OK(changed);
        QVERIFY(publishedTables(target()).value() != published.value());
    }

private:
    TablePlace source() { return {m_db, SchemaNames().forRelease(u"dr6"_s)}; }
    TablePlace target()
    {
        return {m_otherDb, SchemaNames::fromPrefix(u"public"_s).value().forRelease(u"dr6"_s)};
    }

    static qint64 count(const QSqlDatabase& db, const TablePlace& place, const QString& table)
    {
        auto rows = runText(db, place.names, u"SELECT COUNT(*) FROM {product}."_s + table);
        return rows && rows.value().next() ? rows.value().value(0).toLongLong() : -1;
    }

    TestServer m_server;
    TestServer m_other;
    QSqlDatabase m_db;
    QSqlDatabase m_otherDb;
};

QTEST_GUILESS_MAIN(TestTablePublication)
#include "tst_tablepublication.moc"
