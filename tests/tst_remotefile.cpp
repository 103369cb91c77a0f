#include "db/fits/spectrumreader.h"
#include "db/net/remotefile.h"
#include "support/fitsfixtures.h"
#include "support/quiet.h"

#include <QTcpServer>
#include <QTcpSocket>
#include <QTest>
#include <QThread>
#include <QtConcurrent>

using namespace Qt::Literals::StringLiterals;
using namespace std::chrono_literals;

namespace {
/// Gives every visitor the same answer, byte by byte as told; an empty one never answers.
class OneAnswerServer : public QTcpServer
{
public:
    explicit OneAnswerServer(QByteArray answer)
        : m_answer(std::move(answer))
    {
        listen(QHostAddress::LocalHost);
        connect(this, &QTcpServer::newConnection, this, [this] {
            auto* socket = nextPendingConnection();
            connect(socket, &QTcpSocket::readyRead, this, [this, socket] {
                request += socket->readAll();
                if (m_answer.isEmpty() || !request.contains("\r\n\r\n"))
                    return;
                socket->write(m_answer);
                socket->disconnectFromHost();
            });
        });
    }

    QString address(const QString& file) const
    {
        return u"http://127.0.0.1:%1/%2"_s.arg(serverPort()).arg(file);
    }

    QByteArray request;

private:
    QByteArray m_answer;
};

QByteArray ok(const QByteArray& body)
{
    return "HTTP/1.1 200 OK\r\nContent-Length: " + QByteArray::number(body.size()) + "\r\n\r\n" + body;
}

/// Fetches on a worker thread, as the reader does, while this thread serves.
template<typename Job>
auto onWorker(Job job)
{
    auto future = QtConcurrent::run(job);
    while (!future.isFinished())
        QTest::qWait(5);
    return future.result();
}

Result<QByteArray> fetched(const QString& address, const FetchLimits& limits = {})
{
    return onWorker([address, limits] { return fetch(QUrl(address), limits); });
}
}

class TestRemoteFile : public QObject
{
    Q_OBJECT
private slots:
    void initTestCase() { failOnAnyWarning(); }

    void aSpectrumIsReadFromAnAddress()
    {
        const OneAnswerServer server(ok(fixtures::gzipped(fixtures::lamostTable())));
        const auto address = server.address(u"spectrum/fits?obsid=101001"_s);
        const auto spectra = onWorker([address] { return readSpectra(address); });
        QVERIFY(spectra);
        QCOMPARE(spectra.value()[0]->target.obsid, 101001);
        QCOMPARE(spectra.value()[0]->file, address);
        QVERIFY(server.request.startsWith("GET /spectrum/fits?obsid=101001"));
    }

    void redirectsAreFollowed()
    {
        const OneAnswerServer target(ok("there"));
        const OneAnswerServer server("HTTP/1.1 302 Found\r\nLocation: " + target.address(u"x"_s).toLatin1()
                                     + "\r\nContent-Length: 0\r\n\r\n");
        const auto bytes = fetched(server.address(u"a"_s));
        QVERIFY(bytes);
        QCOMPARE(bytes.value(), QByteArray("there"));
    }

    void refusalsSayWhatHappened_data()
    {
        QTest::addColumn<QByteArray>("answer");
        QTest::addColumn<ErrorKind>("kind");
        QTest::newRow("404") << QByteArray("HTTP/1.1 404 Not Found\r\nContent-Length: 0\r\n\r\n")
                             << ErrorKind::NotFound;
        QTest::newRow("403") << QByteArray("HTTP/1.1 403 Forbidden\r\nContent-Length: 0\r\n\r\n")
                             << ErrorKind::Refused;
        QTest::newRow("503") << QByteArray("HTTP/1.1 503 Busy\r\nContent-Length: 0\r\n\r\n")
                             << ErrorKind::Unavailable;
        QTest::newRow("cut off") << QByteArray("HTTP/1.1 200 OK\r\nContent-Length: 500\r\n\r\nhalf")
                                 << ErrorKind::BadFile;
        QTest::newRow("announces too much")
            << QByteArray("HTTP/1.1 200 OK\r\nContent-Length: 99999\r\n\r\nx") << ErrorKind::BadFile;
        QTest::newRow("gives too much")
            << QByteArray("HTTP/1.1 200 OK\r\n\r\n" + QByteArray(5000, 'x')) << ErrorKind::BadFile;
        QTest::newRow("silence") << QByteArray() << ErrorKind::Unavailable;
        QTest::newRow("redirect to itself")
            << QByteArray("HTTP/1.1 302 Found\r\nLocation: /again\r\nContent-Length: 0\r\n\r\n")
            << ErrorKind::Unavailable;
    }

    void refusalsSayWhatHappened()
    {
        QFETCH(QByteArray, answer);
        QFETCH(ErrorKind, kind);
        const OneAnswerServer server(answer);
        const auto bytes = fetched(server.address(u"spec.fits?key=secret"_s), {300ms, 2000ms, 1000});
        QVERIFY(!bytes);
        QCOMPARE(bytes.error().kind, kind);
        QVERIFY(!bytes.error().message.isEmpty());
        QVERIFY(!bytes.error().detail.contains(u"secret"_s));
    }

    void aServerWithAFaultIsNotOutOfReach()
    {
        const OneAnswerServer server("HTTP/1.1 503 Busy\r\nContent-Length: 0\r\n\r\n");
        const auto bytes = fetched(server.address(u"spec.fits"_s));
        QVERIFY(!bytes);
        QCOMPARE(bytes.error().message, u"127.0.0.1 answers with an error (HTTP 503)."_s);
    }

    void nobodyListeningIsUnavailable()
    {
        QString address;
        {
            const OneAnswerServer server(ok("x"));
            address = server.address(u"x"_s);
        }
        const auto bytes = fetched(address);
        QVERIFY(!bytes);
        QCOMPARE(bytes.error().kind, ErrorKind::Unavailable);
    }

    void otherSchemesAreRefused()
    {
        QVERIFY(!fetch(QUrl(u"file:///etc/passwd"_s)));
        QVERIFY(!fetch(QUrl(u"ftp://host/file"_s)));
        QVERIFY(!fetch(QUrl()));
    }
};

QTEST_GUILESS_MAIN(TestRemoteFile)
#include "tst_remotefile.moc"
