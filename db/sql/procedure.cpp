#include "db/sql/procedure.h"

#include "db/sql/dberror.h"
#include "db/sql/keptstatement.h"
#include "db/sql/transaction.h"

#include <QCoreApplication>

using namespace Qt::Literals::StringLiterals;

namespace {
// The numbers that resources/sql/migrations/check signals
enum : int {
    nothingStands = 30001,
    noSuchMember = 30002,
    ownAccount = 30003,
    noSuchRole = 30004,
    badName = 30005,
    nameTaken = 30006,
    noOpenTask = 30007,
    answeredMeanwhile = 30008,
    noSuchPlate = 30009,
    confirmedMeanwhile = 30010
};

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(db)
};

QString sentenceFor(int code)
{
    switch (code) {
    case nothingStands:
        return Text::tr("There is no verdict of yours on this spectrum to take back.");
    case noSuchMember:
        return Text::tr("There is no such member.");
    case ownAccount:
        return Text::tr("Nobody changes his own account; another administrator must do it.");
    case noSuchRole:
        return Text::tr("There is no such role.");
    case badName:
        return Text::tr("The server cannot have an account of that name.");
    case nameTaken:
        return Text::tr("The server has an account of that name already.");
    case noOpenTask:
        return Text::tr("This task is closed, or it is given to others.");
    case answeredMeanwhile:
        return Text::tr("Somebody else answered this problem meanwhile.");
    case noSuchPlate:
        return Text::tr("The observation log does not have this plate.");
    case confirmedMeanwhile:
        return Text::tr("Somebody else confirmed this plate meanwhile; look at what he says.");
    default:
        return {};
    }
}

Error explained(Error error)
{
    if (const auto sentence = sentenceFor(error.code); !sentence.isEmpty()) {
        error.kind = error.code == noSuchMember || error.code == nothingStands || error.code == noOpenTask
                || error.code == noSuchPlate
            ? ErrorKind::NotFound
            : ErrorKind::BadInput;
        error.message = sentence;
    }
    return error;
}
}

Result<void> callProcedure(const QSqlDatabase& db, const SchemaNames& names, const QString& name,
                           const SqlValues& values)
{
    constexpr int attempts = 10;
    for (int attempt = 1;; ++attempt) {
        const auto called = runKept(db, names, name, values);
        if (called)
            return {};
        if (attempt == attempts || !isWorthRetrying(called.error()))
            return explained(called.error());
        waitBeforeRetry(attempt);
    }
}
