#pragma once

#include "models/templates/linemodel.h"
#include "models/templates/templategroup.h"

/// QSOs as sums of a power law with and without the Lyα forest, line families, Fe II, Balmer continuum, narrow lines
/// and host, for several widths of the broad lines, double-peaked ones, and broad absorption. Line strengths
/// within a family follow the SDSS composite (Vanden Berk et al. 2001, AJ 122, 549, table 2). The first group leads.
std::vector<TemplateGroup> qsoTemplates(const LineModel::Flux& host);
