#pragma once

#include "models/check/verdict.h"

#include <QJsonObject>

/// Every member of a verdict, so that verdictFromJson() gives it back: what a journal keeps and the server's
/// procedures read. NaN and ±∞ become null.
QJsonObject verdictToJson(const Verdict& verdict);

/// Absent for an object that is no verdict: without a submission or an obsid.
std::optional<Verdict> verdictFromJson(const QJsonObject& object);
