#include "app/commands/refusals.h"

#include <QCoreApplication>

#include <algorithm>

Result<Outcome> outcomeOf(qsizetype accepted, const std::vector<RefusedFile>& refused)
{
    if (refused.empty())
        return Outcome::Done;
    const auto kind = refused.front().kind;
    const bool alike = std::ranges::all_of(refused, [kind](const auto& file) { return file.kind == kind; });
    if (accepted > 0 || !alike)
        return Outcome::SomeRefused;
    if (refused.size() == 1)
        return Error {kind, refused.front().sentence, refused.front().file};
    return Error {kind, QCoreApplication::translate("commands", "None of the files could be read."),
                  refused.front().file};
}
