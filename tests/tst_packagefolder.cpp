#include "models/values/wholefile.h"
#include "support/packstand.h"
#include "support/quiet.h"
#include "support/required.h"
#include "support/smalldisk.h"

#include <QElapsedTimer>
#include <QProcess>
#include <QRandomGenerator>
#include <QTemporaryDir>
#include <QTest>

#include <csignal>

using namespace Qt::Literals::StringLiterals;

namespace {
constexpr int fewestKills = 20; ///< SPECDESK_KILLS asks for more.

/// The program starts itself to be killed: --pack INPUTS FOLDER [--archives-only]
int packOnce(const QStringList& arguments)
{
    const auto report = packstand::pack(arguments[2], arguments[3], arguments.size() == 4);
    if (!report)
        qWarning("%s", qPrintable(report.error().message));
    return report ? 0 : report.error().kind == ErrorKind::NoSpace ? 74 : 1;
}
}

/// Whose a release's folder is, and what becomes of it when packing is killed or the disk is full.
class TestPackageFolder : public QObject
{
    Q_OBJECT
private slots:
    void initTestCase()
    {
        QVERIFY(packstand::writeInputs(m_inputs.path()));
        QTemporaryDir folder(packstand::scratch());
        const auto report = packstand::pack(m_inputs.path(), folder.path());
        QVERIFY2(report, report ? "" : qPrintable(report.error().message));
        m_tree = packstand::tree(folder.path());
    }

    void aFolderWithOtherFilesIsNotTouched()
    {
        QTemporaryDir folder(packstand::scratch());
        const auto mine = folder.filePath(u"archives/mine.txt"_s);
        QVERIFY(QDir().mkpath(QFileInfo(mine).path()));
        QVERIFY(writeWholeFile(mine, "mine"));
        const auto report = packstand::pack(m_inputs.path(), folder.path());
        QVERIFY(!report);
        QCOMPARE(report.error().kind, ErrorKind::BadInput);
        QCOMPARE(QDir(folder.path()).entryList(QDir::AllEntries | QDir::Hidden | QDir::NoDotAndDotDot),
                 QStringList {u"archives"_s});
        QVERIFY(QFile::exists(mine));
        QVERIFY(!packstand::pack(m_inputs.path(), m_inputs.path()));
    }

    void aFolderOfARunThatWasKilledAtItsStartIsTaken()
    {
        const QTemporaryDir folder(packstand::scratch());
        QVERIFY(QDir(folder.path()).mkpath(u".specdesk"_s)); // and died before its lock was there
        QVERIFY(packstand::pack(m_inputs.path(), folder.path()));
        const QTemporaryDir other(packstand::scratch());
        QVERIFY(QDir(other.path()).mkpath(u".specdesk/mine"_s));
        QVERIFY(!packstand::pack(m_inputs.path(), other.path()));
    }

    void aReleaseThatLostItsPlatesIsNotTakenAwayUnasked()
    {
        const QTemporaryDir folder(packstand::scratch());
        QVERIFY(packstand::pack(m_inputs.path(), folder.path()));
        auto fewer = packstand::source(m_inputs.path());
        fewer.groups = [groups = fewer.groups] {
            auto all = groups();
            all.value().resize(1);
            return all;
        };
        auto settings = packstand::settings(folder.path());
        const auto always = [](const PackState&) { return true; };
        const auto refused = Packaging(settings, fewer).run(always);
        QVERIFY(!refused);
        QCOMPARE(refused.error().kind, ErrorKind::BadInput);
        QVERIFY2(refused.error().message.startsWith(u"2 of the 3 nights in "_s),
                 qPrintable(refused.error().message));
        QCOMPARE(packstand::difference(packstand::tree(folder.path()), m_tree), QString());
        settings.force = true;
        QVERIFY(Packaging(settings, fewer).run(always));
        QVERIFY(!QDir(folder.filePath(u"20111025"_s)).exists());
    }

    void aPlateThatIsALinkLosesOnlyTheLink()
    {
        const QTemporaryDir folder(packstand::scratch());
        const QTemporaryDir elsewhere(packstand::scratch());
        QVERIFY(packstand::pack(m_inputs.path(), folder.path()));
        QVERIFY(writeWholeFile(elsewhere.filePath(u"precious"_s), "mine"));
        const auto link = folder.filePath(u"20111024/F9999"_s);
        QVERIFY(QFile::link(elsewhere.path(), link));
        QVERIFY(packstand::pack(m_inputs.path(), folder.path()));
        QVERIFY(!QFileInfo(link).isSymLink());
        QVERIFY(QFile::exists(elsewhere.filePath(u"precious"_s)));
    }

    void aReleaseIsNotPackedIntoTheFolderOfAnother()
    {
        QTemporaryDir folder(packstand::scratch());
        QVERIFY(packstand::pack(m_inputs.path(), folder.path()));
        auto settings = packstand::settings(folder.path());
        settings.release.title = u"LAMOST DR7"_s;
        const auto other = Packaging(settings, packstand::source(m_inputs.path())).run([](const PackState&) {
            return true;
        });
        QVERIFY(!other);
        QCOMPARE(other.error().kind, ErrorKind::BadInput);
        QCOMPARE(packstand::difference(packstand::tree(folder.path()), m_tree), QString());
    }

