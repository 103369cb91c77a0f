#include "app/release/duecalendar.h"
#include "app/release/publication.h"
#include "models/release/releaserules.h"
#include "models/values/wholefile.h"
#include "support/packstand.h"
#include "support/putserver.h"
#include "support/required.h"
#include "support/smalldisk.h"

#include <QTemporaryDir>
#include <QTest>

#include <sys/resource.h>

using namespace Qt::Literals::StringLiterals;
using namespace std::chrono_literals;
using putserver::PutServer;
using putserver::ZeroServer;

namespace {
const auto always = [](const PublishState&) { return true; };

constexpr qint64 largeBytes = qint64(64) << 20;

/// A folder whose disk tells of an error only when it is asked to flush, and what was asked of it.
class LateTarget : public PublicationTarget
{
public:
    explicit LateTarget(const QString& folder)
        : m_folder(folderTarget(folder))
    {
    }

    Result<bool> has(const ManifestLine& file) override { return m_folder->has(file); }
    Result<void> put(const ManifestLine& file, const QString& source) override
    {
        deeds << file.path;
        return m_folder->put(file, source);
    }
    Result<void> settle() override
    {
        deeds << u"settle"_s;
        return isDamaged ? Error {ErrorKind::CannotWrite, u"The disk is damaged."_s, {}} : Result<void>();
    }
    Result<void> remove(const QString& path) override { return m_folder->remove(path); }
    QString name() const override { return m_folder->name(); }

    QStringList deeds;
    bool isDamaged = false;

private:
    std::unique_ptr<PublicationTarget> m_folder;
};

/// The most memory this process had so far.
qint64 peakBytes()
{
    struct rusage usage = {};
    ::getrusage(RUSAGE_SELF, &usage);
    return qint64 {usage.ru_maxrss} * 1024;
}

/// A release of one file of zeros, which takes no room on the disk.
bool makeLargeRelease(const QString& folder)
{
    const QDir dir(folder);
    QFile large(dir.filePath(u"large.tar.gz"_s));
    if (!dir.mkpath(u".specdesk"_s) || !writeWholeFile(dir.filePath(u".specdesk/lock"_s), {})
        || !large.open(QIODevice::WriteOnly) || !large.resize(largeBytes))
        return false;
    const auto sum = fileSum(large.fileName());
    return sum
        && writeWholeFile(dir.filePath(u"manifest.tsv"_s), manifestText({{u"large.tar.gz"_s, sum.value()}}));
}

/// Publishes to a folder, as a command would.
int publishOnce(const QStringList& arguments)
{
    const PublishSettings settings {.folder = arguments[2], .pause = 1ms};
    const auto state = Publication(settings, *folderTarget(arguments[3])).run(always);
    const auto kind = state ? ErrorKind::Internal : state.error().kind;
    return state ? 0 : kind == ErrorKind::NoSpace ? 74 : 1;
}
}

/// Bringing a packed release to the public.
class TestPublication : public QObject
{
    Q_OBJECT
private slots:
    void init()
    {
        m_release = std::make_unique<QTemporaryDir>(packstand::scratch());
        if (!m_inputs.isValid() || QDir(m_inputs.path()).isEmpty())
            QVERIFY(packstand::writeInputs(m_inputs.path()));
        QVERIFY(packstand::pack(m_inputs.path(), m_release->path()));
        m_tree = packstand::tree(m_release->path());
    }

    void aFolderGetsEveryFile()
    {
        QTemporaryDir folder(packstand::scratch());
        const auto state = publish(*folderTarget(folder.path()));
        QVERIFY(state);
        QCOMPARE(state.value().sent, m_tree.size());
        QCOMPARE(packstand::tree(folder.path()), m_tree);
        const auto again = publish(*folderTarget(folder.path()));
        QCOMPARE(again.value().sent, 0);
        QCOMPARE(again.value().there, m_tree.size());
    }

    void whatIsNotOnTheTargetsDiskIsNotNotedAndSentAgain()
    {
        const QTemporaryDir folder(packstand::scratch());
        LateTarget target(folder.path());
        target.isDamaged = true;
        const auto failed = publish(target);
        QVERIFY(!failed);
        QCOMPARE(failed.error().kind, ErrorKind::CannotWrite);
        QCOMPARE(target.deeds.size(), m_tree.size()); // all but the manifest, and one attempt to flush
        QVERIFY(!target.deeds.contains(u"manifest.tsv"_s));
        QVERIFY(!QFile::exists(journal()));
        QVERIFY(packstand::tree(folder.path()).isEmpty());
        target.isDamaged = false;
        target.deeds.clear();
        const auto state = publish(target);
        QVERIFY(state);
        QCOMPARE(state.value().sent, m_tree.size());
        QCOMPARE(target.deeds.mid(m_tree.size() - 1),
                 QStringList({u"settle"_s, u"manifest.tsv"_s, u"settle"_s}));
        QCOMPARE(packstand::tree(folder.path()), m_tree);
    }

