#pragma once

#include "app/commands/command.h"

/// `specdesk withdraw`: spectra that must not go out any more.
class WithdrawCommand : public Command
{
public:
    QString name() const override;
    QString summary() const override;
    QString usage() const override;
    Result<Outcome> run(const QStringList& arguments, CommandContext& context) override;
};
