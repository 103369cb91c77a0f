#pragma once

#include "db/sql/sqlwhere.h"
#include "db/stores/queuestore.h"

/// The parts of select_queue_page.sql that say which spectra a page has.
struct QueueKeys
{
    QString text; ///< Gives obsid and pipeline_version, and what it sorts by.
    QString order; ///< The columns of the text that the page is sorted by, for ORDER BY.
};

/// At most :limit spectra of one page of work behind `after`, in the filter's order. Values go to `where`,
/// but for :inspector and :limit. Where an index leads through the order the server reads as many rows as the
/// page has for each class, at any depth; a file, a plate or what a person or a rule decided is looked up and
/// sorted.
QueueKeys queueKeys(SqlWhere& where, const QueueFilter& filter, WorkPage page,
                    const std::optional<QueueEntry>& after);
