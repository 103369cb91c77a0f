#include "app/spectra/ingestion.h"
#include "db/fits/spectrumreader.h"
#include "db/sql/dbthread.h"
#include "db/sql/migrator.h"
#include "support/fitsfixtures.h"
#include "support/testserver.h"

#include <QElapsedTimer>
#include <QTemporaryDir>
#include <QTest>
#include <QThread>

#include <cstdio>
#include <sys/resource.h>

using namespace Qt::Literals::StringLiterals;

namespace {
constexpr int spectraPerPlate = 250;
constexpr int plates = 16;

/// Processor seconds of this program, all its threads; the server's come on top.
double cpuSeconds()
{
    rusage usage = {};
    getrusage(RUSAGE_SELF, &usage);
    const auto seconds = [](const timeval& time) {
        return static_cast<double>(time.tv_sec) + 1e-6 * static_cast<double>(time.tv_usec);
    };
    return seconds(usage.ru_utime) + seconds(usage.ru_stime);
}
}

/// Packed files of full length, from the disk to the database.
class BenchIngest : public QObject
{
    Q_OBJECT
private slots:
    void initTestCase()
    {
        keepFreedMemory();
        REQUIRE_SERVER(m_server);
        m_db = std::make_unique<DbThread>(m_server.config());
        QVERIFY(m_db->run([this](QSqlDatabase& db) { return migrate(db, m_names, SchemaGroup::Check); })
                    .result());
        writeFiles(u"first"_s, 1, spectraPerPlate); // makes the version's schema
        writeFiles(u"night"_s, 2, plates * spectraPerPlate);
        ingest(u"first"_s);
    }

    void spectraPerSecond()
    {
        for (const auto* what : {"new", "unchanged"}) {
            QElapsedTimer timer;
            timer.start();
            const auto before = cpuSeconds();
            const auto report = ingest(u"night"_s);
            const auto seconds = static_cast<double>(timer.nsecsElapsed()) / 1e9;
            const auto cpu = cpuSeconds() - before;
            QCOMPARE(report.filesRead, qsizetype(plates * spectraPerPlate));
            QVERIFY(report.refused.empty());
            std::printf("%s spectra/s on %d cores: %.0f (goal 3000); own processor time %.0f µs each\n", what,
                        QThread::idealThreadCount(), static_cast<double>(report.filesRead) / seconds,
                        1e6 * cpu / static_cast<double>(report.filesRead));
        }
    }

private:
    void writeFiles(const QString& name, int firstPlate, int count)
    {
        QVERIFY(QDir(m_folder.path()).mkpath(name));
        for (int number = 0; number < count; ++number) {
            QFile file(m_folder.filePath(u"%1/spec-%2.fits.gz"_s.arg(name).arg(number, 6, 10, QChar(u'0'))));
            QVERIFY(file.open(QIODevice::WriteOnly));
            const auto place = number % spectraPerPlate;
            file.write(fixtures::gzipped(fixtures::lamostImage(
                {3909, firstPlate + number / spectraPerPlate, 1, place + 1, 1e-4 * place,
                 place % 50 == 0 ? "GALAXY" : "STAR", static_cast<unsigned>(place)})));
        }
    }

    IngestReport ingest(const QString& name)
    {
        const auto rules = defaultQueueRules();
        const auto report =
            Ingestion(*m_db, m_names, rules.value()).run(filesToIngest({m_folder.filePath(name)}), {});
        if (!report)
            qFatal("%s", qPrintable(report.error().message + report.error().detail));
        return report.value();
    }

    TestServer m_server;
    QTemporaryDir m_folder;
    SchemaNames m_names {};
    std::unique_ptr<DbThread> m_db;
};

QTEST_GUILESS_MAIN(BenchIngest)
#include "bench_ingest.moc"
