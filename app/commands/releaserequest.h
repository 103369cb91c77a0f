#pragma once

#include "db/release/releaseevidence.h"

class QCommandLineParser;

/// The rules of a file, or those of resources/rules/release.json when `path` is empty.
Result<ReleaseRules> releaseRulesFrom(const QString& path);
/// Adds --release, --rules, --from and --until.
void describeRelease(QCommandLineParser& parser);
/// Says that `word` names no release, and what does.
Error noReleaseName(const QString& word);
/// What these options ask for.
Result<ReleaseTask> releaseTaskOf(const QCommandLineParser& parser);
