#include "app/spectra/fileshelf.h"
#include "app/spectra/spectrographreader.h"
#include "app/spectra/spectrumcache.h"
#include "support/fitsfixtures.h"
#include "support/quiet.h"

#include <QFile>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

using namespace Qt::Literals::StringLiterals;

namespace {
constexpr int ofAHundreds = 500;

/// The spectra of a file like DESI's, without the file.
std::vector<SpectrumPtr> manySpectra(const QString& file)
{
    std::vector<SpectrumPtr> spectra;
    for (int index = 0; index < ofAHundreds; ++index) {
        Spectrum spectrum;
        spectrum.file = file;
        spectrum.indexInFile = index;
        spectra.push_back(std::make_shared<const Spectrum>(spectrum));
    }
    return spectra;
}
}

/// Files that hold many spectra, and what of them stays in memory.
class TestSpectrumCache : public QObject
{
    Q_OBJECT
private slots:
    void init()
    {
        failOnAnyWarning();
        QFile file(m_file);
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write(fixtures::desiSpectra());
    }

    void allSpectraOfAFileOfHundredsStay()
    {
        SpectrumCache cache;
        for (const auto& file : {u"/one"_s, u"/two"_s})
            for (const auto& spectrum : manySpectra(file))
                cache.insert(spectrum);
        for (const auto& file : {u"/one"_s, u"/two"_s})
            for (int index = 0; index < ofAHundreds; ++index)
                QVERIFY(cache.find({file, index}));
    }

    void aFileIsReadOnceForAllWhoAskAndEachGetsItsAnswer()
    {
        SpectrumCache cache;
        const QSignalSpy arrived(&cache, &SpectrumCache::arrived);
        const QSignalSpy failed(&cache, &SpectrumCache::failed);
        cache.fetch({m_file, 1});
        cache.fetch({m_file, 1});
        cache.fetch({m_file, 9});
        QTRY_COMPARE_WITH_TIMEOUT(arrived.count() + failed.count(), 2, 30'000);
        QCOMPARE(failed.count(), 1);
        QCOMPARE(failed.first().at(0).value<SpectrumAddress>(), (SpectrumAddress {m_file, 9}));
        QVERIFY(cache.find({m_file, 0})); // nobody asked, but it came along
    }

    void everyoneWhoAskedHearsThatAFileCannotBeRead()
    {
        SpectrumCache cache;
        const QSignalSpy failed(&cache, &SpectrumCache::failed);
        cache.fetch({u"/nowhere.fits"_s, 0});
        cache.fetch({u"/nowhere.fits"_s, 1});
        QTRY_COMPARE_WITH_TIMEOUT(failed.count(), 2, 30'000);
    }

    void whatIsNoLongerExpectedIsNotReadBeforeWhatIsWanted()
    {
        SpectrumCache cache;
        const QSignalSpy arrived(&cache, &SpectrumCache::arrived);
        std::vector<SpectrumAddress> ahead;
        for (int number = 0; number < 20; ++number) {
            ahead.push_back({u"%1/%2.fits"_s.arg(m_folder.path()).arg(number), 0});
            QVERIFY(QFile::copy(m_file, ahead.back().file) || QFile::exists(ahead.back().file));
        }
        cache.expect(ahead);
        cache.fetch(ahead.back()); // the person leapt there
        cache.expect({});
        const auto isThere = [&] { return cache.find(ahead.back()) != nullptr; };
        QTRY_VERIFY_WITH_TIMEOUT(isThere(), 30'000);
        QVERIFY2(arrived.count() <= 3, qPrintable(QString::number(arrived.count()))); // two were begun
    }

    void theShelfReadsAFileOnce()
    {
        FileShelf shelf;
        QVERIFY(shelf.spectrum({m_file, 0}));
        QVERIFY(QFile::remove(m_file));
        const auto other = shelf.spectrum({m_file, 1});
        QVERIFY(other);
        QCOMPARE(other->indexInFile, 1);
        QVERIFY(!shelf.spectrum({m_file, 9}));
    }

    void theShelfTriesAFileAgainThatCouldNotBeRead()
    {
        FileShelf shelf;
        QVERIFY(QFile::rename(m_file, m_file + u".away"_s));
        QVERIFY(!shelf.spectrum({m_file, 0}));
        QVERIFY(QFile::rename(m_file + u".away"_s, m_file));
        QVERIFY(shelf.spectrum({m_file, 0}));
    }

    void aSpectrographInOneFileIsReadWhole()
    {
        QueueEntries entries(2);
        for (int index = 0; index < 2; ++index) {
            auto& entry = entries[static_cast<std::size_t>(index)];
            entry.file = m_file;
            entry.indexInFile = index;
            entry.fiberId = index + 1;
        }
        const auto reading = readSpectrograph(entries, {});
        QCOMPARE(reading.failed, 0);
        for (int index = 0; index < 2; ++index)
            QCOMPARE(reading.byFiber[static_cast<std::size_t>(index)]->indexInFile, index);
    }

private:
    QTemporaryDir m_folder;
    QString m_file = m_folder.path() + u"/spectra.fits"_s;
};

QTEST_GUILESS_MAIN(TestSpectrumCache)
#include "tst_spectrumcache.moc"
