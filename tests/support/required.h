#pragma once

#include <QTest>

/// What a test needs of the machine and does not find: a person may do without it, CI may not.
#define NEEDS(condition, what)                                                                               \
    do {                                                                                                     \
        if (!(condition)) {                                                                                  \
            if (qEnvironmentVariableIsSet("CI"))                                                             \
                QFAIL(what " is missing");                                                                   \
            QSKIP(what " is missing");                                                                       \
        }                                                                                                    \
    } while (false)

/// The folder of real survey files that lies beside a developer's checkout.
#define NEEDS_REAL_DATA                                                                                      \
    NEEDS(QDir(QStringLiteral(SPECDESK_REAL_DATA)).exists(), "the folder of real survey files")