    void nobodyElsePacksBeforeTheCataloguesAreThere()
    {
        QTemporaryDir folder(packstand::scratch());
        {
            Packaging packaging(packstand::settings(folder.path()), packstand::source(m_inputs.path()));
            QVERIFY(packaging.run([](const PackState&) { return true; }));
            const auto other = packstand::pack(m_inputs.path(), folder.path());
            QVERIFY(!other);
            QCOMPARE(other.error().kind, ErrorKind::Unavailable);
        }
        QVERIFY(packstand::pack(m_inputs.path(), folder.path()));
    }

    void aDiskOfInputsThatIsNotThereEndsTheRun()
    {
        QTemporaryDir folder(packstand::scratch());
        QTemporaryDir nothing;
        const auto report = packstand::pack(nothing.path(), folder.path());
        QVERIFY(!report);
        QCOMPARE(report.error().kind, ErrorKind::Unavailable);
    }

    void twoRunsAtOnceRefusePolitely()
    {
        QTemporaryDir folder(packstand::scratch());
        Packaging packaging(packstand::settings(folder.path()), packstand::source(m_inputs.path()));
        std::optional<Error> second;
        const auto report = packaging.run([&](const PackState&) {
            if (!second) {
                const auto other = packstand::pack(m_inputs.path(), folder.path());
                second = other ? Error {} : other.error();
            }
            return true;
        });
        QVERIFY(report);
        QVERIFY(second && second->message.contains(u"Another run"));
        QCOMPARE(second->kind, ErrorKind::Unavailable);
    }

    void killedAtAnyMomentItEndsInTheSameTree_data()
    {
        QTest::addColumn<bool>("singleFiles");
        QTest::newRow("single files") << true;
        QTest::newRow("archives only") << false;
    }

    void killedAtAnyMomentItEndsInTheSameTree()
    {
        QFETCH(bool, singleFiles);
        QTemporaryDir folder(packstand::scratch());
        QElapsedTimer clock;
        clock.start();
        QVERIFY(packstand::pack(m_inputs.path(), folder.filePath(u"undisturbed"_s), singleFiles));
        const auto undisturbed = packstand::tree(folder.filePath(u"undisturbed"_s));
        const auto whole = static_cast<int>(clock.elapsed()) + 40; // and the start of a process
        int reallyKilled = 0;
        const int kills = std::max(fewestKills, qEnvironmentVariableIntValue("SPECDESK_KILLS"));
        QRandomGenerator random(20'261'122);
        for (int round = 0; round < kills; ++round) {
            const auto target = folder.filePath(u"killed"_s);
            QProcess process;
            process.start(QCoreApplication::applicationFilePath(),
                          QStringList {u"--pack"_s, m_inputs.path(), target}
                              + (singleFiles ? QStringList() : QStringList {u"--archives-only"_s}));
            QVERIFY(process.waitForStarted());
            // onto what is there already there is little to do, so it has to be killed early
            if (!process.waitForFinished(1 + random.bounded(round % 2 ? whole / 4 + 1 : whole))) {
                ::kill(static_cast<pid_t>(process.processId()), SIGKILL);
                process.waitForFinished();
                ++reallyKilled;
            }
            QVERIFY(packstand::pack(m_inputs.path(), target, singleFiles));
            QCOMPARE(packstand::difference(packstand::tree(target), undisturbed), QString());
            if (round % 2) // now and then onto what is there already
                QVERIFY(QDir(target).removeRecursively());
        }
        qInfo("%d of %d runs were killed, in %d ms", reallyKilled, kills, whole);
        QVERIFY(reallyKilled >= kills / 3);
    }

    void aFullDiskEndsWithAClearSentenceAndResumes()
    {
        QTemporaryDir folder(packstand::scratch());
        const auto disk = folder.filePath(u"disk"_s);
        QVERIFY(QDir().mkpath(disk));
        const auto script = u"\"$0\" --pack \"$2\" \"$1/r\"; echo \"exit $?\"; "
                            "find \"$1\" -name '*.part' | wc -l; mount -o remount,size=64m \"$1\" && "
                            "\"$0\" --pack \"$2\" \"$1/r\"; echo \"exit $?\"; cp -r \"$1/r\" \"$3\""_s;
        const auto ending = smalldisk::runScript(disk, u"700k"_s, script,
                                                 {disk, m_inputs.path(), folder.filePath(u"copy"_s)});
        NEEDS_SMALL_DISK(ending);
        const auto& said = ending->said;
        QVERIFY2(said.contains(u"exit 74\n0\n"), qPrintable(said));
        QVERIFY2(said.contains(u"The disk is full: "), qPrintable(said));
        QVERIFY2(said.contains(u"exit 0"), qPrintable(said));
        QCOMPARE(packstand::difference(packstand::tree(folder.filePath(u"copy"_s)), m_tree), QString());
    }

private:
    QTemporaryDir m_inputs {packstand::scratch()};
    QMap<QString, QByteArray> m_tree;
};

int main(int argc, char** argv)
{
    const QCoreApplication application(argc, argv);
    const auto arguments = QCoreApplication::arguments();
    if (arguments.size() >= 4 && arguments[1] == u"--pack")
        return packOnce(arguments);
    TestPackageFolder test;
    return QTest::qExec(&test, argc, argv);
}

#include "tst_packagefolder.moc"
