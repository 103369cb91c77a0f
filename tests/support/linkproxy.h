#pragma once

#include <QHash>
#include <QTcpServer>
#include <QTcpSocket>
#include <QThread>

/// A link to a server on this machine that can be cut, held and half-closed. Lives on a thread of its own;
/// its functions may be called from any.
class LinkProxy
{
public:
    explicit LinkProxy(quint16 serverPort);
    ~LinkProxy();
    Q_DISABLE_COPY_MOVE(LinkProxy)

    quint16 port() const { return m_port; }
    void cut(); ///< Resets every connection and takes no new one.
    void hold(); ///< Forwards nothing, in either direction.
    void halfClose(); ///< Tells the clients that the server says no more, and goes on taking what they say.
    void restore(); ///< A whole link again.

private:
    void accept();
    void forward(QTcpSocket* from, QTcpSocket* to) const;
    template<typename Work>
    void onThread(Work work)
    {
        QMetaObject::invokeMethod(m_server, work, Qt::BlockingQueuedConnection);
    }

    QThread m_thread;
    QTcpServer* m_server = nullptr;
    QHash<QTcpSocket*, QTcpSocket*> m_pairs; ///< Client to server
    quint16 m_serverPort = 0;
    quint16 m_port = 0;
    bool m_held = false;
};
