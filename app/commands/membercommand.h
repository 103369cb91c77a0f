#pragma once

#include "app/commands/command.h"

/// Makes, changes and lists the accounts of people: for administrators.
class MemberCommand : public Command
{
public:
    QString name() const override;
    QString summary() const override;
    QString usage() const override;
    Result<Outcome> run(const QStringList& arguments, CommandContext& context) override;
};
