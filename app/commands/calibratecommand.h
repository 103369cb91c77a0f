#pragma once

#include "app/commands/command.h"

/// Measures how right the redshifts are and how well their probabilities hold.
class CalibrateCommand : public Command
{
public:
    QString name() const override;
    QString summary() const override;
    QString usage() const override;
    Needs needs() const override { return Needs::OffscreenWidgets; }
    Result<Outcome> run(const QStringList& arguments, CommandContext& context) override;
};
