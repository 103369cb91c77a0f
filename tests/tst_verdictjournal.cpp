#include "db/journal/verdictjournal.h"

#include <QDir>
#include <QFile>
#include <QProcess>
#include <QTemporaryDir>
#include <QTest>

#include <csignal>
#include <cstdio>
#include <sys/resource.h>

using namespace Qt::Literals::StringLiterals;

namespace {
const QString profile = u"li@db.example.org:3306"_s;

Verdict verdictOn(qint64 obsid)
{
    Verdict verdict;
    verdict.submission = QUuid::createUuid();
    verdict.obsid = obsid;
    verdict.pipelineVersion = u"v2.9.8"_s;
    verdict.inspector = u"li"_s;
    verdict.comment = u"Lyα\nsecond line"_s;
    verdict.decidedAt = QDateTime(QDate(2026, 11, 21), QTime(3, 4, 5, 678), Qt::UTC);
    return verdict;
}

std::unique_ptr<VerdictJournal> journalIn(const QString& folder)
{
    auto journal = VerdictJournal::open(folder, profile);
    if (!journal)
        qFatal("%s", qPrintable(journal.error().message));
    return std::move(journal).value();
}

/// Writes verdicts until it is killed, naming each one when it is kept.
int writeForEver(const QString& folder)
{
    const auto journal = journalIn(folder);
    for (qint64 obsid = 1;; ++obsid) {
        if (!journal->append({verdictOn(obsid)}))
            return 1;
        std::printf("kept %lld\n", static_cast<long long>(obsid));
        std::fflush(stdout);
    }
}
}

class TestVerdictJournal : public QObject
{
    Q_OBJECT
private slots:
    void whatWasNotSettledIsFoundAgainInOrder()
    {
        const QTemporaryDir home;
        Verdicts given {verdictOn(3), verdictOn(1), verdictOn(2)};
        given[2].withdraws = true;
        given[2].takesBack = given[1].submission;
        leaveBehind(home.path(), [&](VerdictJournal& journal) {
            QVERIFY(journal.append(given));
            journal.settle(given[1].submission);
        });
        const auto journal = journalIn(home.path());
        QCOMPARE(journal->leftovers().size(), std::size_t {2});
        QVERIFY(journal->leftovers()[0] == given[0]);
        QVERIFY(journal->leftovers()[1] == given[2]);
        QCOMPARE(journal->damaged(), 0);
        QCOMPARE(journal->waiting(), 2);
    }

    void nothingIsLeftWhenTheServerHasAll()
    {
        const QTemporaryDir home;
        {
            const auto journal = journalIn(home.path());
            const auto verdict = verdictOn(1);
            QVERIFY(journal->append({verdict}));
            QVERIFY(QFile(journal->path()).size() > 100);
            journal->settle(verdict.submission);
            QCOMPARE(QFile(journal->path()).size(), 0);
        }
        QVERIFY(QDir(home.path()).entryList({u"*.journal"_s}, QDir::Files).isEmpty());
    }

    void aLivingWindowKeepsItsOwn()
    {
        const QTemporaryDir home;
        const auto first = journalIn(home.path());
        QVERIFY(first->append({verdictOn(1)}));
        const auto second = journalIn(home.path());
        QVERIFY(second->leftovers().empty());
        QVERIFY(QFile::exists(first->path()));
    }

    void anotherProfileIsNotTouched()
    {
        const QTemporaryDir home;
        leaveBehind(home.path(), [](VerdictJournal& journal) { QVERIFY(journal.append({verdictOn(1)})); });
        const auto other = VerdictJournal::open(home.path(), u"li@db.example.org:3307"_s);
        QVERIFY(other);
        QVERIFY(other.value()->leftovers().empty());
        QCOMPARE(journalIn(home.path())->leftovers().size(), std::size_t {1});
    }

    void aFileCutAnywhereGivesEveryWholeVerdictBeforeTheCut()
    {
        const QTemporaryDir home;
        QString path;
        leaveBehind(home.path(), [&](VerdictJournal& journal) {
            path = journal.path();
            QVERIFY(journal.append({verdictOn(1), verdictOn(2)}));
        });
        QFile file(path);
        QVERIFY(file.open(QIODevice::ReadOnly));
        const auto whole = file.readAll();
        file.close();
        const auto firstEnd = whole.indexOf('\n') + 1;
        for (qsizetype length = 0; length < whole.size(); length += 7) {
            const QTemporaryDir cut;
            QFile copy(cut.filePath(QFileInfo(path).fileName()));
            QVERIFY(copy.open(QIODevice::WriteOnly));
            copy.write(whole.first(length));
            copy.close();
            const auto journal = journalIn(cut.path());
            QCOMPARE(journal->leftovers().size(), std::size_t {length >= firstEnd ? 1U : 0U});
        }
    }

    void aChangedByteCostsOneVerdictAndTheFileIsKept()
    {
        const QTemporaryDir home;
        QString path;
        leaveBehind(home.path(), [&](VerdictJournal& journal) {
            path = journal.path();
            QVERIFY(journal.append({verdictOn(1), verdictOn(2), verdictOn(3)}));
        });
        QFile file(path);
        QVERIFY(file.open(QIODevice::ReadWrite));
        const auto second = file.readLine().size() + 40;
        file.seek(second);
        const char before = file.read(1).front();
        file.seek(second);
        file.putChar(static_cast<char>(before ^ 1));
        file.close();
        const auto journal = journalIn(home.path());
        QCOMPARE(journal->leftovers().size(), std::size_t {2});
        QCOMPARE(journal->leftovers()[1].obsid, 3);
        QCOMPARE(journal->damaged(), 1);
        QVERIFY(QFile::exists(path + u".damaged"_s));
    }

