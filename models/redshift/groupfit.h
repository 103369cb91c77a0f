#pragma once

#include "models/redshift/continuummodes.h"
#include "models/redshift/leastsquares.h"
#include "models/templates/templategroup.h"

#include <array>

/// The same group, each component scaled to a mean square of 1.
TemplateGroup normalised(TemplateGroup group);

/// A normalised template group at the three pixel sizes of PreparedSpectrum; the group must outlive it.
class GroupSamples
{
public:
    explicit GroupSamples(const TemplateGroup& group);

    const TemplateGroup& group() const { return *m_group; }
    int components() const { return static_cast<int>(m_group->components.size()); }
    const std::vector<float>& component(int index, int factor) const
    {
        return factor == 1 ? m_group->components[static_cast<std::size_t>(index)].flux
                           : m_joined[factor == 2 ? 0 : 1][index];
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

    /// The group has emission of a QSO, without which it is not to be had.
    bool needsLines() const
    {
        return m_group->isBroad
            && std::any_of(m_group->components.begin(), m_group->components.end(),
                           [](const TemplateComponent& component) { return component.isEmission; });
    }

private:
    std::vector<bool> m_narrow; ///< By component
    const TemplateGroup* m_group;
    std::array<std::vector<std::vector<float>>, 2> m_joined; ///< Factors 2 and 8
};

/// Pixels of `factor` that a redshift shifts a template by.
double shiftOf(double z, int factor);
double redshiftOfShift(double shift, int factor);

/// The weighted fit of a group, shifted by whole pixels of the modes' level, with the continuum modes fitted
/// along.
Amplitudes fitGroup(const GroupSamples& group, const ContinuumModes& modes, int shift,
                    const Amplitudes& start = {});

/// Marks as usable what is told from nothing and from the continuum: components of which enough is in the
/// spectrum's range and enough left of the sum of squares there, `raw`, that is not the modes'; none where a
/// QSO's lines are all out of range.
void keepTellable(NormalEquations& equations, const std::array<double, maxComponents>& raw,
                  const GroupSamples& group, const PreparedSpectrum::Level& level);
