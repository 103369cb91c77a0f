#include "support/linkproxy.h"

#include <QHostAddress>

#include <sys/socket.h>

LinkProxy::LinkProxy(quint16 serverPort)
    : m_server(new QTcpServer)
    , m_serverPort(serverPort)
{
    m_server->moveToThread(&m_thread);
    m_thread.start();
    onThread([this] {
        m_server->listen(QHostAddress::LocalHost);
        m_port = m_server->serverPort();
        QObject::connect(m_server, &QTcpServer::newConnection, m_server, [this] { accept(); });
    });
}

LinkProxy::~LinkProxy()
{
    cut();
    onThread([this] { m_server->deleteLater(); });
    m_thread.quit();
    m_thread.wait();
}

void LinkProxy::accept()
{
    while (auto* client = m_server->nextPendingConnection()) {
        auto* server = new QTcpSocket(client);
        m_pairs.insert(client, server);
        QObject::connect(client, &QTcpSocket::readyRead, server,
                         [this, client, server] { forward(client, server); });
        QObject::connect(server, &QTcpSocket::connected, client,
                         [this, client, server] { forward(client, server); });
        QObject::connect(server, &QTcpSocket::readyRead, client,
                         [this, client, server] { forward(server, client); });
        QObject::connect(server, &QTcpSocket::errorOccurred, client, [client] { client->abort(); });
        QObject::connect(client, &QTcpSocket::disconnected, client, [this, client] {
            m_pairs.remove(client);
            client->deleteLater();
        });
        server->connectToHost(QHostAddress::LocalHost, m_serverPort);
    }
}

void LinkProxy::forward(QTcpSocket* from, QTcpSocket* to) const
{
    if (!m_held && to->state() == QAbstractSocket::ConnectedState)
        to->write(from->readAll());
}

void LinkProxy::cut()
{
    onThread([this] {
        m_server->close();
        const auto clients = m_pairs.keys();
        for (auto* client : clients)
            client->abort();
    });
}

void LinkProxy::hold()
{
    onThread([this] { m_held = true; });
}

void LinkProxy::halfClose()
{
    onThread([this] {
        const auto clients = m_pairs.keys();
        for (auto* client : clients)
            ::shutdown(static_cast<int>(client->socketDescriptor()), SHUT_WR);
    });
}

void LinkProxy::restore()
{
    onThread([this] {
        m_held = false;
        if (!m_server->isListening())
            m_server->listen(QHostAddress::LocalHost, m_port);
        for (auto pair = m_pairs.cbegin(); pair != m_pairs.cend(); ++pair) {
            forward(pair.key(), pair.value());
            forward(pair.value(), pair.key());
        }
    });
}
