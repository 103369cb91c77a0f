#pragma once

#include "models/check/secondlook.h"

/// The rules of conflicts that come with SpecDesk, resources/rules/conflicts.json.
Result<ConflictRules> defaultConflictRules();
