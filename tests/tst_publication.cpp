#include "app/release/duecalendar.h"
#include "app/release/publication.h"
#include "models/release/releaserules.h"
#include "models/values/wholefile.h"
#include "support/packstand.h"

#include <QTcpServer>
#include <QTcpSocket>
#include <QTemporaryDir>
#include <QTest>

using namespace Qt::Literals::StringLiterals;
using namespace std::chrono_literals;

namespace {
/// A web server that keeps what is put into it, and misbehaves when told to.
class PutServer : public QTcpServer
{
public:
    PutServer()
    {
        listen(QHostAddress::LocalHost);
        connect(this, &QTcpServer::newConnection, this, [this] {
            auto* socket = nextPendingConnection();
            auto* received = new QByteArray;
            connect(socket, &QObject::destroyed, this, [received] { delete received; });
            connect(socket, &QTcpSocket::readyRead, this, [this, socket, received] {
                *received += socket->readAll();
                answer(socket, *received);
            });
        });
    }

    QString address() const { return u"http://127.0.0.1:%1/dr6"_s.arg(serverPort()); }

    QMap<QString, QByteArray> files;
    QStringList puts;
    QByteArray authorization;
    int failures = 0; ///< So many PUTs are answered 503.
    int damages = 0; ///< So many PUTs lose a byte.
    int refuseFrom = -1; ///< From this PUT on the connection is closed without an answer.
    bool tellsDigests = true;

private:
    void answer(QTcpSocket* socket, QByteArray& received)
    {
        const auto end = received.indexOf("\r\n\r\n");
        if (end < 0)
            return;
        const auto head = received.first(end).split('\n');
        qsizetype length = 0;
        for (const auto& line : head) {
            if (line.toLower().startsWith("content-length:"))
                length = line.sliced(15).trimmed().toLongLong();
            if (line.toLower().startsWith("authorization:"))
                authorization = line.sliced(14).trimmed();
        }
        if (received.size() < end + 4 + length)
            return;
        const auto body = received.mid(end + 4, length);
        received.clear();
        const auto words = head.first().split(' ');
        const auto path = QString::fromUtf8(words[1]).sliced(5);
        if (words[0] == "PUT" && refuseFrom >= 0 && puts.size() >= refuseFrom)
            socket->abort();
        else
            reply(socket, words[0], path, body);
    }

    void reply(QTcpSocket* socket, const QByteArray& verb, const QString& path, const QByteArray& body)
    {
        QByteArray status = "200 OK";
        QByteArray contents;
        if (verb == "PUT" && failures-- > 0) {
            status = "503 Busy";
        } else if (verb == "PUT") {
            puts << path;
            files[path] = damages-- > 0 ? body.chopped(1) : body;
            status = "201 Created";
        } else if (verb == "DELETE") {
            status = files.remove(path) ? "204 Gone" : "404 Not Found";
        } else if (files.contains(path)) {
            contents = files.value(path);
        } else {
            status = "404 Not Found";
        }
        QByteArray text =
            "HTTP/1.1 " + status + "\r\nContent-Length: " + QByteArray::number(contents.size()) + "\r\n";
        if (tellsDigests && files.contains(path))
            text += "Repr-Digest: sha-256=:"
                + QByteArray::fromHex(Sha256().hexOf(files.value(path))).toBase64() + ":\r\n";
        socket->write(text + "\r\n" + (verb == "GET" ? contents : QByteArray()));
    }
};

const auto always = [](const PublishState&) { return true; };
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

QTEST_GUILESS_MAIN(TestPublication)
#include "tst_publication.moc"
