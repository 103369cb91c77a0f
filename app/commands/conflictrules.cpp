#include "app/commands/conflictrules.h"

#include <QCoreApplication>
#include <QFile>

using namespace Qt::Literals::StringLiterals;

Result<ConflictRules> defaultConflictRules()
{
    QFile file(u":/rules/conflicts.json"_s);
    if (!file.open(QIODevice::ReadOnly))
        return Error {ErrorKind::Internal,
                      QCoreApplication::translate("ConflictRules", "The rules of conflicts are missing."),
                      file.fileName()};
    return ConflictRules::fromJson(file.readAll());
}
