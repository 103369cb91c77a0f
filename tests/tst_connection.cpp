#include "db/sql/connection.h"
#include "db/sql/dberror.h"
#include "db/sql/serverlock.h"
#include "db/sql/sqlquery.h"
#include "db/sql/sqlvalue.h"
#include "db/sql/transaction.h"
#include "support/testserver.h"

#include <QTcpServer>
#include <QTest>

using namespace Qt::Literals::StringLiterals;

namespace {
quint16 freePort()
{
    QTcpServer server;
    server.listen(QHostAddress::LocalHost);
    return server.serverPort();
}

QStringList network(quint16 port, const QString& address = u"127.0.0.1"_s)
{
    return {u"--skip-networking=0"_s, u"--bind-address="_s + address, u"--port=%1"_s.arg(port)};
}

bool makeCertificate(const QString& key, const QString& certificate, const QString& address)
{
    return QProcess::execute(u"openssl"_s,
                             {u"req"_s, u"-x509"_s, u"-newkey"_s, u"rsa:2048"_s, u"-nodes"_s, u"-keyout"_s,
                              key, u"-out"_s, certificate, u"-days"_s, u"2"_s, u"-subj"_s, u"/CN=localhost"_s,
                              u"-addext"_s, u"subjectAltName=IP:"_s + address, u"-batch"_s})
        == 0;
}

Result<qint64> connectionId(QSqlDatabase& db)
{
    auto rows = runText(db, {}, u"SELECT CONNECTION_ID()"_s);
    if (!rows)
        return rows.error();
    return rows.value().next() ? rows.value().value(0).toLongLong() : 0;
}
}

class TestConnection : public QObject
{
    Q_OBJECT
private slots:
    void initTestCase()
    {
        REQUIRE_SERVER(m_server);
        auto db = openConnection(m_server.config(), u"admin"_s);
        VERIFY_OK(db);
        VERIFY_OK(runStatement(db.value(), u"CREATE USER 'inspector'@'127.0.0.1' IDENTIFIED BY 'secret'"_s));
    }

    void cleanupTestCase()
    {
        for (const auto& name : QSqlDatabase::connectionNames())
            QSqlDatabase::removeDatabase(name);
    }

    void aLockOfTheServerIsHeldByOneUntilItIsGivenBack()
    {
        auto mine = openConnection(m_server.config(), u"mine"_s);
        auto hers = openConnection(m_server.config(), u"hers"_s);
        VERIFY_OK(mine);
        VERIFY_OK(hers);
        const auto take = [](const QSqlDatabase& db, const QString& subject) {
            return ServerLock::take(db, u"test"_s, subject, std::chrono::seconds(0));
        };
        auto lock = take(mine.value(), u"dr6"_s);
        VERIFY_OK(lock);
        QVERIFY(lock.value());
        const auto another = take(hers.value(), u"dr7"_s);
        VERIFY_OK(another);
        QVERIFY(another.value());
        const auto same = take(hers.value(), u"dr6"_s);
        VERIFY_OK(same);
        QVERIFY(!same.value());
        lock.value().reset();
        const auto later = take(hers.value(), u"dr6"_s);
        VERIFY_OK(later);
        QVERIFY(later.value());
    }

    void aServerWithoutTlsIsRefusedWhereTlsIsRequired()
    {
        auto config = remote();
        VERIFY_OK(openConnection(config, u"clear"_s));
        config.tlsRequired = true;
        const auto secure = openConnection(config, u"secure"_s);
        QVERIFY(!secure);
        QCOMPARE(secure.error().kind, ErrorKind::Refused);
        QVERIFY2(secure.error().message.contains(u"secure connection"_s), qPrintable(secure.error().message));
    }

