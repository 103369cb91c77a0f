#include "db/sql/migrator.h"
#include "db/sql/sqlquery.h"
#include "db/stores/queuestore.h"
#include "db/stores/spectrumstore.h"
#include "db/stores/summarystore.h"
#include "db/stores/verdictstore.h"
#include "support/syntheticspectra.h"
#include "support/testserver.h"

#include <QTest>

#include <limits>

using namespace Qt::Literals::StringLiterals;

namespace {
constexpr int unknown = 7;
}

class TestSpectrumStore : public QObject
{
    Q_OBJECT
private slots:
    void initTestCase()
    {
        REQUIRE_SERVER(m_server);
        m_db = std::make_unique<DbThread>(m_server.config());
        const auto names = m_names;
        VERIFY_OK(
            m_db->run([names](QSqlDatabase& db) { return migrate(db, names, SchemaGroup::Check); }).result());
    }

    void aPlateFillsItsTables()
    {
        const auto counts = add(syntheticPlate(500));
        VERIFY_OK(counts);
        QCOMPARE(counts.value(), (IngestCounts {500, 0, 0}));
        QCOMPARE(number(u"SELECT COUNT(*) FROM {processing}.target_info"_s), 500);
        QCOMPARE(number(u"SELECT COUNT(*) FROM {processing}.obj_info"_s), 500);
        QCOMPARE(number(u"SELECT COUNT(*) FROM {processing}.spec_info"_s), 500);
        QCOMPARE(number(u"SELECT COUNT(*) FROM {processing}.extragalaxy_info"_s), 50 + 10);
        QCOMPARE(
            number(u"SELECT COUNT(*) FROM {processing}.plan_info WHERE pid = 1809 AND science_flag = 1"_s),
            1);
        QCOMPARE(number(u"SELECT COUNT(*) FROM {processing}.exposure"_s), 2 * 3);
        QCOMPARE(number(u"SELECT COUNT(*) FROM {check}.spec_check"_s), 500);
        QCOMPARE(number(u"SELECT COUNT(*) FROM {check}.spec_check WHERE is_object = 0"_s), 20);
        QCOMPARE(number(u"SELECT COUNT(*) FROM {check}.spectrum_event"_s), 1500);
        QCOMPARE(number(u"SELECT SUM(total) FROM {check}.check_list"_s), 480);
    }

    void storingTheSameAgainChangesNothing()
    {
        const auto events = number(u"SELECT COUNT(*) FROM {check}.spectrum_event"_s);
        const auto counts = add(syntheticPlate(500));
        VERIFY_OK(counts);
        QCOMPARE(counts.value(), (IngestCounts {0, 0, 500}));
        QCOMPARE(number(u"SELECT COUNT(*) FROM {check}.spec_check"_s), 500);
        QCOMPARE(number(u"SELECT COUNT(*) FROM {check}.spectrum_event"_s), events);
        QCOMPARE(number(u"SELECT SUM(total) FROM {check}.check_list"_s), 480);
    }

    void aMovedFileIsAnUpdateAndKeepsVerdictAndEvents()
    {
        auto spectrum = *syntheticPlate(8)[7];
        const auto obsid = spectrum.target.obsid;
        Verdict verdict;
        verdict.submission = QUuid::createUuid();
        verdict.obsid = obsid;
        verdict.pipelineVersion = spectrum.pipelineVersion;
        verdict.inspector = u"jan"_s;
        const auto names = m_names;
        VERIFY_OK(
            m_db->run([&](QSqlDatabase& db) { return VerdictStore::submit(db, names, verdict); }).result());
        const auto events = number(u"SELECT COUNT(*) FROM {check}.spectrum_event"_s);

        spectrum.file = u"/elsewhere/with space, 光谱's \\ tab\t.fits"_s;
        const auto counts = add({std::make_shared<const Spectrum>(spectrum)});
        VERIFY_OK(counts);
        QCOMPARE(counts.value(), (IngestCounts {0, 1, 0}));
        const auto found = m_db->run([&](QSqlDatabase& db) {
                                   return QueueStore::entry(db, names, obsid, u"v2.9.8"_s, u"jan"_s);
                               })
                               .result();
        VERIFY_OK(found);
        QCOMPARE(found.value().file, spectrum.file);
        QVERIFY(found.value().verdict.has_value());
        QCOMPARE(number(u"SELECT COUNT(*) FROM {check}.spectrum_event"_s), events);
        QCOMPARE(number(u"SELECT SUM(total) FROM {check}.check_list"_s), 480);
    }

