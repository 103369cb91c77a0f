#include "db/archive/sha256.h"
#include "db/publish/publicationtarget.h"

#include <QCoreApplication>
#include <QEventLoop>
#include <QFile>
#include <QNetworkAccessManager>
#include <QNetworkReply>

using namespace Qt::Literals::StringLiterals;

namespace {
struct Text
{
    Q_DECLARE_TR_FUNCTIONS(WebTarget)
};

constexpr int silenceMs = 60000;
constexpr qint64 pieceSize = qint64(1) << 20;

/// An answer of the server.
struct Answer
{
    int status = 0; ///< 0: none came
    bool isStranger = false; ///< The server's certificate is not trusted
    QByteArray bodySha256;
    qint64 length = -1;
    QByteArray digest; ///< Of RFC 9530's Repr-Digest or RFC 3230's Digest: base64 of the SHA-256, or empty
};

/// "sha-256=:BASE64:" (RFC 9530) or "SHA-256=BASE64" (RFC 3230).
QByteArray digestOf(const QNetworkReply& reply)
{
    for (const auto* header : {"Repr-Digest", "Digest"}) {
        const auto values = reply.rawHeader(header).split(',');
        for (const auto& value : values) {
            auto text = value.trimmed();
            if (!text.toLower().startsWith("sha-256="))
                continue;
            text = text.sliced(8);
            return text.startsWith(':') ? text.sliced(1, std::max<qsizetype>(0, text.indexOf(':', 1) - 1))
                                        : text;
        }
    }
    return {};
}

class WebTarget : public PublicationTarget
{
public:
    WebTarget(QUrl address, QByteArray token)
        : m_address(std::move(address))
        , m_token(std::move(token))
    {
    }

    Result<bool> has(const ManifestLine& file) override
    {
        const auto answer = ask("HEAD", file.path);
        if (answer.status == 404 || answer.status == 410)
            return false;
        if (!isGood(answer))
            return failure(answer, file.path);
        return answer.length == file.sum.size && answer.digest == base64(file);
    }

    Result<void> put(const ManifestLine& file, const QString& source) override
    {
        QFile bytes(source);
        if (!bytes.open(QIODevice::ReadOnly))
            return Error {ErrorKind::NotFound, Text::tr("%1 cannot be read.").arg(source),
                          bytes.errorString()};
        const auto answer = ask("PUT", file.path, &bytes, "sha-256=:" + base64(file) + ':');
        if (bytes.error() != QFileDevice::NoError)
            return Error {ErrorKind::BadFile, Text::tr("%1 cannot be read.").arg(source),
                          bytes.errorString()};
        if (!isGood(answer))
            return failure(answer, file.path);
        return verify(file);
    }

    Result<void> remove(const QString& path) override
    {
        const auto answer = ask("DELETE", path);
        if (isGood(answer) || answer.status == 404 || answer.status == 410)
            return {};
        return failure(answer, path);
    }

    QString name() const override { return m_address.toDisplayString(QUrl::RemoveUserInfo); }

private:
    static bool isGood(const Answer& answer) { return answer.status >= 200 && answer.status < 300; }

    static QByteArray base64(const ManifestLine& file)
    {
        return QByteArray::fromHex(file.sum.sha256).toBase64();
    }

    /// Asks for the digest; a server that tells none gives the file back.
    Result<void> verify(const ManifestLine& file)
    {
        auto answer = ask("HEAD", file.path);
        bool same = isGood(answer) && answer.length == file.sum.size && answer.digest == base64(file);
        if (isGood(answer) && answer.digest.isEmpty()) {
            answer = ask("GET", file.path);
            same = isGood(answer) && answer.bodySha256 == file.sum.sha256;
        }
        if (same)
            return {};
        if (!isGood(answer))
            return failure(answer, file.path);
        return Error {ErrorKind::Unavailable,
                      Text::tr("%1 did not arrive at %2 as it was sent.").arg(file.path, m_address.host()),
                      {}};
    }

