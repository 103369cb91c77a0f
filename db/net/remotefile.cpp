#include "db/net/remotefile.h"

#include <QCoreApplication>
#include <QEventLoop>
#include <QNetworkAccessManager>
#include <QNetworkReply>
#include <QTimer>

using namespace Qt::Literals::StringLiterals;

namespace {
constexpr int mostRedirects = 5;

Error failure(ErrorKind kind, const QString& sentence, const QUrl& url, const QString& detail)
{
    const auto shown = url.toDisplayString(QUrl::RemoveUserInfo | QUrl::RemoveQuery);
    return {kind, QString(sentence).replace(u"%1"_s, url.host()), shown + u": "_s + detail};
}

Error httpFailure(const QNetworkReply& reply, const QUrl& url)
{
    const auto status = reply.attribute(QNetworkRequest::HttpStatusCodeAttribute).toInt();
    const auto detail =
        u"HTTP %1, network error %2"_s.arg(status).arg(reply.error()); // Qt's own text repeats the query
    if (reply.error() == QNetworkReply::SslHandshakeFailedError)
        return failure(
            ErrorKind::Refused,
            QCoreApplication::translate("RemoteFile", "The certificate of %1 is not trusted here."), url,
            reply.errorString());
    if (status == 404 || status == 410)
        return failure(ErrorKind::NotFound, QCoreApplication::translate("RemoteFile", "%1 has no such file."),
                       url, detail);
    if (status == 401 || status == 403)
        return failure(ErrorKind::Refused,
                       QCoreApplication::translate("RemoteFile", "%1 does not give out this file."), url,
                       detail);
    if (reply.error() == QNetworkReply::RemoteHostClosedError && status == 200)
        return failure(ErrorKind::BadFile,
                       QCoreApplication::translate("RemoteFile", "%1 broke off in the middle of the file."),
                       url, detail);
    if (status >= 400) {
        const auto sentence =
            QCoreApplication::translate("RemoteFile", "%1 answers with an error (HTTP %2).");
        return failure(ErrorKind::Unavailable, QString(sentence).replace(u"%2"_s, QString::number(status)),
                       url, detail);
    }
    return failure(ErrorKind::Unavailable, QCoreApplication::translate("RemoteFile", "%1 cannot be reached."),
                   url, detail);
}

QNetworkRequest requestFor(const QUrl& url, const FetchLimits& limits)
{
    QNetworkRequest request(url);
    request.setMaximumRedirectsAllowed(mostRedirects);
    request.setAttribute(QNetworkRequest::RedirectPolicyAttribute, QNetworkRequest::NoLessSafeRedirectPolicy);
    request.setTransferTimeout(static_cast<int>(limits.silence.count()));
    // Survey files are gzip themselves; asked for as they are, Qt does not unpack them behind our check.
    request.setRawHeader("Accept-Encoding", "identity");
    return request;
}
}

Result<QByteArray> fetch(const QUrl& url, const FetchLimits& limits)
{
    if (!url.isValid() || url.host().isEmpty() || (url.scheme() != u"http" && url.scheme() != u"https"))
        return failure(ErrorKind::BadInput,
                       QCoreApplication::translate("RemoteFile", "This is not an http or https address."),
                       url, url.errorString());
    QNetworkAccessManager network;
    QEventLoop waiting;
    QByteArray bytes;
    bool tooLarge = false;
    bool tooSlow = false;
    std::unique_ptr<QNetworkReply> reply(network.get(requestFor(url, limits)));
    const auto take = [&] {
        bytes += reply->readAll();
        const auto announced = reply->header(QNetworkRequest::ContentLengthHeader).toLongLong();
        if (!tooLarge && std::max<qint64>(bytes.size(), announced) > limits.size) {
            tooLarge = true;
            waiting.quit(); // deleting the reply ends the transfer; abort() inside readyRead confuses Qt
        }
    };
    QObject::connect(reply.get(), &QNetworkReply::readyRead, &waiting, take);
    QObject::connect(reply.get(), &QNetworkReply::finished, &waiting, &QEventLoop::quit);
    QTimer::singleShot(limits.total, &waiting, [&] {
        tooSlow = true;
        waiting.quit();
    });
    if (!reply->isFinished())
        waiting.exec(QEventLoop::ExcludeUserInputEvents);
    if (tooLarge)
        return failure(
            ErrorKind::BadFile,
            QCoreApplication::translate("RemoteFile", "The file at %1 is too large to be a file of spectra."),
            url, u"limit %1 bytes"_s.arg(limits.size));
    if (tooSlow || reply->error() == QNetworkReply::OperationCanceledError
        || reply->error() == QNetworkReply::TimeoutError)
        return failure(ErrorKind::Unavailable,
                       QCoreApplication::translate("RemoteFile", "%1 takes too long to answer."), url,
                       reply->errorString());
    if (reply->error() != QNetworkReply::NoError)
        return httpFailure(*reply, url);
    take();
    return bytes;
}
