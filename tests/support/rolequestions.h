#pragma once

#include "models/check/member.h"
#include "models/check/queueentry.h"
#include "models/problems/observedplate.h"
#include "models/values/result.h"

#include <functional>

class QSqlDatabase;

/// Something a page or a command asks of the server, and the role it takes.
struct Question
{
    const char* what;
    MemberRole needs;
    std::function<Result<void>(QSqlDatabase&, const QString& account)> ask;
};

/// Every question of the stores that people's pages and commands use, about an entry of the queue and a
/// plate.
std::vector<Question> roleQuestions(const QueueEntry& entry, const ObservedPlate& plate);

/// An entry of the queue and a plate, about which there is something to ask.
struct WorkToAskAbout
{
    QueueEntry entry;
    ObservedPlate plate;
};

/// Makes, as the owner of an ingested night, a task, a problem, a known spectrum, and li and zhao who
/// disagree.
Result<WorkToAskAbout> prepareWork(QSqlDatabase& db);