    void aFullDiskAtTheTargetIsSaidAndTheNextRunGoesOn()
    {
        const QTemporaryDir disk(packstand::scratch());
        const auto ending =
            smalldisk::run(disk.path(), u"200k"_s, {u"--publish"_s, m_release->path(), disk.path()});
        NEEDS_SMALL_DISK(ending);
        QCOMPARE(ending->code, 74);
        QFile noted(journal());
        QVERIFY(noted.open(QIODevice::ReadOnly));
        const auto before = manifestLines(noted.readAll()).size();
        QVERIFY(before > 0 && before < static_cast<std::size_t>(m_tree.size()));
    }

    void memoryDoesNotGrowWithTheFile()
    {
        const QTemporaryDir release(packstand::scratch());
        const QTemporaryDir folder(packstand::scratch());
        QVERIFY(makeLargeRelease(release.path()));
        const auto before = peakBytes();
        const PublishSettings settings {.folder = release.path(), .attempts = 1};
        QVERIFY(Publication(settings, *folderTarget(folder.path())).run(always));
        ZeroServer server(largeBytes);
        const auto target = webTarget(server.address(), {});
        const auto put =
            target->put({u"large.tar.gz"_s, fileSum(release.filePath(u"large.tar.gz"_s)).value()},
                        release.filePath(u"large.tar.gz"_s));
        QVERIFY2(put, qPrintable(put ? QString() : put.error().message));
        QVERIFY(server.taken > largeBytes - (1 << 20));
        QVERIFY2(peakBytes() - before < largeBytes / 2, qPrintable(QString::number(peakBytes() - before)));
    }

    void whatWasLostAtTheTargetIsSentAgainWhenAskedFor()
    {
        const QTemporaryDir folder(packstand::scratch());
        const auto target = folderTarget(folder.path());
        QVERIFY(publish(*target));
        QVERIFY(QFile::remove(folder.filePath(m_tree.firstKey())));
        QVERIFY(writeWholeFile(folder.filePath(m_tree.lastKey()), {}));
        QCOMPARE(publish(*target).value().sent, 0);
        const PublishSettings settings {.folder = m_release->path(), .anew = true};
        QCOMPARE(Publication(settings, *target).run(always).value().sent, 2);
        QCOMPARE(packstand::tree(folder.path()), m_tree);
    }

    void aMountThatIsNotThereIsASentence()
    {
        const auto state = publish(*folderTarget(u"/no/such/mount"_s));
        QVERIFY(!state);
        QCOMPARE(state.error().kind, ErrorKind::Unavailable);
    }

    void aWebServerGetsEveryFileAndTheManifestLast()
    {
        PutServer server;
        for (const bool digests : {true, false}) {
            server.tellsDigests = digests;
            server.files.clear();
            server.puts.clear();
            QVERIFY(publishTo(server, "secret"));
            QCOMPARE(server.files, m_tree);
            QCOMPARE(server.puts.last(), u"manifest.tsv"_s);
            QCOMPARE(server.authorization, "Bearer secret");
            QVERIFY(QFile::remove(journal()));
        }
    }

    void aBusyOrDamagingServerIsAskedAgain()
    {
        PutServer server;
        server.failures = 2;
        server.damages = 2;
        QVERIFY(publishTo(server));
        QCOMPARE(server.files, m_tree);
    }

    void aServerThatStaysAwayIsAFailureAndTheNextRunGoesOn()
    {
        PutServer server;
        server.refuseFrom = 50;
        const auto broken = publishTo(server);
        QVERIFY(!broken);
        QCOMPARE(broken.error().kind, ErrorKind::Unavailable);
        QVERIFY(!server.files.contains(u"manifest.tsv"_s));
        server.refuseFrom = -1;
        server.puts.clear();
        const auto rest = publishTo(server);
        QVERIFY(rest);
        QCOMPARE(rest.value().there, 50);
        QCOMPARE(server.puts.size(), m_tree.size() - 50);
        QCOMPARE(server.files, m_tree);
    }