    Error failure(const Answer& answer, const QString& path) const
    {
        const auto cause = u"HTTP %1, %2"_s.arg(answer.status).arg(path);
        if (answer.isStranger)
            return {ErrorKind::Refused,
                    Text::tr("The certificate of %1 is not trusted here.").arg(m_address.host()), cause};
        if (answer.status == 401 || answer.status == 403)
            return {ErrorKind::Refused, Text::tr("%1 does not take files from us.").arg(m_address.host()),
                    cause};
        if (answer.status == 507)
            return {ErrorKind::NoSpace, Text::tr("The disk of %1 is full.").arg(m_address.host()), cause};
        if (answer.status >= 400 && answer.status < 500 && answer.status != 408 && answer.status != 429)
            return {ErrorKind::CannotWrite, Text::tr("%1 refuses %2.").arg(m_address.host(), path), cause};
        return {ErrorKind::Unavailable, Text::tr("%1 cannot be reached.").arg(m_address.host()), cause};
    }

    QNetworkRequest requestFor(const QString& path) const
    {
        auto url = m_address;
        url.setPath(m_address.path() + (m_address.path().endsWith(u'/') ? QString() : u"/"_s) + path);
        QNetworkRequest request(url);
        request.setTransferTimeout(silenceMs);
        request.setAttribute(QNetworkRequest::RedirectPolicyAttribute, QNetworkRequest::ManualRedirectPolicy);
        request.setRawHeader("Accept-Encoding", "identity");
        request.setRawHeader("Want-Repr-Digest", "sha-256=9");
        request.setRawHeader("Want-Digest", "sha-256");
        if (!m_token.isEmpty())
            request.setRawHeader("Authorization", "Bearer " + m_token);
        return request;
    }

    Answer ask(const QByteArray& verb, const QString& path, QFile* body = nullptr,
               const QByteArray& digest = {})
    {
        auto request = requestFor(path);
        if (body) {
            request.setRawHeader("Repr-Digest", digest);
            request.setHeader(QNetworkRequest::ContentTypeHeader, u"application/octet-stream"_s);
            request.setHeader(QNetworkRequest::ContentLengthHeader, body->size());
        }
        // Qt would wait for the body of a HEAD that is sent as a custom verb.
        std::unique_ptr<QNetworkReply> reply(
            verb == "HEAD" ? m_network.head(request) : m_network.sendCustomRequest(request, verb, body));
        reply->setReadBufferSize(pieceSize);
        Sha256 received;
        QEventLoop waiting;
        QObject::connect(reply.get(), &QNetworkReply::readyRead, &waiting,
                         [&] { received.add(reply->readAll()); });
        QObject::connect(reply.get(), &QNetworkReply::finished, &waiting, &QEventLoop::quit);
        if (!reply->isFinished())
            waiting.exec(QEventLoop::ExcludeUserInputEvents);
        Answer answer;
        answer.status = reply->attribute(QNetworkRequest::HttpStatusCodeAttribute).toInt();
        const bool brokenOff = answer.status < 400 && reply->error() != QNetworkReply::NoError;
        if (brokenOff)
            answer.status = 0;
        answer.isStranger = reply->error() == QNetworkReply::SslHandshakeFailedError;
        if (reply->isOpen())
            received.add(reply->readAll());
        answer.bodySha256 = received.hex();
        const auto length = reply->header(QNetworkRequest::ContentLengthHeader);
        answer.length = length.isValid() ? length.toLongLong() : -1;
        answer.digest = digestOf(*reply);
        return answer;
    }

    QUrl m_address;
    QByteArray m_token;
    QNetworkAccessManager m_network;
};
}

std::unique_ptr<PublicationTarget> webTarget(const QUrl& address, const QByteArray& token)
{
    return std::make_unique<WebTarget>(address, token);
}
