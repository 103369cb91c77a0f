#pragma once

#include "app/commands/command.h"

/// `specdesk publish`: a packed release to the data centre.
class PublishCommand : public Command
{
public:
    QString name() const override;
    QString summary() const override;
    QString usage() const override;
    Result<Outcome> run(const QStringList& arguments, CommandContext& context) override;
};
