#pragma once

#include "app/commands/command.h"

/// `specdesk release`: builds a release and packs it, the one that is named or the one that is due.
class ReleaseCommand : public Command
{
public:
    QString name() const override;
    QString summary() const override;
    QString usage() const override;
    Needs needs() const override { return Needs::OffscreenWidgets; }
    Result<Outcome> run(const QStringList& arguments, CommandContext& context) override;
};