    void onAFullDiskADamagedFileStaysWhereItIs()
    {
        const QTemporaryDir home;
        QString path;
        leaveBehind(home.path(), [&](VerdictJournal& journal) {
            path = journal.path();
            QVERIFY(journal.append({verdictOn(1), verdictOn(2)}));
        });
        QFile file(path);
        QVERIFY(file.open(QIODevice::Append));
        file.write("no record\n");
        file.close();
        std::signal(SIGXFSZ, SIG_IGN);
        rlimit before {};
        getrlimit(RLIMIT_FSIZE, &before);
        const rlimit tight {10, before.rlim_max};
        setrlimit(RLIMIT_FSIZE, &tight);
        auto opened = VerdictJournal::open(home.path(), profile);
        setrlimit(RLIMIT_FSIZE, &before);
        QVERIFY(opened);
        QCOMPARE(opened.value()->leftovers().size(), std::size_t {2});
        QVERIFY(QFile::exists(path));
    }

    void whatIsWrittenBehindATornLineIsWhole()
    {
        const QTemporaryDir home;
        const auto path = home.filePath(u"torn"_s);
        QFile torn(path);
        QVERIFY(torn.open(QIODevice::WriteOnly));
        torn.write("0123abcd {\"torn");
        torn.close();
        const auto file = RecordFile::open(path);
        QVERIFY(file);
        QVERIFY(file.value()->append({"after"}));
        const auto content = file.value()->read();
        QCOMPARE(content.records, std::vector<QByteArray> {"after"});
        QCOMPARE(content.damaged, 1);
    }

    /// The limit on a file's size makes the system refuse bytes as a full disk does, in the middle of a
    /// record too.
    void aFullDiskIsToldAndWhatWasKeptStaysWhole()
    {
        const QTemporaryDir home;
        std::signal(SIGXFSZ, SIG_IGN);
        rlimit before {};
        getrlimit(RLIMIT_FSIZE, &before);
        Verdicts kept;
        leaveBehind(home.path(), [&](VerdictJournal& journal) {
            kept = {verdictOn(1)};
            QVERIFY(journal.append(kept));
            const auto room = static_cast<rlim_t>(QFile(journal.path()).size()) + 100;
            const rlimit tight {room, before.rlim_max};
            setrlimit(RLIMIT_FSIZE, &tight);
            const auto refused = journal.append({verdictOn(2)});
            setrlimit(RLIMIT_FSIZE, &before);
            QVERIFY(!refused);
            QCOMPARE(refused.error().kind, ErrorKind::NoSpace);
            QVERIFY(!refused.error().message.isEmpty());
            kept.push_back(verdictOn(3)); // there is room again
            QVERIFY(journal.append({kept.back()}));
        });
        const auto journal = journalIn(home.path());
        QVERIFY(journal->leftovers() == kept);
        QCOMPARE(journal->damaged(), 0);
    }

    void aFolderThatCannotBeMadeIsTold()
    {
        const QTemporaryDir home;
        QFile inTheWay(home.filePath(u"file"_s));
        QVERIFY(inTheWay.open(QIODevice::WriteOnly));
        const auto journal = VerdictJournal::open(inTheWay.fileName() + u"/journal"_s, profile);
        QVERIFY(!journal);
        QCOMPARE(journal.error().kind, ErrorKind::CannotWrite);
    }

    void killedAtRandomEveryVerdictThatWasKeptIsThere()
    {
        const QTemporaryDir home;
        qint64 kept = 0;
        for (int round = 0; round < 10; ++round) {
            QProcess writer;
            writer.start(QCoreApplication::applicationFilePath(), {u"--write"_s, home.path()});
            qint64 last = 0;
            while (last < 20 + 13 * round && writer.waitForReadyRead(30'000))
                for (const auto& line : writer.readAllStandardOutput().split('\n'))
                    if (line.startsWith("kept "))
                        last = line.mid(5).toLongLong();
            writer.kill();
            QVERIFY(writer.waitForFinished());
            for (const auto& line : writer.readAllStandardOutput().split('\n'))
                if (line.startsWith("kept "))
                    last = std::max(last, line.mid(5).toLongLong());
            kept += last;
        }
        const auto journal = journalIn(home.path());
        QVERIFY(static_cast<qint64>(journal->leftovers().size()) >= kept);
        QSet<QUuid> distinct;
        for (const auto& verdict : journal->leftovers())
            distinct.insert(verdict.submission);
        QCOMPARE(distinct.size(), static_cast<qsizetype>(journal->leftovers().size()));
    }

private:
    /// As a killed window leaves it: what waits is in the file.
    template<typename Use>
    static void leaveBehind(const QString& folder, Use use)
    {
        const auto journal = journalIn(folder);
        use(*journal);
    }
};

int main(int argc, char** argv)
{
    const QCoreApplication application(argc, argv);
    if (argc > 2 && qstrcmp(argv[1], "--write") == 0)
        return writeForEver(QString::fromLocal8Bit(argv[2]));
    TestVerdictJournal test;
    return QTest::qExec(&test, argc, argv);
}
#include "tst_verdictjournal.moc"