    void aChangedClassMovesTheSpectrumToAnotherList()
    {
        auto spectrum = *syntheticPlate(12)[11];
        const auto inspect = number(u"SELECT total FROM {check}.check_list WHERE list_name = 'inspect'"_s);
        const auto browse = number(u"SELECT total FROM {check}.check_list WHERE list_name = 'browse'"_s);
        spectrum.pipeline.spectralClass = SpectralClass::Galaxy;
        VERIFY_OK(add({std::make_shared<const Spectrum>(spectrum)}));
        QCOMPARE(number(u"SELECT total FROM {check}.check_list WHERE list_name = 'inspect'"_s), inspect + 1);
        QCOMPARE(number(u"SELECT total FROM {check}.check_list WHERE list_name = 'browse'"_s), browse - 1);
    }

    void theQueueShowsTheNumbersOfTheHeader()
    {
        auto spectrum = syntheticSpectrum(9, 13, SpectralClass::Qso);
        spectrum.pipeline.z = 2.3145678901234567;
        spectrum.pipeline.zError = std::numeric_limits<double>::quiet_NaN();
        VERIFY_OK(add({std::make_shared<const Spectrum>(spectrum)}));
        const auto names = m_names;
        const auto found =
            m_db->run([&](QSqlDatabase& db) {
                    return QueueStore::entry(db, names, spectrum.target.obsid, u"v2.9.8"_s, u"jan"_s);
                })
                .result();
        VERIFY_OK(found);
        const auto& entry = found.value();
        QCOMPARE(*entry.z, 2.3145678901234567);
        QVERIFY(!entry.zError);
        QCOMPARE(*entry.snr[2], 27.16);
        QVERIFY(!entry.snr[4]);
        QCOMPARE(*entry.raDeg, *spectrum.target.raDeg);
        QCOMPARE(entry.designation, spectrum.target.designation);
        QCOMPARE(entry.planId, u"F5902"_s);
        QCOMPARE(entry.spectrographId, spectrum.target.spectrographId);
        QCOMPARE(entry.fiberId, spectrum.target.fiberId);
        QCOMPARE(entry.obsDate, u"2011-10-24"_s);
        QCOMPARE(entry.spectralClass, SpectralClass::Qso);
        QCOMPARE(entry.page, WorkPage::Inspect);
        QCOMPARE(entry.reason, QueueReason::Extragalactic);
        QVERIFY(!entry.verdict);
    }

    void noClassIsNullAndUnknownIsUnknown()
    {
        auto silent = syntheticSpectrum(13, 1, SpectralClass::Unknown);
        auto unknown = syntheticSpectrum(13, 2, SpectralClass::Unknown);
        unknown.pipeline.saysUnknown = true;
        VERIFY_OK(add({std::make_shared<const Spectrum>(silent), std::make_shared<const Spectrum>(unknown)}));
        for (const auto& table : {u"{check}.spec_check"_s, u"lamost_proc_v2_9_8.spec_info"_s}) {
            const auto question =
                u"SELECT COUNT(*) FROM "_s + table + u" WHERE obsid = %1 AND spectral_class "_s;
            QCOMPARE(number(question.arg(silent.target.obsid) + u"IS NULL"_s), 1);
            QCOMPARE(number(question.arg(unknown.target.obsid) + u"= 'UNKNOWN'"_s), 1);
        }
        const auto names = m_names;
        const auto listed = m_db->run([&](QSqlDatabase& db) {
                                    return SummaryStore::page(db, names, {silent.target.obsid - 1, {}}, 2);
                                })
                                .result();
        VERIFY_OK(listed);
        QVERIFY(!listed.value().summaries[0].spectralClass);
        QCOMPARE(listed.value().summaries[1].spectralClass, std::optional(SpectralClass::Unknown));
        QCOMPARE(
            number(u"SELECT COUNT(*) FROM {check}.spectrum_event WHERE state = 'classified' AND obsid = %1"_s
                       .arg(silent.target.obsid)),
            0);
    }

