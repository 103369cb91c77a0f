#include "db/release/integration.h"
#include "db/simulation/seasonrows.h"
#include "db/sql/connection.h"
#include "db/sql/migrator.h"
#include "db/sql/sqlquery.h"
#include "db/stores/releasestore.h"
#include "support/syntheticspectra.h"
#include "support/testserver.h"

#include <QFile>
#include <QTest>

#include <cmath>
#include <map>

using namespace Qt::Literals::StringLiterals;

namespace {
ReleaseRules releaseRules()
{
    QFile file(u":/rules/release.json"_s);
    (void)file.open(QIODevice::ReadOnly);
    return ReleaseRules::fromJson(file.readAll()).value();
}

NightSettings season()
{
    NightSettings settings;
    settings.plates = 24;
    settings.spectrographs = 2;
    settings.spectraPerPlate = 150;
    settings.mix = ObjectMix::Teaching;
    return settings;
}

bool isClose(const std::optional<double>& expected, const QVariant& found, double tolerance)
{
    return expected ? !found.isNull() && std::abs(*expected - found.toDouble()) <= tolerance : found.isNull();
}
}

class TestIntegration : public QObject
{
    Q_OBJECT
private slots:
    void initTestCase()
    {
        REQUIRE_SERVER(m_server);
        auto opened = openConnection(m_server.config(), u"integration"_s);
        VERIFY_OK(opened);
        m_db = opened.value();
        VERIFY_OK(migrate(m_db, m_names, SchemaGroup::Check));
        VERIFY_OK(
            storeSeason(m_db, m_names, season(), queueRules(), u"/season"_s, 2, [](int) { return true; }));
        const auto plates = seasonPlates(season());
        for (std::size_t i = 0; i < plates.size(); ++i)
            m_plates.push_back(seasonPlate(season(), plates[i], static_cast<int>(i)));
    }

    void aReleaseIsTheTruthRowByRow_data()
    {
        QTest::addColumn<QString>("release");
        QTest::newRow("alpha") << u"dr6_alpha"_s;
        QTest::newRow("formal") << u"dr6"_s;
    }

    void aReleaseIsTheTruthRowByRow()
    {
        QFETCH(QString, release);
        const auto report = integrate(m_db, m_names, settings(release));
        VERIFY_OK(report);
        QVERIFY(!report.value().resumed);
        std::map<QString, int> reasons;
        std::map<QString, int> deciders;
        int stellar = 0;
        std::size_t rows = 0;
        for (const auto& plate : m_plates)
            for (const auto& spectrum : plate.spectra) {
                const auto header = seasonHeader(plate, spectrum, spectrum.versions.back(), u"/season"_s);
                const auto truth = truthOf(plate, spectrum, reasonName(decide(*header, queueRules()).reason),
                                           releaseRules(), isFormalRelease(release));
                ++reasons[truth.reason];
                ++deciders[truth.decidedBy];
                stellar += truth.stellar ? 1 : 0;
                ++rows;
                checkRow(release, truth);
                if (QTest::currentTestFailed())
                    return;
            }
        QCOMPARE(count(release, u"catalogue"_s), static_cast<qint64>(rows));
        QCOMPARE(count(release, u"stellar"_s), qint64 {stellar});
        QVERIFY(stellar > 50);
        for (const auto& reason : releaseRules().reasons(isFormalRelease(release)))
            QVERIFY2(reasons[reason] > 0, qPrintable(u"The season has no case of "_s + reason));
        for (const auto& decider : {u"recheck"_s, u"verdict"_s, u"module"_s, u"pipeline"_s})
            QVERIFY2(deciders[decider] > 0, qPrintable(decider));
        QVERIFY(reasons[QString()] > static_cast<int>(rows) / 10);
    }

private:
    IntegrationSettings settings(const QString& release) const
    {
        IntegrationSettings wanted;
        wanted.task.release = release;
        wanted.task.rules = releaseRules();
        wanted.chunkRows = 500;
        return wanted;
    }

    qint64 count(const QString& release, const QString& table)
    {
        auto rows = runText(m_db, m_names.forRelease(release), u"SELECT COUNT(*) FROM {product}."_s + table);
        return rows && rows.value().next() ? rows.value().value(0).toLongLong() : -1;
    }

    void checkRow(const QString& release, const SeasonTruth& truth)
    {
        auto rows = runText(m_db, m_names.forRelease(release),
                            u"SELECT c.pipeline_version, c.reason, c.if_release, c.`class`, c.subclass, c.z, "
                            "c.decided_by, c.zflag, s.teff, s.feh, s.rv FROM {product}.catalogue AS c "
                            "LEFT JOIN {product}.stellar AS s ON s.obsid = c.obsid WHERE c.obsid = :obsid"_s,
                            {{":obsid", truth.obsid}});
        VERIFY_OK(rows);
        auto& row = rows.value();
        QVERIFY2(row.next(), qPrintable(QString::number(truth.obsid)));
        QCOMPARE(row.value(0).toString(), truth.version);
        QCOMPARE(row.value(1).toString(), truth.reason);
        QCOMPARE(row.value(2).toBool(), truth.reason.isEmpty());
        QCOMPARE(row.value(3).toString(), truth.spectralClass);
        QCOMPARE(row.value(4).toString(), truth.subclass);
        QVERIFY2(isClose(truth.z, row.value(5), 1.1e-8), qPrintable(QString::number(truth.obsid)));
        QCOMPARE(row.value(6).toString(), truth.decidedBy);
        QCOMPARE(row.value(7).toString(), truth.zFlag);
        const auto& stellar = truth.stellar;
        QVERIFY2(isClose(stellar ? std::optional(stellar->teff) : std::nullopt, row.value(8), 0.006),
                 qPrintable(QString::number(truth.obsid)));
        QVERIFY(isClose(stellar ? std::optional(stellar->feh) : std::nullopt, row.value(9), 0.0006));
        QVERIFY(isClose(stellar ? std::optional(stellar->rvKmS) : std::nullopt, row.value(10), 0.006));
    }

    TestServer m_server;
    QSqlDatabase m_db;
    const SchemaNames m_names;
    std::vector<SeasonPlate> m_plates;
};

QTEST_GUILESS_MAIN(TestIntegration)
#include "tst_integration.moc"
