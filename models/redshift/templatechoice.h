#pragma once

#include "models/templates/templategroup.h"

/// The group of a set that shows a given answer: of the class, with z in its range, and for a star the one
/// with a component of the subclass ("G5", "dM3" as M3). Empty when there is none.
QString groupOf(const TemplateSet& templates, SpectralClass spectralClass, const QString& subclass, double z);
