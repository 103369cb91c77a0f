#pragma once

#include "models/templates/linemodel.h"
#include "models/templates/templategroup.h"

/// QSOs as sums of a power law with and without the Lyα forest, families of broad lines that come together,
/// Fe II, Balmer continuum, narrow lines and host, in three ranges of redshift and for several widths of the
/// broad lines, among them double-peaked ones, and with broad absorption. Line strengths within a family
/// follow the SDSS composite (Vanden Berk et al. 2001, AJ 122, 549, table 2).
std::vector<TemplateGroup> qsoTemplates(const LineModel::Flux& host);