    void aServerWithTlsIsTalkedToInSecret()
    {
        // Clients of MariaDB 11.4 and later trust 127.0.0.1 without looking at its certificate.
        const auto address = u"127.0.0.2"_s;
        QTemporaryDir dir;
        const auto key = dir.filePath(u"key.pem"_s);
        const auto certificate = dir.filePath(u"cert.pem"_s);
        const auto stranger = dir.filePath(u"stranger.pem"_s);
        if (!makeCertificate(dir.filePath(u"other.pem"_s), stranger, address)
            || !makeCertificate(key, certificate, address))
            QFAIL("There is no openssl here.");
        const auto port = freePort();
        TestServer server(network(port, address)
                          + QStringList {u"--ssl-cert="_s + certificate, u"--ssl-key="_s + key});
        REQUIRE_SERVER(server);
        auto admin = openConnection(server.config(), u"tls-admin"_s);
        VERIFY_OK(admin);
        VERIFY_OK(runStatement(admin.value(),
                               u"CREATE USER 'inspector'@'127.0.0.%' IDENTIFIED BY 'secret' REQUIRE SSL"_s));
        auto config = remote();
        config.host = address;
        config.port = port;
        config.tlsRequired = true;
        config.caFile = certificate;
        auto secure = openConnection(config, u"tls"_s);
        VERIFY_OK(secure);
        auto cipher = runText(secure.value(), {}, u"SHOW STATUS LIKE 'Ssl_cipher'"_s);
        VERIFY_OK(cipher);
        QVERIFY(cipher.value().next());
        QVERIFY(!cipher.value().value(1).toString().isEmpty());

        config.caFile = stranger;
        const auto unknown = openConnection(config, u"unknown"_s);
        QVERIFY(!unknown);
        QCOMPARE(unknown.error().kind, ErrorKind::Refused);
    }

    void aCertificateForAnotherHostIsRefused()
    {
        const auto address = u"127.0.0.2"_s;
        QTemporaryDir dir;
        const auto key = dir.filePath(u"key.pem"_s);
        const auto certificate = dir.filePath(u"cert.pem"_s);
        if (!makeCertificate(key, certificate, u"192.0.2.7"_s))
            QFAIL("There is no openssl here.");
        const auto port = freePort();
        TestServer server(network(port, address)
                          + QStringList {u"--ssl-cert="_s + certificate, u"--ssl-key="_s + key});
        REQUIRE_SERVER(server);
        auto admin = openConnection(server.config(), u"host-admin"_s);
        VERIFY_OK(admin);
        VERIFY_OK(runStatement(admin.value(),
                               u"CREATE USER 'inspector'@'127.0.0.%' IDENTIFIED BY 'secret' REQUIRE SSL"_s));
        auto config = remote();
        config.host = address;
        config.port = port;
        config.tlsRequired = true;
        config.caFile = certificate;
        const auto other = openConnection(config, u"other-host"_s);
        QVERIFY(!other);
        QCOMPARE(other.error().kind, ErrorKind::Refused);
    }

    void aWrongPasswordIsRefusedAndNotRepeatedInTheSentence()
    {
        auto config = remote();
        config.password = u"wrong-secret"_s;
        const auto db = openConnection(config, u"wrong"_s);
        QVERIFY(!db);
        QCOMPARE(db.error().kind, ErrorKind::Refused);
        QVERIFY(!(db.error().message + db.error().detail).contains(u"wrong-secret"_s));
    }

    void aServerThatIsNotThereIsUnavailable()
    {
        auto config = remote();
        config.port = freePort();
        const auto db = openConnection(config, u"nowhere"_s);
        QVERIFY(!db);
        QCOMPARE(db.error().kind, ErrorKind::Unavailable);
        config.socket = u"/nowhere/socket"_s;
        const auto socket = openConnection(config, u"nowhere"_s);
        QVERIFY(!socket);
        QCOMPARE(socket.error().kind, ErrorKind::Unavailable);
    }

