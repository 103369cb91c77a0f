#include "db/journal/draftjournal.h"
#include "models/check/verdictdraft.h"

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

Verdict draftOf(qint64 obsid, const QString& comment)
{
    QueueEntry entry;
    entry.obsid = obsid;
    entry.pipelineVersion = u"v2.9.8"_s;
    entry.z = 0.3;
    VerdictDraft draft(entry);
    draft.setComment(comment);
    draft.setGrade(Grade::Possible);
    draft.setReason(u"low-sn"_s, true);
    return draft.unfinished();
}

std::unique_ptr<DraftJournal> journalIn(const QString& folder)
{
    auto journal = DraftJournal::open(folder, profile);
    if (!journal)
        qFatal("%s", qPrintable(journal.error().message));
    return std::move(journal).value();
}

QStringList filesIn(const QString& folder)
{
    return QDir(folder).entryList({u"*.drafts"_s}, QDir::Files);
}

/// Keeps a comment that grows until it is killed, naming each length that is kept.
int writeForEver(const QString& folder)
{
    const auto journal = journalIn(folder);
    for (int length = 1;; ++length) {
        if (!journal->keep({draftOf(7, QString(length % 1000, u'x'))}))
            return 1;
        std::printf("kept %d\n", length % 1000);
        std::fflush(stdout);
    }
}
}

class TestDraftJournal : public QObject
{
    Q_OBJECT
private slots:
    void whatWasUnfinishedIsFoundAgainAsItWasLast()
    {
        const QTemporaryDir home;
        {
            const auto journal = journalIn(home.path());
            QVERIFY(journal->leftovers().empty());
            QVERIFY(journal->keep({draftOf(1, u"broad"_s)}));
            QVERIFY(journal->keep({draftOf(1, u"broad Hα,\nBAL?"_s), draftOf(2, u"two objects"_s)}));
        }
        const auto left = journalIn(home.path())->leftovers();
        QCOMPARE(left.size(), std::size_t(2));
        QCOMPARE(left[0].comment, u"broad Hα,\nBAL?"_s);
        QCOMPARE(left[0].z, std::optional(0.3));
        QCOMPARE(left[0].grade, std::optional(Grade::Possible));
        QCOMPARE(left[0].reasons, QStringList(u"low-sn"_s));
        QCOMPARE(left[1].obsid, 2);
        QCOMPARE(filesIn(home.path()).size(), 1);
    }

    void whatWasDecidedOnIsNotTakenUp()
    {
        const QTemporaryDir home;
        {
            const auto journal = journalIn(home.path());
            QVERIFY(journal->keep({draftOf(1, u"one"_s), draftOf(2, u"two"_s)}));
            QVERIFY(journal->keep({draftOf(2, u"two"_s)}));
        }
        {
            const auto journal = journalIn(home.path());
            QCOMPARE(journal->leftovers().size(), std::size_t(1));
            QCOMPARE(journal->leftovers().front().obsid, 2);
            QVERIFY(journal->keep({}));
        }
        QVERIFY(filesIn(home.path()).isEmpty());
    }

    void aWindowThatLivesKeepsItsDraftsToItself()
    {
        const QTemporaryDir home;
        const auto living = journalIn(home.path());
        QVERIFY(living->keep({draftOf(1, u"mine"_s)}));
        QVERIFY(journalIn(home.path())->leftovers().empty());
        QCOMPARE(filesIn(home.path()).size(), 1);
    }

    void aKilledWindowLosesNothingThatWasKept()
    {
        const QTemporaryDir home;
        QProcess writer;
        writer.start(QCoreApplication::applicationFilePath(), {u"--write"_s, home.path()});
        QByteArray said;
        while (said.count('\n') < 200 && writer.waitForReadyRead(30'000))
            said += writer.readAllStandardOutput();
        ::kill(static_cast<pid_t>(writer.processId()), SIGKILL);
        QVERIFY(writer.waitForFinished(30'000));
        said += writer.readAllStandardOutput();
        const auto whole = said.left(said.lastIndexOf('\n'));
        const int kept = whole.mid(whole.lastIndexOf(' ') + 1).toInt();
        const auto left = journalIn(home.path())->leftovers();
        QCOMPARE(left.size(), std::size_t(1));
        const auto length = left.front().comment.size();
        QVERIFY2(length == kept || length == (kept + 1) % 1000, // killed between keeping and saying so
                 qPrintable(u"%1 letters of %2"_s.arg(length).arg(kept)));
    }

    void whatTheDiskDidNotTakeIsTriedAgain()
    {
        const QTemporaryDir home;
        const auto journal = journalIn(home.path());
        ::signal(SIGXFSZ, SIG_IGN);
        rlimit before {};
        QCOMPARE(::getrlimit(RLIMIT_FSIZE, &before), 0);
        const rlimit full {100, before.rlim_max};
        QCOMPARE(::setrlimit(RLIMIT_FSIZE, &full), 0);
        const auto refused = journal->keep({draftOf(1, u"no room"_s)});
        QCOMPARE(::setrlimit(RLIMIT_FSIZE, &before), 0);
        QVERIFY(!refused);
        QCOMPARE(refused.error().kind, ErrorKind::NoSpace);
        QVERIFY(journal->keep({draftOf(1, u"no room"_s)}));
        QVERIFY(QFile(home.path() + u'/' + filesIn(home.path()).front()).size() > 100);
    }
};

int main(int argc, char** argv)
{
    const QCoreApplication application(argc, argv);
    if (argc > 2 && qstrcmp(argv[1], "--write") == 0)
        return writeForEver(QString::fromLocal8Bit(argv[2]));
    TestDraftJournal test;
    return QTest::qExec(&test, argc, argv);
}
#include "tst_draftjournal.moc"
