#pragma once

#include "app/commands/command.h"

/// `specdesk publish-tables`: the catalogues of a release to another server.
class PublishTablesCommand : public Command
{
public:
    QString name() const override;
    QString summary() const override;
    QString usage() const override;
    Result<Outcome> run(const QStringList& arguments, CommandContext& context) override;
};