    void theNextJobAfterALostConnectionFindsANewOne()
    {
        DbThread db(m_server.config());
        const auto id = [&db] { return db.run(connectionId).result(); };
        const auto first = id();
        VERIFY_OK(first);
        QCOMPARE(id().value(), first.value()); // the same connection as long as it lives
        auto admin = openConnection(m_server.config(), u"admin"_s);
        VERIFY_OK(admin);
        VERIFY_OK(runStatement(admin.value(), u"KILL %1"_s.arg(first.value())));
        const auto isGone = [&] {
            auto rows = runText(
                admin.value(), {},
                u"SELECT COUNT(*) FROM information_schema.processlist WHERE id = %1"_s.arg(first.value()));
            return rows && rows.value().next() && rows.value().value(0).toInt() == 0;
        };
        QTRY_VERIFY_WITH_TIMEOUT(isGone(), 30'000);
        const auto second = id();
        VERIFY_OK(second);
        QVERIFY(second.value() != first.value());
    }

    void aServerThatRefusesWhomItKnewIsUnavailable()
    {
        auto admin = openConnection(m_server.config(), u"admin"_s);
        VERIFY_OK(admin);
        VERIFY_OK(runStatement(admin.value(), u"CREATE USER 'guest'@'127.0.0.1' IDENTIFIED BY 'secret'"_s));
        auto config = remote();
        config.user = u"guest"_s;
        DbThread db(config);
        const auto id = db.run(connectionId).result();
        VERIFY_OK(id);
        VERIFY_OK(runStatement(admin.value(), u"SET PASSWORD FOR 'guest'@'127.0.0.1' = PASSWORD('new')"_s));
        VERIFY_OK(runStatement(admin.value(), u"KILL "_s + QString::number(id.value())));
        QTRY_VERIFY_WITH_TIMEOUT(!db.run(connectionId).result(), 30'000);
        QCOMPARE(db.run(connectionId).result().error().kind, ErrorKind::Unavailable);
    }

    void deadlockedTransactionsAreTriedAgain()
    {
        auto db = openConnection(m_server.config(), u"admin"_s).value();
        VERIFY_OK(runStatement(db, u"CREATE DATABASE IF NOT EXISTS d"_s));
        VERIFY_OK(runStatement(db, u"CREATE TABLE d.n (id INT PRIMARY KEY, count INT NOT NULL)"_s));
        VERIFY_OK(runStatement(db, u"INSERT INTO d.n VALUES (1, 0), (2, 0)"_s));
        DbThread one(m_server.config());
        DbThread two(m_server.config());
        const auto bump = [](int first, int second) {
            return [=](QSqlDatabase& open) {
                return inTransaction(open, [=](QSqlDatabase& inside) -> Result<int> {
                    for (const int row : {first, second})
                        if (auto done = runStatement(
                                inside, u"UPDATE d.n SET count = count + 1 WHERE id = %1"_s.arg(row));
                            !done)
                            return done.error();
                    return 1;
                });
            };
        };
        std::vector<QFuture<Result<int>>> answers;
        for (int i = 0; i < 100; ++i) {
            answers.push_back(one.run(bump(1, 2)));
            answers.push_back(two.run(bump(2, 1)));
        }
        for (auto& answer : answers)
            VERIFY_OK(answer.result());
        auto rows = runText(db, {}, u"SELECT MIN(count), MAX(count) FROM d.n"_s);
        VERIFY_OK(rows);
        QVERIFY(rows.value().next());
        QCOMPARE(rows.value().value(0).toInt(), 200);
        QCOMPARE(rows.value().value(1).toInt(), 200);
    }

    void serverErrorsAreToldApartByNumber()
    {
        QCOMPARE(databaseError(1021, {}, {}).kind, ErrorKind::NoSpace);
        QCOMPARE(databaseError(1114, {}, {}).kind, ErrorKind::NoSpace);
        QCOMPARE(
            databaseError(1030, u"Got error 28 \"No space left on device\" from storage engine"_s, {}).kind,
            ErrorKind::NoSpace);
        QCOMPARE(databaseError(1142, {}, {}).kind, ErrorKind::Refused);
        QCOMPARE(databaseError(2013, {}, {}).kind, ErrorKind::Unavailable);
        QCOMPARE(databaseError(1064, {}, {}).kind, ErrorKind::Database);
        QVERIFY(isWorthRetrying(databaseError(1213, {}, {})));
        QVERIFY(!isWorthRetrying(databaseError(1062, {}, {})));
        for (const int ofTheServer : {1290, 1836, 1047, 1969, 1305, 1028})
            QVERIFY2(!isForGood(databaseError(ofTheServer, {}, {})),
                     qPrintable(QString::number(ofTheServer)));
        for (const int ofTheRow : {1142, 1227, 1406, 4025, 3819})
            QVERIFY2(isForGood(databaseError(ofTheRow, {}, {})), qPrintable(QString::number(ofTheRow)));
    }

    void momentsAndMissingValuesAreBoundAsTheyShould()
    {
        QVERIFY(sqlBindable(qQNaN()).isNull());
        QVERIFY(!sqlBindable(QString()).isNull());
        QCOMPARE(sqlUtc(QDateTime(QDate(2024, 3, 31), QTime(2, 30), Qt::UTC)).toString(),
                 u"2024-03-31 02:30:00.000"_s);
        QVERIFY(sqlUtc(QDateTime()).isNull());
        QVERIFY(!utcFrom(u"nonsense"_s).isValid());
    }

private:
    DbConfig remote() const
    {
        DbConfig config;
        config.host = u"127.0.0.1"_s;
        config.port = m_port;
        config.user = u"inspector"_s;
        config.password = u"secret"_s;
        return config;
    }

    const quint16 m_port = freePort();
    // MariaDB 11.4 and later make a certificate of their own.
    TestServer m_server {network(m_port) + QStringList {u"--skip-ssl"_s}};
};

QTEST_GUILESS_MAIN(TestConnection)
#include "tst_connection.moc"