    void aSpectrumWithNothingButAnIdIsStored()
    {
        Spectrum bare;
        bare.file = u"/tmp/two columns.txt"_s;
        bare.target.obsid = -4711;
        bare.target.obsidIsDerived = true;
        VERIFY_OK(add({std::make_shared<const Spectrum>(bare)}));
        QCOMPARE(number(u"SELECT COUNT(*) FROM lamost_proc_unversioned.spec_info WHERE obsid = -4711"_s), 1);
        QCOMPARE(
            number(
                u"SELECT COUNT(*) FROM {check}.spec_check WHERE obsid = -4711 AND spid = -1 AND z IS NULL"_s),
            1);
    }

    /// Netcdf's "not set" and the like; a catalogue's columns have no room for them.
    void coordinatesThatAreNoneAreUnknown()
    {
        auto spectrum = syntheticSpectrum(77, 1);
        const auto card = [](const char* text) { return QByteArray(text).leftJustified(80, ' '); };
        spectrum.header =
            FitsHeader(card("RA_OBS  =                1e6") + card("DEC_OBS =         9.96921e36"));
        VERIFY_OK(add({std::make_shared<const Spectrum>(spectrum)}));
        QCOMPARE(
            number(
                u"SELECT COUNT(*) FROM %1.target_info WHERE obsid = %2 AND ra_obs IS NULL AND dec_obs IS NULL"_s
                    .arg(m_names.forVersion(spectrum.pipelineVersion).in(u"{processing}"_s))
                    .arg(spectrum.target.obsid)),
            1);
    }

    void aPlateIsForScienceOrATestOnlyWhereTheHeaderSaysSo_data()
    {
        QTest::addColumn<QString>("purpose");
        QTest::addColumn<qint64>("flag");
        QTest::newRow("LAMOST") << u"'Science'"_s << qint64 {1};
        QTest::newRow("SDSS") << u"'science '"_s << qint64 {1};
        QTest::newRow("test") << u"'Test'"_s << qint64 {0};
        QTest::newRow("a number") << u"0"_s << qint64 {unknown};
        QTest::newRow("something else") << u"'dome flat'"_s << qint64 {unknown};
    }

    void aPlateIsForScienceOrATestOnlyWhereTheHeaderSaysSo()
    {
        QFETCH(QString, purpose);
        auto spectrum = syntheticSpectrum(90, 1);
        spectrum.target.planId = u"PLATE_OF_"_s + QString::fromUtf8(QTest::currentDataTag());
        spectrum.target.obsid = 9'000'000 + qHash(purpose) % 1000;
        spectrum.header = FitsHeader(u"OBSCOMM = %1"_s.arg(purpose).toLatin1().leftJustified(80, ' '));
        VERIFY_OK(add({std::make_shared<const Spectrum>(spectrum)}));
        const auto flag =
            number(u"SELECT COALESCE(science_flag, %1) FROM %2.plan_info WHERE planid = '%3'"_s.arg(unknown)
                       .arg(m_names.forVersion(spectrum.pipelineVersion).in(u"{processing}"_s))
                       .arg(spectrum.target.planId));
        QTEST(flag, "flag");
    }

