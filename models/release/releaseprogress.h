#pragma once

#include <QJsonObject>
#include <QMetaType>
#include <QString>
#include <QStringList>

/// How far the building and packing of a release is, as `specdesk release --json` tells it.
struct ReleaseProgress
{
    enum class State { Idle, Running, Done, Failed, Interrupted };

    State state = State::Idle;
    QString release; ///< "dr6_alpha"
    QString folder; ///< Where it is packed; empty: it is not
    QString step; ///< "integrate", "package" or "publish"
    qint64 done = 0; ///< Of the step: parts, spectra or files
    qint64 inAll = 0; ///< 0: not known yet
    qint64 spectra = 0; ///< Of the catalogue, once it is built
    qint64 released = 0;
    qint64 packed = 0;
    qint64 kept = 0; ///< Unchanged since they were packed last
    qint64 refused = 0; ///< Spectra that could not be packed, stars that could not be measured
    QString error; ///< Why it failed
    QStringList log; ///< What happened, in words, oldest first

    bool isRunning() const { return state == State::Running; }
    /// Takes one event into account.
    void hear(const QJsonObject& event);
    /// Its process is gone without having said how it ended; `lastWords`: what it complained of, if anything.
    void noteSilence(const QString& lastWords);
    /// One line for a person: "Packing: 1,200 of 20,000 spectra".
    QString line() const;
};

Q_DECLARE_METATYPE(ReleaseProgress)
