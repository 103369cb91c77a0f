#pragma once

#include "app/commands/command.h"

/// `specdesk package`: the files of a release in a folder.
class PackageCommand : public Command
{
public:
    QString name() const override;
    QString summary() const override;
    QString usage() const override;
    Needs needs() const override { return Needs::OffscreenWidgets; }
    Result<Outcome> run(const QStringList& arguments, CommandContext& context) override;
};
