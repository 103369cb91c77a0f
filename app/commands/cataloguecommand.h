#pragma once

#include "app/commands/command.h"

/// Writes a catalogue of a release as a FITS table or CSV.
class CatalogueCommand : public Command
{
public:
    QString name() const override;
    QString summary() const override;
    QString usage() const override;
    Result<Outcome> run(const QStringList& arguments, CommandContext& context) override;
};