    void textsThatAreTooLongAreCutAndDoNotFail()
    {
        auto spectrum = syntheticSpectrum(10, 1);
        spectrum.target.designation = QString(500, u'é');
        spectrum.pipeline.subclass = QString(500, u'x');
        spectrum.pipelineVersion = QString(90, u'v');
        VERIFY_OK(add({std::make_shared<const Spectrum>(spectrum)}));
        const auto again = add({std::make_shared<const Spectrum>(spectrum)});
        VERIFY_OK(again);
        QCOMPARE(again.value().unchanged, 1);
    }

    void twoCopiesInOneCallAreOneSpectrum()
    {
        const auto first = std::make_shared<const Spectrum>(syntheticSpectrum(11, 1));
        auto copy = *first;
        copy.file = u"/copy.fits"_s;
        const auto counts = add({first, std::make_shared<const Spectrum>(copy)});
        VERIFY_OK(counts);
        QCOMPARE(counts.value(), (IngestCounts {1, 0, 1}));
    }

    void aSpectrumWithoutIdIsRefused()
    {
        const auto counts = add({std::make_shared<const Spectrum>()});
        QVERIFY(!counts);
        QCOMPARE(counts.error().kind, ErrorKind::BadFile);
    }

    void aNewPipelineVersionIsANewSchema()
    {
        auto spectrum = syntheticSpectrum(12, 1);
        spectrum.pipelineVersion = u"v3.0"_s;
        VERIFY_OK(add({std::make_shared<const Spectrum>(spectrum)}));
        QCOMPARE(number(u"SELECT COUNT(*) FROM lamost_proc_v3_0.spec_info"_s), 1);
        QCOMPARE(
            number(
                u"SELECT COUNT(*) FROM {check}.processing_version WHERE schema_name = 'lamost_proc_v3_0'"_s),
            1);
    }

    void twoProgramsStoringTheSamePlateCountItOnce()
    {
        DbThread other(m_server.config());
        const auto before = number(u"SELECT SUM(total) FROM {check}.check_list"_s);
        const auto spectra = syntheticPlate(1000, 2000);
        const auto names = m_names;
        std::vector<QFuture<Result<IngestCounts>>> answers;
        for (int batch = 0; batch < 4; ++batch) {
            const std::vector part(spectra.begin() + batch * 250, spectra.begin() + (batch + 1) * 250);
            const auto job = [names, part](QSqlDatabase& db) {
                return SpectrumStore::add(db, names, part, queueRules());
            };
            answers.push_back(m_db->run(job));
            answers.push_back(other.run(job));
        }
        IngestCounts sum;
        for (auto& answer : answers) {
            VERIFY_OK(answer.result());
            sum += answer.result().value();
        }
        QCOMPARE(sum.added, 1000);
        QCOMPARE(sum.unchanged, 1000);
        QCOMPARE(number(u"SELECT SUM(total) FROM {check}.check_list"_s), before + 960);
        QCOMPARE(number(u"SELECT COUNT(*) FROM {check}.spectrum_event WHERE obsid DIV 100000 = 2000"_s),
                 3000);
    }

private:
    Result<IngestCounts> add(const std::vector<SpectrumPtr>& spectra)
    {
        const auto names = m_names;
        return m_db
            ->run([names, spectra](QSqlDatabase& db) {
                return SpectrumStore::add(db, names, spectra, queueRules());
            })
            .result();
    }

    qint64 number(const QString& text)
    {
        const auto names = m_names.forVersion(u"v2.9.8"_s);
        const auto answer = m_db->run([names, text](QSqlDatabase& db) -> Result<qint64> {
                                    auto rows = runText(db, names, text);
                                    if (!rows)
                                        return rows.error();
                                    return rows.value().next() ? rows.value().value(0).toLongLong() : -1;
                                })
                                .result();
        if (!answer)
            qWarning("%s", qPrintable(answer.error().detail));
        return answer ? answer.value() : -2;
    }

    TestServer m_server;
    std::unique_ptr<DbThread> m_db;
    const SchemaNames m_names;
};

QTEST_GUILESS_MAIN(TestSpectrumStore)
#include "tst_spectrumstore.moc"
