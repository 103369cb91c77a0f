#include "db/keyring/keyring.h"

#include <QCoreApplication>
#include <QPromise>
#include <QThread>
#include <qt6keychain/keychain.h>

#include <memory>

using namespace Qt::Literals::StringLiterals;

namespace {
const QString service = u"SpecDesk"_s;

Error keyringError(const QKeychain::Job* job)
{
    const auto detail = u"%1: %2"_s.arg(job->key(), job->errorString());
    switch (job->error()) {
    case QKeychain::EntryNotFound:
        return {ErrorKind::NotFound,
                QCoreApplication::translate("db", "The keyring has no password for this server."), detail};
    case QKeychain::AccessDenied:
    case QKeychain::AccessDeniedByUser:
        return {ErrorKind::Refused, QCoreApplication::translate("db", "The keyring was not opened."), detail};
    default:
        return {ErrorKind::Unavailable,
                QCoreApplication::translate(
                    "db", "There is no keyring on this system, so the password is not remembered."),
                detail};
    }
}

/// QtKeychain runs one job after another by an object of the thread that asked first. Were that a thread that
/// ends, whoever asks next would wait for ever; so it is one of its own, which lives as long as the program.
QThread& keyringThread()
{
    static auto* thread = [] {
        auto* fresh = new QThread;
        fresh->setObjectName(u"Keyring"_s);
        fresh->start();
        return fresh;
    }();
    return *thread;
}

/// Starts a job; `answer` makes the result of one that succeeded.
template<typename T, typename Job, typename Answer>
QFuture<Result<T>> begin(Job* job, const QString& entry, Answer answer)
{
    auto promise = std::make_shared<QPromise<Result<T>>>();
    promise->start();
    job->setKey(entry);
    job->setInsecureFallback(false); // never a plain file
    QObject::connect(job, &QKeychain::Job::finished, job, [promise, answer](QKeychain::Job* done) {
        promise->addResult(done->error() == QKeychain::NoError ? answer(static_cast<Job*>(done))
                                                               : Result<T>(keyringError(done)));
        promise->finish();
    });
    auto future = promise->future();
    job->moveToThread(&keyringThread());
    QMetaObject::invokeMethod(
        job, [job] { job->start(); }, Qt::QueuedConnection); // deletes itself when finished
    return future;
}
}

namespace Keyring {
QFuture<Result<QString>> password(const QString& entry)
{
    return begin<QString>(new QKeychain::ReadPasswordJob(service), entry,
                          [](auto* done) { return Result<QString>(done->textData()); });
}

QFuture<Result<void>> setPassword(const QString& entry, const QString& password)
{
    auto* job = new QKeychain::WritePasswordJob(service);
    job->setTextData(password);
    return begin<void>(job, entry, [](auto*) { return Result<void>(); });
}

QFuture<Result<void>> removePassword(const QString& entry)
{
    return begin<void>(new QKeychain::DeletePasswordJob(service), entry,
                       [](auto*) { return Result<void>(); });
}
}
