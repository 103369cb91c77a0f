#pragma once

#include "models/check/queueentry.h"

#include <QDateTime>
#include <QJsonObject>
#include <QStringList>

/// Which spectra belong to a task. Empty and absent members do not restrict.
struct TaskFilter
{
    QStringList nights {}; ///< Dates of observation as in the queue, e.g. "2016-11-23"
    QStringList planIds {};
    std::vector<int> spectrographs {};
    std::vector<SpectralClass> classes {};
    QStringList subclasses {}; ///< Wildcards, e.g. "sdM*"
    QStringList objectTypes {}; ///< Wildcards matched against the object type of the input catalogue
    std::vector<QueueReason> reasons {};
    std::optional<WorkPage> page {};
    QString pipelineVersion {};
    std::optional<double> minSnr {}; ///< S/N per pixel in r or g, whichever is larger
    std::optional<double> maxSnr {};
    bool openOnly = true; ///< Leave out what has a standing verdict of anybody.

    bool operator==(const TaskFilter&) const = default;

    QJsonObject toJson() const;
    static TaskFilter fromJson(const QJsonObject& object);
};

/// In which order a task is worked off.
enum class TaskOrder {
    Information, ///< Where a look tells most first: classes that disagree, the queue's reason, low P, small
                 ///< Δχ²
    Probability, ///< The least P of SpecDesk's own redshift first
    DeltaChi2, ///< The least Δχ² between its best answers first
    Photometry, ///< What was picked as something else than the pipeline says first, then by P
    Natural, ///< Date, plate, spectrograph, fibre
    Random ///< Scattered by a hash of the obsid, so that no inspector's mood follows a plate
};

const std::vector<TaskOrder>& allTaskOrders();
/// "information", "probability", "delta-chi2", "photometry", "natural", "random"
QString orderName(TaskOrder order);
std::optional<TaskOrder> taskOrderFrom(QStringView name);

/// A piece of work the lead hands out.
struct Task
{
    int id = 0;
    QString title {};
    TaskFilter filter {};
    TaskOrder order = TaskOrder::Information;
    int inspectors = 1; ///< How many different people look at each spectrum.
    double goldShare = 0; ///< Share of known spectra mixed in, 0 … 0.5
    int leaseMinutes = 30; ///< After this a claimed spectrum that got no verdict is free again.
    QStringList members {}; ///< Accounts it is given to; empty: everybody
    QString createdBy {};
    QDateTime createdAt {}; ///< UTC
    bool closed = false;
    qint64 spectra = 0;
    qint64 looks = 0; ///< Looks wanted: about spectra × inspectors
    qint64 looksDone = 0;
    qint64 looksHeld = 0; ///< Claimed by somebody now

    bool operator==(const Task&) const = default;
};

using Tasks = std::vector<Task>;

/// A spectrum that is this person's until the lease ends.
struct Claim
{
    int taskId = 0;
    QueueEntry entry {}; ///< Without others' verdicts: people look blind while it is open.
    QDateTime leasedUntil {}; ///< UTC, the server's clock
};

using Claims = std::vector<Claim>;
