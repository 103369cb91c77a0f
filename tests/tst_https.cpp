#include "app/release/publication.h"
#include "db/fits/spectrumreader.h"
#include "db/net/remotefile.h"
#include "support/owncertificate.h"
#include "support/packstand.h"
#include "support/putserver.h"
#include "support/required.h"

#include <QTest>
#include <QtConcurrent>

using namespace Qt::Literals::StringLiterals;
using namespace std::chrono_literals;
using putserver::PutServer;

namespace {
/// Fetches on a worker thread, as the reader does, while this thread serves.
template<typename Job>
auto onWorker(Job job)
{
    auto future = QtConcurrent::run(job);
    while (!future.isFinished())
        QTest::qWait(5);
    return future.result();
}
}

/// Reading and publishing over TLS, with a certificate of the test's own.
class TestHttps : public QObject
{
    Q_OBJECT
private slots:
    void initTestCase()
    {
        NEEDS(m_own.isMade(), "openssl");
        NEEDS(QSslSocket::supportsSsl(), "Qt's TLS");
        m_usual = QSslConfiguration::defaultConfiguration();
        m_server = std::make_unique<PutServer>(m_own.ofServer());
        QVERIFY(m_server->address().startsWith(u"https://"_s));
        m_server->files[u"spec.fits.gz"_s] = fixtures::gzipped(fixtures::lamostTable());
        QVERIFY(packstand::writeInputs(m_inputs.path()));
        QVERIFY(packstand::pack(m_inputs.path(), m_release.path()));
    }

    void cleanup()
    {
        m_server->location.clear();
        QSslConfiguration::setDefaultConfiguration(m_usual);
    }

    void aSpectrumIsReadFromAServerWhoseCertificateIsTrusted()
    {
        trustOwn();
        const auto address = m_server->address() + u"/spec.fits.gz"_s;
        const auto spectra = onWorker([address] { return readSpectra(address); });
        QVERIFY2(spectra, spectra ? "" : qPrintable(spectra.error().message + spectra.error().detail));
        QCOMPARE(spectra.value()[0]->target.obsid, 101001);
    }

    void aCertificateThatNobodyVouchesForIsRefusedWithASentence()
    {
        const auto address = m_server->address() + u"/spec.fits.gz"_s;
        const auto bytes = onWorker([address] { return fetch(QUrl(address)); });
        QVERIFY(!bytes);
        QCOMPARE(bytes.error().kind, ErrorKind::Refused);
        QVERIFY2(bytes.error().message.contains(u"certificate"_s), qPrintable(bytes.error().message));
    }

    void nobodyIsLedFromTlsToAnOpenAddress()
    {
        trustOwn();
        PutServer open;
        open.files[u"spec.fits.gz"_s] = "x";
        m_server->location = open.address().toUtf8() + "/spec.fits.gz";
        const auto address = m_server->address() + u"/elsewhere"_s;
        const auto bytes = onWorker([address] { return fetch(QUrl(address)); });
        QVERIFY(!bytes);
        QCOMPARE(open.questions, 0);
    }

    void aReleaseIsPublishedOverTlsWithItsToken()
    {
        trustOwn();
        PutServer server(m_own.ofServer());
        const auto state = publishTo(server);
        QVERIFY2(state, state ? "" : qPrintable(state.error().message));
        QCOMPARE(server.files, packstand::tree(m_release.path()));
        QCOMPARE(server.authorization, "Bearer secret");
    }

    void theTokenIsNotShownToAStranger()
    {
        PutServer server(m_own.ofServer());
        const auto state = publishTo(server);
        QVERIFY(!state);
        QCOMPARE(state.error().kind, ErrorKind::Refused);
        QVERIFY2(state.error().message.contains(u"certificate"_s), qPrintable(state.error().message));
        QVERIFY(server.authorization.isEmpty());
        QVERIFY(server.files.isEmpty());
    }

private:
    void trustOwn() const
    {
        auto trusting = m_usual;
        trusting.addCaCertificate(m_own.certificate());
        QSslConfiguration::setDefaultConfiguration(trusting);
    }

    Result<PublishState> publishTo(const PutServer& server) const
    {
        const auto target = webTarget(QUrl(server.address()), "secret");
        return Publication({.folder = m_release.path(), .attempts = 2, .pause = 1ms}, *target)
            .run([](const PublishState&) { return true; });
    }

    const OwnCertificate m_own;
    QSslConfiguration m_usual;
    std::unique_ptr<PutServer> m_server;
    QTemporaryDir m_inputs {packstand::scratch()};
    QTemporaryDir m_release {packstand::scratch()};
};

QTEST_GUILESS_MAIN(TestHttps)
#include "tst_https.moc"
