#include "support/integrationstand.h"

#include <QElapsedTimer>
#include <QProcess>
#include <QRandomGenerator>

/// Builds of a release that are killed. SPECDESK_KILLS: how often.
class TestIntegrationKills : public IntegrationStand
{
    Q_OBJECT
private slots:
    /// One spectrum is withdrawn and put back in turn, so that each build has something to change.
    void killedAtRandomMomentsItEndsAsIfUndisturbed()
    {
        QVERIFY(built());
        const auto withIt = checksums();
        QCOMPARE(withIt.size(), 5);
        const auto obsid = ask(u"SELECT MAX(obsid) FROM {product}.catalogue WHERE if_release = 1"_s);
        withdraw(obsid, true);
        QElapsedTimer timer;
        timer.start();
        QCOMPARE(QProcess::execute(QCoreApplication::applicationFilePath(), childArguments(false)), 0);
        const auto whole = static_cast<int>(timer.elapsed());
        const auto without = checksums(); // of builds that nobody disturbed
        QVERIFY(without != withIt);
        const int kills = std::max(12, qEnvironmentVariableIntValue("SPECDESK_KILLS"));
        QRandomGenerator random(20261121);
        int killed = 0;
        int resumed = 0;
        for (int round = 0; round < kills; ++round) {
            const bool isOut = round % 2;
            withdraw(obsid, isOut);
            const auto& before = isOut ? withIt : without;
            const auto& after = isOut ? without : withIt;
            QProcess child;
            child.start(QCoreApplication::applicationFilePath(), childArguments(false));
            const bool ended = child.waitForFinished(random.bounded(1, whole));
            child.kill();
            child.waitForFinished();
            killed += ended ? 0 : 1;
            const auto found = checksums();
            QVERIFY2(found == before || found == after, "half a release"); // the old tables or the new ones
            QVERIFY(!ended || found == after);
            std::optional<IntegrationReport> report;
            const auto isBuilt = [&] { return (report = built()).has_value(); };
            QVERIFY(QTest::qWaitFor(isBuilt, 60'000)); // once the server let the killed one go
            resumed += report->resumed ? 1 : 0;
            QCOMPARE(checksums(), after);
        }
        qInfo("%d of %d builds were killed, %d went on where they were", killed, kills, resumed);
        QVERIFY(killed >= kills / 3);
        QVERIFY(resumed > 0);
        withdraw(obsid, false);
        QVERIFY(built());
        QCOMPARE(checksums(), withIt);
    }
};

int main(int argc, char** argv)
{
    return runIntegrationTest<TestIntegrationKills>(argc, argv);
}

#include "tst_integrationkills.moc"
