#include "models/redshift/probability.h"

#include <algorithm>
#include <cmath>

double probabilityOf(const RedshiftEvidence& evidence)
{
    const double gain = std::log(std::max(evidence.gain, 1.0));
    const double delta = std::log(std::max(evidence.deltaChi2, 0.1));
    const double logit = -8.0 + 1.6 * delta + 1.1 * gain;
    return 1 / (1 + std::exp(-logit));
}