    void whatIsNotReleasedAnyMoreIsTakenAway()
    {
        PutServer server;
        QVERIFY(publishTo(server));
        auto fewer = packstand::source(m_inputs.path());
        fewer.spectra = [rows = fewer.spectra](const ReleaseGroup& group) {
            auto spectra = rows(group);
            if (group.planId == u"F5901")
                spectra.value().erase(spectra.value().begin());
            return spectra;
        };
        const auto report =
            Packaging(packstand::settings(m_release->path()), fewer).run([](const PackState&) {
                return true;
            });
        QVERIFY(report && writeReleaseManifest(report.value(), m_release->path()));
        const auto state = publishTo(server);
        QVERIFY(state);
        QCOMPARE(state.value().removed, 2);
        QCOMPARE(state.value().sent, 3); // the plate's archive and manifest, the release's manifest
        QCOMPARE(server.files, packstand::tree(m_release->path()));
    }

    void aDryRunChangesNothing()
    {
        PutServer server;
        PublishSettings settings {.folder = m_release->path(), .dryRun = true};
        const auto target = webTarget(QUrl(server.address()), {});
        const auto state = Publication(settings, *target).run(always);
        QVERIFY(state);
        QCOMPARE(state.value().sent, m_tree.size());
        QVERIFY(server.files.isEmpty());
        QVERIFY(!QFile::exists(journal()));
    }

    void aReleaseThatIsNotWholeStaysAtHome()
    {
        PutServer server;
        QVERIFY(writeWholeFile(m_release->filePath(u"archives/20111024_F5901.tar.gz"_s), "damaged"));
        const auto state = publishTo(server);
        QVERIFY(!state);
        QCOMPARE(state.error().kind, ErrorKind::BadFile);
        QVERIFY(!server.files.contains(u"manifest.tsv"_s));
        QTemporaryDir empty;
        QVERIFY(!releaseFiles(empty.path()));
    }

    void theCalendarTellsWhatIsDue()
    {
        const auto calendar =
            releaseCalendar("# plan\n2027-09-30 dr14 formal\n2027-03-31  dr14_q1 quarterly # spring\n");
        QVERIFY(calendar);
        QVERIFY(!dueOn(calendar.value(), QDate(2027, 3, 30)));
        QCOMPARE(dueOn(calendar.value(), QDate(2027, 3, 31))->release, u"dr14_q1"_s);
        QVERIFY(dueOn(calendar.value(), QDate(2028, 1, 1))->formal);
        for (const auto* text : {"tomorrow dr14 formal", "2027-03-31 dr14", "2027-03-31 dr14 weekly"})
            QVERIFY2(!releaseCalendar(text), text);
    }

    void theCalendarThatComesAlongIsMeantAsItsNamesSay()
    {
        const auto calendar = calendarFrom();
        QVERIFY(calendar);
        QVERIFY(calendar.value().size() >= 8);
        for (const auto& entry : calendar.value()) {
            QVERIFY2(isReleaseName(entry.release), qPrintable(entry.release));
            QCOMPARE(isFormalRelease(entry.release), entry.formal);
        }
        const QTemporaryDir folder;
        const auto own = folder.filePath(u"own.txt"_s);
        QVERIFY(!calendarFrom(own));
        QVERIFY(writeWholeFile(own, "2030-01-01 mine formal\n"));
        QCOMPARE(calendarFrom(own).value().front().release, u"mine"_s);
    }

private:
    Result<PublishState> publish(PublicationTarget& target)
    {
        const PublishSettings settings {.folder = m_release->path(), .attempts = 6, .pause = 1ms};
        return Publication(settings, target).run(always);
    }

    Result<PublishState> publishTo(const PutServer& server, const QByteArray& token = {})
    {
        const auto target = webTarget(QUrl(server.address()), token);
        return publish(*target);
    }

    QString journal() const
    {
        const QDir folder(m_release->filePath(u".specdesk"_s));
        return folder.filePath(folder.entryList({u"published-*"_s}).value(0, u"none"_s));
    }

    QTemporaryDir m_inputs {packstand::scratch()};
    std::unique_ptr<QTemporaryDir> m_release;
    QMap<QString, QByteArray> m_tree;
};

int main(int argc, char** argv)
{
    const QCoreApplication application(argc, argv);
    const auto arguments = QCoreApplication::arguments();
    if (arguments.size() == 4 && arguments[1] == u"--publish")
        return publishOnce(arguments);
    TestPublication test;
    return QTest::qExec(&test, argc, argv);
}
#include "tst_publication.moc"
