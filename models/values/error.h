#pragma once

#include <QString>

/// What went wrong, in a form that a message bar and an exit code can both use.
enum class ErrorKind {
    BadInput, ///< The request makes no sense: wrong option, unknown line, impossible redshift.
    NotFound, ///< The file, spectrum or row that was named does not exist.
    BadFile, ///< A file is there and cannot be trusted: truncated, damaged, of an unknown layout.
    Refused, ///< The server does not let this account do that, or does not know the account.
    Database, ///< The server answered with an error.
    Unavailable, ///< A server or service cannot be reached; trying again later may help.
    NoSpace, ///< The disk is full.
    CannotWrite, ///< The output that was named cannot be made.
    Cancelled, ///< The user, or the end of the program, stopped the work.
    Internal ///< A fault of SpecDesk's own.
};

struct Error
{
    ErrorKind kind = ErrorKind::Internal;
    QString message; ///< One translated sentence for the astronomer.
    QString detail; ///< Untranslated cause for the log: SQL text, cfitsio status, path.
    int code = 0; ///< The database server's own number, e.g. 1213; 0 elsewhere.
};
