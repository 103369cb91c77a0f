#pragma once

#include "app/commands/command.h"

/// Draws one spectrum as a picture file.
class RenderCommand : public Command
{
public:
    QString name() const override;
    QString summary() const override;
    QString usage() const override;
    Needs needs() const override { return Needs::OffscreenWidgets; }
    Result<Outcome> run(const QStringList& arguments, CommandContext& context) override;
};
