#include "db/fits/spectrumreader.h"
#include "db/release/explanation.h"
#include "db/release/releaseevidence.h"
#include "db/stores/releasestore.h"
#include "models/measure/starindices.h"
#include "support/integrationstand.h"

#include <QProcess>

#include <cmath>
#include <map>

namespace {
bool isClose(const std::optional<double>& expected, const QVariant& found, double tolerance)
{
    return expected ? !found.isNull() && std::abs(*expected - found.toDouble()) <= tolerance : found.isNull();
}
}

class TestIntegration : public IntegrationStand
{
    Q_OBJECT
private slots:
    void aReleaseIsTheTruthRowByRow_data()
    {
        QTest::addColumn<QString>("release");
        QTest::newRow("alpha") << u"dr6_alpha"_s;
        QTest::newRow("formal") << u"dr6"_s;
    }

    void aReleaseIsTheTruthRowByRow()
    {
        QFETCH(QString, release);
        const auto report = integrate(m_db, m_names, settingsFor(release));
        VERIFY_OK(report);
        QVERIFY(!report.value().resumed);
        std::map<QString, int> reasons;
        std::map<QString, int> deciders;
        int stellar = 0;
        std::size_t rows = 0;
        for (const auto& plate : m_plates)
            for (const auto& spectrum : plate.spectra) {
                const auto header = seasonHeader(plate, spectrum, spectrum.versions.back(), m_dir.path());
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
        for (const auto& decider : {u"recheck"_s, u"verdict"_s, u"disputed"_s, u"module"_s, u"pipeline"_s})
            QVERIFY2(deciders[decider] > 0, qPrintable(decider));
        QVERIFY(reasons[QString()] > static_cast<int>(rows) / 10);
    }

    void starsWithFilesAreMeasuredTheOthersNamed()
    {
        QVERIFY(count(u"dr6"_s, u"astellar"_s) > 3);
        QVERIFY(count(u"dr6"_s, u"mstellar"_s) > 3);
        auto rows =
            runText(m_db, m_names.forRelease(u"dr6"_s),
                    u"SELECT a.obsid, a.z, a.hdelta24, a.planid, s.file_path FROM {product}.astellar AS a "
                    "JOIN {check}.spec_check AS s ON s.obsid = a.obsid WHERE a.hdelta24 > 1 LIMIT 1"_s);
        VERIFY_OK(rows);
        QVERIFY(rows.value().next());
        QVERIFY(!rows.value().value(3).toString().isEmpty());
        const auto file = readSpectra(rows.value().value(4).toString());
        VERIFY_OK(file);
        for (const auto& index : aStarIndices(file.value().front()->coadd, rows.value().value(1).toDouble()))
            if (QByteArrayView(index.column) == "hdelta24")
                QVERIFY(std::abs(index.measured->value - rows.value().value(2).toDouble()) <= 0.0051);
        auto again = settingsFor(u"dr6"_s);
        again.anew = true;
        const auto report = integrate(m_db, m_names, again);
        VERIFY_OK(report);
        QVERIFY(!report.value().unreadable.empty());
        QVERIFY(report.value().unreadable.front().sentence.contains(u".fits.gz"_s));
        m_unreadable = report.value().unreadable.size();
    }

    void theSameInputGivesTheSameRowsAndIsNotBuiltTwice()
    {
        const auto before = checksums();
        QCOMPARE(before.size(), 5);
        const auto idle = integrate(m_db, m_names, settingsFor(u"dr6"_s));
        VERIFY_OK(idle);
        QVERIFY(idle.value().unchanged);
        auto again = settingsFor(u"dr6"_s);
        again.anew = true;
        again.connections = 1;
        const auto anew = integrate(m_db, m_names, again);
        VERIFY_OK(anew);
        QVERIFY(!anew.value().unchanged);
        QCOMPARE(checksums(), before);
    }

    void twoAtOnceAreRefusedAndTheOldReleaseStaysUntilTheSwitch()
    {
        const auto before = checksums();
        auto settings = settingsFor(u"dr6"_s);
        settings.anew = true;
        int other = -1;
        settings.progress = [&](const IntegrationProgress& progress) {
            if (progress.chunksDone != 3)
                return true;
            other = QProcess::execute(QCoreApplication::applicationFilePath(), childArguments(false));
            return false;
        };
        const auto stopped = integrate(m_db, m_names, settings);
        QVERIFY(!stopped);
        QCOMPARE(stopped.error().kind, ErrorKind::Cancelled);
        QCOMPARE(other, 69);
        QCOMPARE(checksums(), before);
        const auto resumed = integrate(m_db, m_names, settingsFor(u"dr6"_s));
        VERIFY_OK(resumed);
        QVERIFY(resumed.value().resumed);
        QCOMPARE(checksums(), before);
        QCOMPARE(resumed.value().unreadable.size(), m_unreadable); // also those of the first three parts
        const auto idle = integrate(m_db, m_names, settingsFor(u"dr6"_s));
        VERIFY_OK(idle);
        QCOMPARE(idle.value().unreadable.size(), m_unreadable);
    }

    void aBuildKilledBehindTheSwitchIsTheCurrentOne()
    {
        const auto current = [this] {
            return ReleaseStore::current(m_db, m_names.forRelease(u"dr6"_s)).value();
        };
        const auto now = current().id;
        ask(u"UPDATE {product}.release_build SET phase = 'switch' WHERE id = %1"_s.arg(now));
        QCOMPARE(current().id, now);
        ask(u"CREATE TABLE {product}.next_plate (id INT)"_s); // it waits
        QVERIFY(current().id < now);
        ask(u"DROP TABLE {product}.next_plate"_s);
        VERIFY_OK(integrate(m_db, m_names, settingsFor(u"dr6"_s)));
        QCOMPARE(current().phase, u"done"_s);
    }

    void aSpectrumIsExplainedRuleByRule()
    {
        const ReleaseTask task {
            .release = u"dr6"_s, .rules = releaseRules(), .firstDate = {}, .lastDate = {}};
        std::map<QString, int> seen;
        for (const auto& plate : m_plates)
            for (const auto& spectrum : plate.spectra) {
                const auto header = seasonHeader(plate, spectrum, spectrum.versions.back(), m_dir.path());
                const auto truth = truthOf(plate, spectrum, reasonName(decide(*header, queueRules()).reason),
                                           task.rules, true);
                if (++seen[truth.reason] > 2)
                    continue;
                const auto explanation = explain(m_db, m_names, task, truth.obsid);
                VERIFY_OK(explanation);
                const auto& newest = explanation.value().versions.front();
                QCOMPARE(newest.reason, truth.reason);
                QCOMPARE(newest.version, truth.version);
                QVERIFY(newest.isNewest);
                QCOMPARE(newest.text(u"final_class"_s), truth.spectralClass);
                QCOMPARE(explanation.value().versions.size(), spectrum.versions.size());
                QCOMPARE(explanation.value().built->isReleased, truth.reason.isEmpty());
            }
        QVERIFY(seen.size() > 8);
        QCOMPARE(explain(m_db, m_names, task, 7).error().kind, ErrorKind::NotFound);
    }

    void aChangedVerdictChangesTheRelease()
    {
        const auto before = checksums();
        VERIFY_OK(runText(
            m_db, m_names,
            u"INSERT INTO {check}.release_withdrawal SELECT obsid, 'dr6', 'test', 'me', UTC_TIMESTAMP(6) "
            "FROM lamost_dr6.catalogue WHERE if_release = 1 LIMIT 1"_s));
        const auto report = integrate(m_db, m_names, settingsFor(u"dr6"_s));
        VERIFY_OK(report);
        QVERIFY(!report.value().unchanged);
        QVERIFY(checksums() != before);
    }

    void theSameChangeOfTwoPlatesIsSeen()
    {
        const auto changed = [this](const QString& assignments) {
            const auto done =
                runText(m_db, m_names,
                        u"UPDATE {check}.observation_log SET %1 WHERE planid IN ('PLATE_A', 'PLATE_B')"_s.arg(
                            assignments));
            const auto inputs = ReleaseEvidence::inputs(m_db, m_names);
            return done && inputs ? inputs.value() : QByteArray();
        };
        VERIFY_OK(runText(m_db, m_names,
                          u"INSERT INTO {check}.observation_log (planid, lmjd, obs_date, weather, remark, "
                          u"entered_from, entered_at) "
                          "SELECT p, 57307, '2015-10-11', '', '', 'file', UTC_TIMESTAMP(6) "
                          "FROM (SELECT 'PLATE_A' AS p UNION ALL SELECT 'PLATE_B') AS two"_s));
        QList<QByteArray> seen;
        for (const auto& assignments :
             {u"science = 1, data_valid = 1"_s, u"science = 1, data_valid = 0"_s,
              u"science = NULL, data_valid = 0"_s, u"science = 0, data_valid = NULL"_s}) {
            seen << changed(assignments);
            QVERIFY(!seen.last().isEmpty());
            QCOMPARE(seen.count(seen.last()), 1);
        }
        VERIFY_OK(runText(m_db, m_names,
                          u"DELETE FROM {check}.observation_log WHERE planid IN ('PLATE_A', 'PLATE_B')"_s));
    }

    void anOlderVersionNeverStandsInForANewerOneThatIsNotOfTheRelease()
    {
        const auto obsid =
            ask(u"SELECT MIN(s.obsid) FROM {check}.spec_check AS s JOIN {product}.catalogue AS c "
                "ON c.obsid = s.obsid AND c.pipeline_version <> s.pipeline_version"_s);
        QVERIFY(obsid > 0);
        VERIFY_OK(runText(m_db, m_names.forRelease(u"dr6"_s),
                          u"UPDATE {check}.spec_check AS s JOIN {product}.catalogue AS c "
                          "ON c.obsid = s.obsid AND c.pipeline_version = s.pipeline_version "
                          "SET s.layout = 'lamost-mrs', s.content_hash = s.content_hash + 1 "
                          "WHERE s.obsid = :obsid"_s,
                          {{":obsid", obsid}}));
        VERIFY_OK(integrate(m_db, m_names, settingsFor(u"dr6"_s)));
        QCOMPARE(ask(u"SELECT COUNT(*) FROM {product}.catalogue WHERE obsid = %1"_s.arg(obsid)), 0);
        const ReleaseTask task {
            .release = u"dr6"_s, .rules = releaseRules(), .firstDate = {}, .lastDate = {}};
        const auto explanation = explain(m_db, m_names, task, obsid);
        VERIFY_OK(explanation);
        QCOMPARE(explanation.value().versions.size(), std::size_t(1));
        QVERIFY(!explanation.value().versions.front().isNewest);
        QVERIFY(!explanation.value().built);
    }

private:
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

    std::size_t m_unreadable = 0; ///< Stars of the whole release without files
};

int main(int argc, char** argv)
{
    return runIntegrationTest<TestIntegration>(argc, argv);
}

#include "tst_integration.moc"
