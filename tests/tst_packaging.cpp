#include "db/fits/spectrumreader.h"
#include "models/values/wholefile.h"
#include "support/packstand.h"
#include "support/quiet.h"

#include <QProcess>
#include <QRandomGenerator>
#include <QTemporaryDir>
#include <QTest>
#include <QTimer>

#include <KTar>
#include <KZip>
#include <cmath>
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

/// Packing a release into a folder.
class TestPackaging : public QObject
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
        m_report = report.value();
    }

    void everyReleasedSpectrumHasItsFiles()
    {
        QCOMPARE(m_report.state.packed, qint64(packstand::plates * packstand::fibers));
        QVERIFY(m_report.refused.empty());
        for (int plate = 1; plate <= packstand::plates; ++plate) {
            for (int fiber = 1; fiber <= packstand::fibers; ++fiber) {
                const auto row = packstand::spectrum({}, plate, fiber);
                const auto path = groupFolder({row.obsDate, row.planId, 0}) + u'/' + releasedBaseName(row);
                const auto fits = readSpectraFrom(m_tree.value(path + u".fits.gz"_s), path);
                QVERIFY2(fits, qPrintable(path));
                const auto& released = *fits.value().front();
                QCOMPARE(released.target.obsid, row.obsid);
                QCOMPARE(released.release, u"LAMOST DR6"_s);
                QVERIFY(std::abs(released.pipeline.z.value_or(9) - *row.z) < 1e-8);
                QCOMPARE(released.pipeline.zMethod, row.zFlag);
                QVERIFY(m_tree.value(path + u".png"_s).startsWith("\x89PNG"));
            }
        }
    }

    void manifestsNameEveryFileWithItsSizeAndDigest()
    {
        QSet<QString> named {u"manifest.tsv"_s};
        const auto check = [&](const QString& folder) {
            for (const auto& line : manifestLines(m_tree.value(folder + u"manifest.tsv"_s))) {
                const auto bytes = m_tree.value(folder + line.path);
                QCOMPARE(line.sum, (FileSum {bytes.size(), Sha256().hexOf(bytes)}));
                named.insert(folder + line.path);
            }
        };
        check({});
        for (const auto& path : m_tree.keys()) {
            if (path.endsWith(u"/manifest.tsv"))
                check(path.chopped(12));
        }
        QCOMPARE(named, QSet<QString>(m_tree.keyBegin(), m_tree.keyEnd()));
    }

    void theArchivesHoldTheSameFiles()
    {
        QTemporaryDir folder(packstand::scratch());
        const auto name = u"20111024_F5901"_s;
        const auto path = folder.filePath(u"a.tar.gz"_s);
        QVERIFY(writeWholeFile(path, m_tree.value(u"archives/"_s + name + u".tar.gz"_s)));
        KTar tar(path);
        QVERIFY(tar.open(QIODevice::ReadOnly));
        QCOMPARE(entriesThatDiffer(tar, u"20111024/F5901"_s), QString());

        auto settings = packstand::settings(folder.filePath(u"zip"_s));
        settings.archives = ArchiveKind::Zip;
        settings.archiveByNight = true;
        Packaging packaging(settings, packstand::source(m_inputs.path()));
        QVERIFY(packaging.run([](const PackState&) { return true; }));
        KZip zip(settings.folder + u"/archives/20111025.zip"_s);
        QVERIFY(zip.open(QIODevice::ReadOnly));
        QCOMPARE(entriesThatDiffer(zip, u"20111025/F5902"_s), QString());
        QCOMPARE(entriesThatDiffer(zip, u"20111025/F5903"_s), QString());
        QCOMPARE(QProcess::execute(
                     u"python3"_s,
                     {u"-m"_s, u"zipfile"_s, u"-t"_s, settings.folder + u"/archives/20111025.zip"_s}),
                 0);
    }

    void packingElsewhereGivesTheSameBytes()
    {
        for (const auto* zone : {"Asia/Shanghai", "America/Anchorage"}) {
            const auto before = qgetenv("TZ");
            qputenv("TZ", zone);
            QTemporaryDir folder(packstand::scratch());
            QVERIFY(packstand::pack(m_inputs.path(), folder.path()));
            qputenv("TZ", before);
            QCOMPARE(packstand::difference(packstand::tree(folder.path()), m_tree), QString());
        }
    }

    void aSecondRunPacksOnlyWhatIsNewOrChanged()
    {
        QTemporaryDir folder(packstand::scratch());
        QVERIFY(packstand::pack(m_inputs.path(), folder.path()));
        auto again = packstand::pack(m_inputs.path(), folder.path());
        QVERIFY(again);
        QCOMPARE(again.value().state.packed, 0);
        QCOMPARE(again.value().state.kept, qint64(packstand::plates * packstand::fibers));
        QCOMPARE(again.value().statistics, m_report.statistics);
        QCOMPARE(packstand::difference(packstand::tree(folder.path()), m_tree), QString());

        auto changed = packstand::source(m_inputs.path());
        changed.spectra = [rows = changed.spectra](const ReleaseGroup& group) {
            auto spectra = rows(group);
            if (group.planId == u"F5902")
                spectra.value()[3].z = 2.5;
            if (group.planId == u"F5903")
                spectra.value().pop_back();
            return spectra;
        };
        Packaging packaging(packstand::settings(folder.path()), changed);
        const auto report = packaging.run([](const PackState&) { return true; });
        QVERIFY(report);
        QCOMPARE(report.value().state.packed, 1);
        const auto tree = packstand::tree(folder.path());
        QCOMPARE(m_tree.size() - tree.size(),
                 2); // the picture and the file of the one that is not released any more
        QVERIFY(tree.value(u"archives/20111025_F5902.tar.gz"_s)
                != m_tree.value(u"archives/20111025_F5902.tar.gz"_s));
        QCOMPARE(tree.value(u"archives/20111024_F5901.tar.gz"_s),
                 m_tree.value(u"archives/20111024_F5901.tar.gz"_s));
    }

    void aDamagedFileIsRefusedWithItsReasonAndTheRestIsPacked()
    {
        QTemporaryDir folder(packstand::scratch());
        auto damaged = packstand::source(m_inputs.path());
        damaged.spectra = [rows = damaged.spectra, inputs = m_inputs.path()](const ReleaseGroup& group) {
            auto spectra = rows(group);
            if (group.planId == u"F5901") {
                spectra.value()[0].file = inputs + u"/no-such.fits.gz"_s;
                spectra.value()[1].file = spectra.value()[2].file;
            }
            return spectra;
        };
        Packaging packaging(packstand::settings(folder.path()), damaged);
        const auto report = packaging.run([](const PackState&) { return true; });
        QVERIFY(report);
        QCOMPARE(report.value().refused.size(), std::size_t(2));
        QCOMPARE(report.value().refused[0].obsid, 101001);
        QVERIFY(report.value().refused[0].sentence.contains(u"no-such.fits.gz"));
        QCOMPARE(report.value().state.packed, qint64(packstand::plates * packstand::fibers - 2));
        QCOMPARE(report.value().statistics.spectra, qint64(packstand::plates * packstand::fibers - 2));
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
        for (int round = 0; round < kills; ++round) {
            const auto target = folder.filePath(u"killed"_s);
            QProcess process;
            process.start(QCoreApplication::applicationFilePath(),
                          QStringList {u"--pack"_s, m_inputs.path(), target}
                              + (singleFiles ? QStringList() : QStringList {u"--archives-only"_s}));
            QVERIFY(process.waitForStarted());
            if (!process.waitForFinished(1 + QRandomGenerator::global()->bounded(whole))) {
                ::kill(static_cast<pid_t>(process.processId()), SIGKILL);
                process.waitForFinished();
                ++reallyKilled;
            }
            QVERIFY(packstand::pack(m_inputs.path(), target, singleFiles));
            QCOMPARE(packstand::difference(packstand::tree(target), undisturbed), QString());
            if (round % 2) // now and then onto what is there already
                QVERIFY(QDir(target).removeRecursively());
        }
        QVERIFY(reallyKilled > 0);
    }

    void aFullDiskEndsWithAClearSentenceAndResumes()
    {
        // A mount of the test's own, where the system lets us make one.
        QTemporaryDir folder(packstand::scratch());
        const auto disk = folder.filePath(u"disk"_s);
        QVERIFY(QDir().mkpath(disk));
        const auto script =
            u"mount -t tmpfs -o size=700k tmpfs \"$1\" && \"$0\" --pack \"$2\" \"$1/r\"; echo \"exit $?\"; "
            "find \"$1\" -name '*.part' | wc -l; mount -o remount,size=64m \"$1\" && "
            "\"$0\" --pack \"$2\" \"$1/r\"; echo \"exit $?\"; cp -r \"$1/r\" \"$3\""_s;
        QProcess process;
        process.setProcessChannelMode(QProcess::MergedChannels);
        process.start(u"unshare"_s,
                      {u"--user"_s, u"--map-root-user"_s, u"--mount"_s, u"sh"_s, u"-c"_s, script,
                       QCoreApplication::applicationFilePath(), disk, m_inputs.path(),
                       folder.filePath(u"copy"_s)});
        if (!process.waitForStarted() || !process.waitForFinished(60000))
            QSKIP("This system has no unshare.");
        const auto said = QString::fromUtf8(process.readAll());
        if (said.contains(u"unshare failed") || said.contains(u"permission denied")
            || said.contains(u"not permitted"))
            QSKIP("This system lets nobody mount a small disk.");
        QVERIFY2(said.contains(u"exit 74\n0\n"), qPrintable(said));
        QVERIFY2(said.contains(u"The disk is full: "), qPrintable(said));
        QVERIFY2(said.contains(u"exit 0"), qPrintable(said));
        QCOMPARE(packstand::difference(packstand::tree(folder.filePath(u"copy"_s)), m_tree), QString());
    }

private:
    /// Files of a plate that an archive lacks or has otherwise.
    QString entriesThatDiffer(const KArchive& archive, const QString& folder)
    {
        QMap<QString, QByteArray> wanted;
        for (auto file = m_tree.begin(); file != m_tree.end(); ++file) {
            if (file.key().startsWith(folder) && file.key().endsWith(u".fits.gz"))
                wanted.insert(file.key(), file.value());
        }
        QMap<QString, QByteArray> there;
        const auto* directory = dynamic_cast<const KArchiveDirectory*>(archive.directory()->entry(folder));
        const auto names = directory ? directory->entries() : QStringList();
        for (const auto& name : names)
            there.insert(folder + u'/' + name, directory->file(name)->data());
        return packstand::difference(there, wanted);
    }

    QTemporaryDir m_inputs {packstand::scratch()};
    QMap<QString, QByteArray> m_tree;
    PackReport m_report;
};

int main(int argc, char** argv)
{
    const QCoreApplication application(argc, argv);
    const auto arguments = QCoreApplication::arguments();
    if (arguments.size() >= 4 && arguments[1] == u"--pack")
        return packOnce(arguments);
    TestPackaging test;
    return QTest::qExec(&test, argc, argv);
}

#include "tst_packaging.moc"
