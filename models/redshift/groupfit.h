#pragma once

#include "models/redshift/continuummodes.h"
#include "models/redshift/leastsquares.h"
#include "models/templates/templategroup.h"

#include <array>

/// A template group at the three pixel sizes of PreparedSpectrum, each component scaled to a mean square
/// of 1.
class GroupSamples
{
public:
    explicit GroupSamples(const TemplateGroup& group);

    const TemplateGroup& group() const { return *m_group; }
    int components() const { return static_cast<int>(m_group->components.size()); }
    const std::vector<float>& component(int index, int factor) const
    {
        return m_levels[factor == 1 ? 0 : factor == 2 ? 1 : 2][index];
    }
    /// Pixels of the search a step, 2 or 8.
    int searchFactor() const { return m_group->isBroad ? 8 : 2; }

    /// A component has features that pixels of 8 would blur, e.g. narrow lines.
    bool hasNarrowFeatures() const
    {
        return std::find(m_narrow.begin(), m_narrow.end(), true) != m_narrow.end();
    }
    /// The component is emission lines of a QSO's width.
    bool isBroadEmission(int index) const
    {
        return m_group->isBroad && !m_narrow[static_cast<std::size_t>(index)]
            && m_group->components[static_cast<std::size_t>(index)].isEmission;
    }

private:
    std::vector<bool> m_narrow; ///< By component
    const TemplateGroup* m_group;
    std::array<std::vector<std::vector<float>>, 3> m_levels;
};

/// Pixels of `factor` that a redshift shifts a template by.
double shiftOf(double z, int factor);
double redshiftOfShift(double shift, int factor);

/// The weighted fit of a group, shifted by whole pixels of the modes' level, with the continuum modes fitted
/// along.
Amplitudes fitGroup(const GroupSamples& group, const ContinuumModes& modes, int shift,
                    const Amplitudes& start = {});

/// Whether a component is told from nothing and from the continuum: enough of it is in the spectrum's range,
/// and `left` of its sum of squares there, `raw`, is not the modes'.
bool isTellable(const GroupSamples& group, int component, const PreparedSpectrum::Level& level, double left,
                double raw);
