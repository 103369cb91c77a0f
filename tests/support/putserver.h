#pragma once

#include "db/archive/sha256.h"

#include <QMap>
#include <QSslConfiguration>
#include <QSslSocket>
#include <QTcpServer>
#include <QTcpSocket>
#include <QUrl>

#include <optional>

/// Web servers that take files by PUT.
namespace putserver {
using namespace Qt::Literals::StringLiterals;

/// A web server that keeps what is put into it, and misbehaves when told to.
class PutServer : public QTcpServer
{
public:
    /// With a configuration that has a certificate: by TLS.
    explicit PutServer(const std::optional<QSslConfiguration>& tls = {})
        : m_tls(tls)
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

    QString address() const
    {
        return u"%1://127.0.0.1:%2/dr6"_s.arg(m_tls ? u"https"_s : u"http"_s).arg(serverPort());
    }

    QMap<QString, QByteArray> files;
    QStringList puts;
    QByteArray authorization;
    int failures = 0; ///< So many PUTs are answered 503.
    int damages = 0; ///< So many PUTs lose a byte.
    int refuseFrom = -1; ///< From this PUT on the connection is closed without an answer.
    bool tellsDigests = true;
    int questions = 0; ///< Heads of requests that arrived
    QByteArray location; ///< Every GET is sent there.

protected:
    void incomingConnection(qintptr descriptor) override
    {
        if (!m_tls)
            return QTcpServer::incomingConnection(descriptor);
        auto* socket = new QSslSocket(this);
        socket->setSslConfiguration(*m_tls);
        if (!socket->setSocketDescriptor(descriptor))
            return delete socket;
        socket->startServerEncryption();
        addPendingConnection(socket);
    }

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
        ++questions;
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
        if (verb == "GET" && !location.isEmpty()) {
            socket->write("HTTP/1.1 302 Found\r\nLocation: " + location + "\r\nContent-Length: 0\r\n\r\n");
            return;
        }
        QByteArray text =
            "HTTP/1.1 " + status + "\r\nContent-Length: " + QByteArray::number(contents.size()) + "\r\n";
        if (tellsDigests && files.contains(path))
            text += "Repr-Digest: sha-256=:"
                + QByteArray::fromHex(Sha256().hexOf(files.value(path))).toBase64() + ":\r\n";
        socket->write(text + "\r\n" + (verb == "GET" ? contents : QByteArray()));
    }

    const std::optional<QSslConfiguration> m_tls;
};

/// A web server that keeps nothing: it takes one file of `size` and gives as many zeros back.
class ZeroServer : public QTcpServer
{
public:
    explicit ZeroServer(qint64 size)
        : m_size(size)
    {
        listen(QHostAddress::LocalHost);
        connect(this, &QTcpServer::newConnection, this, [this] {
            auto* socket = nextPendingConnection();
            connect(socket, &QTcpSocket::readyRead, this, [this, socket] { take(socket); });
            connect(socket, &QTcpSocket::bytesWritten, this, [this, socket] { give(socket); });
        });
    }

    QUrl address() const { return QUrl(u"http://127.0.0.1:%1/dr6"_s.arg(serverPort())); }
    qint64 taken = 0;

private:
    void take(QTcpSocket* socket)
    {
        if (m_toTake == 0) {
            m_head += socket->readAll();
            const auto end = m_head.indexOf("\r\n\r\n");
            if (end < 0)
                return;
            m_isGet = m_head.startsWith("GET");
            m_isPut = m_head.startsWith("PUT");
            m_toTake = m_isPut ? m_size - (m_head.size() - end - 4) : 0;
            m_head.clear();
        } else {
            const auto got = socket->readAll().size();
            m_toTake -= got;
            taken += got;
        }
        if (m_toTake > 0)
            return;
        socket->write("HTTP/1.1 200 OK\r\nContent-Length: " + QByteArray::number(m_isPut ? 0 : m_size)
                      + "\r\n\r\n");
        m_toGive = m_isGet ? m_size : 0;
        give(socket);
    }

    void give(QTcpSocket* socket)
    {
        const auto piece = std::min<qint64>(m_toGive, 1 << 16);
        if (piece == 0 || socket->bytesToWrite() > (1 << 20))
            return;
        m_toGive -= piece;
        socket->write(QByteArray(piece, '\0'));
    }

    const qint64 m_size;
    QByteArray m_head;
    qint64 m_toTake = 0;
    qint64 m_toGive = 0;
    bool m_isGet = false;
    bool m_isPut = false;
};
}
