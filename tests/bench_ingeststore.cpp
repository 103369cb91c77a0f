#include "db/sql/connection.h"
#include "db/sql/migrator.h"
#include "db/stores/spectrumstore.h"
#include "support/syntheticspectra.h"
#include "support/testserver.h"

#include <QElapsedTimer>
#include <QTest>

#include <thread>

using namespace Qt::Literals::StringLiterals;

class BenchIngestStore : public QObject
{
    Q_OBJECT
private slots:
    void initTestCase() { REQUIRE_SERVER(m_server); }

    void spectraPerSecond_data()
    {
        QTest::addColumn<int>("connections");
        QTest::newRow("one connection") << 1;
        QTest::newRow("two connections") << 2;
    }

    void spectraPerSecond()
    {
        QFETCH(int, connections);
        constexpr int each = 16'000;
        constexpr std::size_t batch = 2'000;
        const auto names = SchemaNames::fromPrefix(u"bench%1"_s.arg(connections)).value();
        auto db = openConnection(m_server.config(), u"bench"_s).value();
        VERIFY_OK(migrate(db, names, SchemaGroup::Check));
        VERIFY_OK(SpectrumStore::add(db, names, syntheticPlate(1, 9000),
                                     queueRules())); // makes the version's schema

        std::vector<std::vector<SpectrumPtr>> nights;
        for (int i = 0; i < connections; ++i)
            nights.push_back(syntheticPlate(each, 3000 + 100 * i));
        QElapsedTimer timer;
        timer.start();
        std::vector<std::thread> writers;
        for (int i = 0; i < connections; ++i)
            writers.emplace_back([&, i] { write(nights[static_cast<std::size_t>(i)], batch, names, i); });
        for (auto& writer : writers)
            writer.join();
        const auto seconds = static_cast<double>(timer.nsecsElapsed()) / 1e9;
        qInfo("stored spectra/s over %d connection(s): %.0f", connections, connections * each / seconds);

        timer.start();
        write(nights.front(), batch, names, 0);
        qInfo("unchanged spectra/s: %.0f", each / (static_cast<double>(timer.nsecsElapsed()) / 1e9));
    }

private:
    void write(const std::vector<SpectrumPtr>& spectra, std::size_t batch, const SchemaNames& names,
               int writer)
    {
        const auto name = u"writer-%1"_s.arg(writer);
        {
            auto db = openConnection(m_server.config(), name).value();
            for (std::size_t at = 0; at < spectra.size(); at += batch) {
                const auto end =
                    spectra.begin() + static_cast<std::ptrdiff_t>(std::min(at + batch, spectra.size()));
                const auto counts = SpectrumStore::add(
                    db, names, {spectra.begin() + static_cast<std::ptrdiff_t>(at), end}, queueRules());
                if (!counts)
                    qFatal("%s", qPrintable(counts.error().detail));
            }
        }
        QSqlDatabase::removeDatabase(name);
    }

    TestServer m_server;
};

QTEST_GUILESS_MAIN(BenchIngestStore)
#include "bench_ingeststore.moc"
