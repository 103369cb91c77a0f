#pragma once

#include <QFile>
#include <QProcess>
#include <QSslCertificate>
#include <QSslConfiguration>
#include <QSslKey>
#include <QTemporaryDir>

/// A certificate for 127.0.0.1 that nobody vouches for, made by openssl.
class OwnCertificate
{
public:
    OwnCertificate()
    {
        using namespace Qt::Literals::StringLiterals;
        m_made = QProcess::execute(u"openssl"_s,
                                   {u"req"_s, u"-x509"_s, u"-newkey"_s, u"rsa:2048"_s, u"-nodes"_s,
                                    u"-keyout"_s, keyFile(), u"-out"_s, file(), u"-days"_s, u"2"_s,
                                    u"-subj"_s, u"/CN=localhost"_s, u"-addext"_s,
                                    u"subjectAltName=IP:127.0.0.1"_s, u"-batch"_s})
            == 0;
    }

    /// False where there is no openssl.
    bool isMade() const { return m_made; }
    QString file() const { return m_folder.filePath(QStringLiteral("cert.pem")); }
    QString keyFile() const { return m_folder.filePath(QStringLiteral("key.pem")); }
    QSslCertificate certificate() const { return QSslCertificate::fromPath(file()).value(0); }

    /// What a server shows with it.
    QSslConfiguration ofServer() const
    {
        QFile key(keyFile());
        (void)key.open(QIODevice::ReadOnly);
        auto configuration = QSslConfiguration::defaultConfiguration();
        configuration.setLocalCertificate(certificate());
        configuration.setPrivateKey(QSslKey(&key, QSsl::Rsa));
        configuration.setPeerVerifyMode(QSslSocket::VerifyNone);
        return configuration;
    }

private:
    QTemporaryDir m_folder;
    bool m_made = false;
};
