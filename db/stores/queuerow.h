#pragma once

#include "models/check/queueentry.h"

#include <QSqlQuery>

/// The entry in a row's first 47 columns, in the order of select_queue_page.sql.
QueueEntry queueEntryFrom(const QSqlQuery& row);
